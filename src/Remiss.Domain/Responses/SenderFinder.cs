using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Finds who speaks in a reply. The addressee stands in the letterhead too, so the surest sign is the
/// sentence: who thanks, supports, proposes. Only then letterhead and signature.
/// </summary>
internal static class SenderFinder
{
    private const string Verbs =
        "tackar|har|anser|ser|välkomnar|tillstyrker|avstyrker|ställer|delar|lämnar|är|vill|stödjer|stöder|instämmer|föreslår|avstår|bedömer|menar|tycker|saknar|efterfrågar|begränsar|arbetar|svarar|avger|framhåller|konstaterar|noterar|bejakar|tar|understryker|befarar|ifrågasätter|önskar|anför|motsätter|yttrar|kan|bistår|beklagar|överlämnar|påpekade|framförde|anförde|påpekar|tillstyrkte|påminner";

    private static readonly HashSet<string> VerbSet = [.. Verbs.Split('|')];

    private static readonly Regex Subject = Patterns.Exact(
        $@"(?:^|[.!?:•–-] )(?<n>\p{{Lu}}[\p{{L}}\-:]*(?: (?:\p{{Lu}}[\p{{L}}\-]*|i|för|och|på|vid|kommun|län|stad|\p{{Ll}}*(?:förbund|högskola|universitet|förening|kammare|råd|institut|verk|nätverk|distrikt|museum|stiftelse|myndighet))){{0,5}}(?: \(\p{{Lu}}{{2,6}}\))?) (?:{Verbs})\b");

    /// <summary>Whose the reply is, in so many words: <c>Norrviks kommuns yttrande</c>.</summary>
    private static readonly Regex Possessor = Patterns.Of(
        @"(?<n>(?-i:\p{Lu}[\p{L}\-]+(?: \p{Lu}[\p{L}\-]+)?)(?: kommun| län| stad)?)s (?:yttrande|remissvar|remissyttrande|synpunkter|svar|ståndpunkter|ställningstagande|inställning|syn på)\b");

    /// <summary>The verb first: <c>Därför välkomnar Norrviks kommun …</c>.</summary>
    private static readonly Regex Inverted = Patterns.Exact($@"\b(?:{Verbs}) (?<n>\p{{Lu}}{{2,6}}|\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+)? kommun|Region \p{{Lu}}\p{{Ll}}+|\p{{Lu}}\p{{Ll}}+(?:verket|myndigheten|ombudsmannen|inspektionen|styrelsen|universitetet))\b");

    private static readonly Regex Asks = Patterns.Of(@"\b(?:har|håller på att|ska) .{0,25}\b(?:tagit fram|arbetat fram|remitterat|skickat|sänt|översänt|bett|begärt|ta fram|utarbetat|upprättat|bjudit in)\b");

