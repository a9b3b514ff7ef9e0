using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses.Editing;

/// <summary>What holds for every sequence of edits on every reply.</summary>
public sealed class EditPropertiesTests
{
    private static readonly string[] Pieces = ["Vi tillstyrker. ", "Norrvik avstyrker målet", "\n", "  \n ", "🦌", "å", "Bred\u00ADband ", "x", "\uD83D", "Men 🦌🦌 oroar oss.\n\n"];

    [Test]
    public void Any_sequence_of_edits_keeps_the_ledger_whole_and_undoing_it_backwards_restores_each_row() => ForAny((random, start) =>
    {
        var done = new Stack<(ReplyState Before, CommentChange Change)>();
        ReplyState state = start;
        for (int i = 0; i < 12; i++)
        {
            Result<CommentChange> edit = AnyEdit(random, state);
            if (!edit.IsOk) continue;
            done.Push((state, edit.Value));
            state = state.With(edit.Value);
            Assert.That(state.IsWhole());
            Assert.That(edit.Value.After.Comments.Select(c => c.Id), Is.EqualTo(edit.Value.Before.Comments.Select(c => c.Id)));
        }
        while (done.TryPop(out var last))
        {
            CommentChange? undo = state.Undo(last.Change);
            Assert.That(undo, Is.Not.Null);
            ReplyState undone = state.With(undo!);
            // And the undoing can be undone, as often as one likes.
            Assert.That(Said(undone.With(undone.Undo(undo!)!)), Is.EqualTo(Said(state)));
            state = undone;
            Assert.That(state.IsWhole());
            Assert.That(SaidOfCurrent(state), Is.EqualTo(SaidOfCurrent(last.Before)));
        }
    });

    [Test]
    public void An_edit_that_was_built_on_is_not_undone_from_under_it() => ForAny((random, start) =>
    {
        Result<CommentChange> first = AnyEdit(random, start);
        if (!first.IsOk || first.Value.IsEmpty || first.Value.After.Comments.Length == 0) return;
        ReplyState state = start.With(first.Value);
        KeptComment touched = first.Value.After.Comments[0];
        if (!touched.IsCurrent) return;
        var later = new EditStamp(Guid.NewGuid(), DateTimeOffset.UnixEpoch.AddDays(1));
        state = state.With(CommentChange.Of([(touched, MarkEdits.WithStance(touched, Stance.Abstains, later))]));
        Assert.That(state.Undo(first.Value), Is.Null);
    });

    [Test]
    public void No_edit_cuts_a_letter_in_two() => ForAny((random, start) =>
    {
        ReplyState state = start;
        for (int i = 0; i < 12; i++)
        {
            if (AnyEdit(random, state) is { IsOk: true } edit) state = state.With(edit.Value);
        }
        foreach (TextSpan span in state.Current.Select(c => c.Span).Except(start.Current.Select(c => c.Span)))
            Assert.That(span.Start > 0 && char.IsHighSurrogate(state.Text[span.Start - 1]) && char.IsLowSurrogate(state.Text[span.Start]), Is.False);
    });

    private static string SaidOfCurrent(ReplyState state) => string.Join('\n', state.Current.Select(Said)) + Runs(state);

    private static string Said(ReplyState state) => string.Join('\n', state.Comments.Select(Said)) + Runs(state);

    private static string Said(KeptComment comment) => $"{comment with { Tags = [] }} {string.Join(';', comment.Tags)}";

    private static string Runs(ReplyState state) => string.Join('\n', state.Runs) + state.Overall;

    private static Result<CommentChange> AnyEdit(Random random, ReplyState state)
    {
        KeptComment[] current = [.. state.Current];
        KeptComment? one = current.Length == 0 ? null : current[random.Next(current.Length)];
        var stamp = new EditStamp(Guid.NewGuid(), DateTimeOffset.UnixEpoch.AddSeconds(random.Next(1000)));
        int from = random.Next(-1, state.Text.Length + 2);
        return random.Next(9) switch
        {
            0 => TextEdits.Make(state, new TextSpan(from, random.Next(40)), Guid.NewGuid),
            _ when one is null => new Invalid(default),
            1 => TextEdits.Dismiss(state, one.Id, (LedgerKind)random.Next(7)),
            2 or 3 => TextEdits.Split(state, one.Id, [one.Span.Start + random.Next(one.Span.Length + 1), .. random.Next(2) == 0 ? new[] { from } : []], Guid.NewGuid),
            4 or 5 => TextEdits.Merge(state, [.. current.SkipWhile(c => c != one).Take(random.Next(1, 4)).Select(c => c.Id)]),
            6 => Marked(one, MarkEdits.Sections(one, (SectionsMode)random.Next(3), [new ChosenSection(SectionOf(random), random.Next(2))], stamp)),
            7 => Marked(one, MarkEdits.General(one, random.Next(2) == 0, stamp)),
            _ => Marked(one, random.Next(2) == 0 ? MarkEdits.Accept(one, t => t.Confidence > 0.5, stamp) : MarkEdits.Refuse(one, _ => true, stamp)),
        };
    }

    private static CommentChange Marked(KeptComment before, KeptComment after) => CommentChange.Of([(before, after)]);

    private static Guid SectionOf(Random random) => new(random.Next(4), 0, 0, new byte[8]);

    private static void ForAny(Action<Random, ReplyState> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        holds(random, AnyState(random));
    }).QuickCheckThrowOnFailure();

    private static ReplyState AnyState(Random random)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var comments = ImmutableArray.CreateBuilder<KeptComment>();
        var runs = ImmutableArray.CreateBuilder<KeptRun>();
        for (int at = 0; at < text.Length;)
        {
            var span = new TextSpan(at, random.Next(1, Math.Min(30, text.Length - at) + 1));
            at = span.End;
            if (random.Next(2) == 0) runs.Add(new KeptRun(span, (LedgerKind)random.Next(1, 6)));
            else
            {
                comments.Add(new KeptComment { Id = Guid.NewGuid(), Span = span, Page = 1 }.WithTags(
                    Enumerable.Range(0, random.Next(3)).Select(i => new KeptTag(new Guid(i, 0, 0, new byte[8]), 0, TagSource.Suggested, (TagStatus)random.Next(3), random.NextDouble(), null, null))));
            }
        }
        return new ReplyState { Text = text, Pages = PageMap.SinglePage, Comments = comments.ToImmutable(), Runs = runs.ToImmutable() };
    }
}
