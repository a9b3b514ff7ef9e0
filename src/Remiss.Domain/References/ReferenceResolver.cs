using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;

namespace Remiss.Domain.References;

/// <summary>What a reference comes to.</summary>
/// <param name="Tags">The sections it means.</param>
/// <param name="Unknown">What of it the document does not have, as written.</param>
public sealed record ResolvedReference(ImmutableArray<SectionTag> Tags, ImmutableArray<string> Unknown)
{
    /// <summary>A reference that means nothing here.</summary>
    public static ResolvedReference Nothing { get; } = new([], []);
}

/// <summary>
/// Binds references to the sections of the consulted document, or, where none is given, takes the numbers
/// as they stand. What the document does not have is reported, never invented. Thread-safe.
/// </summary>
/// <param name="tree">The consulted document, or null.</param>
/// <param name="titles">Its title index; made here where it is not handed in.</param>
public sealed class ReferenceResolver(SectionTree? tree, TitleIndex? titles = null)
{
    /// <summary>More sections than this on one page say little; then their common parent is meant.</summary>
    private const int MostOnPage = 3;

    private readonly TitleIndex? _titles = titles ?? (tree is null ? null : new TitleIndex(tree));

    /// <summary>The sections that a reference means.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="how">How its tags came to be: <see cref="TagSource.Heading"/> where it stands in a heading, else <see cref="TagSource.Reference"/>.</param>
    /// <param name="scope">The sections of the heading that it stands under; they decide which <c>punkt 4</c> is meant, and between equal titles.</param>
    /// <param name="said">Words around a page's number, the nearest first: of the page's sections only those that they name are meant.</param>
    public ResolvedReference Resolve(
        SectionReference reference, TagSource how = TagSource.Reference, ImmutableArray<SectionTag> scope = default, IReadOnlyList<string>? said = null)
    {
        if (scope.IsDefault) scope = [];
        var tags = new List<SectionTag>();
        var unknown = new List<string>();
        switch (reference.Kind)
        {
            case ReferenceKind.Page:
                foreach (NumberRange range in reference.Numbers) AddPages(range, said ?? [], tags, unknown);
                break;
            case ReferenceKind.Title:
                AddTitle(reference, how, scope, tags);
                break;
            case ReferenceKind.Part or ReferenceKind.Annex:
                foreach (NumberRange range in reference.Numbers) AddNamed(reference.Word, range, how, tags);
                break;
            case ReferenceKind.Item:
                foreach (NumberRange range in reference.Numbers) AddItem(reference.Word, range, how, scope, tags, unknown);
                break;
            default:
                foreach (NumberRange range in reference.Numbers) AddSections(range, how, tags, unknown);
                break;
        }
        return new ResolvedReference([.. tags.DistinctBy(t => (t.Section, t.Number, t.Item))], [.. unknown.Distinct()]);
    }

    /// <summary>The section that a heading names by its title alone, or null where none or several are equally near.</summary>
    public SectionTag? ByTitle(string heading, ImmutableArray<SectionTag> scope = default) =>
        _titles is null ? null : One(_titles.Find(heading), scope.IsDefault ? [] : scope);

    private void AddSections(NumberRange range, TagSource how, List<SectionTag> tags, List<string> unknown)
    {
        if (tree is null)
        {
            foreach (string number in range.To is null ? [range.From] : ReferenceNumbers.Expand(range.From, range.To))
                tags.Add(new SectionTag(null, number, "", how, 1) { Item = range.Item });
            return;
        }
        Section? from = Find(range.From);
        if (from is null) unknown.Add(range.From);
        if (range.To is null && !range.OpenEnded)
        {
            if (from is not null) tags.Add(Tag(from, how) with { Item = KnownItem(from, range.Item) });
            return;
        }
        string last = range.To is null ? range.From : ReferenceNumbers.Expand(range.From, range.To)[^1];
        Section? to = range.To is null ? null : Find(last) ?? Find(range.To);
        if (range.To is not null && to is null) unknown.Add(last);
        if (from is not null && to is not null && tree.IndexOf(from.Id) <= tree.IndexOf(to.Id)) AddBetween(from, to, how, tags);
        else if (from is not null && range.OpenEnded && range.To is null) AddOnward(from, how, tags);
        else if (range.To is not null)
        {
            foreach (string number in ReferenceNumbers.Expand(range.From, range.To))
            {
                if (Find(number) is { } section) tags.Add(Tag(section, how));
            }
        }
    }

