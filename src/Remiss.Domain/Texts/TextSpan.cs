namespace Remiss.Domain.Texts;

/// <summary>A run of a text: where it starts and how long it is, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position after the run.</summary>
    public int End => Start + Length;

    /// <summary>The run from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the position lies in the run.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether the other run lies wholly in this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>The number of units the two runs share.</summary>
    public int Overlap(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>The characters of the run.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
