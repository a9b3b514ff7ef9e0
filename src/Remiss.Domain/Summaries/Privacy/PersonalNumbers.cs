using System.Text;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>
/// Finds personal identity numbers (personnummer, samordningsnummer) and takes them out in sight.
/// A number counts when its day exists (60 more for a samordningsnummer) and its check digit is right
/// (folkbokföringslagen 18 §), with or without century, hyphen or blanks; test numbers too, as they
/// cannot be told from real ones. The numbers of organisations have a "month" of 20 or more and stay.
/// </summary>
public static class PersonalNumbers
{
    /// <summary>What is printed in their place.</summary>
    public const string Mask = "[personnummer borttaget]";

    /// <summary>The text without personal identity numbers; the very same text when it has none. Linear.</summary>
    public static string Remove(string text)
    {
        StringBuilder? kept = null;
        int copied = 0;
        int i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }
            int length = LengthAt(text, i);
            if (length > 0)
            {
                kept ??= new StringBuilder(text.Length);
                kept.Append(text, copied, i - copied).Append(Mask);
                copied = i += length;
            }
            else
            {
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            }
        }
        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    // The length of the number that starts here, at the first of a run of digits; 0 when there is none.
    private static int LengthAt(string text, int start)
    {
        int run = DigitsFrom(text, start);
        Span<char> digits = stackalloc char[12];
        if (run is 10 or 12)
        {
            text.AsSpan(start, run).CopyTo(digits);
            return IsNumber(digits[..run]) ? run : 0;
        }
        if (run is not (6 or 8)) return 0;
        int at = SkipSeparator(text, start + run);
        if (at < 0 || DigitsFrom(text, at) != 4) return 0;
        text.AsSpan(start, run).CopyTo(digits);
        text.AsSpan(at, 4).CopyTo(digits[run..]);
        return IsNumber(digits[..(run + 4)]) ? at + 4 - start : 0;
    }

    private static int DigitsFrom(string text, int start)
    {
        int end = start;
        // One past the longest form is enough to know that it is none.
        while (end < text.Length && end - start < 13 && char.IsAsciiDigit(text[end])) end++;
        return end - start;
    }

    // Blanks, at most one hyphen or plus, blanks; or blanks alone. -1 when something else stands between.
    private static int SkipSeparator(string text, int at)
    {
        int start = at;
        at = SkipBlanks(text, at);
        if (at < text.Length && text[at] is '-' or '+' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212') at++;
        at = SkipBlanks(text, at);
        return at > start && at < text.Length ? at : -1;
    }

    private static int SkipBlanks(string text, int at)
    {
        int limit = at + 3;
        while (at < limit && at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\t' or '\n') at++;
        return at;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 12)
        {
            if (Two(digits, 0) is not (18 or 19 or 20)) return false;
            digits = digits[2..];
        }
        int month = Two(digits, 2);
        int day = Two(digits, 4);
        if (day > 60) day -= 60;
        if (month is < 1 or > 12 || day is < 1 or > 31) return false;
        int sum = 0;
        for (int i = 0; i < 10; i++)
        {
            int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + (digits[at + 1] - '0');
}
