using System.Text;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Tests.Pdf;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Tests.Themes;

public sealed class SummaryThemeFileTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("remiss-theme-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_default_has_every_stance_and_part()
    {
        var theme = SummaryThemeFile.Default;
        Assert.That(theme.StanceLabels.Keys, Is.EquivalentTo(Enum.GetValues<Stance>()));
        Assert.That(theme.StanceColours.Keys, Is.EquivalentTo(Enum.GetValues<Stance>()));
        Assert.That(theme.Parts, Is.EquivalentTo(Enum.GetValues<SummaryPart>()));
        Assert.That(theme.StanceLabels.Values.Select(label => label.Letter).Where(letter => letter.Length > 0), Is.Unique);
        Assert.That(theme.StanceLabels.Values.Select(label => label.Mark), Is.Unique);
    }

    [Test]
    public void The_default_is_read_with_ease_on_tint_and_on_white()
    {
        Assert.That(Rgb.TryParse(SummaryThemeFile.Default.Accent)!.Value.ContrastWith(Rgb.White), Is.GreaterThanOrEqualTo(4.5));
        foreach (var (stance, colours) in SummaryThemeFile.Default.StanceColours)
        {
            var ink = Rgb.TryParse(colours.Ink)!.Value;
            Assert.That(ink.ContrastWith(Rgb.TryParse(colours.Tint)!.Value), Is.GreaterThanOrEqualTo(4.5), stance.ToString());
            Assert.That(ink.ContrastWith(Rgb.White), Is.GreaterThanOrEqualTo(4.5), stance.ToString());
        }
    }

    [Test]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.That(Rgb.Black.ContrastWith(Rgb.White), Is.EqualTo(21).Within(0.01));
        Assert.That(new Rgb(0x77, 0x77, 0x77).ContrastWith(Rgb.White), Is.EqualTo(4.48).Within(0.01));
    }

    [Test]
    public void A_file_states_only_what_it_changes()
    {
        var theme = Load("""{ "accent": "#5a1846", "stances": { "opposes": { "label": "säger nej" } }, "words": { "cover.kind": "Sammandrag" } }""").Value;
        Assert.Multiple(() =>
        {
            Assert.That(theme.Accent, Is.EqualTo("#5a1846"));
            Assert.That(theme.StanceLabels[Stance.Opposes], Is.EqualTo(new StanceLegendEntry(Stance.Opposes, "▼", "A", "säger nej")));
            Assert.That(theme.StanceLabels[Stance.Supports], Is.EqualTo(SummaryThemeFile.Default.StanceLabels[Stance.Supports]));
            Assert.That(theme.Words["cover.kind"], Is.EqualTo("Sammandrag"));
            Assert.That(theme.Fonts, Is.EqualTo(SummaryThemeFile.Default.Fonts));
        });
    }

    [TestCase("{ \"accent\": \"#0b4f5c\",\n oj }", "rad 2", TestName = "Names the line of broken JSON")]
    [TestCase("[]", "JSON-objekt", TestName = "Refuses a list")]
    [TestCase("""{ "accent": "blå" }""", "”blå”, som inte är en färg", TestName = "Refuses what is no colour")]
    [TestCase("""{ "accent": "#aaddee" }""", "kontrasten 1,5:1", TestName = "Refuses an accent too pale for text")]
    [TestCase("""{ "stances": { "opposes": { "tint": "#93201d" } } }""", "stances.opposes.ink har kontrasten 1,0:1", TestName = "Refuses a tint that hides its ink")]
    [TestCase("""{ "stances": { "perhaps": { } } }""", "stances.perhaps är inget ställningstagande", TestName = "Refuses an unknown stance")]
    [TestCase("""{ "stances": { "opposes": { "size": "3" } } }""", "stances.opposes.size", TestName = "Refuses an unknown entry of a stance")]
    [TestCase("""{ "stances": { "opposes": { "mark": "", "letter": "" } } }""", "utan färg", TestName = "Refuses a stance told by colour alone")]
    [TestCase("""{ "parts": ["cover", "weather"] }""", "okända delen ”weather”", TestName = "Refuses an unknown part")]
    [TestCase("""{ "parts": ["cover", "cover"] }""", "två gånger", TestName = "Refuses a part named twice")]
    [TestCase("""{ "words": { "no.such": "x" } }""", "words.no.such", TestName = "Refuses an unknown word")]
    [TestCase("""{ "words": { "cover.kind": 3 } }""", "ska vara text", TestName = "Refuses a word that is no text")]
    [TestCase("""{ "words": { "brief.lead": "Många svar kom in." } }""", "words.brief.lead ska ha samma platser", TestName = "Refuses a word that loses its numbers")]
    [TestCase("""{ "fonts": [] }""", "minst ett typsnitt", TestName = "Refuses a theme without fonts")]
    [TestCase("""{ "colour": "#000000" }""", "colour är ingen inställning", TestName = "Refuses an unknown setting")]
    [TestCase("""{ "logo": "borta.png", "logoAlternativeText": "x" }""", "borta.png, som inte finns", TestName = "Refuses a logo that is not there")]
    [TestCase("""{ "logo": "text.png", "logoAlternativeText": "x" }""", "varken är PNG eller JPEG", TestName = "Refuses a logo that is no picture")]
    [TestCase("""{ "logo": "vapen.png" }""", "logoAlternativeText", TestName = "Refuses a logo without its text")]
    public void Says_what_is_wrong(string json, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "text.png"), "ingen bild");
        File.WriteAllBytes(Path.Combine(_folder, "vapen.png"), Images.Png());
        var failure = Load(json).Failure;
        Assert.That(failure, Is.InstanceOf<Invalid>());
        Assert.That(failure!.Message.Swedish, Does.Contain("eget.json").And.Contain(expected));
        Assert.That(failure.Message.English, Does.Contain("eget.json"));
    }

    [Test]
    [Platform("Linux")]
    public void A_device_is_no_logo_and_no_theme()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "vapen.png"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder, "tema.json"), "/dev/zero");
        Assert.That(Load("""{ "logo": "vapen.png", "logoAlternativeText": "Vapen" }""").Failure!.Message.Swedish, Does.Contain("varken är PNG eller JPEG"));
        Assert.That(SummaryThemeFile.Load(Path.Combine(_folder, "tema.json")).Failure, Is.InstanceOf<Invalid>());
    }

    [Test]
    public void Takes_a_logo_beside_the_file_and_a_font_that_is_not_installed()
    {
        File.WriteAllBytes(Path.Combine(_folder, "vapen.png"), Images.Png());
        var theme = Load("""{ "logo": "vapen.png", "logoAlternativeText": "Vapen", "fonts": ["Mittsund Sans"] }""").Value;
        Assert.That(theme.Logo!.Value.ToArray(), Is.EqualTo(Images.Png()));
        Assert.That(theme.Fonts, Is.EqualTo(new[] { "Mittsund Sans" }));
    }

    [Test]
    public void Takes_comments_trailing_commas_and_a_byte_order_mark() =>
        Assert.That(Load("\uFEFF{ // vår färg\n \"accent\": \"#5a1846\", }").Value.Accent, Is.EqualTo("#5a1846"));

    [Test]
    public void A_file_that_is_not_there_is_not_found() =>
        Assert.That(SummaryThemeFile.Load(Path.Combine(_folder, "borta.json")).Failure, Is.InstanceOf<NotFound>());

    private Result<SummaryTheme> Load(string json)
    {
        var path = Path.Combine(_folder, "eget.json");
        File.WriteAllText(path, json, new UTF8Encoding(false));
        return SummaryThemeFile.Load(path);
    }
}