    private static readonly Regex CountyBoard = Patterns.Exact(@"\bLänsstyrelsen i \p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)? län\b");

    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "vi", "det", "den", "de", "detta", "dessa", "denna", "man", "jag", "utredningen", "betänkandet", "promemorian", "förslaget", "förslagen", "strategin",
        "programmet", "planen", "kommunen", "regionen", "myndigheten", "nämnden", "förvaltningen", "remissen", "remissversionen", "här", "där", "nu", "så",
        "kommunerna", "regionerna", "staten", "regeringen", "länet", "analysen", "lagen", "syftet", "målet", "målen", "dokumentet", "universitetet", "svaret",
        "yttrandet", "en", "ett", "sverige", "kommittén", "kommissionen", "remissförslaget", "barnkonventionen", "beslut", "beslutet", "dock", "även", "också",
        "samtidigt", "slutligen", "vidare", "däremot", "kommunstyrelsen", "ledningskontoret", "texten", "avsnittet", "kapitlet", "fakultetsnämnden",
    };

    /// <summary>What only one who answers says.</summary>
    private static readonly Regex Answers = Patterns.Exact(
        @"^(?:tackar|tillstyrker|avstyrker|instämmer|avstår|välkomnar|yttrar|avger|överlämnar|lämnar|bejakar|ställer sig|delar|stödjer|stöder|tillstyrkte|har (?:inga|inget|beretts|fått|getts|givits|tagit del|beslutat))\b");

    /// <summary>What a thing may do as well as a body: <c>Utbyggnaden är …</c>, <c>Kompetensen saknar …</c>.</summary>
    private static readonly HashSet<string> OfThings = new(StringComparer.Ordinal)
    {
        "är", "har", "kan", "tar", "ser", "saknar", "ställer", "svarar", "begränsar", "delar", "lämnar", "arbetar", "vill", "bistår",
    };

    private static readonly Regex From = Patterns.Exact(@"\b(?:[Ss]var|[Ss]varet|[Yy]ttrande|[Yy]ttrandet|[Rr]emissvar|[Rr]emissvaret|[Ss]ynpunkter|[Rr]emissyttrande) (?:från|av) ");

    private static readonly Regex Signs = Patterns.Exact(@"^(?:För|I tjänsten för|På uppdrag av) ");

    private static readonly Regex To = Patterns.Of(@"^till\b ?:?");

    /// <summary>Whether the word is a verb with which a body speaks, and so no part of its name.</summary>
    public static bool IsVerb(string word) => VerbSet.Contains(word);

    /// <summary>The senders, the first one first; empty where none is found.</summary>
    /// <param name="reply">The reply, for its title.</param>
    /// <param name="passages">Its passages with their roles.</param>
    /// <param name="lines">The lines outside the comments.</param>
    /// <param name="asking">The body whose consultation it is, or null.</param>
    public static ImmutableArray<string> Find(DocumentText reply, List<Passage> passages, List<Line> lines, string? asking)
    {
        string spoken = Spoken(reply.Text, passages);
        string head = string.Join('\n', lines.Where(l => l.IsHead).Select(l => l.Words));
        if (JointSenders.Find(spoken, asking) is { IsEmpty: false } joint) return joint;
        if (JointSenders.Find(head, asking) is { IsEmpty: false } headed) return headed;
        var points = new SenderPoints(asking);
        Speech(spoken, points);
        Speech(head.Replace('\n', ' '), points);
        Letterhead(lines, points);
        foreach (string words in (ReadOnlySpan<string>)[spoken, reply.Title ?? ""])
        {
            foreach (Match match in From.Matches(words))
            {
                string rest = words.Substring(match.Index + match.Length, Math.Min(80, words.Length - match.Index - match.Length));
                if (OrganisationNames.All(rest).FirstOrDefault() is { Name: { } name, Start: 0 }) points.Add(name, 3);
            }
        }
        return points.Best() is { } best ? [Full(best, spoken)] : [];
    }

    /// <summary>Whose letter it is: the first name in its head, the one in its running foot, the one who signs.</summary>
    private static void Letterhead(List<Line> lines, SenderPoints points)
    {
        bool first = true;
        bool toNext = false;
        foreach (Line line in lines)
        {
            if (line.Role == PassageRole.Courtesy || line.Words.Length >= 120 || HeadingSorts.IsSubject(line.Words) && !To.IsMatch(line.Words)) continue;
            bool to = To.IsMatch(line.Words);
            bool signs = !line.IsHead && Signs.IsMatch(line.Words);
            foreach ((int _, string name) in OrganisationNames.All(line.Words))
            {
                if (to || toNext) points.Ask(name);
                else if (signs) points.Add(name, 3);
                else if (line.Role == PassageRole.Furniture) points.Mark(name, 2);
                else if (line.IsHead) points.Add(name, first ? 2 : 0);
                else if (line.Words == name) points.Add(name, 2);
                else continue;
                first = first && !line.IsHead;
            }
            toNext = to && line.Words.Length < 6;
        }
    }

    /// <summary>The words of comments and courtesy, as far as a name may be expected.</summary>
    private static string Spoken(string text, List<Passage> passages)
    {
        var words = new System.Text.StringBuilder();
        foreach (Passage passage in passages)
        {
            if (passage.Role is PassageRole.Furniture or PassageRole.Formality || passage.Form == BlockKind.ContentsEntry) continue;
            if (passage.Role == PassageRole.Heading && words.Length > 0) continue;
            words.Append(ReplyText.OneLine(text, passage.Span, 1200)).Append(passage.Role == PassageRole.Heading ? ". " : " ");
            if (words.Length > 6000) break;
        }
        return words.ToString();
    }

    private static void Speech(string words, SenderPoints points)
    {
        foreach (Match match in Subject.Matches(words))
        {
            string name = match.Groups["n"].Value;
            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            string bare = bracket > 0 ? name[..bracket] : name;
            if (NotNames.Contains(bare) || NotNames.Contains(bare.Split(' ')[0]) && !bare.Contains("kommun", StringComparison.Ordinal)) continue;
            // "Region Mittsund har tagit fram …" is who asks, not who answers.
            if (Asks.IsMatch(words.AsSpan(match.Index, Math.Min(match.Length + 60, words.Length - match.Index))))
            {
                points.Ask(bare);
                continue;
            }
            bool known = OrganisationNames.First(bare) is not null || (bare.Length is >= 2 and <= 6 && bare.All(char.IsUpper));
            int verb = match.Groups["n"].Index + name.Length + 1;
            bool answers = Answers.IsMatch(words.AsSpan(verb, Math.Min(40, words.Length - verb)));
            if (!known && !answers && IsThing(bare) && OfThings.Contains(match.Value[(match.Value.LastIndexOf(' ') + 1)..])) continue;
            // A name of several words that answers is a name, also where its kind is not known.
            points.Add(OrganisationNames.Tidy(bare), known || answers && bare.Contains(' ', StringComparison.Ordinal) ? 3 : 1, answers);
        }
        foreach (Match match in Possessor.Matches(words))
        {
            string name = OrganisationNames.Tidy(match.Groups["n"].Value);
            if (!NotNames.Contains(name) && !name.EndsWith("departementet", StringComparison.Ordinal)) points.Add(name, 3);
        }
        foreach (Match match in Inverted.Matches(words))
        {
            string name = match.Groups["n"].Value;
            if (!NotNames.Contains(name)) points.Add(name, 2);
        }
    }

    /// <summary>Whether the word has the form of a common noun with its article: <c>Kompetensförsörjningen</c>, <c>Näten</c>.</summary>
    private static bool IsThing(string word) =>
        !word.Contains(' ', StringComparison.Ordinal) && (word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("et", StringComparison.Ordinal)
        || word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("na", StringComparison.Ordinal) || word.EndsWith("ln", StringComparison.Ordinal) || word.EndsWith("rn", StringComparison.Ordinal));

    /// <summary>The full name where the reply gives it with its abbreviation: <c>Norrlands havsmyndighet (NHM)</c>.</summary>
    private static string Full(string name, string words)
    {
        if (name == "Länsstyrelsen") return CountyBoard.Match(words) is { Success: true } county ? county.Value : name;
        if (name.Length > 6 || !name.All(char.IsUpper)) return OrganisationNames.Tidy(name);
        int bracket = words.IndexOf($" ({name})", StringComparison.Ordinal);
        if (bracket < 0) return name;
        string[] before = words[Math.Max(0, bracket - 120)..bracket].Split(' ');
        // The name's own capital letters begin it: "Myndigheten för vård (MV)" goes back to the first of them.
        for (int i = before.Length - 1; i >= 0 && i >= before.Length - 7; i--)
        {
            if (before[i].Length > 3 && char.IsUpper(before[i][0]) && before[i][0] == name[0] || (before[i].StartsWith("Myndigheten", StringComparison.Ordinal) && name[0] == 'M'))
                return string.Join(' ', before[i..]);
        }
        return before[^1].Length > 3 && char.IsUpper(before[^1][0]) ? before[^1] : name;
    }
}
