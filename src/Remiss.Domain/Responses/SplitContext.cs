using System.Collections.Immutable;
using Remiss.Domain.References;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Responses;

/// <summary>
/// What splitting needs of the consulted document, made ready once and used for every reply. Thread-safe,
/// as far as <paramref name="suggest"/> is.
/// </summary>
/// <param name="tree">The consulted document.</param>
/// <param name="suggest">
/// Ranks the document's sections for the words of a comment that names none; its results become tags
/// marked <see cref="TagSource.Suggested"/>. Null suggests nothing.
/// </param>
public sealed class SplitContext(SectionTree tree, Func<string, ImmutableArray<SectionTag>>? suggest = null)
{
    /// <summary>The consulted document.</summary>
    public SectionTree Tree { get; } = tree;

    /// <summary>The body whose consultation it is, or null where the document does not tell.</summary>
    internal string? Asking { get; } = ConsultingBody.Of(tree);

    internal ReferenceResolver Resolver { get; } = new(tree, new TitleIndex(tree));

    internal WholeDocument Whole { get; } = new(tree.Title, suggest);

    /// <summary>The sections' numbers with their titles, and their titles alone, without spaces and marks.</summary>
    private readonly HashSet<string> _headings = [.. tree.Sections.SelectMany(s => new[] { Letters(s.Title), Letters(s.Number + " " + s.Title) }).Where(h => h.Any(char.IsLetter))];

    /// <summary>Whether the line is a section's heading, word for word.</summary>
    internal bool IsHeading(string line) => _headings.Contains(Letters(line));

    /// <summary>Digits stay, also in front: <c>31digitalinfrastruktur</c>.</summary>
    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    internal ImmutableArray<SectionTag> Suggest(string words)
    {
        if (suggest is null) return [];
        var tags = suggest(words);
        return tags.IsDefault ? [] : [.. tags.Select(t => t with { How = TagSource.Suggested })];
    }
}
