using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Sections;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Sections;

public sealed class SectionTreeFileTests
{
    private const string Strategy = """
        1 Inledning
        Planen gäller länets fyra kommuner och regionens egna verksamheter.

        2 Mål
        Målen gäller alla och följs upp varje år.

        2.1 Näten
        Näten ska tåla kyla och storm under hela vintern.

        Mätbar uppföljning:
        • 2028 är stamnätet dubblerat.
        • 2030 har alla öar fiber.

        2.2 Skolan
        Skolan ska ha samma verktyg i alla fyra kommunerna.
        """;

    private static readonly DocumentText Document = PlainTextBlocks.Read(Strategy);

    private static Result<SectionTree> Load(string text, DocumentText? document = null) =>
        SectionTreeFile.Load(new SourceFile("plan.yaml", Encoding.UTF8.GetBytes(text)), document);

    private static string Refusal(string text, DocumentText? document = null)
    {
        Result<SectionTree> result = Load(text, document);
        Assert.That(result.IsOk, Is.False, "should have been refused");
        return result.Failure!.Message.Swedish;
    }

    [Test]
    public void Fills_in_text_pages_and_points_from_the_document()
    {
        SectionTree tree = Load("""
            title: Länets plan
            sections:
              - number: "2"
                title: Mål
                sections:
                  - number: "2.1"
                    title: näten
            """, Document).Value;
        Assert.That(tree.Title, Is.EqualTo("Länets plan"));
        Section nets = tree.FindNumber("2.1")!;
        Assert.That(nets.Level, Is.EqualTo(2));
        Assert.That(nets.Text, Does.StartWith("Näten ska tåla kyla").And.Contain("Skolan ska ha samma verktyg"));
        Assert.That(nets.Items.Select(i => $"{i.Label}: {i.Text}"), Is.EqualTo((string[])
            ["Mätbar uppföljning: 2028 är stamnätet dubblerat.", "Mätbar uppföljning: 2030 har alla öar fiber."]));
    }

    [Test]
    public void Lets_the_file_win_over_the_document()
    {
        Section section = Load("""
            sections:
              - number: A
                title: Skolan
                level: 2
                pages: 7-9
                text: Egna ord.
                items:
                  - Första punkten
                  - {label: Mål, text: Andra punkten, page: 8}
            """, Document).Value.Sections[0];
        Assert.That(section.Items, Is.EqualTo((SectionItem[])[new(1, null, "Första punkten", 7), new(2, "Mål", "Andra punkten", 8)]));
        Assert.That((section.Number, section.Level, section.PageFrom, section.PageTo, section.Text), Is.EqualTo(("A", 2, 7, 9, "Egna ord.")));
    }

    [Test]
    public void Reads_without_a_document_what_the_file_says()
    {
        SectionTree tree = Load("sections:\n  - title: Näten\n    text: |\n      En rad.\n      En till.\n").Value;
        Assert.That(tree.Sections.Single().Text, Is.EqualTo("En rad.\nEn till."));
        Assert.That(tree.Pages, Is.Null);
    }

    [Test]
    public void Reads_json_also_indented_with_tabs()
    {
        SectionTree tree = Load("{\n\t\"title\": \"Plan f\\u00f6r l\\u00e4net\",\n\t\"sections\": [\n\t\t{ \"number\": \"2.1\", \"title\": \"Näten\" }\n\t]\n}", Document).Value;
        Assert.That(tree.Title, Is.EqualTo("Plan för länet"));
        Assert.That(tree.FindNumber("2.1")!.Items, Has.Length.EqualTo(2));
    }

    [Test]
    public void Knows_the_keys_in_swedish()
    {
        SectionTree tree = Load("titel: Plan\navsnitt:\n  - nummer: \"2.2\"\n    titel: Skolan\n    nivå: 1\n    sidor: 3\n    punkter: []\n", Document).Value;
        Assert.That(tree.Sections.Single().PageFrom, Is.EqualTo(3));
    }

    [Test]
    public void Gives_back_the_tree_it_wrote()
    {
        SectionTree tree = SectionTreeBuilder.Build(Document);
        string yaml = SectionTreeFile.ToYaml(tree);
        AssertSame(Load(yaml, Document).Value, tree);
    }

