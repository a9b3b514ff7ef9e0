using System.Text;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Text;

/// <summary>How text looks. Sizes in points.</summary>
internal readonly record struct TextStyle(double Size, double Leading, FontStyle Style, Rgb Colour)
{
    public TextStyle With(FontStyle more) => this with { Style = Style | more };
}

/// <summary>What a stretch of text is, beside its look.</summary>
/// <param name="Link">Where it links to, or null.</param>
/// <param name="Expansion">What it is short for, for a screen reader; or null.</param>
/// <param name="Underlined">Whether it is underlined, so that a link is not told by colour alone.</param>
internal sealed record Meaning(Anchor? Link, string? Expansion, bool Underlined)
{
    public static Meaning Plain { get; } = new(null, null, false);
}

/// <summary>A stretch of one look and one meaning, in one face, up to (not including) End.</summary>
internal readonly record struct GlyphRun(int End, Face Face, double Size, Rgb Colour, Meaning Meaning);

/// <summary>Text with looks, measured: every character has its face and its width.</summary>
internal sealed class RichText
{
    private RichText(string characters, float[] advances, List<GlyphRun> runs, double hyphen) =>
        (Characters, Advances, Runs, Hyphen) = (characters, advances, runs, hyphen);

    /// <summary>The characters as they are drawn.</summary>
    public string Characters { get; }

    /// <summary>The width in points of each character.</summary>
    public float[] Advances { get; }

    /// <summary>The runs, in order.</summary>
    public IReadOnlyList<GlyphRun> Runs { get; }

    /// <summary>The width of a hyphen in the first run's look.</summary>
    public double Hyphen { get; }

    /// <summary>The width on one line.</summary>
    public double FullWidth()
    {
        double width = 0;
        foreach (var advance in Advances) width += advance;
        return width;
    }

    /// <summary>The width of the widest part between blanks.</summary>
    public double WidestWord()
    {
        double widest = 0, word = 0;
        for (var i = 0; i < Characters.Length; i++)
        {
            word = Characters[i] is ' ' or TextCleaner.LineBreak ? 0 : word + Advances[i];
            widest = Math.Max(widest, word);
        }

        return widest;
    }

    /// <summary>Puts text together stretch by stretch.</summary>
    internal sealed class Builder(FontSet fonts)
    {
        private readonly StringBuilder _characters = new();
        private readonly List<float> _advances = [];
        private readonly List<GlyphRun> _runs = [];
        private double _hyphen;

        /// <summary>Adds a stretch; characters that no face has are replaced in sight.</summary>
        public Builder Add(string text, TextStyle style, Meaning? meaning = null)
        {
            meaning ??= Meaning.Plain;
            if (_hyphen == 0) _hyphen = fonts.Of(style.Style).Width('-') * style.Size;
            var clean = TextCleaner.Clean(text);
            var own = fonts.Of(style.Style);
            for (var i = 0; i < clean.Length; i++)
            {
                var c = clean[i];
                if (c == TextCleaner.LineBreak || (c < 0x2000 && own.Has(c)))
                {
                    Append(c, c == TextCleaner.LineBreak ? 0 : own.Width(c) * style.Size, own, style, meaning);
                    continue;
                }

                var codePoint = char.IsHighSurrogate(c) ? char.ConvertToUtf32(c, clean[++i]) : c;
                var (face, shown) = fonts.For(codePoint, style.Style);
                Append(shown, face, style, meaning);
            }

            return this;
        }

        /// <summary>The text so far.</summary>
        public RichText Build() => new(_characters.ToString(), [.. _advances], _runs, _hyphen);

        private void Append(int codePoint, Face face, TextStyle style, Meaning meaning)
        {
            var width = (float)(face.Width(codePoint) * style.Size);
            if (codePoint < 0x10000)
            {
                Append((char)codePoint, width, face, style, meaning);
                return;
            }

            var pair = char.ConvertFromUtf32(codePoint);
            Append(pair[0], width, face, style, meaning);
            Append(pair[1], 0, face, style, meaning);
        }

        private void Append(char c, double width, Face face, TextStyle style, Meaning meaning)
        {
            _characters.Append(c);
            _advances.Add((float)width);
            var end = _characters.Length;
            if (_runs.Count > 0 && _runs[^1] is var run && run.Face == face && run.Size == style.Size && run.Colour == style.Colour && ReferenceEquals(run.Meaning, meaning))
                _runs[^1] = run with { End = end };
            else
                _runs.Add(new GlyphRun(end, face, style.Size, style.Colour, meaning));
        }
    }
}
