using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Summaries;

public sealed class SummaryWordsTests
{
    [Test]
    public void Has_each_key_once() => Assert.That(SummaryWords.All.Select(w => w.Key), Is.Unique);

    [Test]
    public void Has_no_empty_text() => Assert.That(SummaryWords.All.Where(w => string.IsNullOrWhiteSpace(w.Swedish)), Is.Empty);

    [Test]
    public void Lists_unknown_keys() =>
        Assert.That(SummaryWords.Unknown(["brief.heading", "brief.hading", "x"]), Is.EqualTo(new[] { "brief.hading", "x" }));

    [Test]
    public void Accepts_its_own_defaults()
    {
        Assert.That(SummaryWords.Unknown(SummaryWords.Defaults.Keys), Is.Empty);
        Assert.That(SummaryWords.WithWrongSlots(SummaryWords.Defaults), Is.Empty);
    }

    [TestCase("Svar", TestName = "Names_a_text_that_lost_its_numbers")]
    [TestCase("{0} svar med {1} synpunkter och {2}", TestName = "Names_a_text_with_a_slot_too_many")]
    public void Names_texts_with_wrong_slots(string text) =>
        Assert.That(SummaryWords.WithWrongSlots([new("brief.lead", text)]), Is.EqualTo(new[] { "brief.lead" }));

    [Test]
    public void A_theme_replaces_a_word()
    {
        SummaryDocument document = Compose(SampleData.Whole(), SampleData.Theme with { Words = SampleData.Theme.Words.Add("brief.heading", "På en sida") });
        Assert.That(document.Blocks.OfType<HeadingBlock>().Select(h => h.Text), Does.Contain("På en sida").And.Not.Contain("I korthet"));
    }

    [Test]
    public void Survives_a_theme_whose_slots_are_wrong()
    {
        ImmutableDictionary<string, string> broken = SummaryWords.All.ToImmutableDictionary(w => w.Key, w => "{9} { {x} } " + w.Key);
        Assert.That(() => Compose(SampleData.Whole(), SampleData.Theme with { Words = broken }), Throws.Nothing);
    }

    [Test]
    public void Uses_every_word_somewhere()
    {
        ImmutableDictionary<string, string> marked = SummaryWords.All.ToImmutableDictionary(w => w.Key, w => $"«{w.Key}»" + string.Concat(Enumerable.Range(0, w.Slots).Select(i => $"{{{i}}}")));
        SummaryTheme theme = SampleData.Theme with { Words = marked };
        string all = string.Concat(Inputs().SelectMany(i => new[] { i, i with { IsDraft = false } }).SelectMany(i => SummaryText.Strings(Compose(i, theme))));
        Assert.That(SummaryWords.All.Select(w => w.Key).Where(k => !all.Contains($"«{k}»", StringComparison.Ordinal)), Is.Empty);
    }

    // The first is a joint reply, whose name holds an "och".
    private static SummarisedResponse Citing(int key, string number)
    {
        string name = key == 1 ? "Sjöbacka kommun och Ekhamra kommun" : $"Kommun {key}";
        SummarisedResponse reply = new ReplyBuilder(key.ToString(System.Globalization.CultureInfo.InvariantCulture), name)
        {
            Overall = Stance.Supports,
            Senders = key == 1 ? ["Sjöbacka kommun", "Ekhamra kommun"] : [],
        }.General("Bra.").Build();
        return reply with { Split = reply.Split with { ConsultationRegistrationNumber = number } };
    }

    // Inputs that together touch every sentence the summary can say.
    private static IEnumerable<SummaryInput> Inputs()
    {
        SummaryInput whole = SampleData.Whole();
        yield return whole;
        foreach (SummaryOrder order in Enum.GetValues<SummaryOrder>()) yield return whole with { Order = order };
        yield return whole with { AcceptThreshold = 0.6, IsDraft = false };
        yield return SampleData.Input();
        yield return SampleData.Input([.. Enumerable.Range(1, 9).Select(i => Citing(i, i == 9 ? "LST 77-2026" : "RM2026/118"))]);
        yield return SampleData.Input(Citing(1, "A 1"), Citing(2, "B 2"));
        yield return EachTwice() with { Order = SummaryOrder.ByBody };
        yield return EachTwice();
        yield return EachTwice() with { AcceptThreshold = 0.4 };
        yield return EachOnce();
        yield return EachOnce() with { Document = new SectionTree("", []) };
        yield return EachTwice() with { Responses = [.. EachTwice().Responses, .. EachOnce().Responses, EachOnce().Responses[0]] };
        yield return Wide();
        foreach (SummaryInput input in Quiet()) yield return input;
    }

