namespace Remiss.Domain.Summaries.Words;

/// <summary>A fixed word or sentence of the summary: its key in a theme and what it says by default. {0}, {1} … stand for what is filled in.</summary>
public sealed record Word(string Key, string Swedish)
{
    /// <summary>How many things are filled in.</summary>
    public int Slots { get; } = CountSlots(Swedish);

    internal static int CountSlots(string text)
    {
        int slots = 0;
        while (text.Contains($"{{{slots}}}", StringComparison.Ordinal)) slots++;
        return slots;
    }
}

/// <summary>A sentence with a number that decides its form: <c>1 synpunkt</c>, <c>2 synpunkter</c>. {0} is the number.</summary>
internal sealed record CountedWord(Word One, Word Many);
