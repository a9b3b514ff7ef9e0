using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>Summaries to draw in tests; all words are made up.</summary>
internal static class Summaries
{
    public static readonly Anchor Goals = new("goals");

    private static readonly ImmutableArray<StanceLegendEntry> Legend =
    [
        new(Stance.Supports, "▲", "T", "tillstyrker"),
        new(Stance.Opposes, "▼", "A", "avstyrker"),
    ];

    public static SummaryDocument Of(params SummaryBlock[] blocks) => new()
    {
        Title = "Remissvar om hamn & handel <2031>",
        Organisation = "Region Mittsund",
        LanguageTag = "sv-SE",
        Compiled = new DateTimeOffset(2027, 3, 15, 9, 30, 0, TimeSpan.FromHours(1)),
        Subject = "Hamn- och handelsstrategi",
        RunningHeader = "Sammanställning av remissvar",
        Words = new WriterWords("Sida {0} av {1}", "forts.", "s."),
        Blocks = [.. blocks],
    };

    /// <summary>One of every kind of block and run.</summary>
    public static SummaryDocument Everything() => Of(
        new CoverBlock("Sammanställning", "Hamn- och handelsstrategi", "Remissversion", "Region Mittsund", [new("Diarienummer", "RM 2027-12")], "Utkast"),
        new HeadingBlock(1, "Innehåll", new Anchor("contents"), InContents: false),
        new ContentsBlock(2),
        new HeadingBlock(1, "Mål och medel", Goals) { StartsPage = true },
        Body("Strategin prövas i länet."),
        Stances(),
        new HeadingBlock(2, "Synpunkter på målen", new Anchor("comments")),
        new ParagraphBlock(
            [new TextInline("Sjöbacka kommun", Bold: true), new TextInline(" "), new StanceInline(Stance.Supports, "▲", "T", "tillstyrker"), new TextInline(", se "), new LinkInline("Innehåll", new Anchor("contents")), new TextInline(" på "), new PageReferenceInline(new Anchor("contents"))],
            ParagraphStyle.Label),
        new QuoteBlock(["”Målen är bra.”", "”Medlen är få.”"]),
        new QuoteBlock(["”The harbour is welcome.”"], "en"),
        new ListBlock([[new TextInline("Första punkten")], [new TextInline("Andra punkten")]]),
        new ListBlock([[new TextInline("Steg ett")]], Numbered: true),
        new TableBlock(
            "Svar per instans", [new("Instans", 2), new("Svar", FitsContent: true, Alignment: CellAlignment.End)],
            [[TableCell.Of("Norrviks kommun"), TableCell.Of("12")], [TableCell.Of("Ekhamra kommun"), new TableCell([new StanceInline(Stance.Opposes, "▼", "A", null)]) { Tint = Stance.Opposes }]]));

    public static ParagraphBlock Body(string text) => new([new TextInline(text)]);

    public static StanceChartBlock Stances() => new(
        "Tre av fyra tillstyrker målen.", "Ställningstaganden, antal.",
        [new StanceBar("Mål", [new(Stance.Supports, 3), new(Stance.Opposes, 1)])], Legend);

    public static TableBlock Matrix(int bodies, int sections) => new(
        "Instanser och avsnitt",
        [new TableColumn("Instans", 3), .. Enumerable.Range(1, sections).Select(n => new TableColumn(Text($"Avsnitt nummer {n}"), 1, CellAlignment.Centre))],
        [.. Enumerable.Range(1, bodies).Select(body => ImmutableArray.Create(
            [TableCell.Of(Text($"Instans {body}")), .. Enumerable.Range(1, sections).Select(_ => new TableCell([new StanceInline(Stance.Supports, "▲", "T", null)]) { Tint = Stance.Supports })]))])
    {
        UprightHeaders = true,
    };

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Sentences(int count) =>
        string.Join(' ', Enumerable.Range(1, count).Select(n => Text($"Mening {n} handlar om farleden genom Björklidens skärgård.")));
}
