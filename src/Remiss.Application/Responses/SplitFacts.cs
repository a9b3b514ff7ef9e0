using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>What the program read of a reply, as <c>split_json</c> keeps it: what a person then corrects stands in columns of its own.</summary>
public sealed record SplitFacts
{
    /// <summary>The senders as the reply names itself.</summary>
    public ImmutableArray<string> Senders { get; init; } = [];

    /// <summary>The consultation's registration number as the reply cites it, or null.</summary>
    public string? ConsultationRegistrationNumber { get; init; }

    /// <summary>The day of the reply, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The version of the consulted document that it was split against; null without one.</summary>
    public DocumentVersionId? Document { get; init; }

    /// <summary>Tags that are bound to no section, by the span of their comment: the numbers as the reply wrote them.</summary>
    public ImmutableArray<LooseTag> LooseTags { get; init; } = [];

    /// <summary>Attachments that could not be read, for the summary's annex.</summary>
    public ImmutableArray<UnreadAttachment> Unread { get; init; } = [];

    internal static SplitFacts Of(SplitResponse split, DocumentVersionId? document, ImmutableArray<UnreadAttachment> unread) => new()
    {
        Unread = unread,
        Senders = split.Senders,
        ConsultationRegistrationNumber = split.ConsultationRegistrationNumber,
        Date = split.Date,
        Document = document,
        LooseTags = [.. split.Comments.SelectMany(c => c.Tags.Where(t => t.Section is null).Select(t => LooseTag.Of(c.Span, t)))],
    };
}

/// <summary>An attachment that could not be read, and why.</summary>
public sealed record UnreadAttachment(string Name, Phrase Reason);

/// <summary>A tag that is bound to no section; see <see cref="SectionTag"/>.</summary>
public sealed record LooseTag(int Start, int Length, string? Number, string Title, TagSource How, double Confidence, int? Item)
{
    internal static LooseTag Of(TextSpan span, SectionTag tag) => new(span.Start, span.Length, tag.Number, tag.Title, tag.How, tag.Confidence, tag.Item);

    internal SectionTag ToTag() => new(null, Number, Title, How, Confidence) { Item = Item };
}
