using System.Collections.Immutable;
using System.Globalization;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Settings;

/// <summary>Every setting there is. <c>docs/settings.md</c> says the same, and a test compares them.</summary>
public static class KnownSettings
{
    private static readonly WorkSettings Work = new();
    private static readonly MailSettings Mail = new();

    /// <summary>All of them, in the order they are shown.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Choice("Database", "Sqlite", ["Sqlite", "SqlServer"], "Vilken databas som används.", "Which database is used."),
        Path("Sqlite:File", "remiss-data/remiss.db", "SQLite-databasens fil.", "The SQLite database's file."),
        Secret("ConnectionStrings:SqlServer", "Anslutningssträngen till SQL Server. Behövs när Database är SqlServer.", "The connection string to SQL Server. Needed when Database is SqlServer."),
        Path("Files:Folder", null, "Mappen för filer som är för stora för databasen. Annars databasens fil med .files efter, eller remiss-data/files för SQL Server.", "The folder for files that are too large for the database. Otherwise the database's file followed by .files, or remiss-data/files for SQL Server."),
        Whole("Files:LargestInDatabase", DatabaseSettings.ForSqlite("x").LargestInDatabase, 0, 1_000_000_000, "Största fil som läggs i databasen, i byte.", "The largest file that is kept in the database, in bytes."),
        Whole("Work:Parallel", Work.Parallel, 1, 64, "Hur många bakgrundsarbeten som utförs samtidigt.", "How many pieces of background work are carried out at the same time."),
        Whole("Work:LeaseSeconds", (long)Work.Lease.TotalSeconds, 2, 3_600, "Hur länge ett arbete är upptaget av en nod som inte hörs av, i sekunder.", "How long a piece of work stays taken by a node that is not heard of, in seconds."),
        Whole("Work:PollSeconds", (long)Work.Poll.TotalSeconds, 1, 3_600, "Hur ofta kön läses när inget nytt har hänt, i sekunder.", "How often the queue is read when nothing new has happened, in seconds."),
        Whole("Work:MostAttempts", Work.MostAttempts, 1, 100, "Hur många gånger ett arbete påbörjas innan en person måste titta på det.", "How many times a piece of work is begun before a person must look at it."),
        Whole("Work:FirstWaitSeconds", (long)Work.FirstWait.TotalSeconds, 1, 86_400, "Väntan efter det första försöket som misslyckas, i sekunder. Den fördubblas sedan.", "The wait after the first attempt that fails, in seconds. It doubles after that."),
        Whole("Work:LongestWaitSeconds", (long)Work.LongestWait.TotalSeconds, 1, 604_800, "Längsta väntan mellan två försök, i sekunder.", "The longest wait between two attempts, in seconds."),
        Path("Summary:Theme", null, "Sammanställningens tema, en theme.json. Annars det som följer med (templates/summary/theme.json).", "The summary's theme, a theme.json. Otherwise the one that ships (templates/summary/theme.json)."),
        Text("Mail:Host", null, "E-postserverns namn. Utan namn skrivs mejl som .eml-filer i Mail:Folder.", "The mail server's name. Without one, mails are written as .eml files into Mail:Folder."),
        Whole("Mail:Port", Mail.Port, 1, 65_535, "E-postserverns port.", "The mail server's port."),
        Choice("Mail:Security", Mail.Security.ToString(), [.. Enum.GetNames<MailSecurity>()], "Hur anslutningen skyddas. None är bara för en server på samma dator.", "How the connection is protected. None is only for a server on the same machine."),
        Path("Mail:TrustedCertificate", null, "PEM-fil med certifikatet för organisationens egen utfärdare.", "PEM file with the certificate of the organisation's own issuer."),
        Text("Mail:User", null, "Användare att logga in som på e-postservern.", "The user to log in as at the mail server."),
        Secret("Mail:Password", "Användarens lösenord.", "The user's password."),
        Text("Mail:FromAddress", Mail.FromAddress, "Adressen som mejl kommer från.", "The address that mail comes from."),
        Text("Mail:FromName", Mail.FromName, "Namnet bredvid adressen.", "The name beside the address."),
        Text("Mail:ReplyTo", null, "Vart svar ska gå, om inte till avsändaren.", "Where answers go, when not to the sender."),
        Path("Mail:Folder", null, "Mappen för .eml-filer. Annars mail i mappen där databasens fil ligger, eller remiss-data/mail för SQL Server.", "The folder for .eml files. Otherwise mail in the folder of the database's file, or remiss-data/mail for SQL Server."),
        Path("Mail:Templates", null, "Mapp med organisationens egna mejltexter, fil för fil i stället för dem som följer med.", "A folder with the organisation's own mail texts, file by file instead of those that ship."),
        Whole("Mail:TimeoutSeconds", Mail.TimeoutSeconds, 1, 600, "Längsta väntan på ett svar från e-postservern, i sekunder.", "The longest wait for one answer of the mail server, in seconds."),
        Whole("Mail:LastAnswerSeconds", Mail.LastAnswerSeconds, 1, 1_800, "Längsta väntan på svaret på ett helt mejl, i sekunder.", "The longest wait for the answer to a whole mail, in seconds."),
        Whole("Mail:MostAttempts", Mail.MostAttempts, 1, 50, "Hur många gånger ett mejl försöker skickas.", "How many times a mail is tried."),
    ];

    /// <summary>The setting of that name, whatever its capitals, or null.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(s => s.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static Setting Text(string key, string? standard, string swedish, string english) => new(key, SettingKind.Text, standard, new Phrase(swedish, english));

    private static Setting Secret(string key, string swedish, string english) => new(key, SettingKind.Text, null, new Phrase(swedish, english)) { IsSecret = true };

    private static Setting Path(string key, string? standard, string swedish, string english) => new(key, SettingKind.Path, standard, new Phrase(swedish, english));

    private static Setting Choice(string key, string standard, ImmutableArray<string> choices, string swedish, string english) =>
        new(key, SettingKind.Choice, standard, new Phrase(swedish, english)) { Choices = choices };

    private static Setting Whole(string key, long standard, long least, long most, string swedish, string english) =>
        new(key, SettingKind.Whole, standard.ToString(CultureInfo.InvariantCulture), new Phrase(swedish, english)) { Least = least, Most = most };
}
