using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Summaries;

/// <summary>A reply written piece by piece, so that its text, comments and ledger agree.</summary>
internal sealed class ReplyBuilder(string key, string name)
{
    private readonly StringBuilder _text = new();
    private readonly List<Comment> _comments = [];
    private readonly List<LedgerEntry> _ledger = [];
    private readonly List<UnresolvedReference> _unresolved = [];
    private readonly List<int> _pages = [0];
    private TextSpan? _last;

    public Stance Overall { get; init; } = Stance.NotStated;

    /// <summary>What stands in the sender's place; the name unless set.</summary>
    public string? Organisation { get; init; }

    /// <summary>Whether the name is only the file's.</summary>
    public bool IsUnnamed { get; init; }

    public string? RegistrationNumber { get; init; }

    public DateOnly? Date { get; init; }

    public bool MachineRead { get; init; }

    public ImmutableArray<string> Senders { get; init; } = [];

    public Decision? Decision { get; init; }

    public ReplyBuilder Comment(string text, Stance stance = Stance.NotStated, params SectionTag[] tags) => Add(text, stance, tags, false, null, null);

    public ReplyBuilder General(string text, Stance stance = Stance.NotStated) => Add(text, stance, [], true, null, null);

    /// <summary>A comment whose stance rests on words in it.</summary>
    public ReplyBuilder Resting(string text, Stance stance, string evidence, params SectionTag[] tags) => Add(text, stance, tags, false, null, evidence);

    /// <summary>A point under the comment or run before it.</summary>
    public ReplyBuilder Point(string text, TextSpan leadIn, params SectionTag[] tags) => Add(text, Stance.NotStated, tags, false, leadIn, null);

    public TextSpan Last => _last!.Value;

    public ReplyBuilder Skip(LedgerKind kind, string text)
    {
        _last = new TextSpan(_text.Length, text.Length);
        _ledger.Add(new LedgerEntry(_last.Value, kind));
        _text.Append(text);
        return Gap();
    }

    public ReplyBuilder NewPage()
    {
        _pages.Add(_text.Length);
        return this;
    }

    public ReplyBuilder Unresolved(string words)
    {
        _unresolved.Add(new UnresolvedReference(new TextSpan(Math.Max(0, _text.Length - 1), 0), words));
        return this;
    }

    public SummarisedResponse Build()
    {
        string text = _text.ToString();
        var split = new SplitResponse
        {
            Document = new DocumentText
            {
                Text = text,
                Blocks = [.. _comments.Where(c => c.Span.Length > 0).Select(c => new TextBlock(c.Span, BlockKind.Paragraph, 0, c.Page))],
                Pages = new PageMap([.. _pages]),
                Format = SourceFormat.Pdf,
                MachineRead = MachineRead,
            },
            Organisation = IsUnnamed ? null : Organisation ?? name,
            Senders = Senders.IsEmpty && !IsUnnamed ? [name] : Senders,
            RegistrationNumber = RegistrationNumber,
            Date = Date,
            Decision = Decision,
            OverallStance = new StanceReading(Overall, null),
            Comments = [.. _comments],
            Ledger = [.. _ledger],
            Unresolved = [.. _unresolved],
        };
        return new SummarisedResponse(key, name, [$"svar-{key}.pdf"], split);
    }

    private ReplyBuilder Add(string text, Stance stance, SectionTag[] tags, bool general, TextSpan? leadIn, string? evidence)
    {
        var span = new TextSpan(_text.Length, text.Length);
        _last = span;
        int at = evidence is null ? -1 : text.IndexOf(evidence, StringComparison.Ordinal);
        TextSpan? words = at < 0 ? null : new TextSpan(span.Start + at, evidence!.Length);
        _comments.Add(new Comment(span, _pages.Count, [.. tags], new StanceReading(stance, words)) { IsGeneral = general, LeadIn = leadIn });
        _ledger.Add(new LedgerEntry(span, LedgerKind.Comment));
        _text.Append(text);
        return Gap();
    }

    private ReplyBuilder Gap()
    {
        _ledger.Add(new LedgerEntry(new TextSpan(_text.Length, 2), LedgerKind.PageFurniture));
        _text.Append("\n\n");
        return this;
    }
}

/// <summary>An invented consultation with invented bodies.</summary>
internal static class SampleData
{
    public static SummaryTheme Theme { get; } = new()
    {
        Fonts = ["Open Sans"],
        Accent = "#14505c",
        StanceColours = Enum.GetValues<Stance>().ToImmutableDictionary(s => s, _ => new StanceColours("#222222", "#eeeeee")),
        StanceLabels = SummaryWords.DefaultStanceLabels,
        Parts = [.. Enum.GetValues<SummaryPart>()],
        Words = ImmutableDictionary<string, string>.Empty,
    };

    public static SectionTree Document { get; } = new(
        "Strategi för ett digitalt Mittsund 2027–2031",
        [
            Section("1", "Inledning", 1, 2, "Strategin visar vägen för länets digitala utveckling."),
            Section("2", "Nuläge", 1, 3, ""),
            Section("2.1", "Länet i siffror", 2, 3, "Länet har sju kommuner."),
            Section("3", "Målområden", 1, 4, "Strategin har fem målområden. Varje målområde har mål och åtgärder."),
            Section("3.1", "Digital välfärd", 2, 4, "Invånarna ska få vård och omsorg på lika villkor, var de än bor. Regionen samordnar gemensamma lösningar."),
            Section("3.2", "Näringsliv", 2, 5, "Små företag ska få stöd att använda data."),
            Section("3.3", "Förvaltning", 2, 6, "Förvaltningarna ska dela data med varandra."),
            Section("3.4", "Infrastruktur", 2, 7, "Bredband ska finnas i hela länet."),
            Section("3.5", "Digital kompetens", 2, 8, "Alla ska kunna lära sig nytt."),
            Section("4", "Genomförande", 1, 9, "Strategin följs upp varje år."),
            Section(null, "Ordlista", 1, 10, "Här förklaras orden."),
        ],
        new PageMap([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]));