    private static IEnumerable<SummaryInput> Quiet()
    {
        ReplyBuilder late(string key, string name, Stance stance) => new(key, name) { Overall = stance, Date = new DateOnly(2026, 6, 1) };
        SummarisedResponse abstains = late("1", "Norrviks kommun", Stance.Abstains).Skip(LedgerKind.Courtesy, "Med vänliga hälsningar Karin Ekstam").Build();
        abstains = abstains with { Split = abstains.Split with { ConsultationRegistrationNumber = "RM 2026/118" } };
        SummaryInput silent = SampleData.Input(abstains, late("2", "Ekhamra kommun", Stance.NotStated).Skip(LedgerKind.Background, "En lång bakgrund.").Build(), late("3", "Sjöbacka kommun", Stance.NotStated).Build());
        yield return silent;
        SectionTree deep = new("Dokument", [.. Enumerable.Range(1, 4).Select(i => SampleData.Section($"{i}", $"Del {i}", Math.Min(3, i), 1, ""))]);
        foreach (string number in new[] { "2", "4" })
        {
            SectionTag tag = new(new SectionId(number), number, "", TagSource.Heading, 1);
            yield return SampleData.Input(late("1", "Norrviks kommun", Stance.Supports).Comment("Bra.", Stance.Supports, tag).Build()) with { Document = deep };
        }
        var points = new ReplyBuilder("1", "Norrviks kommun");
        points.Skip(LedgerKind.Background, "Vi vill ha:");
        yield return SampleData.Input(points.Point("• stöd", new TextSpan(0, 11)).Point("• tid", new TextSpan(0, 11)).Build());
        yield return SampleData.Input(late("1", "Norrviks kommun", Stance.Supports).General("Bra.").Build()) with { Order = SummaryOrder.AsTable };
        yield return silent with { Responses = [.. silent.Responses, .. silent.Responses] };
        const string one = "Det här stycket är långt nog för att räknas som gemensamt av alla.";
        const string other = "Ett annat stycke som också är långt nog för att flera ska dela det.";
        yield return SampleData.Input(
            late("1", "Norrviks kommun", Stance.Supports).General(one).General(other).Build(),
            late("2", "Ekhamra kommun", Stance.Supports).General(one).General(other).Build());
    }

    private static SummaryInput EachOnce()
    {
        var builder = new ReplyBuilder("1", "Norrviks kommun") { Overall = Stance.Doubtful, MachineRead = true, Senders = ["Norrviks kommun", "Ekhamra kommun"], Date = new DateOnly(2026, 5, 1) };
        builder.Comment("Vi är tveksamma.", Stance.Doubtful, SampleData.Tag("3", TagSource.Person));
        builder.Comment(" ", Stance.Abstains, SampleData.Tag("3.1", TagSource.Suggested, 0.9));
        builder.Unresolved("3.9");
        SummaryInput input = SampleData.Input(builder.Build());
        return input with
        {
            Consultation = input.Consultation with { InvitedCount = 1, Silent = ["Sjöbacka kommun"], Opened = new DateOnly(2026, 1, 1) },
            Document = new SectionTree("", SampleData.Document.Sections),
        };
    }

    private static SummaryInput EachTwice()
    {
        var replies = new List<SummarisedResponse>();
        SourceFormat[] formats = Enum.GetValues<SourceFormat>();
        Stance[] stances = Enum.GetValues<Stance>();
        for (int i = 0; i < 16; i++)
        {
            var builder = new ReplyBuilder($"{i}", i < 2 ? $"Anna Ekstam{(char)('a' + i)}" : $"Kommun {i}")
            {
                Overall = stances[i % stances.Length],
                MachineRead = i > 3,
                Senders = i is > 4 and < 8 ? [$"Kommun {i}", "Ekhamra kommun"] : [],
                Date = new DateOnly(2026, 5, 1),
            };
            if (i < 8) builder.General("Vi har en allmän synpunkt om detta som är nog så lång " + (i % 2 == 0 ? "att läsa" : "att läsa nu") + ".");
            if (i < 8) builder.Comment("Vi är tveksamma.", Stance.Doubtful, SampleData.Tag("3.1", TagSource.Page));
            if (i < 8) builder.Comment("Oklart.", Stance.NotStated, SampleData.Tag("3.2", TagSource.Suggested, 0.5), SampleData.Tag("3.3", TagSource.Suggested, 0.3));
            if (i == 9) builder.Comment("Vi är både och.", Stance.Opposes, SampleData.Tag("3.4"));
            if (i is 9 or 10) builder.Comment("Vi är tveksamma.", Stance.Doubtful, SampleData.Tag("3.5"));
            if (i > 10) builder.Comment("Vi är tveksamma.", Stance.Doubtful, SampleData.Tag("3.4"));
            builder.Unresolved("3.9");
            SummarisedResponse built = builder.Build();
            Vary(ref built, formats[i % formats.Length], i);
            replies.Add(built);
        }
        SummaryInput input = SampleData.Input([.. replies]);
        return input with
        {
            Refused = [new RefusedFile("a", new Phrase("b", "b")), new RefusedFile("c", new Phrase("d", "d"))],
            Consultation = input.Consultation with { Organisation = null, Deadline = null, InvitedCount = 20, Opened = new DateOnly(2026, 1, 1), Silent = [] },
        };
    }

    private static void Vary(ref SummarisedResponse response, SourceFormat format, int number)
    {
        SplitResponse split = response.Split;
        // One text has a character that no run holds, one has none at all.
        string text = number == 11 ? split.Document.Text + "x" : split.Document.Text;
        split = split with { Document = split.Document with { Format = format, Text = text, Remarks = [new Phrase("En sida saknar text.", "A page has no text.")] } };
        if (number == 8) split = split with { Document = split.Document with { Text = "", Blocks = [] }, Ledger = [], Unresolved = [] };
        response = response with { Split = split };
    }

    private static SummaryInput Wide()
    {
        var sections = Enumerable.Range(1, 30).Select(i => SampleData.Section($"{i}", $"Del {i}", 1, i, "Text.")).ToImmutableArray();
        var tree = new SectionTree("Annan titel", sections);
        var builder = new ReplyBuilder("1", "Norrviks kommun");
        foreach (Section section in sections) builder.Comment("Bra.", Stance.Supports, new SectionTag(section.Id, section.Number, section.Title, TagSource.Heading, 1));
        SummaryInput input = SampleData.Input(builder.Build());
        return input with { Document = tree, Consultation = input.Consultation with { Silent = ["Sjöbacka kommun"], RegistrationNumber = null } };
    }

    private static SummaryDocument Compose(SummaryInput input, SummaryTheme theme) => SummaryComposer.Compose(input, theme);
}
