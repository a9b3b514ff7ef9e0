using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Remiss.Application.Database;

namespace Remiss.Application.Auditing;

/// <summary>One line of the audit log, as its row.</summary>
public sealed record AuditEntry
{
    /// <summary>What the first link holds instead of the hash of one before.</summary>
    public static string FirstHash { get; } = new('0', 64);

    /// <summary>Whose chain.</summary>
    public OrganisationId OrganisationId { get; init; }

    /// <summary>Its place in the chain, from 1 without a gap.</summary>
    public long Sequence { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What kind of someone acted.</summary>
    public string ActorKind { get; init; } = string.Empty;

    /// <summary>The account that acted, or null.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The name of the one who acted.</summary>
    public string ActorName { get; init; } = string.Empty;

    /// <summary>The use case.</summary>
    public string Action { get; init; } = string.Empty;

    /// <summary>What was changed: a table's name, or null.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>Which one, or null.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The consultation it belongs to, or null.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>The changed facts before, as JSON, or null.</summary>
    public string? BeforeJson { get; init; }

    /// <summary>The changed facts after, as JSON, or null.</summary>
    public string? AfterJson { get; init; }

    /// <summary>The hash of the entry before.</summary>
    public string PreviousHash { get; init; } = string.Empty;

    /// <summary>SHA-256 over all the above, 64 lower-case hex digits.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>The entry with its hash.</summary>
    internal AuditEntry Sealed() => this with { Hash = ComputeHash() };

    /// <summary>The hash that belongs to what the entry says. Each part goes in with its length, so that no two entries read alike.</summary>
    internal string ComputeHash()
    {
        var line = new StringBuilder();
        foreach (string? part in new[]
        {
            PreviousHash, OrganisationId.Value.ToString(), Sequence.ToString(CultureInfo.InvariantCulture),
            At.UtcDateTime.ToString(DapperTypes.TimeFormat, CultureInfo.InvariantCulture), ActorKind, ActorId?.ToString(), ActorName, Action,
            SubjectKind, SubjectId, ConsultationId?.ToString(), BeforeJson, AfterJson,
        })
        {
            line.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.ToString())));
    }
}
