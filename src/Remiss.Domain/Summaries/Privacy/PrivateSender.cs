using System.Collections.Immutable;
using Remiss.Domain.Responses;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>
/// Tells whether a reply comes from a private person, whose name is printed only when chosen. When in
/// doubt between a person and an organisation the name is held back: a name that should have been
/// printed can be put back, one that was printed cannot be taken back.
/// </summary>
/// <remarks>
/// In order: an organisation's word in the name (or an abbreviation, a digit, a single word that is
/// no first name) means an organisation; a known first name, or a mail address, means a person; what
/// is left is two to four capitalised words, and a person unless the reply has a registration number
/// or a decision, which only organisations have. A file's name that stands in for the sender needs a
/// first name or a surname's ending before it counts as a person's.
/// </remarks>
public static class PrivateSender
{
    private static readonly ImmutableArray<string> SurnameEndings =
    [
        "sson", "ström", "berg", "lund", "gren", "quist", "qvist", "kvist", "dahl", "stedt", "strand", "blad", "löf", "löv",
        "ander", "elius", "enius", "mark", "holm", "man",
    ];

    private static readonly ImmutableHashSet<string> NameParticles = ImmutableHashSet.Create(StringComparer.Ordinal, "von", "af", "de", "av", "van", "der", "den", "el", "al");

    /// <summary>Whether the sender is a private person.</summary>
    /// <param name="name">The name to print: the sender's own, or a file's where the reply names none.</param>
    /// <param name="split">The reply.</param>
    public static bool IsPrivate(string name, SplitResponse split)
    {
        // A joint reply is signed by organisations; people who write together are many single senders at most.
        if (split.Senders.Length > 1 && split.Senders.Any(s => OrganisationWords.In(Words(s)))) return false;
        bool isFileName = split.Organisation is null && HasExtension(name);
        int at = name.IndexOf('@', StringComparison.Ordinal);
        // The part before @ names the writer; what follows only names the post office.
        ImmutableArray<string> words = Words(at >= 0 ? name[..at] : isFileName ? name[..name.LastIndexOf('.')] : name);
        // "Karin Bank" is a person, whatever else her surname means; a firm's form (AB) is no surname.
        if (!isFileName && words.Length == 2 && FirstNames.Contains(words[0]) && LooksLikeAName(words[1])) return true;
        if (words.IsEmpty || OrganisationWords.In(words)) return false;
        if (at >= 0) return true;
        bool known = words.Any(w => FirstNames.Contains(w));
        if (isFileName) return HasPersonsNameInside(words);
        if (name.Any(char.IsDigit) || words.Length > 5) return false;
        if (words.Length == 1) return known;
        if (FirstNames.Contains(words[0])) return true;
        if (split.RegistrationNumber is not null || split.Decision is not null) return false;
        return words.All(LooksLikeAName) || (words.Length <= 3 && EndsAsSurname(words[^1]));
    }

    /// <summary>Whether a file's name holds what looks like a person's name.</summary>
    public static bool IsPersonsFile(string fileName)
    {
        int dot = fileName.LastIndexOf('.');
        ImmutableArray<string> words = Words(dot > 0 ? fileName[..dot] : fileName);
        return !OrganisationWords.In(words) && HasPersonsNameInside(words);
    }

    private static bool HasPersonsNameInside(ImmutableArray<string> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Length > 2 && FirstNames.Contains(words[i]) && words[i + 1].Length > 2 && words[i + 1].All(char.IsLetter)) return true;
        }
        return words.Length == 2 && EndsAsSurname(words[1]) && words[0].All(char.IsLetter);
    }

    private static bool LooksLikeAName(string word) =>
        NameParticles.Contains(word)
        || (char.IsUpper(word[0]) && word.Skip(1).All(c => char.IsLower(c) || c is '-' or '\'' or '\u2019' || char.IsUpper(c) && word.Contains('-', StringComparison.Ordinal)));

    private static bool EndsAsSurname(string word)
    {
        string lower = word.ToLowerInvariant();
        return SurnameEndings.Any(e => lower.Length > e.Length + 1 && lower.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool HasExtension(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot is >= 3 and <= 6 && name.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', 'z') < 0;
    }

    private static ImmutableArray<string> Words(string name) =>
        [.. name.Split([' ', '\u00A0', '\t', '\n', '_', '.', ',', '(', ')', '/', '@', '&', '"', '\u201D'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(w => w.Any(char.IsUpper) ? [w] : w.Split('-', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Any(char.IsLetterOrDigit))];
}
