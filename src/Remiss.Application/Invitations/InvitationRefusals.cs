using System.Globalization;
using Remiss.Application.Consultations;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>What the use cases of invitations refuse alike.</summary>
internal static class InvitationRefusals
{
    private const int MostNamed = 10;

    /// <summary>Someone changed an invitation between the reading and the writing: nothing is done, and nothing is sent.</summary>
    public static Conflict Moved(string body) => new(new Phrase(
        $"{body} svarade eller ändrades just nu. Inget har ändrats eller skickats. Läs om sidan och försök igen.",
        $"{body} answered or was changed just now. Nothing was changed or sent. Reload the page and try again."));

    /// <summary>The refusal for a consultation that is not open, or null.</summary>
    public static Conflict? NotOpen(ConsultationRow consultation, Phrase step) => consultation.State switch
    {
        ConsultationState.Open => null,
        ConsultationState.Draft => new Conflict(new Phrase(
            $"Remissen är ett utkast. Öppna den innan {step.Swedish}.", $"The consultation is a draft. Open it before {step.English}.")),
        _ => new Conflict(new Phrase(
            $"Remissen är stängd. Öppna den igen innan {step.Swedish}.", $"The consultation is closed. Reopen it before {step.English}.")),
    };

    /// <summary>The chosen invitations, all of them for null; or which of the chosen is not invited.</summary>
    public static Result<List<InvitationRow>> Chosen(IReadOnlyList<InvitationRow> invitations, IReadOnlyCollection<BodyId>? bodies)
    {
        if (bodies is null) return invitations.ToList();
        var chosen = bodies.ToHashSet();
        List<InvitationRow> found = [.. invitations.Where(i => chosen.Contains(i.BodyId))];
        return found.Count == chosen.Count ? found : new NotFound(new Phrase(
            "En av instanserna är inte inbjuden till remissen. Läs om sidan.", "One of the bodies is not invited to the consultation. Reload the page."));
    }

    /// <summary>Names in a sentence: the first ten, and how many more there are.</summary>
    public static Phrase Named(IEnumerable<InvitationRow> invitations)
    {
        List<string> names = [.. invitations.Select(i => i.BodyName)];
        string first = string.Join(", ", names.Take(MostNamed));
        string more = (names.Count - MostNamed).ToString(CultureInfo.InvariantCulture);
        return names.Count <= MostNamed ? new Phrase(first, first) : new Phrase($"{first} och {more} till", $"{first} and {more} more");
    }
}
