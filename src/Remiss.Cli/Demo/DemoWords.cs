using System.Globalization;

namespace Remiss.Cli.Demo;

/// <summary>Fills the slots of the bank's phrases for one sender, and puts comments together from them.</summary>
internal sealed class DemoWords(DemoSender sender, DemoRandom random, DemoPhrases phrases)
{
    private static readonly string[] SmallNumbers = ["två", "tre", "fyra", "fem", "sex"];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>A phrase with its slots filled.</summary>
    public string Fill(string phrase, string? about = null)
    {
        string committee = sender.IsMunicipality ? random.Pick(phrases.Committees) : "Styrelsen";
        return phrase
            .Replace("{Avsändare}", sender.Name, StringComparison.Ordinal)
            .Replace("{avsändare}", sender.Name, StringComparison.Ordinal)
            .Replace("{genitiv}", DemoSender.Genitive(sender.Name), StringComparison.Ordinal)
            .Replace("{Kort}", char.ToUpperInvariant(sender.Short[0]) + sender.Short[1..], StringComparison.Ordinal)
            .Replace("{kort}", sender.Short, StringComparison.Ordinal)
            .Replace("{plats}", sender.Place, StringComparison.Ordinal)
            .Replace("{about}", about ?? string.Empty, StringComparison.Ordinal)
            .Replace("{titel}", DemoStrategy.Title, StringComparison.Ordinal)
            .Replace("{positiv}", Agree("positiv"), StringComparison.Ordinal)
            .Replace("{tveksam}", Agree("tveksam"), StringComparison.Ordinal)
            .Replace("{Nämnden}", committee, StringComparison.Ordinal)
            .Replace("{invånare}", Number(random.Between(31, 289) * 100), StringComparison.Ordinal)
            .Replace("{procent}", Number(random.Between(8, 64)), StringComparison.Ordinal)
            .Replace("{antal}", Number(random.Between(4, 42) * 20), StringComparison.Ordinal)
            .Replace("{dygn}", random.Pick(SmallNumbers), StringComparison.Ordinal);
    }

    /// <summary>One of the phrases, filled; one that this reply has not said yet where there is one.</summary>
    public string Say(IReadOnlyList<string> choices, string? about = null)
    {
        List<string> unsaid = [.. choices.Where(choice => !_said.Contains(choice))];
        string chosen = random.Pick(unsaid.Count > 0 ? unsaid : choices);
        _said.Add(chosen);
        return Fill(chosen, about);
    }

    /// <summary>A comment on a topic: where the sender stands, why, and often an example from home.</summary>
    /// <param name="topic">The section.</param>
    /// <param name="stance">Where the sender stands.</param>
    /// <param name="reference">Put before the first word, as <c>I avsnitt 3.2 föreslås …</c> would; null for none.</param>
    public string Comment(DemoTopic topic, DemoStance stance, string? reference = null)
    {
        var sentences = new List<string>();
        if (reference is not null) sentences.Add(reference);
        sentences.Add(Say(phrases.Openings.Of(stance), topic.About));
        sentences.Add(Say(topic.Bodies(stance)));
        if (sender.IsMunicipality && random.Below(2) == 0) sentences.Add(Say(topic.Local));
        return string.Join(' ', sentences);
    }

    /// <summary>What follows a first argument: an example from home, or from who is no municipality a second argument.</summary>
    public string More(DemoTopic topic, DemoStance stance) => Say(sender.IsMunicipality ? topic.Local : topic.Bodies(stance));

    /// <summary>A stance in a spread that looks like real replies: mostly yes, with comments.</summary>
    public DemoStance AnyStance() => random.Below(20) switch
    {
        < 6 => DemoStance.Support,
        < 14 => DemoStance.Improve,
        < 17 => DemoStance.Doubt,
        _ => DemoStance.Oppose,
    };

    private string Agree(string adjective) => sender.Gender switch
    {
        DemoGender.Neuter => adjective + "t",
        DemoGender.Plural => adjective == "tveksam" ? "tveksamma" : adjective + "a",
        _ => adjective,
    };

    // Thousands are parted by a no-break space, as in Swedish.
    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
}
