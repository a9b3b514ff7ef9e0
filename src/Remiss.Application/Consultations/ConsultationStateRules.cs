using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>The rules of the states, on plain values.</summary>
public static class ConsultationStateRules
{
    /// <summary>Whether a consultation may go from one state to the other: draft, open, closed and back to open, and in the end archived.</summary>
    public static bool MayBecome(this ConsultationState from, ConsultationState to) => (from, to) switch
    {
        (ConsultationState.Draft, ConsultationState.Open) => true,
        (ConsultationState.Open, ConsultationState.Closed) => true,
        (ConsultationState.Closed, ConsultationState.Open) => true,
        (ConsultationState.Draft or ConsultationState.Closed, ConsultationState.Archived) => true,
        _ => false,
    };

    /// <summary>The state's name as it stands in a sentence.</summary>
    public static Phrase Name(this ConsultationState state) => state switch
    {
        ConsultationState.Draft => new("ett utkast", "a draft"),
        ConsultationState.Open => new("öppen", "open"),
        ConsultationState.Closed => new("stängd", "closed"),
        ConsultationState.Archived => new("arkiverad", "archived"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
