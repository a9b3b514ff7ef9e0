using System.Collections.Immutable;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>How a tag came to be.</summary>
public enum TagSource
{
    /// <summary>A heading of the reply names the section.</summary>
    Heading,

    /// <summary>The running text names it.</summary>
    Reference,

    /// <summary>The text names a page, and the page belongs to it.</summary>
    Page,

    /// <summary>A heading or phrase repeats its title.</summary>
    Title,

    /// <summary>Suggested by wording alone; not a tag until it is accepted.</summary>
    Suggested,

    /// <summary>A person set it.</summary>
    Person,
}

/// <summary>
/// Binds a comment to one section. <paramref name="Section"/> is null where no consulted document was
/// given: then the number stands as the reply wrote it.
/// </summary>
/// <param name="Section">The section in the consulted document, or null.</param>
/// <param name="Number">The section's number, or null where it has none.</param>
/// <param name="Title">The section's title; empty where not known.</param>
/// <param name="How">How it came to be.</param>
/// <param name="Confidence">0 to 1; 1 where the reply itself says it or a person set it.</param>
public sealed record SectionTag(SectionId? Section, string? Number, string Title, TagSource How, double Confidence)
{
    /// <summary>The point inside the section that the reply names (<c>3.2 p. 4</c>), or null.</summary>
    public int? Item { get; init; }
}

/// <summary>The smallest run of a reply with one subject and one stance (synpunkt).</summary>
/// <param name="Span">Where it stands in the response's text.</param>
/// <param name="Page">The page it starts on.</param>
/// <param name="Tags">Its sections in the document's order; empty for the document as a whole or not decided. Suggestions are among them, marked so.</param>
/// <param name="Stance">Its stance and the words it rests on.</param>
public sealed record Comment(TextSpan Span, int Page, ImmutableArray<SectionTag> Tags, StanceReading Stance)
{
    /// <summary>The reply says in so many words (a heading such as <c>Allmänna synpunkter</c>) that this is about the document as a whole.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>The lead-in sentence whose point this is, or null.</summary>
    public TextSpan? LeadIn { get; init; }

    /// <summary>The tags that count: all but suggestions.</summary>
    public IEnumerable<SectionTag> Settled => Tags.Where(t => t.How != TagSource.Suggested);
}

/// <summary>What a run of a reply is, for the coverage ledger: each character is exactly one of these.</summary>
public enum LedgerKind
{
    /// <summary>Part of a comment.</summary>
    Comment,

    /// <summary>A heading of the reply.</summary>
    Heading,

    /// <summary>Courtesy: thanks for being asked, greetings, how to read the reply.</summary>
    Courtesy,

    /// <summary>Background that only retells the consulted document or the sender's own mandate.</summary>
    Background,

    /// <summary>Letterhead, addressee, registration numbers, proposals to decide, decision notes, signatures.</summary>
    DecisionFormality,

    /// <summary>Page numbers, running headers, bookmarks, template residue.</summary>
    PageFurniture,
}

/// <summary>One run of the ledger.</summary>
public readonly record struct LedgerEntry(TextSpan Span, LedgerKind Kind);

/// <summary>A reference that could not be bound to the consulted document; reported, never invented.</summary>
/// <param name="Span">Where it stands in the reply.</param>
/// <param name="Words">What the document lacks, as written: <c>3.9</c>, <c>s. 250</c>.</param>
public sealed record UnresolvedReference(TextSpan Span, string Words);

/// <summary>The decision behind a reply (beslut): which board, which paragraph, which day; each as far as the reply tells.</summary>
public sealed record Decision(string? Board, string? Paragraph, DateOnly? Date);

/// <summary>A reply, read: who, when, what they say of what, and where every character of it went.</summary>
public sealed record SplitResponse
{
    /// <summary>The text that all spans count in.</summary>
    public required DocumentText Document { get; init; }

    /// <summary>The sender as the reply names itself, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>All senders of a joint reply, <see cref="Organisation"/> first; a single one otherwise; empty when none was found.</summary>
    public ImmutableArray<string> Senders { get; init; } = [];

    /// <summary>The sender's own registration number (dnr), or null.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The consultation's registration number as the reply cites it, or null.</summary>
    public string? ConsultationRegistrationNumber { get; init; }

    /// <summary>The day of the reply, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The decision behind it, or null.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The stance of the reply as a whole.</summary>
    public required StanceReading OverallStance { get; init; }

    /// <summary>The comments in text order, without overlap.</summary>
    public required ImmutableArray<Comment> Comments { get; init; }

    /// <summary>The ledger: runs in order that together are the whole text.</summary>
    public required ImmutableArray<LedgerEntry> Ledger { get; init; }

    /// <summary>References that the consulted document cannot answer.</summary>
    public ImmutableArray<UnresolvedReference> Unresolved { get; init; } = [];

    /// <summary>The characters of a comment, exactly as written.</summary>
    public string TextOf(Comment comment) => comment.Span.In(Document.Text);
}
