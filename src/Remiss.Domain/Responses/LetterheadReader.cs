using System.Globalization;
using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Reads a reply's letterhead, subject line, closing and decision notes: lines that are no comments. Whose number a
/// registration number is, its label tells, or the line it stands in.
/// </summary>
internal static class LetterheadReader
{
    private const int LongestLine = 400;

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private const string NumberForm = @"(?:\p{Lu}{1,4} )?(?:\p{Lu}[\p{L}]{0,8}[ ]?[ /-]?)?\d[\p{L}\d]*(?:[/:.\-–]+[\p{L}\d]+)*(?: ?[-–] ?\d+)?(?: \d{3,4}){0,2}";

    private static readonly Regex Labelled = Patterns.Of(
        $@"\b(?<label>(?:vårt |vår |ert |er |eget )?(?:dnr|diarienummer|diarienr|ärendenr|ärendenummer|ärendebeteckning|beteckning|ärende-id|referens|rapportnummer|dokumentnr))\b\.?[ :]{{0,3}}(?:nr )?(?<number>(?-i:{NumberForm}))|\b(?<label>dnr)(?<number>(?-i:{NumberForm}))");

    /// <summary>How the government's ministries number, and so whose number it is: <c>Fi2016/02568/K</c>.</summary>
    private static readonly Regex Ministry = Patterns.Exact(@"\b(?:(?:Fi|Ju|Ku|Fö|[AIKLMNSU]|UD|SB|KN|LI|FA) ?\d{4}/\d{4,6}(?:/[\p{L}\d]+)*)");

    /// <summary>A number that stands alone on its line under a heading of the letterhead: <c>KS2008/0120-51</c>.</summary>
    private static readonly Regex Alone = Patterns.Exact(@"^\p{Lu}{1,5}[ ]?\d{2,4}[/:-]\d+(?:-\d+)?$|^\d{4}/\p{Lu}{1,4} [\d ]+$");

    private static bool IsAlone(string line) => Alone.IsMatch(line) && !Series.IsMatch(line);

    private static readonly Regex IsoDate = Patterns.Exact(@"\b(?<y>(?:19|20)\d{2})-(?<m>\d{2})-(?<d>\d{2})\b");

    private static readonly Regex LongDate = Patterns.Of($@"\b(?<d>\d{{1,2}}) (?<m>{string.Join('|', Months)}) (?<y>(?:19|20)\d{{2}})\b");

    private static readonly Regex DayOfMonth = Patterns.Of($@"\bden (?<d>\d{{1,2}}) (?<m>{string.Join('|', Months)})\b");

    private static readonly Regex Deadline = Patterns.Of(@"\b(?:senast|svarstid|sista|inkom|ert datum|inne|remisstid|svarsdatum|från den|gäller från)\b");

    private static readonly Regex Series = Patterns.Exact(@"\b(?:SOU|Ds|Prop\.?|HSLF-FS):? ?\d{4}(?:/\d{2})?:\d+");

    private static readonly Regex SubjectLine = Patterns.Of(@"\b(?:svar på|remissvar|yttrande över|yttrande angående|remiss|remissversion|promemorian?|betänkandet?|samrådsförslag)\b");

    public static Letterhead Read(DocumentText reply, List<Passage> passages, int body, string? asking)
    {
        string text = reply.Text;
        var lines = Lines(text, passages, body);
        var head = new Letterhead { Senders = SenderFinder.Find(reply, passages, lines, asking), Designation = First(Series, lines.Where(l => l.IsHead)) };
        foreach (Line line in lines) head = WithNumbers(head, line);
        DateOnly? day = DateOf(lines);
        return head with { Date = day, Decision = DecisionReader.Find(lines, day) };
    }

    /// <summary>The lines of all that is no comment: letterhead and headings first, then closing notes.</summary>
    private static List<Line> Lines(string text, List<Passage> passages, int body)
    {
        var lines = new List<Line>();
        for (int i = 0; i < passages.Count; i++)
        {
            Passage passage = passages[i];
            if (passage.Role is PassageRole.Body or PassageRole.LeadIn or PassageRole.Background || passage.IsQuoted || passage.Span.Length > 4 * LongestLine) continue;
            bool isHead = i < body || passage.Role == PassageRole.Furniture;
            // A subject line broken over two is read as one, or the number in it would be cut off from its words.
            if (passage.Form == BlockKind.Heading || passage.Role == PassageRole.Courtesy)
            {
                lines.Add(new Line(ReplyText.OneLine(text, passage.Span, LongestLine), isHead, passage.Role));
                continue;
            }
            foreach (string line in passage.Span.In(text).Split('\n'))
            {
                string words = line.Trim();
                if (words.Length is > 0 and <= LongestLine) lines.Add(new Line(words, isHead, passage.Role));
            }
        }
        return lines;
    }

