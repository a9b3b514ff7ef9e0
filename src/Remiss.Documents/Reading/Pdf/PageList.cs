using System.Globalization;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Writes page numbers as a person would: <c>3, 7–9, 12</c>.</summary>
internal static class PageList
{
    private const int MaxParts = 12;

    public static string Write(int[] ascending)
    {
        var parts = new List<string>();
        for (int i = 0; i < ascending.Length;)
        {
            int end = i;
            while (end + 1 < ascending.Length && ascending[end + 1] == ascending[end] + 1) end++;
            if (parts.Count == MaxParts) return string.Join(", ", parts) + " …";
            parts.Add(end == i
                ? ascending[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{ascending[i]}–{ascending[end]}"));
            i = end + 1;
        }
        return string.Join(", ", parts);
    }
}
