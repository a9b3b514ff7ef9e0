using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Remiss.Cli.Demo;

/// <summary>What may be said of one section, stance by stance.</summary>
internal sealed record DemoTopic
{
    public required string Number { get; init; }

    public required string About { get; init; }

    public required ImmutableArray<string> Support { get; init; }

    public required ImmutableArray<string> Improve { get; init; }

    public required ImmutableArray<string> Doubt { get; init; }

    public required ImmutableArray<string> Oppose { get; init; }

    public required ImmutableArray<string> Local { get; init; }

    public required ImmutableArray<string> Points { get; init; }

    public ImmutableArray<string> Bodies(DemoStance stance) => stance switch
    {
        DemoStance.Support => Support,
        DemoStance.Improve => Improve,
        DemoStance.Doubt => Doubt,
        _ => Oppose,
    };
}

/// <summary>The stances that the bank has words for.</summary>
internal enum DemoStance
{
    Support,
    Improve,
    Doubt,
    Oppose,
}

/// <summary>Words by stance.</summary>
internal sealed record DemoByStance
{
    public required ImmutableArray<string> Support { get; init; }

    public required ImmutableArray<string> Improve { get; init; }

    public required ImmutableArray<string> Doubt { get; init; }

    public required ImmutableArray<string> Oppose { get; init; }

    public ImmutableArray<string> Of(DemoStance stance) => stance switch
    {
        DemoStance.Support => Support,
        DemoStance.Improve => Improve,
        DemoStance.Doubt => Doubt,
        _ => Oppose,
    };
}

/// <summary>The phrases that belong to no section.</summary>
internal sealed record DemoPhrases
{
    public required DemoByStance Openings { get; init; }

    public required ImmutableArray<string> LeadIns { get; init; }

    public required ImmutableArray<string> Courtesy { get; init; }

    public required ImmutableArray<string> Background { get; init; }

    public required DemoByStance Overall { get; init; }

    public required DemoByStance General { get; init; }

    public required ImmutableArray<string> NoObjection { get; init; }

    public required ImmutableArray<string> Abstains { get; init; }

    public required ImmutableArray<string> AbstainReasons { get; init; }

    public required ImmutableArray<string> Closings { get; init; }

    public required ImmutableArray<string> Boards { get; init; }

    public required ImmutableArray<string> Committees { get; init; }

    public required ImmutableArray<string> Officials { get; init; }

    public required ImmutableArray<string> FirstNames { get; init; }

    public required ImmutableArray<string> LastNames { get; init; }

    public required ImmutableArray<string> PlaceStarts { get; init; }

    public required ImmutableArray<string> PlaceEnds { get; init; }
}

/// <summary>The hand-written words that the demonstration's replies are put together from.</summary>
internal sealed class DemoBank
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly Lazy<DemoBank> LazyShared = new(() => new DemoBank());

    private DemoBank()
    {
        Phrases = Read<DemoPhrases>("fraser.json");
        Focus = Read<ImmutableArray<DemoTopic>>("synpunkter-fokus.json");
        Others = Read<ImmutableArray<DemoTopic>>("synpunkter-ovriga.json");
        All = [.. Focus.Concat(Others).OrderBy(topic => topic.Number, StringComparer.Ordinal)];
    }

    /// <summary>The bank, read once.</summary>
    public static DemoBank Shared => LazyShared.Value;

    public DemoPhrases Phrases { get; }

    /// <summary>The focus areas 3.1–3.5, of which most replies speak.</summary>
    public ImmutableArray<DemoTopic> Focus { get; }

    /// <summary>The other sections.</summary>
    public ImmutableArray<DemoTopic> Others { get; }

    /// <summary>All topics in the document's order.</summary>
    public ImmutableArray<DemoTopic> All { get; }

    /// <summary>The topic of a section number.</summary>
    public DemoTopic Of(string number) => All.First(topic => topic.Number == number);

    /// <summary>An embedded file of the demonstration, as text.</summary>
    public static string Text(string name)
    {
        using Stream stream = Open(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static T Read<T>(string name)
    {
        using Stream stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException(name);
    }

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("Remiss.Cli.Demo." + name)
        ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
}