    public static SummaryInput Input(params SummarisedResponse[] responses) => new()
    {
        Consultation = new ConsultationFacts
        {
            Title = "Strategi för ett digitalt Mittsund 2027–2031",
            Organisation = "Region Mittsund",
            RegistrationNumber = "RM 2026/118",
            Deadline = new DateOnly(2026, 3, 13),
        },
        Document = Document,
        Responses = [.. responses],
        Compiled = new DateTimeOffset(2026, 4, 2, 9, 30, 0, TimeSpan.FromHours(2)),
    };

    /// <summary>Four bodies and a private person, with ranges, points, general and undecided comments.</summary>
    public static SummaryInput Whole()
    {
        var norrvik = new ReplyBuilder("1", "Norrviks kommun")
        {
            Overall = Stance.SupportsWithComments,
            RegistrationNumber = "KS 2026-41",
            Date = new DateOnly(2026, 3, 3),
            Decision = new Decision("Kommunstyrelsen", "§ 32", new DateOnly(2026, 3, 3)),
        };
        norrvik.Skip(LedgerKind.DecisionFormality, "Handläggare Karin Ekstam, 070-555 12 34, karin.ekstam@norrvik.example");
        norrvik.Skip(LedgerKind.Courtesy, "Norrviks kommun tackar för möjligheten att svara.");
        norrvik.General("Kommunen ser positivt på strategin men saknar en\ntidsplan för genom-\nförandet.", Stance.SupportsWithComments);
        norrvik.Skip(LedgerKind.Heading, "Avsnitt 3.1–3.4");
        norrvik.Resting("Kommunen stödjer målen och vill lyfta behovet av:", Stance.Supports, "stödjer", Tag("3.1"), Tag("3.2"), Tag("3.3"), Tag("3.4"));
        TextSpan leadIn = norrvik.Last;
        norrvik.Point("• gemensamma standarder i hela länet", leadIn, Tag("3.1"), Tag("3.2"), Tag("3.3"), Tag("3.4"));
        norrvik.Point("• stöd till de små kommunerna", leadIn, Tag("3.1"), Tag("3.2"), Tag("3.3"), Tag("3.4"));
        norrvik.NewPage();
        norrvik.Resting("Kommunen avstyrker förslaget om ett gemensamt kontor (åtgärd 4).", Stance.Opposes, "avstyrker", Tag("3.2") with { Item = 4 });

        var sjobacka = new ReplyBuilder("2", "Sjöbacka kommun") { Overall = Stance.Opposes, Date = new DateOnly(2026, 3, 20) };
        sjobacka.Skip(LedgerKind.Background, "Regionen har tagit fram ett förslag till strategi för åren 2027–2031.");
        sjobacka.Resting("Kommunen motsätter sig att kostnaderna läggs på kommunerna.", Stance.Opposes, "motsätter sig", Tag("3.4"));
        sjobacka.Comment("Kommunen är tveksam till att bredband ska byggas av kommunerna själva utan statligt stöd.", Stance.Doubtful, Tag("3.4"));
        sjobacka.Comment("Fler måste få hjälp att lära sig.", Stance.NotStated, Tag("3.5", TagSource.Suggested, 0.71));
        sjobacka.Unresolved("avsnitt 3.9");

        var ekhamra = new ReplyBuilder("3", "Ekhamra kommun") { Overall = Stance.Supports, MachineRead = true };
        ekhamra.Comment("Kommunen är tveksam till att bredband ska byggas av kommunerna själva utan statligt stöd.", Stance.Doubtful, Tag("3.4"));
        ekhamra.Comment("Målen för kompetens är bra.", Stance.Supports, Tag("3.5", TagSource.Title), Tag("3.1", TagSource.Reference));

        var person = new ReplyBuilder("4", "Siv Backlund") { Overall = Stance.NotStated };
        person.Comment("Jag, Siv Backlund, 121212-1212, vill ha tätare bussar. Ring 070-555 98 76.", Stance.NotStated);
        person.Skip(LedgerKind.Courtesy, "Tack för ordet! Med vänliga hälsningar Siv Backlund");

        var forening = new ReplyBuilder("5", "Mittsunds företagarförening") { Overall = Stance.NoObjection };
        forening.Skip(LedgerKind.DecisionFormality, "Föreningen har inga synpunkter.");

        return Input(norrvik.Build(), sjobacka.Build(), ekhamra.Build(), person.Build(), forening.Build()) with
        {
            Refused = [new RefusedFile("skadad.pdf", new Remiss.Domain.Results.Phrase("Filen skadad.pdf är skadad. Be avsändaren skicka den igen.", "The file skadad.pdf is damaged. Ask the sender for it again."))],
        };
    }

    public static SectionTag Tag(string number, TagSource how = TagSource.Heading, double confidence = 1) =>
        new(new SectionId(number), number, Document.FindNumber(number)?.Title ?? "", how, confidence);

    public static Section Section(string? number, string title, int level, int page, string text) => new()
    {
        Id = new SectionId(number ?? title.ToLowerInvariant()),
        Number = number,
        Title = title,
        Level = level,
        PageFrom = page,
        PageTo = page,
        Text = text,
    };
}