    /// <summary>All sections on the outer of the two levels between two sections, both included.</summary>
    private void AddBetween(Section from, Section to, TagSource how, List<SectionTag> tags)
    {
        int level = Math.Min(from.Level, to.Level);
        for (int i = tree!.IndexOf(from.Id); i <= tree.IndexOf(to.Id); i++)
        {
            Section section = tree.Sections[i];
            bool isEnd = section.Id == from.Id || section.Id == to.Id;
            if (isEnd || (section.Level == level && section.Number is not null)) tags.Add(Tag(section, how));
        }
    }

    /// <summary>The section and its following siblings under the same parent (<c>avsnitt 3.2 ff.</c>).</summary>
    private void AddOnward(Section from, TagSource how, List<SectionTag> tags)
    {
        for (int i = tree!.IndexOf(from.Id); i < tree.Sections.Length && tree.Sections[i].Level >= from.Level; i++)
        {
            if (tree.Sections[i].Level == from.Level) tags.Add(Tag(tree.Sections[i], how));
        }
    }

    private void AddItem(string word, NumberRange range, TagSource how, ImmutableArray<SectionTag> scope, List<SectionTag> tags, List<string> unknown)
    {
        if (tree is null && scope.Length == 1 && word is "punkt" or "åtgärd" && int.TryParse(range.From, NumberStyles.None, CultureInfo.InvariantCulture, out int point))
        {
            tags.Add(scope[0] with { Item = point, How = how });
            return;
        }
        if (tree is null || range.From.Contains('.', StringComparison.Ordinal))
        {
            AddSections(range, how, tags, unknown);
            return;
        }
        int before = tags.Count;
        AddNamed(word, range, how, tags);
        if (tags.Count > before) return;
        Section? within = scope.Length == 1 && scope[0].Section is { } id ? tree.Find(id) : null;
        if (within is not null && int.TryParse(range.From, NumberStyles.None, CultureInfo.InvariantCulture, out int item) && KnownItem(within, item) is int known)
        {
            tags.Add(Tag(within, how) with { Item = known });
            return;
        }
        AddSections(range, how, tags, unknown);
    }

    /// <summary>Sections whose own title says the word and the number: <c>Mål 3: …</c>, <c>Del 2</c>, <c>Bilaga 1</c>.</summary>
    private void AddNamed(string word, NumberRange range, TagSource how, List<SectionTag> tags)
    {
        if (tree is null) return;
        foreach (string number in range.To is null ? [range.From] : ReferenceNumbers.Expand(range.From, range.To))
        {
            string label = $"{word} {number}";
            foreach (Section section in tree.Sections)
            {
                bool named = section.Title.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                    && (section.Title.Length == label.Length || !char.IsLetterOrDigit(section.Title[label.Length]));
                if (!named && !string.Equals(section.Number, label, StringComparison.OrdinalIgnoreCase)) continue;
                tags.Add(Tag(section, how));
                break;
            }
        }
    }

    private void AddTitle(SectionReference reference, TagSource how, ImmutableArray<SectionTag> scope, List<SectionTag> tags)
    {
        if (_titles is null || reference.Title is not { } words) return;
        var found = reference.Quoted ? _titles.Find(words) : _titles.FindAtStart(words);
        if (One(found, scope) is { } tag) tags.Add(how == TagSource.Reference ? tag : tag with { How = how });
    }

