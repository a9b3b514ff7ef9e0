using System.Collections.Immutable;

namespace Remiss.Domain.Responses;

/// <summary>What a reply tells of itself outside its comments.</summary>
public sealed record Letterhead
{
    /// <summary>The senders, the first one first; empty where none was found.</summary>
    public ImmutableArray<string> Senders { get; init; } = [];

    /// <summary>The sender's own registration number, or null.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The consultation's registration number, or null.</summary>
    public string? ConsultationRegistrationNumber { get; init; }

    /// <summary>The designation of the consulted document in its series (<c>SOU 2021:94</c>), or null.</summary>
    public string? Designation { get; init; }

    /// <summary>The day of the reply, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The decision, or null.</summary>
    public Decision? Decision { get; init; }
}
