using System.Collections.Immutable;

namespace Remiss.Application.Responses;

/// <summary>A body of the register, by the name it has there.</summary>
public sealed record NamedBody(BodyId Id, string Name);

/// <summary>
/// Finds a reply's sender in the register by its name. One that may be several, or only resembles one, is left open with
/// those it may be; nothing is guessed.
/// </summary>
internal static class SenderNames
{
    private const int MostCandidates = 5;

    /// <summary>Who speaks for the whole body: their reply is the body's.</summary>
    private static readonly HashSet<string> Speakers = new(StringComparer.Ordinal)
    {
        "kommunstyrelsen", "kommunfullmäktige", "kommunledningskontoret", "kommunledningsförvaltningen", "kommunkansliet", "regionstyrelsen", "regionfullmäktige",
    };

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "i", "för", "vid", "på", "av", "och", "the" };

    /// <summary>Words that many bodies share, and that alone tell none from another.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "kommun", "region", "län", "länsstyrelsen", "sverige", "svensk", "förbund", "råd", "förening", "nämnd" };

    /// <summary>The body that has that name, if exactly one does.</summary>
    public static NamedBody? Find(string name, IReadOnlyList<NamedBody> register)
    {
        string key = KeyOf(name);
        var same = register.Where(b => KeyOf(b.Name) == key).Take(2).ToList();
        return key.Length > 0 && same.Count == 1 ? same[0] : null;
    }

    /// <summary>The bodies that it may be: those of the same name, then those that share a word which is theirs.</summary>
    public static ImmutableArray<NamedBody> Candidates(string name, IReadOnlyList<NamedBody> register)
    {
        var own = KeyOf(name).Split(' ').Where(w => w.Length > 2 && !Common.Contains(w)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. register.Select(b => (Body: b, Shared: KeyOf(b.Name).Split(' ').Count(own.Contains)))
                .Where(c => c.Shared > 0)
                .OrderByDescending(c => c.Shared).ThenBy(c => c.Body.Name, StringComparer.Ordinal)
                .Take(MostCandidates).Select(c => c.Body),
        ];
    }

    /// <summary>
    /// What is equal in names that mean the same body: <c>Norrviks kommun</c>, <c>NORRVIKS KOMMUNS</c>, <c>Kommunstyrelsen i
    /// Norrviks kommun</c>, <c>Norrvik kommun, kommunstyrelsen</c>; a town is a municipality (<c>Norrviks stad</c>).
    /// </summary>
    public static string KeyOf(string name)
    {
        var words = Words(name);
        if (words.Count > 1 && Speakers.Contains(words[0])) words.RemoveAt(0);
        else if (words.Count > 1 && Speakers.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        bool county = words.Count > 1 && words[0] is "länsstyrelsen" or "länsstyrelse";
        var kept = words.Where(w => !Small.Contains(w)).Select(Plain).Where(w => !county || w is not "län");
        return string.Join(' ', kept);
    }

    private static List<string> Words(string name) =>
        [.. string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Plain(string word)
    {
        string bare = word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;
        return bare switch { "stad" or "kommunen" => "kommun", "regionen" => "region", _ => bare };
    }
}