    private SectionTag? One(IReadOnlyList<TitleMatch> found, ImmutableArray<SectionTag> scope)
    {
        if (found.Count == 0) return null;
        TitleMatch match = found[0];
        if (found.Count > 1)
        {
            // Titles such as "Åtgärder" come back in every chapter: only the chapter one is in can tell which.
            var inScope = found.Where(m => tree!.SelfAndAncestors(m.Section).Any(s => scope.Any(t => t.Section == s.Id))).ToList();
            if (inScope.Count != 1) return null;
            match = inScope[0];
        }
        return Tag(match.Section, TagSource.Title) with { Confidence = match.Score };
    }

    private void AddPages(NumberRange range, IReadOnlyList<string> said, List<SectionTag> tags, List<string> unknown)
    {
        // A document of one page, or whose pages are not known, has every section on it: that tells nothing.
        if (tree?.Pages is not { Count: > 1 } pages) return;
        int from = int.Parse(range.From, CultureInfo.InvariantCulture);
        int to = range.To is null ? from : int.Parse(range.To, CultureInfo.InvariantCulture);
        // "s. 125–30" is short for 125–130.
        if (to < from && range.To is { } end && end.Length < range.From.Length)
            to = int.Parse(string.Concat(range.From.AsSpan(0, range.From.Length - end.Length), end), CultureInfo.InvariantCulture);
        int first = from - pages.PrintedOffset, last = Math.Max(first, to - pages.PrintedOffset);
        if (first < 1 || first > pages.Count || last > pages.Count) unknown.Add(range.To is null ? $"s. {range.From}" : $"s. {range.From}–{range.To}");
        if (first < 1 || first > pages.Count) return;
        var there = Innermost(first, Math.Min(last, pages.Count));
        foreach (string words in said)
        {
            if (there.Count < 2 || _titles!.NamedIn(words, there) is not { Count: > 0 } named) continue;
            tags.AddRange(named.Select(n => Tag(n.Section, TagSource.Page) with { Confidence = n.Score }));
            return;
        }
        if (there.Count > MostOnPage && Common(there) is { } common) there = [common];
        foreach (Section section in there)
            tags.Add(Tag(section, TagSource.Page) with { Confidence = Math.Round(1.0 / there.Count, 2) });
    }

    /// <summary>The sections that have text of their own on the pages: those without a subsection that reaches there.</summary>
    private List<Section> Innermost(int first, int last)
    {
        var there = new List<Section>();
        var sections = tree!.Sections;
        for (int i = 0; i < sections.Length; i++)
        {
            if (sections[i].PageFrom > last || sections[i].PageTo < first) continue;
            bool hasInner = i + 1 < sections.Length && sections[i + 1].Level > sections[i].Level
                && tree.Descendants(sections[i]).Any(d => d.PageFrom <= last && d.PageTo >= first);
            if (!hasInner) there.Add(sections[i]);
        }
        return there;
    }

    private Section? Common(List<Section> sections) =>
        tree!.SelfAndAncestors(sections[0]).FirstOrDefault(a => sections.All(s => tree.SelfAndAncestors(s).Any(x => x.Id == a.Id)));

    private Section? Find(string number)
    {
        if (tree!.FindNumber(number) is { } exact) return exact;
        if (ReferenceNumbers.Roman(number) is > 0 and int value) return tree.FindNumber(value.ToString(CultureInfo.InvariantCulture));
        if (number.Length <= 3 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int plain) && plain is > 0 and < 400)
            return tree.FindNumber(ReferenceNumbers.ToRoman(plain));
        return tree.FindNumber(number.Replace(" ", "", StringComparison.Ordinal));
    }

    private static int? KnownItem(Section section, int? item) =>
        item is int number && section.Items.Any(i => i.Number == number) ? number : null;

    private static SectionTag Tag(Section section, TagSource how) => new(section.Id, section.Number, section.Title, how, 1);
}
