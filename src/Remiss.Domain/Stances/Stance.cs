using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>What a reply or a comment thinks of what the document proposes (ställningstagande).</summary>
public enum Stance
{
    /// <summary>Tar inte ställning.</summary>
    NotStated,

    /// <summary>Tillstyrker.</summary>
    Supports,

    /// <summary>Tillstyrker med synpunkter.</summary>
    SupportsWithComments,

    /// <summary>Tveksam.</summary>
    Doubtful,

    /// <summary>Avstyrker.</summary>
    Opposes,

    /// <summary>Ingen erinran, inga synpunkter.</summary>
    NoObjection,

    /// <summary>Avstår från att svara.</summary>
    Abstains,
}

/// <summary>A stance and the words it rests on.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Evidence">Where the words stand in the response's text; null only for <see cref="Stance.NotStated"/> or a stance inherited from nothing quotable.</param>
public readonly record struct StanceReading(Stance Stance, TextSpan? Evidence)
{
    /// <summary>No position found.</summary>
    public static StanceReading None => new(Stance.NotStated, null);
}
