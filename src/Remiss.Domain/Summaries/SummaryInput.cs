using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Summaries;

/// <summary>The facts of a consultation that its summary states; each one that is null is left out, never guessed.</summary>
public sealed record ConsultationFacts
{
    /// <summary>What the consultation is about: <c>Digitaliseringsstrategi 2027–2031</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The region that asks, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>The consultation's registration number (dnr), or null.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The first day of the period, or null.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>The last day to answer, or null.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How many bodies were asked; null where it is not known, as when compiling bare files.</summary>
    public int? InvitedCount { get; init; }

    /// <summary>Bodies that were asked and are silent; empty where not known.</summary>
    public ImmutableArray<string> Silent { get; init; } = [];
}

/// <summary>One reply as the summary takes it.</summary>
/// <param name="Key">Short and unique inside the summary; comment ids are made from it (<c>7</c> gives <c>7.3</c>).</param>
/// <param name="Name">The sender to print; the file's name where the reply does not tell.</param>
/// <param name="Sources">The files it came from.</param>
/// <param name="Split">What it says.</param>
public sealed record SummarisedResponse(string Key, string Name, ImmutableArray<string> Sources, SplitResponse Split)
{
    /// <summary>Whether a person has said that the sender is a private one; otherwise it is told by the name.</summary>
    public bool IsPrivatePerson { get; init; }

    /// <summary>The name to print of a reply: its senders, or its file's name where it tells none.</summary>
    /// <param name="split">The reply.</param>
    /// <param name="file">The name of its file, with folders before it or not.</param>
    public static string NameOf(SplitResponse split, string file)
    {
        if (split.Senders.Length > 1) return $"{string.Join(", ", split.Senders[..^1])} och {split.Senders[^1]}";
        if (split.Organisation is { } organisation) return organisation;
        string name = file[(file.LastIndexOf('/') + 1)..];
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }
}

/// <summary>A file that could not be read, for annex A.</summary>
public sealed record RefusedFile(string Name, Phrase Reason);

/// <summary>How comments are ordered.</summary>
public enum SummaryOrder
{
    /// <summary>One chapter per section.</summary>
    BySection,

    /// <summary>One chapter per body.</summary>
    ByBody,

    /// <summary>One comment a row.</summary>
    AsTable,
}

/// <summary>All that a summary is composed from.</summary>
public sealed record SummaryInput
{
    /// <summary>The consultation.</summary>
    public required ConsultationFacts Consultation { get; init; }

    /// <summary>The consulted document.</summary>
    public required SectionTree Document { get; init; }

    /// <summary>The replies, in the order of their keys.</summary>
    public required ImmutableArray<SummarisedResponse> Responses { get; init; }

    /// <summary>Files that could not be read.</summary>
    public ImmutableArray<RefusedFile> Refused { get; init; } = [];

    /// <summary>Suggestions of at least this confidence count as tags, and the summary says so; null counts none.</summary>
    public double? AcceptThreshold { get; init; }

    /// <summary>How comments are ordered.</summary>
    public SummaryOrder Order { get; init; } = SummaryOrder.BySection;

    /// <summary>Whether it is marked as a draft.</summary>
    public bool IsDraft { get; init; } = true;

    /// <summary>Names of private persons who answered are printed only when chosen.</summary>
    public bool PrintPrivateNames { get; init; }

    /// <summary>When it is compiled.</summary>
    public required DateTimeOffset Compiled { get; init; }
}
