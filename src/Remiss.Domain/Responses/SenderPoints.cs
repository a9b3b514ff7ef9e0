namespace Remiss.Domain.Responses;

/// <summary>
/// Weighs who may be the sender. A name in a fuller form takes over the points of the shorter one; a common noun and the
/// body that asks come after every other.
/// </summary>
internal sealed class SenderPoints(string? asking)
{
    /// <summary>A register of names is no letter; beyond these no new name counts, which also bounds the work of comparing them.</summary>
    private const int MostNames = 200;

    private readonly Dictionary<string, int> _points = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _marked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _answered = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name, int points, bool answers = false)
    {
        if (_points.Count >= MostNames && !_points.ContainsKey(name)) return;
        _points[name] = _points.GetValueOrDefault(name) + points;
        if (answers) _answered.Add(name);
    }

    /// <summary>Adds points that count once, however often the mark comes back.</summary>
    public void Mark(string name, int points)
    {
        if (_marked.Add(name)) Add(name, points);
    }

    /// <summary>The name is of the one who asks or is written to.</summary>
    public void Ask(string name) => _asked.Add(name);

    /// <summary>The likeliest sender in its fullest form, or null.</summary>
    public string? Best()
    {
        var whole = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, int points) in _points)
        {
            string fullest = Fullest(name);
            whole[fullest] = whole.GetValueOrDefault(fullest) + points;
        }
        // A word that is no known kind of body and speaks only once may be any word that begins a sentence.
        var candidates = whole.Where(c => c.Value > 1).ToList();
        if (candidates.Count == 0) return null;
        var best = candidates.OrderBy(c => Rank(c.Key)).ThenByDescending(c => c.Value).First().Key;
        // That the region's name is the only one found does not make the reply the region's.
        return string.Equals(best, asking, StringComparison.OrdinalIgnoreCase) && !_answered.Contains(best) ? null : best;
    }

    private int Rank(string name)
    {
        if (string.Equals(name, asking, StringComparison.OrdinalIgnoreCase)) return 3;
        if (OrganisationNames.IsBare(name)) return 2;
        return _asked.Contains(name) && !_answered.Contains(name) ? 1 : 0;
    }

    private string Fullest(string name)
    {
        string fullest = name;
        foreach (string other in _points.Keys)
        {
            bool longer = other.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) || other.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase);
            if (longer && other.Length > fullest.Length && !other.EndsWith(" kommun " + name, StringComparison.Ordinal)) fullest = other;
        }
        return fullest;
    }
}
