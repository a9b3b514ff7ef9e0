namespace Remiss.Application.Consultations;

/// <summary>Where a consultation is.</summary>
public enum ConsultationState
{
    /// <summary>Being prepared; no one is asked yet.</summary>
    Draft,

    /// <summary>Replies are awaited.</summary>
    Open,

    /// <summary>No longer awaited; replies that come are late, and can still be registered by the region.</summary>
    Closed,

    /// <summary>Done: only read.</summary>
    Archived,
}
