using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Benchmarks.Drawing;

/// <summary>
/// A made-up summary of any number of replies, ten comments each, of the size and the mix of blocks that a real
/// one has. The same number gives the same summary.
/// </summary>
internal sealed class SyntheticSummary(int replies, SummaryTheme theme)
{
    private const int CommentsPerReply = 10;
    private const int SectionCount = 24;

    private static readonly string[] Starts = ["Björk", "Sjö", "Ek", "Norr", "Lind", "Ås", "Tall", "Vik", "Sten", "Ån", "Kärr", "Lövs", "Mo", "Häll", "Ren"];
    private static readonly string[] Ends = ["liden", "backa", "hamra", "vik", "tuna", "mark", "fors", "ryd", "sele", "berga", "holm", "näs", "stad", "åker", "torp"];

    private static readonly string[] Sentences =
    [
        "Kommunen delar i huvudsak den bild som beskrivs och ser positivt på att regionen tar ett samlat grepp om frågan.",
        "Ansvarsfördelningen mellan regionen och kommunerna behöver bli tydligare, särskilt i fråga om finansieringen av gemensamma tjänster.",
        "Vi föreslår att en gemensam genomförandeplan tas fram tillsammans med kommunerna senast under nästa år.",
        "De mindre kommunerna har begränsade personalresurser, vilket gör kompetensförsörjningen till den kanske viktigaste förutsättningen.",
        "Uppföljningen bör utgå från befintlig statistik så att ingen ny uppgiftslämnarbörda uppstår.",
        "Bredbandsutbyggnaden på landsbygden kräver långsiktiga investeringar som marknaden inte klarar på egen hand.",
        "Medborgarna ska kunna lita på att personuppgifter hanteras säkert, oavsett vilken huvudman som ansvarar för verksamheten.",
        "Digitaliseringen får inte leda till att de som inte kan eller vill använda e-tjänster ställs utanför.",
        "Kommunen avstyrker förslaget i den del som avser en obligatorisk anslutning till plattformen.",
        "Informationssäkerhetsarbetet är eftersatt, och en regional samverkansfunktion skulle vara till stor nytta.",
        "Se även https://www.norrvik.example/verksamhet/digitalisering-och-innovation/handlingsplaner/2027-2031 för vårt underlag.",
        "Det är oklart vem som bär kostnaden efter projekttidens slut.",
    ];

    private static readonly string[] Themes =
    [
        "Tillgänglig digital infrastruktur", "Kompetensförsörjning för framtidens välfärd", "Gemensamma digitala tjänster", "Informationssäkerhet och beredskap",
        "Öppna data", "Innovation i samverkan", "Uppföljning och utvärdering", "Digital delaktighet",
    ];

    private static readonly Stance[] Stances =
        [Stance.Supports, Stance.SupportsWithComments, Stance.Supports, Stance.Doubtful, Stance.NotStated, Stance.Opposes, Stance.NoObjection, Stance.Abstains];

    private uint _state = 20270315;

    /// <summary>Puts it together.</summary>
    public SummaryDocument Compose()
    {
        var blocks = ImmutableArray.CreateBuilder<SummaryBlock>();
        AddFront(blocks);
        AddMatrix(blocks);
        for (var section = 0; section < SectionCount; section++) AddSection(blocks, section);
        AddAnnexes(blocks);
        return new SummaryDocument
        {
            Title = "Sammanställning av remissvar: Digitaliseringsstrategi 2027–2031",
            Organisation = "Region Mittsund",
            LanguageTag = "sv-SE",
            Compiled = new DateTimeOffset(2027, 3, 15, 9, 30, 0, TimeSpan.FromHours(1)),
            Subject = "Remissvar över Digitaliseringsstrategi 2027–2031 & bilagor",
            RunningHeader = "Sammanställning av remissvar · Digitaliseringsstrategi 2027–2031",
            DraftMark = "UTKAST",
            Words = new WriterWords("Sida {0} av {1}", "forts.", "s."),
            Blocks = blocks.ToImmutable(),
        };
    }

    private static string Body(int reply) =>
        $"{Starts[reply % Starts.Length]}{Ends[reply / Starts.Length % Ends.Length]}{(reply < 225 ? "s kommun" : string.Create(CultureInfo.InvariantCulture, $" {reply / 225 + 1}:s kommun"))}";

    private static string Number(int section) => string.Create(CultureInfo.InvariantCulture, $"{(section / 6) + 1}.{(section % 6) + 1}");

