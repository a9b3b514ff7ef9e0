using Remiss.Application.Mail;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Mail;

public sealed class MailTemplatesTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("remiss-texts-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_text_that_ships_makes_a_mail_with_and_without_what_may_be_lacking([Values] MailKind kind, [Values] Language language, [Values] bool whole)
    {
        MailTemplates templates = MailTemplates.Load(null).Value;
        MailValues values = MailValues.Examples(kind, language);
        if (!whole)
        {
            foreach (MailField field in MailFields.Of(kind).Where(field => MailFields.MayLack(field))) values.With(field, null);
        }

        RenderedMail mail = templates.Render(kind, values);

        string all = mail.Subject + mail.Plain + mail.Html;
        Assert.Multiple(() =>
        {
            Assert.That(all, Does.Not.Contain("{{").And.Not.Contain("}}"));
            Assert.That(mail.Subject, Does.Contain("Plan för biblioteken i Norrvik"));
            Assert.That(mail.Plain, Does.Contain("Sjöbacka kommun").And.Not.Contain("\n\n\n"));
            Assert.That(mail.Html, Does.Contain(language == Language.Swedish ? "<html lang=\"sv\">" : "<html lang=\"en\">"));
            Assert.That(System.Net.WebUtility.HtmlDecode(mail.Html), Does.Contain("Sjöbacka kommun"));
            if (kind == MailKind.Invitation)
            {
                Assert.That(mail.Plain, Does.Contain(language == Language.Swedish ? "senast **14 maj 2027**" : "by **14 May 2027**"));
                Assert.That(mail.Html.Contains("<a href=\"https://remiss.mittsund.example/s/exempel\">https://remiss.mittsund.example/s/exempel</a>", StringComparison.Ordinal), Is.EqualTo(whole));
                Assert.That(mail.Plain.Contains("RM 2027-0114", StringComparison.Ordinal), Is.EqualTo(whole));
            }
        });
    }

    [TestCase("<b>fet</b><script>alert(1)</script>")]
    [TestCase("[klicka](javascript:alert)")]
    [TestCase("{{consultation.title}} {{#if x}} {{{y}}}")]
    [TestCase("# Rubrik *kursiv* `kod` ![bild](https://spion.example/1.png)")]
    [TestCase("https://spion.example/")]
    [TestCase("\" onmouseover=\"alert(1)")]
    [TestCase("&lt;b&gt; &amp; <!-- -->")]
    [TestCase("rad ett\n\n---\n\n| a | b |\n|---|---|\n\n    kod")]
    public void A_value_stays_text_whatever_it_holds(string hostile)
    {
        MailTemplates templates = MailTemplates.Load(null).Value;
        RenderedMail plain = templates.Render(MailKind.Invitation, MailValues.Examples(MailKind.Invitation, Language.Swedish).With(MailFields.Message, "X"));
        RenderedMail mail = templates.Render(MailKind.Invitation, MailValues.Examples(MailKind.Invitation, Language.Swedish).With(MailFields.Message, hostile));

        Assert.Multiple(() =>
        {
            Assert.That(mail.Plain, Does.Contain(hostile));
            Assert.That(Tags(mail.Html).Replace("<br>", string.Empty, StringComparison.Ordinal), Is.EqualTo(Tags(plain.Html).Replace("<br>", string.Empty, StringComparison.Ordinal)), "The value makes no element and no attribute of its own.");
            Assert.That(System.Net.WebUtility.HtmlDecode(mail.Html.Replace("<br>\n", "\n", StringComparison.Ordinal)), Does.Contain(hostile));
        });
    }

    [Test]
    public void A_title_with_line_breaks_stays_one_line_in_the_subject_and_a_long_one_is_cut_between_characters()
    {
        MailTemplates templates = MailTemplates.Load(null).Value;
        string broken = templates.Render(MailKind.Reminder, MailValues.Examples(MailKind.Reminder, Language.Swedish).With(MailFields.Title, "Plan\r\nBcc: alla@norrvik.example")).Subject;
        string cut = templates.Render(MailKind.Reminder, MailValues.Examples(MailKind.Reminder, Language.Swedish).With(MailFields.Title, string.Concat(Enumerable.Repeat("🦉", 400)))).Subject;

        Assert.That(broken, Does.Contain("Plan Bcc: alla@norrvik.example"));
        Assert.That(cut, Has.Length.LessThanOrEqualTo(MailMessage.MaxSubject).And.EndsWith("🦉…"));
    }

    [Test]
    public void Refuses_a_link_that_is_no_web_address_and_a_mail_without_what_it_must_have()
    {
        Assert.That(() => new MailValues(Language.Swedish).With(MailFields.Link, "javascript:alert(1)"), Throws.ArgumentException);
        Assert.That(() => MailTemplates.Load(null).Value.Render(MailKind.Invitation, new MailValues(Language.Swedish)), Throws.ArgumentException);
    }

    [Test]
    public void A_site_s_own_text_is_used_and_the_rest_ships()
    {
        Write("reminder.sv.md", "---\nsubject: Hej {{body.name}}\n---\nSvara på [sidan]({{link}}), **{{body.name}}**.\n");

        MailTemplates templates = MailTemplates.Load(_folder).Value;
        RenderedMail own = templates.Render(MailKind.Reminder, MailValues.Examples(MailKind.Reminder, Language.Swedish).With(MailFields.Body, "A_b*c kommun"));
        RenderedMail shipped = templates.Render(MailKind.Invitation, MailValues.Examples(MailKind.Invitation, Language.Swedish));

        Assert.That(own.Subject, Is.EqualTo("Hej A_b*c kommun"));
        Assert.That(own.Html, Does.Contain("<p>Svara på <a href=\"https://remiss.mittsund.example/s/exempel\">sidan</a>, <strong>A_b*c kommun</strong>.</p>"));
        Assert.That(shipped.Subject, Does.StartWith("Remiss:"));
    }

    [TestCase("Hej {{body.nam}}!", "Rad 5, {{body.nam}}", "body.name")]
    [TestCase("{{extension.deadline}}", "{{extension.deadline}}", "finns inte i den här texten")]
    [TestCase("{{{body.name}}}", "{{{body.name}}", "två klamrar")]
    [TestCase("{{#each body}}x{{/each}}", "{{#each body}}", "finns inte")]
    [TestCase("{{> frame}}", "{{> frame}}", "finns inte")]
    [TestCase("{{#if reason}}x{{/if}}", "{{#if reason}}", "finns inte")]
    [TestCase("{{#if message}}x", "{{#if message}}", "avslutas inte med {{/if}}")]
    [TestCase("x{{/if}}", "{{/if}}", "avslutar inget")]
    [TestCase("{{else}}", "{{else}}", "inget {{#if}} före")]
    [TestCase("{{#if message}}x{{else}}y{{else}}z{{/if}}", "invitation.sv.md", "else")]
    [TestCase("{{body.name", "{{body.name", "avslutas inte med }}")]
    [TestCase("{{}}", "{{}}", "finns inte")]
    [TestCase("{{lookup body \"name\"}}", "lookup", "finns inte")]
    [TestCase("[text](javascript:alert)", "javascript:alert", "går inte att använda")]
    [TestCase("[text]({{body.name}})", "invitation.sv.md", "går inte att använda")]
    [TestCase("![bild](https://spion.example/1.png)", "invitation.sv.md", "Bilder")]
    public void Says_which_file_line_and_placeholder_is_wrong(string body, string where, string what)
    {
        Write("invitation.sv.md", $"---\nsubject: Hej\n---\n\n{body}\n");

        Phrase wrong = MailTemplates.Check(_folder).Single();

        Assert.That(wrong.Swedish, Does.StartWith(Path.Combine(_folder, "invitation.sv.md")).And.Contain(where).And.Contain(what));
        Assert.That(MailTemplates.Load(_folder).IsOk, Is.False);
    }

    [TestCase("invitation.sv.md", "Hej", "Ämnet saknas")]
    [TestCase("invitation.sv.md", "---\nsubject: \n---\nHej", "Ämnet saknas")]
    [TestCase("invitation.sv.md", "---\nsubject: {{titel}}\n---\nHej", "Rad 2, {{titel}}")]
    [TestCase("invitation.sv.md", "---\nsubject: Hej\nfrom: x\n---\nHej", "from: x")]
    [TestCase("invitation.sv.md", "---\nsubject: Hej\n---\n\n", "tom")]
    [TestCase("invitation.sv.md", "\u0000", "Ämnet saknas")]
    [TestCase("inbjudan.sv.md", "x", "hör inte till något mejl")]
    [TestCase("frame.html", "<html lang=\"{{language}}\"><img src=\"https://spion.example/1.png\">{{body}}", "hämtar något utifrån")]
    [TestCase("frame.html", "<html lang=\"{{language}}\"><style>@import 'x'</style>{{body}}", "hämtar något utifrån")]
    [TestCase("frame.html", "<html lang=\"{{language}}\">{{text}}", "{{text}}")]
    [TestCase("frame.html", "<html lang=\"{{language}}\">", "{{body}} saknas")]
    [TestCase("frame.html", "<html>{{body}}", "lang")]
    public void Says_what_is_wrong_with_a_file(string file, string text, string what)
    {
        Write(file, text);

        Assert.That(MailTemplates.Check(_folder).Single().Swedish, Does.StartWith(Path.Combine(_folder, file)).And.Contain(what));
    }

    [Test]
    public void Says_that_a_file_is_not_UTF8_or_far_too_large_or_that_the_folder_is_missing()
    {
        File.WriteAllBytes(Path.Combine(_folder, "reminder.sv.md"), [0xC5, 0x20, 0xC4]);
        Write("reminder.en.md", new string('x', 300 * 1024));

        Assert.That(MailTemplates.Check(_folder).Select(wrong => wrong.Swedish), Has.One.Contains("UTF-8").And.One.Contains("större än"));
        Assert.That(MailTemplates.Check("/finns/inte").Single().Swedish, Does.Contain("/finns/inte"));
    }

    private static string Tags(string html) => string.Concat(System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(tag => tag.Value));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