    [Test]
    public void Writes_a_file_that_a_person_can_edit()
    {
        string yaml = SectionTreeFile.ToYaml(SectionTreeBuilder.Build(Document));
        Assert.That(yaml, Does.StartWith("# "));
        Assert.That(yaml, Does.Contain("""
              - number: "2"
                title: "Mål"
                pages: 1
                sections:
                  - number: "2.1"
                    title: "Näten"
                    pages: 1
                    items:
                      - label: "Mätbar uppföljning"
                        text: "2028 är stamnätet dubblerat."
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Gives_back_any_titles_and_points()
    {
        Gen<string> words = ArbMap.Default.GeneratorFor<string>().Select(s => TextNormaliser.Normalise(s ?? string.Empty).Trim()).Where(s => s.Length > 0);
        Gen<SectionTree> trees =
            from titles in words.NonEmptyListOf()
            from levels in Gen.Choose(1, 5).ArrayOf(titles.Count)
            from point in words
            select new SectionTree("T", [.. titles.Select((t, i) => new Section
            {
                Id = new SectionId("x"), Number = null, Title = t, Level = levels[i], PageFrom = 1, PageTo = 1, Text = string.Empty,
                Items = [new SectionItem(1, point, point, 1)],
            })]);
        Prop.ForAll(trees.ToArbitrary(), tree =>
        {
            Result<SectionTree> back = Load(SectionTreeFile.ToYaml(tree));
            return back.IsOk && back.Value.Sections.Select(s => (s.Title, s.Level, s.Items[0])).SequenceEqual(tree.Sections.Select(s => (s.Title, s.Level, s.Items[0])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [TestCase("sections:\n  - title: Hamnen\n", 2, "Hamnen")]
    [TestCase("sections:\n  - title: Skolan\n  - title: Mål\n", 3, "Mål")]
    public void Refuses_a_heading_that_the_document_does_not_have_there(string text, int line, string words)
    {
        Assert.That(Refusal(text, Document), Does.StartWith($"plan.yaml, rad {line}:").And.Contain($"”{words}”"));
    }

    [Test]
    public void Accepts_a_heading_that_only_gathers_others()
    {
        SectionTree tree = Load("sections:\n  - title: Länet\n    text: \"\"\n    sections:\n      - title: Näten\n", Document).Value;
        Assert.That(tree.Sections.Select(s => s.Level), Is.EqualTo((int[])[1, 2]));
    }

    [TestCase("", "tom")]
    [TestCase("sections: []", "inga avsnitt")]
    [TestCase("title: Bara titel", "inga avsnitt")]
    [TestCase("- a\n- b", "rad 1")]
    [TestCase("sections:\n  - number: 1\n", "rad 2: avsnittet saknar titel")]
    [TestCase("sections:\n  - title: A\n    rubrik: B\n", "rad 3: ”rubrik” är okänt här")]
    [TestCase("sections:\n  - title: A\n    title: B\n", "rad 3: ”title” står två gånger")]
    [TestCase("sections:\n  - title: A\n    pages: elva\n", "rad 3: ”elva” är inga sidor")]
    [TestCase("sections:\n  - title: A\n    pages: 5-3\n", "rad 3: ”5-3” är inga sidor")]
    [TestCase("sections:\n  - title: A\n    level: 0\n", "rad 3: ”0” ska vara ett heltal")]
    [TestCase("sections:\n  - title: A\n    items:\n      - label: B\n", "rad 4: punkten saknar text")]
    [TestCase("sections:\n  - title: [A]\n", "rad 2: här ska det stå en text")]
    [TestCase("sections:\n  title: A\n", "ska vara en lista")]
    [TestCase("sections:\n  - title: \"A\n", "inte giltig YAML")]
    [TestCase("a: &x 1\nb: *x\n", "rad 1: hänvisningar inom filen")]
    [TestCase("sections: !!python/object x", "rad 1: typer")]
    [TestCase("sections:\n  - title: A\n---\nsections: []\n", "fler än ett dokument")]
    public void Refuses_with_the_line_and_the_reason(string text, string reason)
    {
        Assert.That(Refusal(text), Does.StartWith("plan.yaml").And.Contain(reason));
    }

    [Test]
    public void Refuses_a_file_of_references_that_would_grow()
    {
        Assert.That(Refusal("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), Does.Contain("hänvisningar"));
    }

    [Test]
    public void Refuses_a_file_nested_too_deeply()
    {
        Assert.That(Refusal(new string('[', 5000)), Does.StartWith("plan.yaml"));
        Assert.That(Refusal("sections: " + string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100))), Does.Contain("djupt"));
    }

    [Test]
    public void Refuses_a_file_too_large_and_one_of_no_encoding()
    {
        Assert.That(SectionTreeFile.Load(new SourceFile("stor.yaml", new byte[5_000_000]), null).Failure!.Message.Swedish, Does.Contain("för stor"));
        Assert.That(SectionTreeFile.Load(new SourceFile("fel.yaml", new byte[] { 0x74, 0xE5, 0x0A }), null).Failure!.Message.Swedish, Does.Contain("UTF-8"));
    }

    [Test]
    public void Never_throws_on_any_text()
    {
        string[] pieces = ["sections:", "\n", "  ", "- ", "title: ", "x", "\"", "[", "]", "{", "}", ":", "&a ", "*a", "!t ", "|", ">", "#", "\t", "---", "...", "%", "@", "?", "text: "];
        Gen<string> texts = Gen.OneOf(
            Gen.Elements(pieces).ListOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(s => TextNormaliser.Normalise(s ?? string.Empty)));
        Prop.ForAll(texts.ToArbitrary(), text => Load(text, Document) is { } r && (r.IsOk || r.Failure!.Message.English.Length > 0))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static void AssertSame(SectionTree one, SectionTree other)
    {
        Assert.That(one.Title, Is.EqualTo(other.Title));
        Assert.That(one.Sections.Select(s => (s.Id, s.Number, s.Title, s.Level, s.PageFrom, s.PageTo, s.Text)),
            Is.EqualTo(other.Sections.Select(s => (s.Id, s.Number, s.Title, s.Level, s.PageFrom, s.PageTo, s.Text))));
        Assert.That(one.Sections.SelectMany(s => s.Items), Is.EqualTo(other.Sections.SelectMany(s => s.Items)));
    }
}
