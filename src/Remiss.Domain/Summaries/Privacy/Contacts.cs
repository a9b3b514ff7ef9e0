using System.Collections.Immutable;
using System.Text;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>Takes mail addresses, telephone numbers and names out of text, in sight.</summary>
internal static class Contacts
{
    public const string AddressMask = "[e-postadress borttagen]";
    public const string TelephoneMask = "[telefonnummer borttaget]";
    public const string NameMask = "[namn borttaget]";

    private static readonly ImmutableArray<string> SignOffs =
        ["vänliga hälsningar", "vänlig hälsning", "hälsningar", "med hälsning", "mvh", "högaktningsfullt", "vid protokollet", "enligt uppdrag"];

    /// <summary>The text without mail addresses and telephone numbers. Linear.</summary>
    public static string Remove(string text)
    {
        StringBuilder? kept = null;
        int copied = 0;
        int i = 0;
        while (i < text.Length)
        {
            if (!(char.IsLetterOrDigit(text[i]) || text[i] == '+'))
            {
                i++;
                continue;
            }
            int address = AddressLength(text, i, out int token);
            int telephone = address > 0 ? 0 : TelephoneLength(text, i);
            int length = Math.Max(address, telephone);
            if (length == 0)
            {
                i += Math.Max(1, token);
                continue;
            }
            kept ??= new StringBuilder(text.Length);
            kept.Append(text, copied, i - copied).Append(address > 0 ? AddressMask : TelephoneMask);
            copied = i += length;
        }
        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The text without the given names, in any case; each name is taken out whole.</summary>
    public static string RemoveNames(string text, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            if (name.Length >= 3) text = text.Replace(name, NameMask, StringComparison.OrdinalIgnoreCase);
        }
        return text;
    }

    /// <summary>What stands before the sign-off of a letter; the whole text when it has none.</summary>
    public static string BeforeSignOff(string text)
    {
        int end = text.Length;
        foreach (string phrase in SignOffs)
        {
            int at = text.IndexOf(phrase, 0, end, StringComparison.OrdinalIgnoreCase);
            if (at >= 0) end = at;
        }
        if (end == text.Length) return text;
        string before = text[..end].TrimEnd();
        // "Med" of "Med vänliga hälsningar" belongs to the greeting.
        return before.EndsWith(" med", StringComparison.OrdinalIgnoreCase) || before.Equals("med", StringComparison.OrdinalIgnoreCase) ? before[..^3].TrimEnd() : before;
    }

    private static int AddressLength(string text, int start, out int token)
    {
        int end = start;
        int at = -1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_' or '+' or '@'))
        {
            if (text[end] == '@' && at < 0) at = end;
            end++;
        }
        while (end > start + 1 && text[end - 1] is '.' or '-') end--;
        // A run of digits may go on over blanks as a telephone number, so only a word is skipped whole.
        token = char.IsLetter(text[start]) ? end - start : 0;
        bool isAddress = at > start && end - at > 3 && text.AsSpan(at, end - at).Contains('.');
        if (token == 0 && !isAddress)
        {
            token = 0;
            while (start + token < text.Length && char.IsAsciiDigit(text[start + token])) token++;
        }
        return isAddress ? end - start : 0;
    }

    // From a 0 or + on, seven to fifteen digits with blanks, hyphens and brackets between; never a year or an amount.
    private static int TelephoneLength(string text, int start)
    {
        if (text[start] is not ('0' or '+') || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.' or ','))) return 0;
        int digits = 0, end = start, last = start;
        for (; end < text.Length && end - start < 24; end++)
        {
            char c = text[end];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                last = end + 1;
            }
            else if (c is not (' ' or '\u00A0' or '-' or '\u2013' or '/' or '(' or ')') && !(c == '+' && end == start)) break;
        }
        return digits is >= 7 and <= 15 ? last - start : 0;
    }
}
