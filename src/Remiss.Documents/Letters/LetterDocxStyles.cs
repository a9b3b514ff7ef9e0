using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Documents.Letters;

/// <summary>The styles of a letter in Word, under the names that Word itself gives them, so that outline and contents work.</summary>
internal static class LetterDocxStyles
{
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Open Sans", HighAnsi = "Open Sans", ComplexScript = "Open Sans" },
                new FontSize { Val = "21" },
                new Languages { Val = "sv-SE" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "140", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Text("Title", "Title", "44", before: "1200", after: "360"),
        Heading(1, "32", "360"),
        Heading(2, "26", "280"),
        Heading(3, "22", "220"),
        Text("Lead", "Lead", "21", before: "120", after: "60"),
        Text("TOCHeading", "TOC Heading", "32", before: "0", after: "200"),
        Plain("TOC1", "toc 1", "0"),
        Plain("TOC2", "toc 2", "280"),
        Plain("ListParagraph", "List Paragraph", "0"),
        Plain("Footer", "footer", "0"));

    public static Numbering Bullets(int list) => new(
        new AbstractNum(new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "•" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "454", Hanging = "284" }))
        { LevelIndex = 0 })
        { AbstractNumberId = list },
        new NumberingInstance(new AbstractNumId { Val = list }) { NumberID = list });

    private static Style Heading(int level, string halfPoints, string before)
    {
        string digit = level.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Style style = Text("Heading" + digit, "heading " + digit, halfPoints, before, "120");
        style.StyleParagraphProperties!.Append(new OutlineLevel { Val = level - 1 });
        return style;
    }

    private static Style Text(string id, string name, string halfPoints, string before, string after) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = before, After = after }),
        new StyleRunProperties(new Bold(), new FontSize { Val = halfPoints }))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static Style Plain(string id, string name, string indent) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new StyleParagraphProperties(new SpacingBetweenLines { After = "60" }, new Indentation { Left = indent }))
    { Type = StyleValues.Paragraph, StyleId = id };
}