    private static string Title(int section) => $"{Number(section)} {Themes[section % Themes.Length]}";

    private static Anchor SectionAnchor(int section) => new(string.Create(CultureInfo.InvariantCulture, $"section-{section}"));

    private int Next(int below)
    {
        _state = (_state * 1664525) + 1013904223;
        return (int)((_state >> 8) % (uint)below);
    }

    private StanceInline Mark(Stance stance, bool named)
    {
        var label = theme.StanceLabels[stance];
        return new StanceInline(stance, label.Mark, label.Letter, named ? label.Label : null);
    }

    private static ParagraphBlock Text(string text, ParagraphStyle style = ParagraphStyle.Body) => new([new TextInline(text)], style);

    private string Quotation()
    {
        var count = 1 + Next(4);
        return $"”{string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentences[Next(Sentences.Length)]))}”";
    }

    private void AddFront(ImmutableArray<SummaryBlock>.Builder blocks)
    {
        blocks.Add(new CoverBlock(
            "Sammanställning av remissvar", "Digitaliseringsstrategi för Mittsunds län 2027–2031", "Remissversion, beslutad av regionstyrelsen den 3 november 2026",
            "Region Mittsund",
            [new("Diarienummer", "RM 2026-01482"), new("Remisstid", "10 november 2026–28 februari 2027"), new("Remissvar", replies.ToString(CultureInfo.InvariantCulture)), new("Sammanställd", "15 mars 2027")],
            "Utkast"));
        blocks.Add(new HeadingBlock(1, "Innehåll", new Anchor("contents"), InContents: false) { StartsPage = true });
        blocks.Add(new ContentsBlock(2));
        blocks.Add(new HeadingBlock(1, "Sammanfattning i korthet", new Anchor("brief")) { StartsPage = true });
        blocks.Add(Text("Strategin får brett stöd. De flesta som svarar tillstyrker den, många av dem med synpunkter på genomförande och finansiering.", ParagraphStyle.Lead));
        blocks.Add(new ListBlock([
            [new TextInline(string.Create(CultureInfo.InvariantCulture, $"{replies} remissvar har kommit in"), Bold: true), new TextInline(", av dem tre från instanser som inte stod på sändlistan.")],
            [new TextInline("Flest synpunkter gäller "), new LinkInline(Title(1), SectionAnchor(1)), new TextInline(" ("), new PageReferenceInline(SectionAnchor(1)), new TextInline(").")],
            [new TextInline("Mest motstånd möter "), new LinkInline(Title(4), SectionAnchor(4)), new TextInline(" ("), new PageReferenceInline(SectionAnchor(4)), new TextInline(").")],
        ]));
        AddChart(blocks, [.. Enumerable.Range(0, 6)]);
    }

