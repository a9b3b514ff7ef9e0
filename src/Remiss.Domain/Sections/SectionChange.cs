namespace Remiss.Domain.Sections;

/// <summary>What became of a section from one version of its document to the next.</summary>
public enum SectionFate
{
    /// <summary>The same, with the same number, title and much the same text.</summary>
    Same,

    /// <summary>The same under another number.</summary>
    Renumbered,

    /// <summary>Much the same text under another title, and perhaps another number.</summary>
    Renamed,

    /// <summary>The same title, but its text is mostly another.</summary>
    Rewritten,

    /// <summary>Its text went into another section, which has its own past.</summary>
    Merged,

    /// <summary>Gone.</summary>
    Removed,

    /// <summary>Was not there before.</summary>
    New,
}

/// <summary>One line of the account of what a new version changed.</summary>
/// <param name="Before">The section's place in the older version, or null where it is new.</param>
/// <param name="After">The place of what it has become in the newer version, or null where it is gone.</param>
/// <param name="Fate">What happened.</param>
/// <param name="Similarity">How much of the words is the same, 0 to 1; of the titles where there is no text to compare.</param>
public readonly record struct SectionChange(int? Before, int? After, SectionFate Fate, double Similarity);
