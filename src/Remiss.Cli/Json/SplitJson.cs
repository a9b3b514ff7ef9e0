using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Remiss.Domain.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Json;

/// <summary>A split reply, for machines. Offsets are UTF-16 units into the normalised text.</summary>
internal sealed record SplitJson(
    string? Organisation, string? RegistrationNumber, DateOnly? Date, Stance OverallStance,
    ImmutableArray<CommentJson> Comments, ImmutableArray<LedgerJson> Ledger, int TextLength)
{
    public static SplitJson Of(SplitResponse split) => new(
        split.Organisation, split.RegistrationNumber, split.Date, split.OverallStance.Stance,
        [.. split.Comments.Select(comment => CommentJson.Of(comment, split.Document.Text))],
        [.. split.Ledger.Select(entry => new LedgerJson(entry.Span.Start, entry.Span.Length, entry.Kind))],
        split.Document.Text.Length);
}

/// <summary>One comment; no sections where it is on the document as a whole.</summary>
internal sealed record CommentJson(
    int Start, int Length, int Page, string Text, ImmutableArray<TagJson> Sections, Stance Stance, string? Evidence)
{
    public static CommentJson Of(Comment comment, string text) => new(
        comment.Span.Start, comment.Span.Length, comment.Page, comment.Span.In(text),
        [.. comment.Tags.Select(tag => new TagJson(tag.Number, tag.Title, tag.How, Math.Round(tag.Confidence, 4)) { Item = tag.Item })],
        comment.Stance.Stance, comment.Stance.Evidence is TextSpan span ? span.In(text) : null);
}

/// <summary>A comment's section and how it came to be.</summary>
internal sealed record TagJson(string? Number, string Title, TagSource How, double Confidence)
{
    /// <summary>The point inside the section, where the reply names one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Item { get; init; }
}

/// <summary>One run of the ledger.</summary>
internal sealed record LedgerJson(int Start, int Length, LedgerKind Kind);
