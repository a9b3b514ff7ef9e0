using Remiss.Domain.Results;

namespace Remiss.Application.Dispositions;

/// <summary>What is said of dispositions.</summary>
internal static class DispositionPhrases
{
    private const int LongestQuote = 80;

    public static Phrase NoWriter { get; } = new(
        "Den du valde är inte samordnare eller handläggare i remissen. Välj någon annan, eller ge personen en roll först.",
        "The person you chose is not a coordinator or analyst of the consultation. Choose someone else, or give that person a role first.");

    public static Phrase NoKind { get; } = new(
        "Välj hur synpunkten hanteras innan den godkänns.", "Choose how the comment is dealt with before it is approved.");

    /// <summary>Someone was first: what stands there and what was to be written.</summary>
    public static Phrase Changed(
        DispositionKind? kind, DispositionState state, string? reply, DispositionKind? wantedKind, DispositionState wantedState, string? wantedReply)
    {
        Phrase now = Of(kind, state, reply), wanted = Of(wantedKind, wantedState, wantedReply);
        return new Phrase(
            $"Någon annan hann ändra hanteringen. Nu gäller: {now.Swedish}. Du ville spara: {wanted.Swedish}. Inget har skrivits över: läs in den igen.",
            $"Someone else changed the disposition first. It now says: {now.English}. You wanted to save: {wanted.English}. Nothing was overwritten: load it again.");
    }

    /// <summary>A kind in words.</summary>
    public static Phrase Kind(DispositionKind? kind) => kind switch
    {
        DispositionKind.Accepted => new("tillgodoses", "accepted"),
        DispositionKind.PartlyAccepted => new("tillgodoses delvis", "partly accepted"),
        DispositionKind.AlreadyMet => new("redan tillgodosedd", "already met"),
        DispositionKind.Noted => new("noteras", "noted"),
        DispositionKind.NotAccepted => new("tillgodoses inte", "not accepted"),
        DispositionKind.OutOfScope => new("utanför remissen", "out of scope"),
        _ => new("ingen hantering", "no disposition"),
    };

    private static Phrase Of(DispositionKind? kind, DispositionState state, string? reply)
    {
        Phrase what = Kind(kind);
        Phrase how = state switch
        {
            DispositionState.Approved => new("godkänt", "approved"),
            DispositionState.Drafted => new("utkast", "draft"),
            _ => new("öppet", "open"),
        };
        string words = reply is null ? string.Empty
            : $" ”{(reply.Length <= LongestQuote ? reply : reply[..(char.IsHighSurrogate(reply[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…")}”";
        return new Phrase($"{what.Swedish}, {how.Swedish}{words}", $"{what.English}, {how.English}{words}");
    }
}
