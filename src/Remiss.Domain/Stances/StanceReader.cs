using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>What a comment stands under: the lead-in sentence whose point it is, and its heading.</summary>
/// <param name="LeadIn">The lead-in sentence, or null.</param>
/// <param name="Heading">The heading, or null.</param>
public readonly record struct StanceContext(TextSpan? LeadIn, TextSpan? Heading);

/// <summary>A comment with its stance, for the stance of the whole reply.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Stance">Its stance.</param>
/// <param name="IsGeneral">It is about the document as a whole.</param>
/// <param name="IsSummary">It stands in the reply's own summary.</param>
public readonly record struct StancedComment(TextSpan Span, StanceReading Stance, bool IsGeneral, bool IsSummary);

/// <summary>
/// Reads stances (ställningstaganden) by rules: a lexicon of phrases (<see cref="StanceLexicon"/>), the reach of
/// negation, whose opinion it is, and how several phrases add up. Total on any text and any span, in time
/// linear in the span.
/// </summary>
public static class StanceReader
{
    /// <summary>The stance of one comment, with the shortest words it rests on; from the lead-in or heading where it says nothing itself.</summary>
    /// <param name="text">The reply's text.</param>
    /// <param name="span">The comment; cut to the text.</param>
    /// <param name="context">What it stands under.</param>
    public static StanceReading Read(string text, TextSpan span, StanceContext context)
    {
        WeighedStance own = StanceWeighing.Weigh(StanceFindings.Of(StanceTokens.Of(text, span)));
        if (own.IsExplicit) return own.Reading;
        if (context.LeadIn is { } leadIn)
        {
            WeighedStance led = WeighLeadIn(StanceFindings.Of(StanceTokens.Of(text, leadIn)));
            if (led.IsExplicit || own.Reading.Stance == Stance.NotStated && led.Reading.Stance != Stance.NotStated) return led.Reading;
        }
        if (own.Reading.Stance != Stance.NotStated || context.Heading is not { } heading) return own.Reading;
        WeighedStance above = StanceWeighing.Weigh(StanceFindings.Of(StanceTokens.Of(text, heading)));
        return above.IsExplicit ? above.Reading : StanceReading.None;
    }

    // A lead-in may be a whole paragraph; its points hang on the last sentence that says something.
    private static WeighedStance WeighLeadIn(List<Finding> findings)
    {
        if (findings.Count == 0) return WeighedStance.None;
        int sentence = findings[^1].Sentence;
        WeighedStance last = StanceWeighing.Weigh(findings.FindAll(f => f.Sentence == sentence));
        return last.IsExplicit ? last : StanceWeighing.Weigh(findings);
    }

    /// <summary>
    /// The positions inside a paragraph where another stance or subject begins; empty for most paragraphs.
    /// Each is the start of a sentence, or of a clause such as <c>men avstyrker att …</c>.
    /// </summary>
    public static ImmutableArray<int> Turns(string text, TextSpan span) => StanceTurns.Find(text, span);

    /// <summary>The stance of the whole reply: what it says of the document as a whole, else what its comments add up to.</summary>
    public static StanceReading Overall(string text, IReadOnlyList<StancedComment> comments) => OverallStance.Of(text, comments);
}
