using System.Collections.Immutable;
using Remiss.Domain.Results;
using Remiss.Domain.Tagging;
using Remiss.Domain.Texts;

namespace Remiss.Application.Search;

/// <summary>What someone typed to search for. All of it must be found in a comment.</summary>
/// <param name="Terms">The stems of whole words, each once, in the order typed.</param>
/// <param name="Start">The stem of the last word, which may go on in other letters; null where every word is whole.</param>
/// <param name="Phrases">What was quoted: stands so in the comment, letter by letter; see <see cref="PhraseText"/>.</param>
internal sealed record SearchWords(ImmutableArray<string> Terms, string? Start, ImmutableArray<PhraseText> Phrases)
{
    /// <summary>The longest text that is searched for, in characters.</summary>
    public const int Longest = 300;

    private const int MostTerms = 12;
    private const string QuoteMarks = "\"”“„»«";

    /// <summary>Reads what was typed, or says why nothing can be searched for.</summary>
    /// <param name="typed">Words; what stands in quotation marks is a phrase. A mark without a partner means nothing.</param>
    /// <param name="lastWordGoesOn">Whether the last word is only how a word begins.</param>
    public static Result<SearchWords> Read(string typed, bool lastWordGoesOn)
    {
        string[] parts = TextNormaliser.Normalise(typed).Split([.. QuoteMarks]);
        var words = new List<string>();
        var phrases = ImmutableArray.CreateBuilder<PhraseText>();
        for (int i = 0; i < parts.Length; i++)
        {
            words.AddRange(SwedishWords.In(parts[i]));
            bool isQuoted = i % 2 == 1 && i < parts.Length - 1;
            if (isQuoted && PhraseText.Of(parts[i]) is { IsEmpty: false } phrase) phrases.Add(phrase);
        }
        string last = words.Count == 0 ? string.Empty : words[^1];
        bool goesOn = lastWordGoesOn && last.Length > 0 && parts[^1].Length > 0 && char.IsLetter(parts[^1][^1]);
        string? start = goesOn ? SearchStem.Of(last) : null;
        if (start is not null) words.RemoveAt(words.Count - 1);
        ImmutableArray<string> terms = [.. words.Select(CommentTerms.TermOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        // "bredband på" is still being typed: what comes next may be anything.
        if (start is not null && !terms.IsEmpty && SwedishWords.IsFunctionWord(last)) start = null;
        if (terms.IsEmpty && start is null) return Nothing;
        if (terms.Length > MostTerms) return TooMany;
        return new SearchWords(terms, start, phrases.ToImmutable());
    }

    /// <summary>Where the words and phrases stand in a comment's text, in order and without overlap.</summary>
    public ImmutableArray<TextSpan> MarksIn(string quote)
    {
        IEnumerable<TextSpan> words = SwedishWords.Placed(quote).Where(w => IsMeant(w.Word)).Select(w => w.Span);
        var squashed = PhraseText.Of(quote);
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TextSpan span in words.Concat(Phrases.SelectMany(squashed.PlacesOf)).OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (marks.Count == 0 || span.Start >= marks[^1].End) marks.Add(span);
            else if (span.End > marks[^1].End) marks[^1] = TextSpan.FromBounds(marks[^1].Start, span.End);
        }
        return marks.ToImmutable();
    }

    private bool IsMeant(string word) =>
        CommentTerms.TermOf(word) is { } term && (Terms.Contains(term) || (Start is not null && term.StartsWith(Start, StringComparison.Ordinal)));

    private static Invalid Nothing => new(new Phrase(
        "Skriv minst ett ord som säger något om ämnet. Ord som ”och”, ”som” och ”kan” står i nästan alla synpunkter och går inte att söka på, inte heller enstaka bokstäver och korta tal.",
        "Write at least one word that says something of the subject. Words such as 'och', 'som' and 'kan' stand in nearly every comment and cannot be searched for, nor can single letters and short numbers."));

    private static Invalid TooMany => new(new Phrase(
        $"Sök på högst {MostTerms} ord åt gången. Ta bort några.", $"Search for at most {MostTerms} words at a time. Take some away."));
}
