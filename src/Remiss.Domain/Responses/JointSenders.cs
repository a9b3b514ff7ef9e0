using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Remiss.Domain.Responses;

/// <summary>Finds the senders of a joint reply: bodies named side by side where the reply presents itself.</summary>
internal static class JointSenders
{
    private const string Body = @"\p{Lu}[\p{L}\-]+(?: \p{Lu}[\p{L}\-]+)? (?:kommun|stad)|Region \p{Lu}\p{L}+(?: län)?|Länsstyrelsen i \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? län|\p{Lu}[\p{L}\-]+s (?:kommunalförbund|högskola|universitet)";

    /// <summary>Further in, two names side by side are examples.</summary>
    private const int Early = 200;

    private static readonly Regex Joint = Patterns.Exact(@"\b(?<a>\p{Lu}\p{L}+)(?<more>(?:, \p{Lu}\p{L}+)*) (?:och|samt) (?<b>\p{Lu}\p{L}+) (?:kommuner|kommuners)\b");

    private static readonly Regex JointListed = Patterns.Of(@"\bkommunerna (?-i:(?<a>\p{Lu}\p{L}+)(?<more>(?:, \p{Lu}\p{L}+)*) (?:och|samt) (?<b>\p{Lu}\p{L}+))");

    private static readonly Regex Listed = Patterns.Exact($@"\b(?<a>{Body})(?<more>(?:, (?:{Body}))*),? (?:och|samt|tillsammans med) (?<b>{Body})\b");

    private static readonly Regex Together = Patterns.Of(@"\b(?:gemensamt|samordnat)\b.{0,80}\b(?:yttrande|svar|remissvar|av)\b|\b(?:yttrande|svar|remissvar|yttrandet|svaret)\b.{0,60}\b(?:gemensamt|tillsammans)\b");

    /// <summary>All senders that the words name together; empty where they name none so.</summary>
    /// <param name="words">The reply's words on one line.</param>
    /// <param name="asking">The body whose consultation it is, or null: it answers no one.</param>
    public static ImmutableArray<string> Find(string words, string? asking)
    {
        foreach (Regex pattern in (ReadOnlySpan<Regex>)[Joint, JointListed])
        {
            if (pattern.Match(words) is not { Success: true } match || !Presents(words, match)) continue;
            var names = match.Groups["a"].Value + match.Groups["more"].Value + ", " + match.Groups["b"].Value;
            return Several(names.Split(", ").Select(n => Genitive(n) + " kommun"), asking);
        }
        foreach (Match match in Listed.Matches(words))
        {
            if (!Presents(words, match)) continue;
            var names = match.Groups["a"].Value + match.Groups["more"].Value + ", " + match.Groups["b"].Value;
            return Several(names.Split(", ").Select(OrganisationNames.Tidy), asking);
        }
        return [];
    }

    private static ImmutableArray<string> Several(IEnumerable<string> names, string? asking)
    {
        ImmutableArray<string> senders = [.. names.Distinct().Where(n => n != asking)];
        return senders.Length > 1 ? senders : [];
    }

    /// <summary>Whether it opens a sentence near the beginning, or says that they answer together.</summary>
    private static bool Presents(string words, Match match)
    {
        int from = Math.Max(0, match.Index - 60);
        int end = Math.Min(words.Length, match.Index + match.Length + 80);
        if (match.Index < 3 * Early && Together.IsMatch(words.AsSpan(from, end - from))) return true;
        bool opens = match.Index == 0 || words.AsSpan(0, match.Index).TrimEnd() is [.., '.' or '!' or ':' or '\n'] || words[match.Index - 1] == '\n' || char.IsLower(match.Value[0]);
        return opens && match.Index < Early;
    }

    /// <summary>A municipality takes its place's genitive: Norrviks, but Sjöbacka.</summary>
    private static string Genitive(string place) =>
        "aeiouyåäösxz".Contains(char.ToLowerInvariant(place[^1]), StringComparison.Ordinal) ? place : place + "s";
}
