using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Cli.Pipeline;

/// <summary>What a summary is to be compiled from, and how.</summary>
internal sealed record CompileRequest
{
    /// <summary>The consulted document's file.</summary>
    public required string Document { get; init; }

    /// <summary>The replies' files.</summary>
    public required ImmutableArray<ReplyPath> Replies { get; init; }

    /// <summary>Where the summary goes.</summary>
    public required string Out { get; init; }

    /// <summary>The facts to print; a title that is empty is taken from the document.</summary>
    public required ConsultationFacts Facts { get; init; }

    /// <summary>The look.</summary>
    public required SummaryTheme Theme { get; init; }

    /// <summary>A file that corrects the sections, or null.</summary>
    public string? Sections { get; init; }

    /// <summary>Suggestions of at least this confidence count as tags; null counts none.</summary>
    public double? Accept { get; init; }

    /// <summary>How comments are ordered.</summary>
    public SummaryOrder Order { get; init; } = SummaryOrder.BySection;

    /// <summary>Whether the draft mark is left off.</summary>
    public bool Final { get; init; }

    /// <summary>Whether private persons' names are printed.</summary>
    public bool PrintPrivateNames { get; init; }

    /// <summary>The moment that the summary states.</summary>
    public required DateTimeOffset Compiled { get; init; }

    /// <summary>How many replies are read at once.</summary>
    public int Parallel { get; init; } = Math.Max(1, Environment.ProcessorCount);
}

/// <summary>A file that is byte for byte the same as an earlier one, and so counted once.</summary>
internal sealed record DuplicateFile(string Name, string SameAs);

/// <summary>How the comments came to their sections. Each comment is counted once, by the strongest of its tags.</summary>
internal sealed record TagCounts
{
    public int ByHeading { get; init; }

    public int ByReference { get; init; }

    public int ByPage { get; init; }

    public int ByTitle { get; init; }

    public int ByPerson { get; init; }

    /// <summary>By wording, at or over the accept threshold.</summary>
    public int Accepted { get; init; }

    /// <summary>By wording, and waiting for a person.</summary>
    public int Suggested { get; init; }

    /// <summary>On the document as a whole.</summary>
    public int General { get; init; }

    /// <summary>Whose section nobody knows.</summary>
    public int Undecided { get; init; }

    public int Total => ByHeading + ByReference + ByPage + ByTitle + ByPerson + Accepted + Suggested + General + Undecided;

    /// <summary>Counts the comments of replies.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="accept">The threshold from which a suggestion counts, or null.</param>
    public static TagCounts Of(IEnumerable<Comment> comments, double? accept)
    {
        var counts = new TagCounts();
        foreach (Comment comment in comments) counts = counts.With(comment, accept);
        return counts;
    }

    private TagCounts With(Comment comment, double? accept)
    {
        if (comment.Settled.Any())
        {
            return comment.Settled.Min(tag => Strength(tag.How)) switch
            {
                0 => this with { ByPerson = ByPerson + 1 },
                1 => this with { ByHeading = ByHeading + 1 },
                2 => this with { ByReference = ByReference + 1 },
                3 => this with { ByPage = ByPage + 1 },
                _ => this with { ByTitle = ByTitle + 1 },
            };
        }
        if (comment.IsGeneral) return this with { General = General + 1 };
        if (comment.Tags.IsEmpty) return this with { Undecided = Undecided + 1 };
        return accept is { } threshold && comment.Tags.Max(tag => tag.Confidence) >= threshold
            ? this with { Accepted = Accepted + 1 }
            : this with { Suggested = Suggested + 1 };
    }

    private static int Strength(TagSource how) => how switch
    {
        TagSource.Person => 0,
        TagSource.Heading => 1,
        TagSource.Reference => 2,
        TagSource.Page => 3,
        _ => 4,
    };
}

/// <summary>What became of a compilation.</summary>
/// <param name="Out">The file.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Title">What the consultation is about.</param>
/// <param name="Responses">The replies that are in it.</param>
/// <param name="Refused">What could not be read.</param>
/// <param name="Duplicates">Files that came twice.</param>
/// <param name="Counts">How the comments came to their sections.</param>
/// <param name="Remarks">What a person should look at.</param>
internal sealed record CompileReport(
    string Out, int Pages, string Title, ImmutableArray<SummarisedResponse> Responses, ImmutableArray<RefusedFile> Refused,
    ImmutableArray<DuplicateFile> Duplicates, TagCounts Counts, ImmutableArray<Phrase> Remarks);
