namespace Remiss.Domain.Tagging;

/// <summary>
/// A coarser form than the stem, that brings together what derivation keeps apart: <c>ersätta</c> and
/// <c>ersättning</c>, <c>begränsa</c> and <c>begränsning</c>. Too coarse to stand alone; it only adds weight.
/// </summary>
internal static class WordRoots
{
    private const int ShortestRoot = 4;

    // Longest first where one ends another.
    private static readonly string[] Derivations =
    [
        "ering", "ation", "tion", "ning", "nad", "ing", "else", "bar", "lös", "het", "lig", "and", "ent", "sam", "isk", "dom", "er",
    ];

    /// <summary>The root of a stem, or null where too little would be left.</summary>
    public static string? Of(string stem)
    {
        ReadOnlySpan<char> root = stem;
        foreach (string ending in Derivations)
        {
            if (!root.EndsWith(ending, StringComparison.Ordinal) || root.Length - ending.Length < ShortestRoot) continue;
            root = root[..^ending.Length];
            break;
        }
        if (root.Length > ShortestRoot + 1 && root[^1] is ('s' or 'n' or 't' or 'd' or 'j' or 'r')) root = root[..^1];
        return root.Length < ShortestRoot ? null : root.ToString();
    }
}
