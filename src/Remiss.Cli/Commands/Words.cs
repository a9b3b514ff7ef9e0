using System.Globalization;
using Remiss.Application.Mail;
using Remiss.Cli.Terminal;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Cli.Commands;

/// <summary>What the values of the domain are called on screen.</summary>
internal static class Words
{
    public static string Bodies(Screen screen, int count) => screen.Counted(count, new("instans", "body"), new("instanser", "bodies"));

    public static string Invitations(Screen screen, int count) => screen.Counted(count, new("inbjudan", "invitation"), new("inbjudningar", "invitations"));

    public static string Reminders(Screen screen, int count) => screen.Counted(count, new("påminnelse", "reminder"), new("påminnelser", "reminders"));

    public static string Files(Screen screen, int count) => screen.Counted(count, new("fil", "file"), new("filer", "files"));

    public static string Comments(Screen screen, int count) => screen.Counted(count, new("synpunkt", "comment"), new("synpunkter", "comments"));

    public static Phrase Of(Stance stance) => stance switch
    {
        Stance.Supports => new Phrase("tillstyrker", "supports"),
        Stance.SupportsWithComments => new Phrase("tillstyrker med synpunkter", "supports with comments"),
        Stance.Doubtful => new Phrase("tveksam", "doubtful"),
        Stance.Opposes => new Phrase("avstyrker", "opposes"),
        Stance.NoObjection => new Phrase("ingen erinran", "no objection"),
        Stance.Abstains => new Phrase("avstår", "abstains"),
        _ => new Phrase("ej angivet", "not stated"),
    };

    public static Phrase Of(MailState state) => state switch
    {
        MailState.Queued => new Phrase("väntar på att skickas", "waits to be sent"),
        MailState.Sending => new Phrase("skickas", "is being sent"),
        MailState.Sent => new Phrase("är skickat", "has been sent"),
        MailState.Refused => new Phrase("togs inte emot", "was refused"),
        MailState.Uncertain => new Phrase("har kanske inte gått iväg", "may not have gone"),
        _ => new Phrase("kom tillbaka", "came back"),
    };

    public static Phrase Of(SectionTag tag) => tag.How switch
    {
        TagSource.Heading => new Phrase("rubrik", "heading"),
        TagSource.Reference => new Phrase("hänvisning", "reference"),
        TagSource.Page => new Phrase("sida", "page"),
        TagSource.Title => new Phrase("titel", "title"),
        TagSource.Person => new Phrase("person", "person"),
        _ => new Phrase(
            $"förslag {tag.Confidence.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')}",
            $"suggested {tag.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}"),
    };
}
