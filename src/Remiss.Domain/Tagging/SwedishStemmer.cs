namespace Remiss.Domain.Tagging;

/// <summary>
/// Takes the inflection off a Swedish word by the published rules of the Snowball project's
/// Swedish stemmer: three steps of suffixes, each only inside the region R1 (what follows the
/// first consonant after the first vowel, and never the first three letters).
/// Words are expected in lower case; other characters count as consonants.
/// </summary>
public static class SwedishStemmer
{
    // Each step takes the longest suffix that fits, so the lists stand longest first.
    private static readonly string[] Inflections =
    [
        "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
        "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna",
        "ade", "are", "ast", "ens", "ern", "het",
        "ad", "ar", "as", "at", "en", "er", "es", "or",
        "a", "e",
    ];

    private static readonly string[] DoubledConsonants = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    private const string Vowels = "aeiouyåäö";
    private const string LettersBeforeGenitive = "bcdfghjklmnoprtvy";

    /// <summary>The stem; the word itself where no rule applies.</summary>
    public static string Stem(string word)
    {
        int length = StemLength(word);
        return length == word.Length ? word : word[..length];
    }

    /// <summary>The stem; the word itself where no rule applies.</summary>
    public static string Stem(ReadOnlySpan<char> word) => word[..StemLength(word)].ToString();

    // Every rule only shortens (-löst and -fullt too: to -lös and -full), so a stem is a length.
    private static int StemLength(ReadOnlySpan<char> word)
    {
        int region = RegionStart(word);
        int length = WithoutInflection(word, region);
        foreach (string pair in DoubledConsonants)
        {
            if (!Ends(word[..length], pair, region)) continue;
            length--;
            break;
        }
        return WithoutDerivation(word[..length], region);
    }

    private static int WithoutInflection(ReadOnlySpan<char> word, int region)
    {
        foreach (string suffix in Inflections)
        {
            if (Ends(word, suffix, region)) return word.Length - suffix.Length;
        }
        int last = word.Length - 1;
        bool genitive = last >= region && last > 0 && word[last] == 's'
            && LettersBeforeGenitive.Contains(word[last - 1], StringComparison.Ordinal);
        return genitive ? last : word.Length;
    }

    private static int WithoutDerivation(ReadOnlySpan<char> word, int region)
    {
        if (Ends(word, "fullt", region) || Ends(word, "löst", region)) return word.Length - 1;
        if (Ends(word, "lig", region) || Ends(word, "els", region)) return word.Length - 3;
        return Ends(word, "ig", region) ? word.Length - 2 : word.Length;
    }

    private static bool Ends(ReadOnlySpan<char> word, string suffix, int region) =>
        word.Length - suffix.Length >= region && word.EndsWith(suffix, StringComparison.Ordinal);

    private static int RegionStart(ReadOnlySpan<char> word)
    {
        int i = 0;
        while (i < word.Length && !IsVowel(word[i])) i++;
        while (i < word.Length && IsVowel(word[i])) i++;
        return i >= word.Length ? word.Length : Math.Max(i + 1, 3);
    }

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
