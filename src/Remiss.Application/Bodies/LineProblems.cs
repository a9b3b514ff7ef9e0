using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>What is wrong with the lines of a file, so that a person can go through them all at once.</summary>
internal sealed class LineProblems
{
    private const int MostShown = 50;

    private readonly SortedDictionary<int, Phrase> _found = [];

    /// <summary>Whether that line has a problem.</summary>
    public bool Has(int line) => _found.ContainsKey(line);

    /// <summary>Adds what is wrong; of several on one line the first is told.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="what">The rest of the sentence <c>Rad 7: …</c>, without a full stop.</param>
    public void Add(int line, Phrase what) => _found.TryAdd(line, what);

    /// <summary>The refusal that names the lines, or null where there are none.</summary>
    public Invalid? Failure()
    {
        if (_found.Count == 0) return null;
        var lines = _found.Take(MostShown)
            .Select(p => new Invalid(new Phrase($"Rad {p.Key}: {p.Value.Swedish}.", $"Line {p.Key}: {p.Value.English}."), "Content")).ToList();
        string more = _found.Count > MostShown ? $" {MostShown}" : string.Empty;
        return new Invalid(
            new Phrase(
                $"Inget har importerats: {_found.Count} {(_found.Count == 1 ? "rad" : "rader")} i filen behöver rättas.{(more.Length > 0 ? $" Här är de första{more}." : string.Empty)}",
                $"Nothing was imported: {_found.Count} {(_found.Count == 1 ? "line" : "lines")} of the file must be corrected.{(more.Length > 0 ? $" Here are the first{more}." : string.Empty)}"),
            "Content")
        {
            More = [.. lines],
        };
    }
}