    private void AddChart(ImmutableArray<SummaryBlock>.Builder blocks, int[] sections)
    {
        var all = theme.StanceLabels.Values.OrderBy(entry => entry.Stance).ToImmutableArray();
        var bars = sections.Select(section => new StanceBar(
            Title(section), [.. all.Select(entry => new StanceCount(entry.Stance, Next(entry.Stance == Stance.Supports ? 14 : 6)))])).ToImmutableArray();
        blocks.Add(new StanceChartBlock(
            "Stapeldiagram: ställningstagande per avsnitt. De flesta tillstyrker; talen står i tabellen efter diagrammet.",
            "Ställningstagande per avsnitt, antal synpunkter.", bars, all));
        blocks.Add(new TableBlock(
            "Ställningstagande per avsnitt",
            [new TableColumn("Avsnitt", 3), .. all.Select(entry => new TableColumn(Capital(entry.Label), 1, CellAlignment.End, true))],
            [.. bars.Select(bar => ImmutableArray.Create([TableCell.Of(bar.Label), .. bar.Counts.Select(count => TableCell.Of(count.Count.ToString(CultureInfo.InvariantCulture)))]))]));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private void AddMatrix(ImmutableArray<SummaryBlock>.Builder blocks)
    {
        blocks.Add(new HeadingBlock(1, "Ställningstaganden per instans och avsnitt", new Anchor("matrix")) { StartsPage = true });
        blocks.Add(Text("Tom ruta betyder att instansen inte har yttrat sig över avsnittet.", ParagraphStyle.Note));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        for (var reply = 0; reply < replies; reply++)
        {
            var cells = ImmutableArray.CreateBuilder<TableCell>();
            cells.Add(TableCell.Of(Body(reply)));
            for (var section = 0; section < SectionCount; section++)
            {
                var stance = Stances[Next(Stances.Length)];
                cells.Add(Next(3) == 0 ? TableCell.Empty : new TableCell([Mark(stance, false)]) { Tint = stance });
            }

            rows.Add(cells.ToImmutable());
        }

        blocks.Add(new TableBlock(
            "Instanser och avsnitt",
            [new TableColumn("Remissinstans", 3), .. Enumerable.Range(0, SectionCount).Select(section => new TableColumn(Title(section), 1, CellAlignment.Centre) { Link = SectionAnchor(section) })],
            rows.ToImmutable())
        { UprightHeaders = true });
    }

    private void AddSection(ImmutableArray<SummaryBlock>.Builder blocks, int section)
    {
        blocks.Add(new HeadingBlock(section % 6 == 0 ? 1 : 2, Title(section), SectionAnchor(section)) { StartsPage = section % 6 == 0 });
        blocks.Add(Text("Avsnittet föreslår att regionen och kommunerna gemensamt utvecklar området, med mätbara mål och en årlig uppföljning."));
        if (section % 6 == 0) AddChart(blocks, [section]);
        blocks.Add(new HeadingBlock(section % 6 == 0 ? 2 : 3, "Synpunkter", new Anchor(string.Create(CultureInfo.InvariantCulture, $"comments-{section}")), InContents: false));
        var comments = Math.Max(1, replies * CommentsPerReply / SectionCount);
        for (var comment = 0; comment < comments; comment++)
        {
            var reply = ((section * 7) + comment) % replies;
            blocks.Add(new ParagraphBlock(
                [
                    new TextInline(Body(reply), Bold: true), new TextInline(" · "), Mark(Stances[Next(Stances.Length)], true),
                    new TextInline(string.Create(CultureInfo.InvariantCulture, $" · {reply + 1}.{(comment % 10) + 1} · sidan {1 + Next(4)}")),
                ], ParagraphStyle.Label)
            { KeepWithNext = true });
            blocks.Add(new QuoteBlock([Quotation()], comment % 97 == 96 ? "en" : null));
            if (comment % 12 == 11)
                blocks.Add(new ParagraphBlock([new TextInline("Se även gruppen "), new LinkInline(Title((section + 1) % SectionCount), SectionAnchor((section + 1) % SectionCount)), new TextInline(", "), new PageReferenceInline(SectionAnchor((section + 1) % SectionCount)), new TextInline(".")], ParagraphStyle.Note));
        }
    }

    private void AddAnnexes(ImmutableArray<SummaryBlock>.Builder blocks)
    {
        blocks.Add(new HeadingBlock(1, "Bilaga A: Remissinstanser och svar", new Anchor("annex-a")) { StartsPage = true });
        blocks.Add(new TableBlock(
            "Remissinstanser", [new("Nr", FitsContent: true, Alignment: CellAlignment.End), new("Instans", 3), new("Diarienummer", FitsContent: true), new("Beslut", 3), new("Ställningstagande", 2)],
            [.. Enumerable.Range(0, replies).Select(reply => ImmutableArray.Create(
                TableCell.Of((reply + 1).ToString(CultureInfo.InvariantCulture)), TableCell.Of(Body(reply)), TableCell.Of(string.Create(CultureInfo.InvariantCulture, $"KS 2026/{reply + 101}")),
                TableCell.Of(string.Create(CultureInfo.InvariantCulture, $"Kommunstyrelsen § {Next(200) + 1}, 2027-02-{1 + Next(27):00}")), new TableCell([Mark(Stances[Next(Stances.Length)], true)])))])
        { RowHeaders = false });
        blocks.Add(new HeadingBlock(1, "Bilaga B: Vad som inte är med i kapitlen", new Anchor("annex-b")) { StartsPage = true });
        blocks.Add(new TableBlock(
            "Täckning per svar", [new("Instans", 2), new("Utelämnat", 5), new("Andel", FitsContent: true, Alignment: CellAlignment.End)],
            [.. Enumerable.Range(0, replies).Select(reply => ImmutableArray.Create(
                TableCell.Of(Body(reply)), TableCell.Of(string.Join(' ', Enumerable.Range(0, 1 + Next(3)).Select(_ => Sentences[Next(Sentences.Length)]))), TableCell.Of(string.Create(CultureInfo.InvariantCulture, $"{Next(40)} %"))))]));
    }
}