    private static Letterhead WithNumbers(Letterhead head, Line line)
    {
        bool subject = SubjectLine.IsMatch(line.Words) && !line.Words.StartsWith("dnr", StringComparison.OrdinalIgnoreCase) && line.Words.Length > 25;
        foreach (Match match in Labelled.Matches(line.Words))
        {
            string label = match.Groups["label"].Value;
            string number = match.Groups["number"].Value.Trim().TrimEnd('.', ',', '-', ':');
            if (!number.Any(char.IsAsciiDigit) || (number.Length < 3 && !label.StartsWith("er", StringComparison.OrdinalIgnoreCase))) continue;
            bool theirs = label.StartsWith("er", StringComparison.OrdinalIgnoreCase) || label.StartsWith("rapport", StringComparison.OrdinalIgnoreCase)
                || line.Words.StartsWith("Till ", StringComparison.Ordinal)
                || (line.Role == PassageRole.Courtesy ? line.Words[..match.Index].TrimEnd() is [.., '(' or ','] : subject) || Ministry.IsMatch(number);
            if (theirs) head = head with { ConsultationRegistrationNumber = head.ConsultationRegistrationNumber ?? number };
            else if (head.RegistrationNumber is null && (line.IsHead || line.Role is PassageRole.Formality or PassageRole.Courtesy or PassageRole.Furniture))
                head = head with { RegistrationNumber = number };
        }
        if (head.ConsultationRegistrationNumber is null && (line.IsHead || line.Role == PassageRole.Courtesy) && Ministry.Match(line.Words) is { Success: true } ministry && !Labelled.IsMatch(line.Words))
            head = head with { ConsultationRegistrationNumber = ministry.Value };
        // In a letterhead of columns the number stands beside the day.
        string rest = line.IsHead ? IsoDate.Replace(line.Words, "").Trim() : "";
        if (head.RegistrationNumber is null && IsAlone(rest) && rest != head.ConsultationRegistrationNumber)
            head = head with { RegistrationNumber = rest };
        return head;
    }

    private static DateOnly? DateOf(List<Line> lines)
    {
        DateOnly? best = null;
        int bestRank = int.MaxValue;
        foreach (Line line in lines)
        {
            if (line.Role == PassageRole.Courtesy || Deadline.IsMatch(line.Words) || AnyDate(line.Words) is not { } date) continue;
            // A labelled day first, then a line that is little else, then one in the head, then one in the closing notes.
            int rank = line.Words.Contains("atum", StringComparison.Ordinal) || line.Words.StartsWith("Utfärda", StringComparison.OrdinalIgnoreCase) ? 0
                : line.Words.Length <= 40 ? 1
                : line.IsHead ? 2 : 3;
            if (rank < bestRank) (best, bestRank) = (date, rank);
        }
        return best;
    }

    /// <summary>Whether the line tells of a day by which something is to be done, or of someone else's day.</summary>
    internal static bool IsDeadline(string line) => Deadline.IsMatch(line);

    /// <summary>A day and month without a year (<c>den 4 september</c>), or null.</summary>
    internal static (int Month, int Day)? ShortDate(string line)
    {
        if (DayOfMonth.Match(line) is not { Success: true } match) return null;
        int month = Array.IndexOf(Months, match.Groups["m"].Value.ToLowerInvariant()) + 1;
        int day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return day >= 1 && day <= DateTime.DaysInMonth(2028, month) ? (month, day) : null;
    }

    /// <summary>A whole date in figures or words, or null.</summary>
    internal static DateOnly? AnyDate(string line)
    {
        if (IsoDate.Match(line) is { Success: true } iso) return Date(iso, int.Parse(iso.Groups["m"].ValueSpan, CultureInfo.InvariantCulture));
        if (LongDate.Match(line) is { Success: true } words) return Date(words, Array.IndexOf(Months, words.Groups["m"].Value.ToLowerInvariant()) + 1);
        return null;
    }

    private static DateOnly? Date(Match match, int month)
    {
        int year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        int day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static string? First(Regex pattern, IEnumerable<Line> lines) =>
        lines.Select(l => pattern.Match(l.Words)).FirstOrDefault(m => m.Success)?.Value;
}

/// <summary>A line outside the comments.</summary>
internal readonly record struct Line(string Words, bool IsHead, PassageRole Role);
