namespace Remiss.Domain.Summaries.Model;

/// <summary>Orders section numbers as people do: <c>3.2</c> before <c>3.10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                ReadOnlySpan<char> one = Digits(ref a), other = Digits(ref b);
                order = one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);
            }
            else
            {
                order = char.ToLowerInvariant(a[0]).CompareTo(char.ToLowerInvariant(b[0]));
                a = a[1..];
                b = b[1..];
            }
            if (order != 0) return order;
        }
        int left = a.Length.CompareTo(b.Length);
        return left != 0 ? left : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        ReadOnlySpan<char> digits = text[..end].TrimStart('0');
        text = text[end..];
        return digits;
    }
}
