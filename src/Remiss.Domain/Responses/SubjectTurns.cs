using Remiss.Domain.References;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Finds where a paragraph goes over to another section: sentences that open with a reference, after one that
/// opened with another. A paragraph that only mentions several sections stays whole.
/// </summary>
internal static class SubjectTurns
{
    /// <summary>How far into a sentence a reference may stand to be its subject (<c>När det gäller förslaget i avsnitt 3.2 …</c>).</summary>
    private const int Reach = 45;

    public static IEnumerable<int> Find(string text, TextSpan span)
    {
        var references = ReferenceGrammar.Parse(text, span).Where(r => r.Kind is ReferenceKind.Section or ReferenceKind.Item).ToList();
        if (references.Count < 2) yield break;
        string? subject = null;
        int next = 0;
        foreach (TextSpan sentence in SentenceForm.Sentences(text, span))
        {
            while (next < references.Count && references[next].Span.Start < sentence.Start) next++;
            if (next >= references.Count) yield break;
            SectionReference first = references[next];
            if (first.Span.Start >= sentence.End || first.Span.Start - sentence.Start > Reach) continue;
            string now = string.Join('|', first.Numbers.Select(n => $"{n.From}–{n.To}"));
            if (subject is not null && subject != now) yield return sentence.Start;
            subject = now;
        }
    }
}
