using System.Collections.Immutable;
using System.Globalization;
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

    private static readonly Regex Joint = Patterns.Exact(@"\b(?<a>\p{Lu}\p{L}+)(?<more>(?:, \p{Lu}\p{L}+)*) (?:och|samt) (?<b>\p{Lu}\p{L}+) (?:kommuner|kommuners)\b");

    private static readonly Regex JointListed = Patterns.Of(@"\bkommunerna (?-i:(?<a>\p{Lu}\p{L}+)(?<more>(?:, \p{Lu}\p{L}+)*) (?:och|samt) (?<b>\p{Lu}\p{L}+))");

    private static readonly Regex Pair = Patterns.Exact(@"\b(?<a>\p{Lu}\p{L}+ kommun|Region \p{Lu}\p{L}+(?: län)?) (?:och|samt|tillsammans med) (?<b>\p{Lu}\p{L}+ kommun|Region \p{Lu}\p{L}+(?: län)?)\b");

    private static readonly Regex Municipality = Patterns.Exact(@"\b(?<n>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?|\p{Lu}{2,}) (?:kommuns?|KOMMUN|stad|STAD|stads|Stad|Stads)\b");

    private static readonly Regex Region = Patterns.Exact(@"\b(?:Region|REGION|Landstinget|Regionförbundet) \p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?(?: \p{Lu}\p{L}+)?(?: län\b)?");

    private static readonly Regex Authority = Patterns.Exact(
        @"\b(?:Länsstyrelsen(?: i)? \p{Lu}[\p{L} ]{2,30}? län|Länsstyrelsen|Myndigheten för [\p{Ll}\-]+(?:,? [\p{Ll}\-]+){0,5}|\p{Lu}[\p{L}\-]*(?:verket|myndigheten|kollegiet|ombudsmannen|inspektionen|universitetet|högskolan|rådet|stiftelsen|förbundet|institutet|kammaren)|\p{Lu}\p{Ll}+s universitet|Stockholms universitet)\b");

    private static readonly Regex Subject = Patterns.Exact(
        $@"(?:^|[.!?:•–-] )(?<n>\p{{Lu}}[\p{{L}}\-:]*(?: (?:\p{{Lu}}[\p{{L}}\-]*|i|för|och|kommun|län|stad|universitet)){{0,4}}(?: \(\p{{Lu}}{{2,6}}\))?) (?:{Verbs})\b");

    /// <summary>Whose the reply is, in so many words: <c>Norrviks kommuns yttrande</c>.</summary>
    private static readonly Regex Possessor = Patterns.Of(
        @"(?<n>(?-i:\p{Lu}[\p{L}\-]+(?: \p{Lu}[\p{L}\-]+)?)(?: kommun| län| stad)?)s (?:yttrande|remissvar|remissyttrande|synpunkter|svar|ståndpunkter|inställning|syn på)\b");

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

    public static ImmutableArray<string> Find(string text, List<Passage> passages, List<Line> lines)
    {
        string spoken = Spoken(text, passages);
        if (Several(spoken) is { IsEmpty: false } joint) return joint;
        if (Several(string.Join('\n', lines.Where(l => l.IsHead).Select(l => l.Words))) is { IsEmpty: false } headed) return headed;
        string? name = Speaker(spoken) ?? Speaker(string.Join(" ", lines.Where(l => l.IsHead).Select(l => l.Words)));
        if (name is not null) return [Full(name, spoken)];
        // Under "Till" or before a postal address stands the addressee; what comes before that is the sender's.
        foreach (Line line in lines.Where(l => l.Role != PassageRole.Courtesy && !HeadingSorts.IsSubject(l.Words)))
        {
            if (Named(line.Words) is { } found && line.Words.Length < 80) return [found];
        }
        return [];
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

    private static ImmutableArray<string> Several(string words)
    {
        foreach (Regex pattern in (ReadOnlySpan<Regex>)[Joint, JointListed])
        {
            if (pattern.Match(words) is not { Success: true } match) continue;
            var names = match.Groups["a"].Value + match.Groups["more"].Value + ", " + match.Groups["b"].Value;
            return [.. names.Split(", ").Select(n => Genitive(n) + " kommun").Distinct()];
        }
        return Pair.Match(words) is { Success: true } pair && IsEarly(pair) ? [pair.Groups["a"].Value, pair.Groups["b"].Value] : [];

        // Two names side by side are senders where the reply presents itself, and examples further down.
        static bool IsEarly(Match match) => match.Index < 200;
    }

    /// <summary>A municipality takes its place's genitive: Norrviks, but Sjöbacka.</summary>
    private static string Genitive(string place) =>
        "aeiouyåäösxz".Contains(char.ToLowerInvariant(place[^1]), StringComparison.Ordinal) ? place : place + "s";

    private static string? Speaker(string words)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Subject.Matches(words))
        {
            string name = match.Groups["n"].Value;
            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            string bare = bracket > 0 ? name[..bracket] : name;
            if (NotNames.Contains(bare) || NotNames.Contains(bare.Split(' ')[0]) && !bare.Contains("kommun", StringComparison.Ordinal)) continue;
            // "Region Mittsund har tagit fram …" is who asks, not who answers.
            if (Asks.IsMatch(words.AsSpan(match.Index, Math.Min(match.Length + 60, words.Length - match.Index)))) continue;
            bool known = Named(bare) is not null || (bare.Length is >= 2 and <= 6 && bare.All(char.IsUpper));
            counts[bare] = counts.GetValueOrDefault(bare) + (known ? 3 : 1);
        }
        foreach (Match match in Possessor.Matches(words))
        {
            string name = Cased(match.Groups["n"].Value);
            if (!NotNames.Contains(name) && !name.EndsWith("departementet", StringComparison.Ordinal)) counts[name] = counts.GetValueOrDefault(name) + 3;
        }
        foreach (Match match in Inverted.Matches(words))
        {
            string name = match.Groups["n"].Value;
            if (!NotNames.Contains(name)) counts[name] = counts.GetValueOrDefault(name) + 2;
        }
        if (counts.Count == 0) return null;
        // A word that is no known kind of body and speaks only once may be any word that begins a sentence.
        var best = counts.MaxBy(c => c.Value);
        return best.Value > 1 ? best.Key : null;
    }

    /// <summary>The full name where the reply gives it with its abbreviation: <c>Norrlands havsmyndighet (NHM)</c>.</summary>
    private static string Full(string name, string words)
    {
        if (name == "Länsstyrelsen") return CountyBoard.Match(words) is { Success: true } county ? county.Value : name;
        if (name.Length > 6 || !name.All(char.IsUpper)) return Nominative(name);
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

    private static string? Named(string words)
    {
        if (Municipality.Match(words) is { Success: true } municipality) return Nominative(Cased(municipality.Value));
        if (Region.Match(words) is { Success: true } region) return Cased(region.Value);
        return Authority.Match(words) is { Success: true } authority ? BeforeVerb(authority.Value) : null;
    }

    /// <summary>"Myndigheten för delaktighet har …": the name ends where the clause's verb begins.</summary>
    private static string BeforeVerb(string name)
    {
        string[] words = name.Split(' ');
        int verb = Array.FindIndex(words, w => VerbSet.Contains(w));
        return verb > 0 ? string.Join(' ', words[..verb]) : name;
    }

    private static string Nominative(string name) =>
        name.EndsWith(" kommuns", StringComparison.Ordinal) || name.EndsWith(" stads", StringComparison.OrdinalIgnoreCase) ? name[..^1] : name;

    private static string Cased(string name)
    {
        if (!name.All(c => !char.IsLower(c))) return name;
        string lower = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
        return lower.Replace(" Kommun", " kommun", StringComparison.Ordinal).Replace(" Stad", " stad", StringComparison.Ordinal);
    }
}
