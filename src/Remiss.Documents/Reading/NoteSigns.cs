namespace Remiss.Documents.Reading;

/// <summary>Writes a footnote's number in running text as raised digits, so that it is never taken for a number of the text.</summary>
internal static class NoteSigns
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Raise(string digits) =>
        string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? Raised[c - '0'] : c));
}
