using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Store;

/// <summary>Invite, remind, extend and what follows the mails, with files in a folder as the mail server.</summary>
public sealed class InvitationCommandsTests
{
    private const string Name = StoreFolder.Consultation;

    [Test]
    public async Task Invites_by_mail_says_who_has_no_address_and_reminds_only_the_silent()
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();

        CliRun invited = await store.DoAsync("invite", "--consultation", Name, "--all-municipalities", "--body", "Byalaget i Norrvik", "--send");
        await store.DoAsync("work", "--until-empty");
        string[] first = Mails(store);
        await store.RunAsync("import", "--consultation", Name, "--replies", store["svar/1-norrvik.txt"]);
        CliRun preview = await store.DoAsync("remind", "--consultation", Name, "--preview");
        CliRun reminded = await store.DoAsync("remind", "--consultation", Name);
        CliRun again = await store.DoAsync("remind", "--consultation", Name);
        await store.DoAsync("work", "--until-empty");

        Assert.Multiple(() =>
        {
            Assert.That(invited.Out, Does.Contain("Valda: 3 instanser").And.Contain("I utkorgen: 2 inbjudningar").And.Contain(store["mail"]).And.Contain("  Byalaget i Norrvik"));
            Assert.That(first, Has.Length.EqualTo(2));
            Assert.That(first, Has.One.Contains("norrvik@norrvik.example").And.One.Contains("sjobacka@sjobacka.example"));
            Assert.That(preview.Out, Does.Contain("Skulle få en påminnelse (1):").And.Contain("  Sjöbacka kommun").And.Not.Contain("Norrviks"));
            Assert.That(reminded.Out, Does.Contain("I utkorgen: 1 påminnelse."));
            Assert.That(again.Out, Does.Contain("Ingen att påminna.").And.Contain("Påmindes redan i dag"));
            Assert.That(Mails(store).Except(first).Single(), Does.Contain("sjobacka@sjobacka.example"));
        });
    }

    [Test]
    public async Task A_body_that_has_answered_already_gets_no_invitation_and_no_reminder()
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();
        await store.ImportAsync();

        CliRun invited = await store.DoAsync("invite", "--consultation", Name, "--all-municipalities", "--send");
        CliRun reminded = await store.DoAsync("remind", "--consultation", Name);

        Assert.That(invited.Out, Does.Contain("Har redan svarat, får ingen inbjudan (2):").And.Contain("I utkorgen: 0 inbjudningar."));
        Assert.That(reminded.Out, Does.Contain("Ingen att påminna."));
    }

    [Test]
    public async Task Extends_for_one_and_tells_it()
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();
        await store.DoAsync("invite", "--consultation", Name, "--body", "Norrviks kommun", "--send");

        CliRun extended = await store.DoAsync("extend", "--consultation", Name, "--until", "2026-12-15", "--body", "norrviks kommun", "--reason", "Nämnden möts sent.");
        CliRun earlier = await store.RunAsync("extend", "--consultation", Name, "--until", "2026-11-15", "--all");
        await store.DoAsync("work", "--until-empty");

        Assert.Multiple(() =>
        {
            Assert.That(extended.Out, Does.Contain("2026-12-15 för 1 instans."));
            Assert.That((earlier.ExitCode, earlier.Error), Is.EqualTo((1, $"Fel: Remissens sista svarsdag är 2026-12-01. Den nya måste vara senare.{Environment.NewLine}")));
            Assert.That(Mails(store), Has.Length.EqualTo(2));
        });
    }

    [Test]
    public async Task A_mail_that_came_back_is_recorded_and_sent_again_to_another_address()
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();
        await store.DoAsync("invite", "--consultation", Name, "--body", "Norrviks kommun", "--send");
        await store.DoAsync("work", "--until-empty");

        await store.DoAsync("mail", "bounce", "norrvik@norrvik.example", "--consultation", Name, "--reason", "Okänd mottagare");
        CliRun list = await store.DoAsync("mail", "list", "--consultation", Name);
        await store.DoAsync("mail", "resend", "norrvik@norrvik.example", "--consultation", Name, "--to", "kansli@norrvik.example");
        await store.DoAsync("work", "--until-empty");

        Assert.That(list.Out, Does.Contain("Norrviks kommun <norrvik@norrvik.example>: kom tillbaka").And.Contain("Okänd mottagare"));
        Assert.That(Mails(store), Has.One.Contains("kansli@norrvik.example"));
    }

    [Test]
    public async Task Shows_a_mail_before_it_is_sent()
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();

        CliRun swedish = await store.DoAsync("mail", "preview", "--consultation", Name, "--message", "Vi ses den 3 mars.");
        CliRun english = await store.DoAsync("mail", "preview", "--consultation", Name, "--kind", "reminder", "--lang", "en");

        Assert.That(swedish.Out, Does.StartWith("Ämne: ").And.Contain("Bredbandsplan").And.Contain("Vi ses den 3 mars.").And.Not.Contain("https://"));
        Assert.That(english.Out, Does.StartWith("Subject: ").And.Contain("1 December 2026"));
    }

    [TestCase("Registret har ingen instans som heter ”Norrvik”. Menar du", "invite", "--body", "Norrvik")]
    [TestCase("Sändlistan ”Alla” finns inte; det finns ingen sändlista.", "invite", "--list", "Alla")]
    [TestCase("Remissen har inget brev a@b.example.", "mail", "resend", "a@b.example")]
    public async Task What_is_not_there_is_said(string sentence, params string[] args)
    {
        using StoreFolder store = await StoreFolder.MakeOpenAsync();

        CliRun run = await store.RunAsync([.. args, "--consultation", Name]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("Fel: " + sentence));
    }

    private static string[] Mails(StoreFolder store) => [.. Directory.EnumerateFiles(store["mail"], "*.eml").Select(File.ReadAllText)];
}
