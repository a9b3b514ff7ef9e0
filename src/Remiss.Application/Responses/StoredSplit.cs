using System.Collections.Immutable;
using Remiss.Domain.Responses;

namespace Remiss.Application.Responses;

/// <summary>One version of a reply with its comments as they are now: what the program found and what persons changed.</summary>
public sealed record StoredSplit
{
    /// <summary>The reply.</summary>
    public required ResponseId Response { get; init; }

    /// <summary>Its number in the consultation, from 1.</summary>
    public required int ResponseNumber { get; init; }

    /// <summary>The version.</summary>
    public required ResponseVersionId Version { get; init; }

    /// <summary>The day it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Whether a sender is a private person.</summary>
    public bool IsPrivatePerson { get; init; }

    /// <summary>The names of its original files.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What it says, with senders and facts as they were corrected; suggestions among the tags are marked so, refused ones left out.</summary>
    public required SplitResponse Split { get; init; }

    /// <summary>For each comment of <see cref="Split"/>, in the same order, its row.</summary>
    public required ImmutableArray<StoredComment> Comments { get; init; }

    /// <summary>What the program read when it split it.</summary>
    public required SplitFacts Facts { get; init; }
}

/// <summary>What a comment is in the store.</summary>
/// <param name="No">Its number, for tags, dispositions and search.</param>
/// <param name="Id">Which, to the outside.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="IsReviewed">Whether a person has looked at it.</param>
/// <param name="LostSections">Sections that were tags of it and are not in the document any more.</param>
public sealed record StoredComment(long No, CommentId Id, int Version, bool IsReviewed, ImmutableArray<StoredSectionId> LostSections);
