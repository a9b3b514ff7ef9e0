using System.Globalization;

namespace Remiss.Cli.Demo;

/// <summary>How adjectives agree with the short name: positiv, positivt, positiva.</summary>
internal enum DemoGender
{
    Common,
    Neuter,
    Plural,
}

/// <summary>An invented body that answers.</summary>
/// <param name="Name">Its name: <c>Norrviks kommun</c>.</param>
/// <param name="Short">How it speaks of itself: <c>kommunen</c>.</param>
/// <param name="Place">The place it speaks of.</param>
/// <param name="Gender">How adjectives agree with it.</param>
internal sealed record DemoSender(string Name, string Short, string Place, DemoGender Gender)
{
    /// <summary>All names of a joint reply; otherwise the name alone.</summary>
    public IReadOnlyList<string> Members { get; init; } = [Name];

    /// <summary>Whether it is a municipality, and so decides in a board.</summary>
    public bool IsMunicipality => Name.EndsWith("kommun", StringComparison.Ordinal);

    /// <summary>Its name in a mail address and a file name: letters a–z only.</summary>
    public string Slug => Slugify(Name);

    /// <summary>The body of a place by its number in the row, beyond the named ones: municipalities and others in turn.</summary>
    public static DemoSender Invented(int index, DemoPhrases phrases)
    {
        // The kind turns fastest; then the first half of the name, so that neighbours in the row differ.
        int kind = index % 4;
        int place = index / 4;
        string start = phrases.PlaceStarts[place % phrases.PlaceStarts.Length];
        string end = phrases.PlaceEnds[(place / phrases.PlaceStarts.Length + place * 7) % phrases.PlaceEnds.Length];
        int lap = place / (phrases.PlaceStarts.Length * phrases.PlaceEnds.Length);
        string name = (lap == 0 ? string.Empty : lap % 2 == 1 ? "Östra " : "Västra ") + start + end;
        return kind switch
        {
            0 => new DemoSender($"{Genitive(name)} kommun", "kommunen", name, DemoGender.Common),
            1 => new DemoSender($"Företagarföreningen i {name}", "föreningen", name, DemoGender.Common),
            2 => new DemoSender($"{Genitive(name)} kommunalförbund", "förbundet", name, DemoGender.Neuter),
            _ => new DemoSender($"Pensionärsrådet i {name}", "rådet", name, DemoGender.Neuter),
        };
    }

    /// <summary>The genitive of a name: no s after s, x or z.</summary>
    public static string Genitive(string name) => name[^1] is 's' or 'x' or 'z' ? name : name + "s";

    private static string Slugify(string name)
    {
        string folded = name.ToLower(CultureInfo.InvariantCulture)
            .Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('é', 'e');
        return string.Join('-', folded.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
    }
}
