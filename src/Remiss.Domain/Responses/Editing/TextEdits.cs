using System.Collections.Immutable;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses.Editing;

/// <summary>
/// Edits of which characters belong to which comment: pure steps from the rows as they are to the change. What has been
/// reviewed stays reviewed as long as its characters do.
/// </summary>
public static class TextEdits
{
    /// <summary>
    /// Makes several comments one, with all that lies between them. The first keeps its id, unless <paramref name="keep"/>
    /// names another of them. Its sections are those of all; its stance the one that persons set or all share, else read anew.
    /// </summary>
    public static Result<CommentChange> Merge(ReplyState state, IReadOnlyCollection<Guid> ids, Guid? keep = null)
    {
        List<KeptComment> parts = [.. state.Current.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Span.Start)];
        if (parts.Count != ids.Count || parts.Count < 2) return new Invalid(EditPhrases.TwoToMerge);
        TextSpan span = TextSpan.FromBounds(parts[0].Span.Start, parts[^1].Span.End);
        if (state.Current.Any(c => span.Overlap(c.Span) > 0 && !ids.Contains(c.Id))) return new Invalid(EditPhrases.AnotherBetween);
        ImmutableArray<KeptRun> between = [.. state.Runs.Where(r => span.Overlap(r.Span) > 0)];
        bool isReviewed = parts.All(p => p.ReviewedAt is not null) && between.All(r => r.ReviewedAt is not null || string.IsNullOrWhiteSpace(r.Span.In(state.Text)));
        KeptComment kept = parts.Find(p => p.Id == keep) ?? parts[0];
        KeptComment merged = WithStanceOf(state.Text, parts, kept with
        {
            Span = span,
            Page = state.Pages.PageAt(span.Start),
            LeadIn = parts.TrueForAll(p => p.LeadIn == parts[0].LeadIn) ? parts[0].LeadIn : null,
            IsGeneral = parts.TrueForAll(p => p.IsGeneral),
            ReviewedBy = isReviewed ? parts[^1].ReviewedBy : null,
            ReviewedAt = isReviewed ? parts[^1].ReviewedAt : null,
        }).WithTags(parts.SelectMany(p => p.Tags).Where(t => t.Status != TagStatus.Suggested).GroupBy(t => (t.Section, t.Item)).Select(Strongest));
        var pairs = parts.Select(p => (p, p.Id == kept.Id ? merged : p with { IsCurrent = false }));
        CommentChange change = CommentChange.Of(pairs);
        return change with { Before = change.Before with { Runs = between } };
    }

    /// <summary>
    /// Cuts a comment at positions of the reply's text. The first part keeps its id; each has the sections of the whole, and
    /// its own stance unless a person had set one. White space at a cut becomes the page's.
    /// </summary>
    public static Result<CommentChange> Split(ReplyState state, Guid id, IEnumerable<int> positions, Func<Guid> newId)
    {
        if (state.Find(id) is not { IsCurrent: true } comment) return new NotFound(EditPhrases.NoComment);
        SortedSet<int> cuts = [.. positions];
        if (cuts.Count == 0) return new Invalid(EditPhrases.WhereToCut);
        if (cuts.Any(c => c <= comment.Span.Start || c >= comment.Span.End)) return new Invalid(EditPhrases.CutOutside);
        if (cuts.Any(c => IsInsideLetter(state.Text, c))) return new Invalid(EditPhrases.CutInLetter);
        int[] bounds = [comment.Span.Start, .. cuts, comment.Span.End];
        var spans = new List<TextSpan>();
        for (int i = 0; i + 1 < bounds.Length; i++)
        {
            // The outer ends stay as they are: only the cuts make new edges.
            TextSpan trimmed = Trim(state.Text, bounds[i], bounds[i + 1]);
            if (trimmed.Length == 0) return new Invalid(EditPhrases.EmptyPart);
            spans.Add(TextSpan.FromBounds(i == 0 ? bounds[0] : trimmed.Start, i + 2 == bounds.Length ? bounds[^1] : trimmed.End));
        }
        var pairs = new List<(KeptComment, KeptComment)>();
        var spaces = ImmutableArray.CreateBuilder<KeptRun>();
        for (int i = 0; i < spans.Count; i++)
        {
            KeptComment part = WithOwnStance(state.Text, comment with { Span = spans[i], Page = state.Pages.PageAt(spans[i].Start) });
            part = part.WithTags(part.Tags.Where(t => t.Status != TagStatus.Suggested));
            if (i > 0) part = part with { Id = newId() };
            pairs.Add((i == 0 ? comment : part with { IsCurrent = false }, part));
            if (i > 0 && spans[i].Start > spans[i - 1].End)
                spaces.Add(new KeptRun(TextSpan.FromBounds(spans[i - 1].End, spans[i].Start), LedgerKind.PageFurniture, comment.ReviewedBy, comment.ReviewedAt));
        }
        CommentChange change = CommentChange.Of(pairs);
        return change with { After = change.After with { Runs = spaces.ToImmutable() } };
    }

    /// <summary>Makes a comment of text that is none, a run or a part of one or several. White space at its ends stays what it was.</summary>
    public static Result<CommentChange> Make(ReplyState state, TextSpan span, Func<Guid> newId)
    {
        if (span.Start < 0 || span.Length <= 0 || (long)span.Start + span.Length > state.Text.Length) return new Invalid(EditPhrases.OutsideText);
        if (IsInsideLetter(state.Text, span.Start) || IsInsideLetter(state.Text, span.End)) return new Invalid(EditPhrases.CutInLetter);
        TextSpan own = Trim(state.Text, span.Start, span.End);
        if (own.Length == 0) return new Invalid(EditPhrases.EmptyPart);
        if (state.Current.Any(c => c.Span.Overlap(own) > 0)) return new Conflict(EditPhrases.IsComment);
        ImmutableArray<KeptRun> touched = [.. state.Runs.Where(r => r.Span.Overlap(own) > 0)];
        var left = ImmutableArray.CreateBuilder<KeptRun>();
        if (touched[0].Span.Start < own.Start) left.Add(touched[0] with { Span = TextSpan.FromBounds(touched[0].Span.Start, own.Start) });
        if (touched[^1].Span.End > own.End) left.Add(touched[^1] with { Span = TextSpan.FromBounds(own.End, touched[^1].Span.End) });
        KeptComment made = WithOwnStance(state.Text, new KeptComment { Id = newId(), Span = own, Page = state.Pages.PageAt(own.Start) });
        return new CommentChange(
            new EditRows { Comments = [made with { IsCurrent = false }], Runs = touched },
            new EditRows { Comments = [made], Runs = left.ToImmutable() });
    }

    /// <summary>Says that a comment is none, but <paramref name="kind"/>. Its row stays, not current.</summary>
    public static Result<CommentChange> Dismiss(ReplyState state, Guid id, LedgerKind kind)
    {
        if (state.Find(id) is not { IsCurrent: true } comment) return new NotFound(EditPhrases.NoComment);
        if (kind == LedgerKind.Comment || !Enum.IsDefined(kind)) return new Invalid(EditPhrases.WhatInstead);
        CommentChange change = CommentChange.Of([(comment, comment with { IsCurrent = false })]);
        return change with { After = change.After with { Runs = [new KeptRun(comment.Span, kind, comment.ReviewedBy, comment.ReviewedAt)] } };
    }

    private static KeptTag Strongest(IEnumerable<KeptTag> same) =>
        same.OrderBy(t => t.Status).ThenByDescending(t => t.Source == TagSource.Person).ThenByDescending(t => t.Confidence).ThenBy(t => t.SetAt).First();

    private static KeptComment WithStanceOf(string text, List<KeptComment> parts, KeptComment merged)
    {
        List<KeptComment> decisive = parts.FindAll(p => p.StanceSetAt is not null);
        if (decisive.Count == 0) decisive = parts;
        KeptComment first = decisive[0];
        if (!decisive.TrueForAll(p => p.Stance == first.Stance)) return WithOwnStance(text, merged with { StanceSetBy = null, StanceSetAt = null });
        return merged with { Stance = first.Stance, Evidence = first.Evidence, StanceSetBy = first.StanceSetBy, StanceSetAt = first.StanceSetAt };
    }

    private static KeptComment WithOwnStance(string text, KeptComment comment)
    {
        if (comment.StanceSetAt is not null) return comment;
        StanceReading read = StanceReader.Read(text, comment.Span, new StanceContext(comment.LeadIn, null));
        return comment with { Stance = read.Stance, Evidence = read.Evidence };
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsInsideLetter(string text, int position) =>
        position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);
}
