using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

/// <summary>
/// Reads sections as a person types them into a field: <c>3.1–3.4, 5</c>, <c>avsnitt 3.2 p. 4</c>, <c>mål 3</c>, or a title.
/// Everything that was typed must mean something that the document has; else it says what does not.
/// </summary>
public static class TypedSections
{
    private static readonly char[] Separators = [',', ';', '\n'];
    private static readonly string[] Joints = ["och", "samt", "&", "and"];

    /// <summary>The sections, in the order they were typed, each once.</summary>
    public static Result<ImmutableArray<SectionTag>> Read(string typed, SectionTree document)
    {
        var resolver = new ReferenceResolver(document);
        var unknown = new List<string>();
        if (ReadWhole(typed, resolver, unknown) is { } whole) return unknown.Count == 0 ? whole : Lacks(unknown);

        var tags = new List<SectionTag>();
        foreach (string part in typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadWhole(part, resolver, unknown) is { } found) tags.AddRange(found);
            else unknown.Add(part);
        }
        return unknown.Count == 0 ? Distinct(tags) : Lacks(unknown);
    }

    /// <summary>Null where some of the text is no reference at all.</summary>
    private static ImmutableArray<SectionTag>? ReadWhole(string typed, ReferenceResolver resolver, List<string> unknown)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        // A field for sections needs no word in front of the numbers; the grammar does.
        foreach (string text in new[] { "avsnitt " + typed.Trim(), typed.Trim() })
        {
            var references = ReferenceGrammar.Parse(text);
            if (references.IsEmpty || !IsAllRead(text, references)) continue;
            List<ResolvedReference> resolved = [.. references.Select(r => resolver.Resolve(r))];
            if (resolved.TrueForAll(r => r.Tags.IsEmpty && r.Unknown.IsEmpty)) continue;
            unknown.AddRange(resolved.SelectMany(r => r.Unknown));
            return Distinct(resolved.SelectMany(r => r.Tags));
        }
        return resolver.ByTitle(typed.Trim()) is { } named && IsAllNamed(typed, named) ? [named] : null;
    }

    /// <summary>A title may be written a little wrong, but a list or a number beside it must not be swallowed with it.</summary>
    private static bool IsAllNamed(string typed, SectionTag named)
    {
        if (string.Equals(typed.Trim(), named.Title, StringComparison.OrdinalIgnoreCase)) return true;
        return typed.Trim().IndexOfAny(Separators) < 0
            && typed.Split(' ').Where(w => w.Any(char.IsAsciiDigit)).All(w => w == named.Number || named.Title.Contains(w, StringComparison.Ordinal));
    }

    private static bool IsAllRead(string text, ImmutableArray<SectionReference> references)
    {
        char[] rest = text.ToCharArray();
        foreach (SectionReference reference in references) Array.Fill(rest, ' ', reference.Span.Start, reference.Span.Length);
        return new string(rest).Split([' ', ',', ';', '\n', '\r', '\t', '.'], StringSplitOptions.RemoveEmptyEntries).All(w => Joints.Contains(w, StringComparer.OrdinalIgnoreCase));
    }

    private static ImmutableArray<SectionTag> Distinct(IEnumerable<SectionTag> tags) => [.. tags.DistinctBy(t => (t.Section, t.Item))];

    private static Invalid Lacks(List<string> unknown)
    {
        string words = string.Join(", ", unknown.Distinct().Take(10).Select(w => w.Length > 60 ? w[..60] + "…" : w));
        return new Invalid(new Phrase(
            $"Dokumentet har inte {words}. Skriv avsnittens nummer som i dokumentet, till exempel 3.1–3.4, 5, eller välj dem i listan.",
            $"The document does not have {words}. Write the sections' numbers as in the document, for example 3.1–3.4, 5, or choose them from the list."));
    }
}
