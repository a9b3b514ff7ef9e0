using System.Collections.Immutable;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>The theme's colours and the scale of sizes, as the parts draw with them.</summary>
internal sealed class Look
{
    private static readonly Rgb Text = new(0x22, 0x26, 0x2A);

    private static readonly Rgb QuietGrey = new(0x55, 0x5E, 0x66);

    private readonly ImmutableDictionary<Stance, (Rgb Ink, Rgb Tint)> _stances;

    public Look(SummaryTheme theme)
    {
        Accent = Rgb.TryParse(theme.Accent) ?? Text;
        _stances = theme.StanceColours.ToImmutableDictionary(
            pair => pair.Key, pair => (Rgb.TryParse(pair.Value.Ink) ?? Text, Rgb.TryParse(pair.Value.Tint) ?? Rgb.White));
        Labels = theme.StanceLabels;
    }

    /// <summary>The organisation's colour.</summary>
    public Rgb Accent { get; }

    /// <summary>A light ground of the accent, for header rows.</summary>
    public Rgb Ground => Accent.Towards(Rgb.White, 0.91);

    /// <summary>Thin rules.</summary>
    public Rgb Rule { get; } = new(0xD2, 0xD7, 0xDB);

    /// <summary>Text that stands back; 4.5:1 against white and more.</summary>
    public Rgb Quiet { get; } = QuietGrey;

    /// <summary>The draft mark beneath the text.</summary>
    public Rgb Faint { get; } = new(0xF6, 0xF7, 0xF9);

    /// <summary>Mark, letter and label of each stance.</summary>
    public ImmutableDictionary<Stance, StanceLegendEntry> Labels { get; }

    public TextStyle Body { get; } = new(10, 15, FontStyle.Regular, Text);

    public TextStyle Lead { get; } = new(12.5, 19, FontStyle.Regular, Text);

    public TextStyle Note { get; } = new(8.5, 12.5, FontStyle.Regular, QuietGrey);

    public TextStyle Label { get; } = new(9.5, 14, FontStyle.Regular, Text);

    public TextStyle Quote { get; } = new(10, 15, FontStyle.Regular, Text);

    public TextStyle Caption { get; } = new(9, 13, FontStyle.Bold, Text);

    public TextStyle Cell { get; } = new(8.5, 12, FontStyle.Regular, Text);

    public TextStyle HeaderCell => new(8.5, 12, FontStyle.Bold, Accent);

    public TextStyle Running { get; } = new(8, 11, FontStyle.Regular, QuietGrey);

    /// <summary>The look of a heading of level 1 to 6.</summary>
    public TextStyle Heading(int level) => level switch
    {
        1 => new(24, 31, FontStyle.Bold, Accent),
        2 => new(16.5, 23, FontStyle.Bold, Accent),
        3 => new(12.5, 18, FontStyle.Bold, Text),
        4 => new(11, 16, FontStyle.Bold, Text),
        5 => new(10, 15, FontStyle.Bold, Quiet),
        _ => new(10, 15, FontStyle.Bold | FontStyle.Italic, Quiet),
    };

    /// <summary>The free height above a heading and below it.</summary>
    public static (double Above, double Below) HeadingSpace(int level) => level switch
    {
        1 => (34, 14),
        2 => (28, 8),
        3 => (20, 5),
        4 => (16, 4),
        _ => (12, 3),
    };

    /// <summary>A stance's colour for text.</summary>
    public Rgb Ink(Stance stance) => _stances.TryGetValue(stance, out var colours) ? colours.Ink : Text;

    /// <summary>A stance's ground.</summary>
    public Rgb Tint(Stance stance) => _stances.TryGetValue(stance, out var colours) ? colours.Tint : Rgb.White;
}
