using Remiss.Application.Responses;

namespace Remiss.Application.Invitations;

/// <summary>Where an invitation (utskick) to a body is. Silence is none of them: it is <see cref="Sent"/>, <see cref="Opened"/> or <see cref="Drafting"/> as time goes by.</summary>
public enum InvitationState
{
    /// <summary>Chosen, not yet asked: it has not been sent, or the body has no address.</summary>
    Planned,

    /// <summary>Asked.</summary>
    Sent,

    /// <summary>Someone there has opened the invitation.</summary>
    Opened,

    /// <summary>A reply is being written there. Nothing else is known about it: a draft is the body's own room.</summary>
    Drafting,

    /// <summary>A reply has come.</summary>
    Answered,

    /// <summary>The body has told that it has no comments (inga synpunkter).</summary>
    NoComments,

    /// <summary>The body has told that it does not answer (avstår).</summary>
    Declined,

    /// <summary>The region has taken the invitation back.</summary>
    Withdrawn,
}

/// <summary>The rules of the states, on plain values.</summary>
public static class InvitationStateRules
{
    /// <summary>Whether the body is asked and has not answered in any way: the ones that are reminded.</summary>
    public static bool IsSilent(this InvitationState state) => state is InvitationState.Sent or InvitationState.Opened or InvitationState.Drafting;

    /// <summary>Whether the body has said what it has to say.</summary>
    public static bool HasAnswered(this InvitationState state) =>
        state is InvitationState.Answered or InvitationState.NoComments or InvitationState.Declined;

    /// <summary>What an invitation becomes by a reply of that kind.</summary>
    public static InvitationState AnsweredBy(ResponseKind kind) => kind switch
    {
        ResponseKind.NoComments => InvitationState.NoComments,
        ResponseKind.Declined => InvitationState.Declined,
        _ => InvitationState.Answered,
    };

    /// <summary>
    /// Whether an invitation may go from one state to another. What a body tells is always taken, also from one whose
    /// invitation was taken back. Opening and drafting only lead forward, so that a link which is opened again after
    /// the reply does not undo it.
    /// </summary>
    public static bool MayBecome(this InvitationState from, InvitationState to) => to switch
    {
        InvitationState.Planned => from is InvitationState.Withdrawn,
        InvitationState.Sent => from is InvitationState.Planned or InvitationState.Withdrawn || from.HasAnswered(),
        InvitationState.Opened => from is InvitationState.Sent,
        InvitationState.Drafting => from is InvitationState.Sent or InvitationState.Opened,
        InvitationState.Answered or InvitationState.NoComments or InvitationState.Declined => true,
        InvitationState.Withdrawn => !from.HasAnswered() && from != InvitationState.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(to)),
    };
}
