namespace Remiss.Domain.Texts;

/// <summary>What can be told from the characters of one line alone.</summary>
internal static class LineForm
{
    /// <summary>No title is longer than this, over all its lines.</summary>
    public const int LongestTitle = 220;

    private const int MostTitleWords = 24;

    /// <summary>Words that never close a title: a line that ends in one goes on, or leads in a list.</summary>
    private static readonly HashSet<string> OpenWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "att", "och", "av", "för", "på", "i", "med", "till", "om", "som", "samt", "eller", "från", "den", "det",
        "de", "en", "ett", "vid", "inom", "mellan", "utan", "under", "är", "har", "ska", "kan", "men", "följande",
        "enligt", "genom", "mot", "hos", "där", "när", "vår", "våra", "sin", "sina",
    };

    /// <summary>The kinds of document that an authority prints in capitals beside the page number.</summary>
    private static readonly HashSet<string> DocumentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "YTTRANDE", "REMISSVAR", "REMISSYTTRANDE", "TJÄNSTESKRIVELSE", "TJÄNSTEUTLÅTANDE", "TJÄNSTEUTLÄTANDE",
        "PM", "PROMEMORIA", "PROTOKOLL", "PROTOKOLLSUTDRAG", "SAMMANTRÄDESPROTOKOLL", "SIGNERAD", "BESLUT", "MISSIV",
        "SKRIVELSE", "RAPPORT", "REMISS", "BILAGA", "KALLELSE", "DELEGATIONSBESLUT", "ORDFÖRANDEBESLUT", "UTKAST",
    };

    /// <summary>Titles that documents of this kind share, whatever they are about; each opens a part of the whole.</summary>
    private static readonly HashSet<string> OuterTitles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Sammanfattning", "Inledning", "Bakgrund", "Avslutning", "Avslutande synpunkter", "Avslutande kommentarer",
        "Allmänt", "Allmänna synpunkter", "Generella synpunkter", "Övergripande synpunkter", "Övriga synpunkter", "Övrigt",
        "Slutord", "Förord", "Referenser", "Källor", "Källförteckning", "Ordlista", "Begrepp och definitioner", "Bilagor", "Bilaga",
        "Ärendet", "Ärendebeskrivning", "Beslut", "Beslutsunderlag", "Beslutsplanering", "Förslag till beslut", "Reservation",
        "Särskilt yttrande", "Protokollsanteckning", "Syfte", "Innehåll", "Innehållsförteckning",
    };

    /// <summary>What stands before or after the chapters even where those have numbers.</summary>
    private static readonly HashSet<string> EndMatter = new(StringComparer.OrdinalIgnoreCase)
    {
        "Förord", "Referenser", "Källor", "Källförteckning", "Ordlista", "Begrepp och definitioner", "Bilagor", "Bilaga", "Slutord",
        "Reservation", "Särskilt yttrande", "Protokollsanteckning",
    };

    /// <summary>Labels of a letterhead; what stands behind them is no title.</summary>
    private static readonly string[] LetterheadLabels =
    [
        "Dnr", "Diarienummer", "Diarienr", "Ärendenr", "Datum", "Handläggare", "Kopia:", "Kopia till", "Tel:", "Tel.", "Tfn", "Telefon:",
        "Ert dnr", "Ert datum", "Er ref", "Er beteckning", "Vårt dnr", "Vårt datum", "Vår ref", "Vår beteckning",
        "E-post", "Epost", "Box ", "Postadress", "Besök:", "Besöksadress", "Post:", "cc:", "Svar på:", "Ställd till",
        "Dokumenttyp", "Utfärdat", "Sida ", "Sid ", "Org.nr", "Fax:", "Till:", "Från:",
    ];

    /// <summary>Whether the line is one of the titles that such documents share, and nothing else.</summary>
    public static bool IsOuterTitle(ReadOnlySpan<char> line) =>
        line.Length is > 3 and < 40 && OuterTitles.Contains(line.TrimEnd(": ").ToString());

    /// <summary>Whether the line is a title of what stands before or after all chapters.</summary>
    public static bool IsEndMatter(ReadOnlySpan<char> line) =>
        line.Length is > 3 and < 40 && EndMatter.Contains(line.TrimEnd(": ").ToString());

    /// <summary>Whether the line is a word or two, a colon and its explanation: an entry of a glossary.</summary>
    public static bool IsDefinition(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 1 and < 45 && char.IsUpper(line[0]) && line[..colon].Count(' ') <= 3 && line.Length > colon + 20;
    }

    /// <summary>Length of the list mark and the space after it; 0 where the line is no list point.</summary>
    public static int BulletLength(ReadOnlySpan<char> line)
    {
        if (line.Length < 2) return 0;
        char c = line[0];
        bool drawn = c is '•' or '▪' or '●' or '◦' or '‣' or '⁃' or '∙' or '·' or '■' or '□' or '➢' or '►' or '→' or '✓' or '○'
            || c is >= '\uE000' and <= '\uF8FF';
        if (drawn) return AfterSpace(line, 1);
        if (c is '-' or '–' or '—' or '*')
        {
            if (char.IsWhiteSpace(line[1])) return AfterSpace(line, 1);
            return c == '-' && char.IsLetter(line[1]) ? 1 : 0;
        }
        if (c == 'o' && char.IsWhiteSpace(line[1]) && line.Length > 3) return AfterSpace(line, 1);
        return EnumeratorLength(line);
    }

    /// <summary>Length of <c>1)</c>, <c>a)</c>, <c>(2)</c> and the space after it; 0 where there is none.</summary>
    public static int EnumeratorLength(ReadOnlySpan<char> line)
    {
        int at = line.Length > 0 && line[0] == '(' ? 1 : 0;
        int from = at;
        while (at < line.Length && at - from < 2 && char.IsAsciiDigit(line[at])) at++;
        if (at == from && at < line.Length && char.IsAsciiLetterLower(line[at])) at++;
        if (at == from || at + 1 >= line.Length || line[at] != ')' || !char.IsWhiteSpace(line[at + 1])) return 0;
        return AfterSpace(line, at + 1);
    }

    /// <summary>Length of <c>1.</c> and the space after it where text follows; 0 where there is none.</summary>
    public static int OrdinalLength(ReadOnlySpan<char> line, out int number)
    {
        number = 0;
        int at = 0;
        while (at < line.Length && at < 2 && char.IsAsciiDigit(line[at])) number = number * 10 + (line[at++] - '0');
        if (at == 0 || at + 1 >= line.Length || line[at] != '.' || !char.IsWhiteSpace(line[at + 1])) return 0;
        int after = AfterSpace(line, at + 1);
        return after < line.Length ? after : 0;
    }

    /// <summary>Whether a sentence ends here: a full stop, question mark, exclamation mark or colon, perhaps with a quotation mark, bracket or footnote digit after it.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        int end = line.Length;
        while (end > 0 && (char.IsAsciiDigit(line[end - 1]) || IsClosing(line[end - 1]))) end--;
        if (end == 0) return false;
        char last = line[end - 1];
        if (end < line.Length && char.IsAsciiDigit(line[end]) && last is ':') return false;
        return last is '.' or '!' or '?' or ':' or '…';
    }

    /// <summary>Whether the line could be a title without a number: short, begins large, does not end as a sentence does, is no letterhead.</summary>
    public static bool IsTitle(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 130 || !BeginsLarge(line)) return false;
        if (BulletLength(line) > 0 || !ClosesTitle(line)) return false;
        // Columns are a table's row.
        if (line.Contains("  ", StringComparison.Ordinal) || line.Contains('\t')) return false;
        return !IsLetterhead(line) && !HasInnerSentence(line) && Letters(line) * 2 >= line.Length;
    }

    /// <summary>Whether the line ends as a title may: not with a comma, a full stop or a word that needs another.</summary>
    public static bool ClosesTitle(ReadOnlySpan<char> line)
    {
        char last = line[^1];
        if (last is ',' or ';' or '-' or '–' or '/' or '&' or '!') return false;
        if (last == '.') return EndsAbbreviated(line);
        // A footnote's digit after the full stop: a sentence.
        int bare = line.Length;
        while (bare > 0 && char.IsAsciiDigit(line[bare - 1])) bare--;
        if (bare > 1 && bare < line.Length && line[bare - 1] == '.' && char.IsLetter(line[bare - 2])) return false;
        int word = line.LastIndexOf(' ') + 1;
        return !OpenWords.Contains(line[word..].ToString()) && line.Count(' ') <= MostTitleWords;
    }

    /// <summary>Whether the line begins as a sentence or title does.</summary>
    public static bool BeginsLarge(ReadOnlySpan<char> line)
    {
        foreach (char c in line)
        {
            if (c is '”' or '"' or '“' or '(' or '»' or '’' or '\'') continue;
            // "eHälsa", "e-tjänster" and "5G" begin titles too.
            return char.IsUpper(c) || (char.IsLower(c) && line.Length > 1 && char.IsUpper(line[1]));
        }
        return false;
    }

    /// <summary>Whether the line begins with a small letter, and so goes on from another.</summary>
    public static bool BeginsSmall(ReadOnlySpan<char> line) =>
        line.Length > 0 && char.IsLower(line[0]) && !(line.Length > 1 && char.IsUpper(line[1]));

    /// <summary>Whether the line belongs to a letterhead: an address, a label with its value, a contact.</summary>
    public static bool IsLetterhead(ReadOnlySpan<char> line)
    {
        foreach (string label in LetterheadLabels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.Length < 80) return true;
        }
        return line.Contains('@') || line.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || line.Contains("://", StringComparison.Ordinal) || line.Contains("___", StringComparison.Ordinal)
            || line.Contains("Dnr", StringComparison.Ordinal) || HasLongFigure(line);
    }

    /// <summary>Whether a number and a document type in capitals is all there is: <c>1 YTTRANDE</c>, <c>1 PM 2016:122</c>.</summary>
    public static bool IsPageMarkWithType(ReadOnlySpan<char> line)
    {
        int at = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at])) at++;
        if (at is 0 or > 3 || at >= line.Length || line[at] != ' ') return false;
        ReadOnlySpan<char> rest = line[at..].Trim();
        int end = rest.IndexOf(' ');
        ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
        foreach (char c in word)
        {
            if (!char.IsUpper(c)) return false;
        }
        return DocumentTypes.Contains(word.ToString());
    }

    /// <summary>Length of the line's first word.</summary>
    public static int FirstWord(ReadOnlySpan<char> line)
    {
        int space = line.IndexOf(' ');
        return space < 0 ? line.Length : space;
    }

    /// <summary>White space run together to one space and small letters: how two lines are told to say the same.</summary>
    public static string Key(ReadOnlySpan<char> line)
    {
        var key = new char[line.Length];
        int n = 0;
        foreach (char c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                if (n > 0 && key[n - 1] != ' ') key[n++] = ' ';
            }
            else key[n++] = char.ToLowerInvariant(c);
        }
        if (n > 0 && key[n - 1] == ' ') n--;
        return new string(key, 0, n);
    }

    /// <summary>Whether the character closes a quotation or bracket.</summary>
    private static bool IsClosing(char c) => c is '”' or '"' or '“' or ')' or ']' or '’' or '»';

    private static bool EndsAbbreviated(ReadOnlySpan<char> line) =>
        line.EndsWith("m.m.", StringComparison.Ordinal) || line.EndsWith("m.fl.", StringComparison.Ordinal)
        || line.EndsWith("etc.", StringComparison.Ordinal) || line.EndsWith("osv.", StringComparison.Ordinal);

    /// <summary>Whether a sentence ends and another begins within the line.</summary>
    public static bool HasInnerSentence(ReadOnlySpan<char> line)
    {
        for (int i = 4; i + 2 < line.Length; i++)
        {
            if (line[i] == '.' && line[i + 1] == ' ' && char.IsUpper(line[i + 2])
                && char.IsLower(line[i - 1]) && char.IsLower(line[i - 2]) && char.IsLower(line[i - 3])) return true;
        }
        return false;
    }

    /// <summary>A run of three digits or more that is no year, or a date.</summary>
    private static bool HasLongFigure(ReadOnlySpan<char> line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i])) continue;
            int from = i;
            while (i < line.Length && char.IsAsciiDigit(line[i])) i++;
            bool year = i - from == 4 && line[from] is '1' or '2';
            if (i - from >= 3 && !year) return true;
            if (year && i + 2 < line.Length && line[i] == '-' && char.IsAsciiDigit(line[i + 1]) && char.IsAsciiDigit(line[i + 2])
                && (i + 3 >= line.Length || !char.IsAsciiDigit(line[i + 3]))) return true;
        }
        return false;
    }

    private static int Letters(ReadOnlySpan<char> line)
    {
        int n = 0;
        foreach (char c in line)
        {
            if (char.IsLetter(c)) n++;
        }
        return n;
    }

    private static int AfterSpace(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return at;
    }
}
