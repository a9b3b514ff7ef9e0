using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Tells when a comment that names no section speaks of the consulted document itself: the document is what a stance is
/// about (<c>tillstyrker förslaget till strategi</c>), what a sentence is about (<c>Strategin är …</c>), or is named as a whole.
/// </summary>
internal sealed class WholeDocument
{
    private const int Longest = 2000;

    /// <summary>From here on the words of a sentence point out a section, though the sentence is about the document.</summary>
    private const double PointsOut = 0.6;

    private const string Kinds = "strategin|planen|programmet|policyn|betänkandet|promemorian|remissversionen|remissförslaget|remissen|remisshandlingen|dokumentet|utkastet|strategiförslaget|planförslaget";

    private const string Stance =
        @"(?:tillstyrker|avstyrker|tillstyrka|avstyrka|stödjer|stöder|stödja|välkomnar|bejakar|(?:ställer|ställa) sig [^.,]{0,30}?(?:bakom|positiv\w*|tveksam\w*|negativ\w*|avvisande|frågande)(?: till)?|(?:är|ser) [^.,]{0,30}?(?:positiv\w*|negativ\w*|tveksam\w*|kritisk\w*|god) (?:till|på|mot|i)|(?:inga|inget|ingen)\b[^.,]{0,40}\b(?:på|mot|över|emot)|(?:yttra sig|synpunkter|erinran|invändningar)\b[^.,]{0,20}\b(?:över|på|mot|i))";

    /// <summary>To decline the whole, and not one question of it.</summary>
    private static readonly Regex Declines = Patterns.Of(@"\bavst\p{L}+ (?:därför |helt )?(?:från|ifrån) (?:att )?(?:yttra sig|yttrande|svara|besvara|lämna (?:synpunkter|yttrande|svar|något))\b(?: (?:i|över|på) (?:ärendet|remissen|förslaget))?");

    private static readonly string[] Narrows =
        ["om", "rörande", "gällande", "avseende", "att", "till", "i avsnitt", "i kapitel", "vad gäller", "när det gäller", "i de delar", "i den del", "i fråga", "som rör", "kring", "på", "från"];

    private static readonly string[] DocumentKinds = ["strategi", "plan", "program", "policy", "vision"];

    private readonly Regex _object;
    private readonly Regex _subject;
    private readonly Regex _entire;
    private readonly Regex _name;
    private readonly Func<string, ImmutableArray<SectionTag>>? _suggest;

    /// <param name="title">The document's title, empty where not known.</param>
    /// <param name="suggest">Ranks sections for words, or null.</param>
    public WholeDocument(string title, Func<string, ImmutableArray<SectionTag>>? suggest)
    {
        _suggest = suggest;
        string kinds = string.Join('|', OfTitle(title).Prepend(Kinds));
        string proposal = @"(?:förslaget|remissversionen|utkastet|remissförslaget) (?:till|av) (?:\p{L}+ ){0,3}?(?:\p{L}*strategi|\p{L}*plan|\p{L}*program|\p{L}*policy|vision)(?:n|en|met)?";
        string named = title.Length is > 5 and < 120 ? $"|(?:(?:förslaget|remissversionen|utkastet) (?:till|av) )?{Regex.Escape(title)}" : "";
        string document = $"(?:{proposal}|{kinds}|förslaget{named})";
        _object = Patterns.Of($@"\b{Stance} (?:(?:i huvudsak|i stort|i allt väsentligt|huvudsakligen|därför|också|delvis|i princip|(?:flera|vissa|stora|många) delar av|inriktningen (?:i|på)|ambitionen (?:i|med)) )?{document}\b");
        _subject = Patterns.Of($@"^(?:[^.,]{{3,60}} (?:att|hur|varför) |(?:sammantaget|överlag|i stort|generellt|dock|samtidigt) )?(?:förslaget till (?:\p{{L}}+ )?\p{{L}}+|(?:den föreslagna )?(?:{kinds})) \p{{Ll}}+");
        _entire = Patterns.Of(
            $@"\b(?:(?:{kinds}|förslaget|förslagen) (?:i sin helhet|som helhet|i stort|i dess helhet|i sina huvuddrag)|(?:hela|genomgående i) (?:{kinds})|(?:stora|flera|många|olika) delar av (?:{kinds})|lämnar (?:det|den|förslaget|remissen) utan erinran|arbetet med att ta fram (?:{kinds}))\b");
        _name = Patterns.Of(document);
    }

    /// <summary>Where no consulted document is given.</summary>
    public static WholeDocument Unknown { get; } = new("", null);

    /// <summary>Whether the comment, which names no section, is about the document itself.</summary>
    public bool IsMeant(string text, TextSpan comment, Stance stance)
    {
        if (comment.Length > Longest) return false;
        string whole = ReplyText.OneLine(text, comment, Longest);
        if (_entire.IsMatch(whole)) return true;
        int about = 0, objects = 0, others = 0;
        foreach (TextSpan span in SentenceForm.Sentences(text, comment))
        {
            string sentence = ReplyText.OneLine(text, span, 600);
            if (IsObject(sentence)) objects++;
            else if (_subject.IsMatch(sentence)) about++;
            else if (!ReplyFormulas.IsCourtesy(sentence) && !ReplyFormulas.IsFormality(sentence) && !ReplyFormulas.IsFarewell(sentence)) others++;
        }
        if (stance == Stances.Stance.Abstains && Declines.IsMatch(whole)) return true;
        if (stance == Stances.Stance.NoObjection && objects > 0) return true;
        if (objects > 0) return others <= objects + about;
        return about > 0 && others <= about && !PointsAtSection(whole);
    }

    private bool IsObject(string sentence)
    {
        foreach (Match match in _object.Matches(sentence))
        {
            string rest = sentence[(match.Index + match.Length)..].TrimStart();
            if (!Narrows.Any(n => rest.StartsWith(n + " ", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    /// <summary>Whether the words beside the document's own name are those of one section.</summary>
    private bool PointsAtSection(string words) =>
        _suggest is not null && _suggest(_name.Replace(words, "")) is { IsDefaultOrEmpty: false } tags && tags.Any(t => t.Confidence >= PointsOut);

    /// <summary>The title's own word for the document in the definite form: <c>digitaliseringsstrategin</c>.</summary>
    private static IEnumerable<string> OfTitle(string title)
    {
        foreach (string word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = string.Concat(word.Where(char.IsLetter));
            if (DocumentKinds.Any(k => bare.Length > k.Length && bare.EndsWith(k, StringComparison.OrdinalIgnoreCase)))
                yield return bare + (bare.EndsWith("program", StringComparison.OrdinalIgnoreCase) ? "met" : bare.EndsWith('i') || bare.EndsWith('y') ? "n" : "en");
        }
    }
}
