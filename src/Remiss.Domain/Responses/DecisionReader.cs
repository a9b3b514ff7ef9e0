using System.Text.RegularExpressions;

namespace Remiss.Domain.Responses;

/// <summary>Reads which board decided on a reply, in which paragraph and on which day: in a sentence, or from the head of its minutes.</summary>
internal static class DecisionReader
{
    /// <summary>A decision without a year is of the reply's year, unless that would put it this long after the reply.</summary>
    private const int MostDaysAfter = 90;

    private static readonly Regex Board = Patterns.Of(
        @"\b(?:\p{L}+(?:styrelsens|nämndens|fullmäktiges) (?:\p{L}*utskott(?:et)?|presidium|ordförande)|kommunstyrelsen|kommunfullmäktige|regionstyrelsen|regionfullmäktige|landstingsstyrelsen|(?:\p{L}+- och )?\p{L}+nämnden|\p{L}+utskottet|(?-i:KS|KF|RS|AU|KSAU))(?:s)?\b");

    private static readonly Regex Paragraph = Patterns.Exact(@"§ ?\d+(?:/\d{2,4})?");

    private static readonly Regex Decided = Patterns.Of(@"§|\b(?:beslut\p{L}*|beslöt|sammanträd\p{L}*|godkän\p{L}*|antag\p{L}*|antog|fastställ\p{L}*)");

    private static readonly Regex Opens = Patterns.Exact(@"^(?:\p{L}+ )?§ ?\d+(?:/\d{2,4})?\b");

    /// <summary>The decision as far as the lines tell, or null.</summary>
    /// <param name="lines">The lines outside the comments.</param>
    /// <param name="day">The day of the reply, for a date that has no year; or null.</param>
    public static Decision? Find(List<Line> lines, DateOnly? day)
    {
        foreach (Line line in lines)
        {
            if (line.Role == PassageRole.Courtesy || !Decided.IsMatch(line.Words)) continue;
            if (Board.Match(line.Words) is not { Success: true } board) continue;
            string? paragraph = ParagraphIn(line.Words);
            if (line.Role == PassageRole.Heading && (paragraph is null || line.Words.Length > 60)) continue;
            bool proposal = line.Words.Contains("föreslå", StringComparison.OrdinalIgnoreCase);
            DateOnly? date = LetterheadReader.IsDeadline(line.Words) ? null : LetterheadReader.AnyDate(line.Words) ?? WithYear(line.Words, day);
            if (!proposal && (paragraph is not null || date is not null || line.Words.Contains("beslutats av", StringComparison.OrdinalIgnoreCase)))
                return new Decision(Nominative(board.Value), paragraph, date);
        }
        return OfMinutes(lines);
    }

    /// <summary>An extract of minutes tells its board and day in its head and its paragraph in the heading.</summary>
    private static Decision? OfMinutes(List<Line> lines)
    {
        string? paragraph = null, board = null;
        DateOnly? date = null;
        foreach (Line line in lines)
        {
            if (line.Role == PassageRole.Courtesy) continue;
            if (paragraph is null && Opens.IsMatch(line.Words)) paragraph = ParagraphIn(line.Words);
            if (board is null && line.Words.Length < 60 && Board.Match(line.Words) is { Success: true, Index: 0 } found) board = Nominative(found.Value);
            if (date is null && line.Words.Contains("ammanträd", StringComparison.Ordinal)) date = LetterheadReader.AnyDate(line.Words);
        }
        return paragraph is not null && board is not null ? new Decision(board, paragraph, date) : null;
    }

    private static string? ParagraphIn(string words) => Paragraph.Match(words) is { Success: true } found ? found.Value : null;

    private static DateOnly? WithYear(string words, DateOnly? day)
    {
        if (day is not { } reply || LetterheadReader.ShortDate(words) is not { } found) return null;
        int year = found.Month == 2 && found.Day == 29 && !DateTime.IsLeapYear(reply.Year) ? 0 : reply.Year;
        if (year == 0) return null;
        var date = new DateOnly(year, found.Month, found.Day);
        if (date.DayNumber - reply.DayNumber <= MostDaysAfter || year == 1) return date;
        return found is { Month: 2, Day: 29 } ? null : date.AddYears(-1);
    }

    private static string Nominative(string board) =>
        board.Length > 5 && board.EndsWith("ns", StringComparison.Ordinal) ? board[..^1] : board;
}
