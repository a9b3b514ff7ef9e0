using System.Text;
using Remiss.Domain.Summaries.Privacy;

namespace Remiss.Domain.Summaries.Model;

/// <summary>Gives out anchors, each once: a name that is taken gets a number after it.</summary>
internal sealed class AnchorBook
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public Anchor Take(string prefix, string name)
    {
        string wanted = $"{prefix}-{Plain(name)}";
        string given = wanted;
        while (!_taken.Add(given))
        {
            int number = _next.GetValueOrDefault(wanted, 2);
            _next[wanted] = number + 1;
            given = $"{wanted}_{number}";
        }
        return new Anchor(given);
    }

    // Letters and digits of ASCII, dots and hyphens: a name that every format takes as it is.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(Math.Min(name.Length, 40));
        foreach (char c in name)
        {
            if (plain.Length >= 40) break;
            char lower = char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(lower) || lower is '.') plain.Append(lower);
            else if (lower is 'å' or 'ä' or 'à' or 'á') plain.Append('a');
            else if (lower is 'ö' or 'ø') plain.Append('o');
            else if (lower is 'é' or 'è') plain.Append('e');
            else if (plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }
        // A name goes into the file too, where a search finds what no page shows.
        return plain.Length == 0 ? "x" : PersonalNumbers.Remove(plain.ToString()).Replace(PersonalNumbers.Mask, "x", StringComparison.Ordinal);
    }
}
