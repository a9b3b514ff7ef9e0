using System.Collections.Immutable;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries;

/// <summary>
/// What an organisation may change of the summary without a programmer: colours, fonts, logo, words,
/// and which parts are in. Read from <c>templates/summary/theme.json</c> or a file of the same shape.
/// </summary>
public sealed record SummaryTheme
{
    /// <summary>Font families in order of preference; the first that is installed is used.</summary>
    public required ImmutableArray<string> Fonts { get; init; }

    /// <summary>The accent colour, <c>#rrggbb</c>, of at least 4.5:1 against white.</summary>
    public required string Accent { get; init; }

    /// <summary>The logo for the cover: a PNG or JPEG file's bytes, or null.</summary>
    public ReadOnlyMemory<byte>? Logo { get; init; }

    /// <summary>What the logo shows, for those who do not see it; required with a logo.</summary>
    public string? LogoAlternativeText { get; init; }

    /// <summary>Text and tint colour, <c>#rrggbb</c>, of each stance.</summary>
    public required ImmutableDictionary<Stance, StanceColours> StanceColours { get; init; }

    /// <summary>Mark, letter and label of each stance.</summary>
    public required ImmutableDictionary<Stance, StanceLegendEntry> StanceLabels { get; init; }

    /// <summary>The parts that are in, in order.</summary>
    public required ImmutableArray<SummaryPart> Parts { get; init; }

    /// <summary>Every fixed word of the summary by its key (see <c>SummaryWords</c>); a theme may replace any.</summary>
    public required ImmutableDictionary<string, string> Words { get; init; }
}

/// <summary>A stance's colour for text and marks, and its light ground.</summary>
public readonly record struct StanceColours(string Ink, string Tint);

/// <summary>A part of the summary.</summary>
public enum SummaryPart
{
    /// <summary>Cover.</summary>
    Cover,

    /// <summary>In brief.</summary>
    Brief,

    /// <summary>Contents.</summary>
    Contents,

    /// <summary>About the consultation and how the summary was made.</summary>
    About,

    /// <summary>The matrix of bodies and sections.</summary>
    Matrix,

    /// <summary>One chapter per section.</summary>
    Sections,

    /// <summary>Comments on the document as a whole.</summary>
    General,

    /// <summary>Comments whose section nobody has decided.</summary>
    Undecided,

    /// <summary>Annex A: bodies and status.</summary>
    Bodies,

    /// <summary>Annex B: coverage ledger.</summary>
    Ledger,

    /// <summary>Annex C: shared passages.</summary>
    SharedPassages,
}
