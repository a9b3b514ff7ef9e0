using System.Collections.Immutable;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Application.Summaries;

/// <summary>How a summary is to be made; kept with it.</summary>
public sealed record SummaryOptions
{
    /// <summary>How comments are ordered.</summary>
    public SummaryOrder Order { get; init; } = SummaryOrder.BySection;

    /// <summary>Suggestions of at least this confidence (above 0, at most 1) count as tags; null is what the consultation says when the summary is asked for.</summary>
    public double? AcceptThreshold { get; init; }

    /// <summary>Whether it is marked as a draft.</summary>
    public bool IsDraft { get; init; } = true;

    /// <summary>Whether the names of private persons who replied are printed.</summary>
    public bool PrintPrivateNames { get; init; }

    /// <summary>The parts that are in, in order; null is what the theme says.</summary>
    public ImmutableArray<SummaryPart>? Parts { get; init; }
}

/// <summary>How far a summary is.</summary>
public enum SummaryState
{
    /// <summary>Asked for.</summary>
    Queued,

    /// <summary>Being made.</summary>
    Running,

    /// <summary>There, and never changed again.</summary>
    Done,

    /// <summary>Could not be made; its failure says why.</summary>
    Failed,
}

/// <summary>The organisation's theme for summaries. The host registers it, for only it knows where templates are and how they are read.</summary>
/// <param name="Load">Reads it as it is now, or tells what is wrong with it.</param>
public sealed record SummaryLook(Func<Result<SummaryTheme>> Load);
