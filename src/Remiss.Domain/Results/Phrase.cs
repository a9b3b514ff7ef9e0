namespace Remiss.Domain.Results;

/// <summary>A language that Remiss speaks with people.</summary>
public enum Language
{
    /// <summary>Svenska, the default.</summary>
    Swedish,

    /// <summary>English.</summary>
    English,
}

/// <summary>
/// One sentence for a person, in both languages at once. Made where the fact is known, and
/// put into words where the reader is known; a message thus never loses its facts on the way.
/// </summary>
/// <param name="Swedish">The sentence in plain Swedish (klarspråk), with its full stop.</param>
/// <param name="English">The same in English: the same, not more.</param>
public readonly record struct Phrase(string Swedish, string English)
{
    /// <summary>The sentence in the reader's language.</summary>
    public string In(Language language) => language == Language.English ? English : Swedish;

    /// <inheritdoc/>
    public override string ToString() => Swedish;
}
