namespace Remiss.Documents.Reading.Pdf;

/// <summary>Recognises a section's number standing alone: <c>3</c>, <c>3.1</c>, <c>17.3.7.</c></summary>
internal static class SectionNumber
{
    public static bool Is(string word)
    {
        ReadOnlySpan<char> core = word.AsSpan().TrimEnd('.');
        if (core.IsEmpty || core.Length > 12 || !char.IsAsciiDigit(core[0]) || !char.IsAsciiDigit(core[^1])) return false;
        int digits = 0;
        foreach (char c in core)
        {
            if (c == '.') digits = 0;
            else if (!char.IsAsciiDigit(c) || ++digits > 2) return false;
        }
        return true;
    }
}
