using System.Text;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Settings;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Settings;

public sealed class RemissSettingsTests
{
    private const string Secret = "hemligt-l0senord";

    [Test]
    public void The_page_of_settings_and_the_program_know_the_same_ones()
    {
        string[] page = [.. File.ReadLines(Path.Combine(Root(), "docs", "settings.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

        string[] known = [.. KnownSettings.All.Select(s => $"| `{s.Key}` | `{s.Variable}` | {(s.Default is null ? "–" : $"`{s.Default}`")} | {s.Meaning.English} |")];

        Assert.That(page, Is.EqualTo(known));
    }

    [Test]
    public void Without_any_the_defaults_hold()
    {
        RemissSettings settings = RemissSettings.Of([]).Value;

        Assert.Multiple(() =>
        {
            Assert.That(settings.Database.Dialect, Is.EqualTo(SqlDialect.Sqlite));
            Assert.That(settings.Database.ConnectionString, Does.Contain(Path.Combine("remiss-data", "remiss.db")));
            Assert.That(settings.Database.FilesFolder, Does.EndWith("remiss.db.files"));
            Assert.That(settings.Database.LargestInDatabase, Is.EqualTo(10_485_760));
            Assert.That(settings.Mail with { Folder = "mail" }, Is.EqualTo(new MailSettings()));
            Assert.That(settings.Work, Is.EqualTo(new Remiss.Application.Work.WorkSettings()));
            Assert.That(settings.Values.Select(v => v.Source), Is.All.EqualTo(SettingSource.Default));
        });
    }

    [Test]
    public void Every_setting_reaches_what_it_sets()
    {
        var given = new Dictionary<string, string>
        {
            ["Database"] = "sqlserver",
            ["Sqlite:File"] = "/srv/x.db",
            ["ConnectionStrings:SqlServer"] = $"Server=db.example;User ID=remiss;Password={Secret}",
            ["Files:Folder"] = "/srv/files",
            ["Files:LargestInDatabase"] = "11",
            ["Work:Parallel"] = "3",
            ["Work:LeaseSeconds"] = "12",
            ["Work:PollSeconds"] = "13",
            ["Work:MostAttempts"] = "14",
            ["Work:FirstWaitSeconds"] = "15",
            ["Work:LongestWaitSeconds"] = "16",
            ["Mail:Host"] = "post.norrvik.example",
            ["Mail:Port"] = "465",
            ["Mail:Security"] = "tls",
            ["Mail:TrustedCertificate"] = "",
            ["Mail:User"] = "u",
            ["Mail:Password"] = Secret,
            ["Mail:FromAddress"] = "a@norrvik.example",
            ["Mail:FromName"] = "Norrvik",
            ["Mail:ReplyTo"] = "b@norrvik.example",
            ["Mail:Folder"] = "/srv/mail",
            ["Mail:Templates"] = "/srv/texts",
            ["Mail:TimeoutSeconds"] = "17",
            ["Mail:LastAnswerSeconds"] = "18",
            ["Mail:MostAttempts"] = "19",
            ["Summary:Theme"] = "/srv/tema.json",
        };
        Assert.That(given.Keys, Is.EquivalentTo(KnownSettings.All.Select(s => s.Key)));

        RemissSettings s = RemissSettings.Of(given.Select(g => Given(g.Key, g.Value))).Value;

        Assert.Multiple(() =>
        {
            Assert.That(s.Database.Dialect, Is.EqualTo(SqlDialect.SqlServer));
            Assert.That(s.Database.ConnectionString, Does.Contain(Secret).And.Contain("Encrypt=True"));
            Assert.That((s.Database.FilesFolder, s.Database.LargestInDatabase), Is.EqualTo(("/srv/files", 11)));
            Assert.That(
                (s.Work.Parallel, s.Work.Lease.TotalSeconds, s.Work.Poll.TotalSeconds, s.Work.MostAttempts, s.Work.FirstWait.TotalSeconds, s.Work.LongestWait.TotalSeconds),
                Is.EqualTo((3, 12, 13, 14, 15, 16)));
            Assert.That(s.SummaryTheme, Is.EqualTo("/srv/tema.json"));
            Assert.That(s.Mail, Is.EqualTo(new MailSettings
            {
                Host = "post.norrvik.example",
                Port = 465,
                Security = MailSecurity.Tls,
                User = "u",
                Password = Secret,
                FromAddress = "a@norrvik.example",
                FromName = "Norrvik",
                ReplyTo = "b@norrvik.example",
                Folder = "/srv/mail",
                Templates = "/srv/texts",
                TimeoutSeconds = 17,
                LastAnswerSeconds = 18,
                MostAttempts = 19,
            }));
        });
    }

    [Test]
    public void The_later_source_wins_and_an_empty_value_is_the_default()
    {
        RemissSettings settings = RemissSettings.Of([Given("Work:Parallel", "3"), Given("work:parallel", "5"), Given("Work:MostAttempts", "7"), Given("Work:MostAttempts", "")]).Value;

        Assert.That((settings.Work.Parallel, settings.Work.MostAttempts), Is.EqualTo((5, 12)));
    }

    [TestCase("Mial:Host", "x", "Mial:Host")]
    [TestCase("Work:Parallel", "0", "Work:Parallel")]
    [TestCase("Work:Parallel", "många", "många")]
    [TestCase("Work:Parallel", "99999999999999999999", "Work:Parallel")]
    [TestCase("Work:Parallel", " 2", "Work:Parallel")]
    [TestCase("Database", "Oracle", "Sqlite, SqlServer")]
    [TestCase("Sqlite:File", "a\0b", "Sqlite:File")]
    [TestCase("Mail:FromAddress", "ingen adress", "Mail:FromAddress")]
    [TestCase("Database", "SqlServer", "ConnectionStrings:SqlServer")]
    public void Refuses_what_it_cannot_use_and_says_which(string key, string value, string said)
    {
        Failure? failure = RemissSettings.Of([Given(key, value)]).Failure;

        Assert.That(failure, Is.TypeOf<Invalid>());
        Assert.That(failure!.Message.Swedish, Does.Contain(said));
    }

    [Test]
    public void Says_where_each_wrong_one_comes_from_and_all_at_once()
    {
        Failure? failure = RemissSettings.Of([Given("Mial:Host", "x"), new GivenSetting("Work:Parallel", "0", SettingSource.File("/etc/remiss.json"))]).Failure;

        Assert.Multiple(() =>
        {
            Assert.That(failure!.Message.English, Does.Contain("the environment variable X"));
            Assert.That(((Invalid)failure).More.Single().Message.English, Does.Contain("/etc/remiss.json"));
        });
    }

    private static readonly GivenSetting[][] Leaks =
    [
        [Given("Database", "SqlServer"), Given("ConnectionStrings:SqlServer", $"Server=x;Password={Secret};Nonsense=1")],
        [Given("Database", "SqlServer"), Given("ConnectionStrings:SqlServer", $"Password={Secret}=;;=")],
        [Given("ConnectionStrings:SqlServer", $"{Secret}\n")],
        [Given("Sqlite:File", $"Server=x;Password={Secret}")],
        [Given("Files:Folder", $"Server=x;pwd={Secret}")],
        [Given("Mail:Password", Secret) with { IsOpenToAll = true }],
        [Given("Mail:Host", "post.example"), Given("Mail:Password", Secret)],
        [Given("Mail:Password", $"{Secret}\0")],
        [Given("Mail:Passwrd", Secret)],
        [Given($"Server=x;Password={Secret}", "1")],
    ];

    [TestCaseSource(nameof(Leaks))]
    public void No_secret_is_part_of_an_error(GivenSetting[] given)
    {
        Failure? failure = RemissSettings.Of(given).Failure;

        Assert.That(failure, Is.TypeOf<Invalid>());
        foreach (Invalid one in ((Invalid)failure!).More.Prepend((Invalid)failure))
            Assert.That(one.Message.Swedish + one.Message.English + one.Field, Does.Not.Contain(Secret));
    }

    [Test]
    public void No_secret_is_in_what_settings_say_of_themselves()
    {
        RemissSettings settings = RemissSettings.Of(
        [
            Given("Database", "SqlServer"), Given("ConnectionStrings:SqlServer", $"Server=x;User ID=u;Password={Secret}"), Given("Mail:Host", "post.example"),
            Given("Mail:FromAddress", "remiss@norrvik.example"), Given("Mail:User", "u"), Given("Mail:Password", Secret),
        ]).Value;

        string said = $"{settings} {settings.Database} {settings.Mail} {string.Join(' ', settings.Values)} {string.Join(' ', settings.Values.Select(v => v.Shown))} {Given("Mail:Password", Secret)}";

        Assert.That(said, Does.Not.Contain(Secret).And.Contain("••••"));
    }

    [TestCase("{ \"Remiss\": { \"Work\": { \"Parallel\": 4 } /* så */, } }", "Work:Parallel=4")]
    [TestCase("{ \"Remiss\": { \"Mail:Host\": \"a.example\", \"Mail\": { \"User\": null } }, \"Logging\": { \"x\": [1] } }", "Mail:Host=a.example")]
    [TestCase("{ \"Logging\": {} }", "")]
    public void A_file_gives_what_its_section_holds(string json, string expected)
    {
        string path = Write(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(json)).ToArray());

        var given = SettingsFile.Read(path, required: false).Value;

        Assert.That(string.Join(',', given.Select(g => $"{g.Key}={g.Text}")), Is.EqualTo(expected));
    }

    [TestCase("{ \"Remiss\": { \"Mail\": { \"Password\": \"" + Secret + "\"\n oj } } }")]
    [TestCase("{ \"Remiss\": { \"Mail\": { \"Password\": [\"" + Secret + "\"] } } }")]
    [TestCase("{ \"Mail\": { \"Password\": \"" + Secret + "\" } }")]
    [TestCase(Secret)]
    [TestCase("")]
    public void A_file_that_cannot_be_read_is_named_but_not_quoted(string json)
    {
        string path = Write(Encoding.UTF8.GetBytes(json));

        Failure? failure = SettingsFile.Read(path, required: true).Failure;

        Assert.That(failure, Is.TypeOf<Invalid>());
        Assert.That(failure!.Message.ToString() + failure.Message.English, Does.Contain(path).And.Not.Contain(Secret));
    }

    [Test]
    public void A_path_in_a_file_counts_from_the_files_own_folder()
    {
        string path = Write("{ \"Remiss\": { \"Sqlite\": { \"File\": \"data/r.db\" } } }"u8.ToArray());

        RemissSettings settings = RemissSettings.Of(SettingsFile.Read(path, required: true).Value).Value;

        Assert.That(settings.Database.ConnectionString, Does.Contain(Path.Combine(Path.GetDirectoryName(path)!, "data", "r.db")));
    }

    private static GivenSetting Given(string key, string value) => new(key, value, SettingSource.Variable("X"));

    private static string Write(byte[] bytes)
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "settings-test", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "appsettings.json");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Root()
    {
        string folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "Remiss.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
