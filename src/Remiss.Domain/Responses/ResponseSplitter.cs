using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Reads a reply (remissvar): who, when, its comments with their sections and stances, and where every character
/// went. Pure, total and linear: any document gives a result whose spans lie in its text and whose ledger sums to it.
/// </summary>
public static class ResponseSplitter
{
    private const int LongestHeading = 200;

    /// <summary>The reply, split.</summary>
    /// <param name="reply">The reply's text with its blocks, as a reader or <see cref="PlainTextBlocks"/> gives it.</param>
    /// <param name="context">The consulted document; without it numbers stand as the reply wrote them.</param>
    public static SplitResponse Split(DocumentText reply, SplitContext? context = null)
    {
        List<Passage> passages = PassageReader.Read(reply);
        if (context is not null) NameHeadings(reply.Text, passages, context);
        var classifier = new PassageClassifier(reply.Text, passages);
        int body = classifier.Classify();
        Letterhead letterhead = LetterheadReader.Read(reply, passages, body, context?.Asking);
        var segmenter = new Segmenter(reply, context, letterhead.Designation);
        var drafts = segmenter.Run(passages, classifier);
        var stanced = drafts.Select(d => new StancedComment(d.Comment.Span, d.Comment.Stance, !d.Comment.Settled.Any(), d.IsSummary)).ToList();
        return new SplitResponse
        {
            Document = reply,
            Organisation = letterhead.Senders.IsEmpty ? null : letterhead.Senders[0],
            Senders = letterhead.Senders,
            RegistrationNumber = letterhead.RegistrationNumber,
            ConsultationRegistrationNumber = letterhead.ConsultationRegistrationNumber,
            Date = letterhead.Date,
            Decision = letterhead.Decision,
            OverallStance = StanceReader.Overall(reply.Text, stanced),
            Comments = [.. drafts.Select(d => d.Comment)],
            Ledger = CoverageLedger.Build(reply.Text.Length, Runs(passages, drafts)),
            Unresolved = [.. segmenter.Unresolved.OrderBy(u => u.Span.Start)],
        };
    }

    /// <summary>A line that is a heading of the consulted document, word for word, is one here too, whatever the format calls it.</summary>
    private static void NameHeadings(string text, List<Passage> passages, SplitContext context)
    {
        foreach (Passage passage in passages)
        {
            if (passage.Form != BlockKind.Paragraph || passage.Span.Length > LongestHeading || text[passage.Span.End - 1] is '.' or '!' or '?') continue;
            if (context.IsHeading(passage.Span.In(text))) (passage.Form, passage.Level) = (BlockKind.Heading, 2);
        }
    }

    private static IEnumerable<LedgerEntry> Runs(List<Passage> passages, IReadOnlyList<Draft> drafts) =>
        passages.Where(p => p.Role != PassageRole.Body).Select(p => new LedgerEntry(p.Span, KindOf(p.Role)))
            .Concat(drafts.Select(d => new LedgerEntry(d.Comment.Span, LedgerKind.Comment)));

    private static LedgerKind KindOf(PassageRole role) => role switch
    {
        PassageRole.Heading or PassageRole.LeadIn => LedgerKind.Heading,
        PassageRole.Courtesy => LedgerKind.Courtesy,
        PassageRole.Background => LedgerKind.Background,
        PassageRole.Formality => LedgerKind.DecisionFormality,
        _ => LedgerKind.PageFurniture,
    };
}
