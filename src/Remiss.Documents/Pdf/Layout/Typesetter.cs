using System.Collections.Immutable;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>Makes measured text of the document's words, in the look of the theme.</summary>
internal sealed class Typesetter(FontSet fonts, Look look, WriterWords words, PageNumbers numbers)
{
    /// <summary>The look.</summary>
    public Look Look => look;

    /// <summary>The words around page numbers.</summary>
    public WriterWords Words => words;

    /// <summary>The pages of anchors, as far as they are known.</summary>
    public PageNumbers Numbers => numbers;

    /// <summary>Text of one look.</summary>
    public RichText Plain(string text, TextStyle style, Meaning? meaning = null) =>
        new RichText.Builder(fonts).Add(text, style, meaning).Build();

    /// <summary>A paragraph's runs.</summary>
    /// <param name="inlines">The runs.</param>
    /// <param name="style">Their common look.</param>
    /// <param name="expandStances">Whether a stance's letter says what it is short for; false where the element around it does.</param>
    public RichText Rich(ImmutableArray<Inline> inlines, TextStyle style, bool expandStances = true)
    {
        var builder = new RichText.Builder(fonts);
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    builder.Add(text.Text, style.With((text.Bold ? FontStyle.Bold : 0) | (text.Italic ? FontStyle.Italic : 0)));
                    break;
                case LinkInline link:
                    builder.Add(link.Text, style with { Colour = look.Accent }, new Meaning(link.Target, null, true));
                    break;
                case PageReferenceInline page:
                    builder.Add(
                        string.Concat(words.PageShort, "\u00A0", numbers.Reference(page.Target)),
                        style with { Colour = look.Accent }, new Meaning(page.Target, null, true));
                    break;
                case StanceInline stance:
                    AddStance(builder, stance, style, expandStances);
                    break;
            }
        }

        return builder.Build();
    }

    /// <summary>Breaks text to a width.</summary>
    public static List<TextLine> Lines(RichText text, double width, bool mayHyphenate = true) =>
        LineBreaker.Break(text.Characters, text.Advances, width, text.Hyphen, mayHyphenate);

    /// <summary>How far below a line's top its baseline is.</summary>
    public double Baseline(TextStyle style) => BaselineIn(style.Size, style.Leading);

    /// <summary>How far below a line's top the baseline of text of a size is.</summary>
    public double BaselineIn(double size, double leading)
    {
        var face = fonts.Of(FontStyle.Regular);
        return ((leading - ((face.Ascent + face.Descent) * size)) / 2) + (face.Ascent * size);
    }

    private void AddStance(RichText.Builder builder, StanceInline stance, TextStyle style, bool expand)
    {
        var name = stance.Label ?? look.Labels.GetValueOrDefault(stance.Stance).Label;
        var inked = (style with { Colour = look.Ink(stance.Stance) }).With(FontStyle.Bold);
        var meaning = expand && name is { Length: > 0 } ? new Meaning(null, name, false) : Meaning.Plain;
        if (stance.Mark.Length > 0 && fonts.Has(char.ConvertToUtf32(stance.Mark, 0)))
        {
            builder.Add(stance.Mark, inked, meaning);
            if (stance.Letter.Length > 0 && stance.Letter != stance.Mark) builder.Add("\u00A0", inked, meaning);
        }

        if (stance.Letter != stance.Mark) builder.Add(stance.Letter, inked, meaning);
        if (stance.Label is { Length: > 0 } label) builder.Add("\u00A0" + label, inked with { Style = style.Style });
    }
}
