using System.Collections.Immutable;
using Remiss.Domain.References;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>Reads which sections a reply's headings name, and tells the document's numbers from the reply's own.</summary>
internal sealed class HeadingReader
{
    private readonly string _text;
    private readonly ReferenceResolver _resolver;
    private readonly SectionTree? _tree;
    private readonly List<UnresolvedReference> _unresolved;
    private readonly Func<SectionReference, bool> _isForeign;
    private readonly bool _ownNumbers;

    public HeadingReader(string text, IReadOnlyList<Passage> headings, ReferenceResolver resolver, SectionTree? tree, List<UnresolvedReference> unresolved, Func<SectionReference, bool> isForeign)
    {
        (_text, _resolver, _tree, _unresolved, _isForeign) = (text, resolver, tree, unresolved, isForeign);
        _ownNumbers = NumbersItself(headings);
    }

    /// <summary>The sections that a heading names, by number, page, or title.</summary>
    public ImmutableArray<SectionTag> TagsOf(Passage heading, ImmutableArray<SectionTag> scope)
    {
        var tags = new List<SectionTag>();
        foreach (SectionReference reference in ReferenceGrammar.Parse(_text, heading.Span))
        {
            if (reference.Kind == ReferenceKind.Title && !reference.Quoted || _isForeign(reference)) continue;
            ResolvedReference resolved = _resolver.Resolve(reference, TagSource.Heading, scope);
            tags.AddRange(resolved.Tags);
            _unresolved.AddRange(resolved.Unknown.Select(words => new UnresolvedReference(reference.Span, words)));
        }
        // "Kapitel 4 Ekonomi (s. 45–60)": the pages only tell where the chapter stands.
        if (tags.Any(t => t.How != TagSource.Page)) tags.RemoveAll(t => t.How == TagSource.Page);
        if (tags.Count > 0) return [.. tags.DistinctBy(t => (t.Section, t.Number, t.Item))];
        if (heading.IsRowLabel && BareNumber(heading.Span) is { } bare)
            return _resolver.Resolve(new SectionReference(heading.Span, ReferenceKind.Section, "", [new NumberRange(bare, null)]), TagSource.Heading, scope).Tags;
        return ByNumberOrTitle(heading, scope);
    }

    /// <summary>The section whose dotted number a paragraph begins with; none where the numbers are the reply's own or the document lacks it.</summary>
    public ImmutableArray<SectionTag> NumberAt(TextSpan paragraph)
    {
        if (_ownNumbers || !char.IsAsciiDigit(_text[paragraph.Start])) return [];
        if (ReferenceGrammar.NumberOfHeading(_text, paragraph) is not { } number) return [];
        if (!number.Numbers.All(n => n.From.Contains('.', StringComparison.Ordinal))) return [];
        var reference = new SectionReference(paragraph, ReferenceKind.Section, "", number.Numbers);
        return _resolver.Resolve(reference, TagSource.Heading).Tags;
    }

    private string? BareNumber(TextSpan span)
    {
        string words = ReplyText.OneLine(_text, span, 8).TrimEnd('.');
        return words.Length is > 0 and <= 3 && words.All(char.IsAsciiDigit) ? words : null;
    }

    private ImmutableArray<SectionTag> ByNumberOrTitle(Passage heading, ImmutableArray<SectionTag> scope)
    {
        HeadingNumber? number = ReferenceGrammar.NumberOfHeading(_text, heading.Span);
        int start = number?.TitleStart ?? heading.Span.Start;
        string title = ReplyText.OneLine(_text, TextSpan.FromBounds(start, heading.Span.End), 300);
        bool known = HeadingSorts.Of(title, isFirst: false) is HeadingSort.General or HeadingSort.Summary or HeadingSort.Formality or HeadingSort.Background;
        if (known && number is null) return [];
        SectionTag? byTitle = known ? null : _resolver.ByTitle(title, scope);
        if (byTitle is not null)
            return number?.Numbers[0].From == byTitle.Number ? [byTitle with { How = TagSource.Heading, Confidence = 1 }] : [byTitle];
        if (number is null || _ownNumbers || number.Value.Mark == ')' || IsRoman(number.Value) || (known && _tree is null)) return [];
        var reference = new SectionReference(heading.Span, ReferenceKind.Section, "", number.Value.Numbers);
        ResolvedReference resolved = _resolver.Resolve(reference, TagSource.Heading, scope);
        return resolved.Tags;
    }

    private static bool IsRoman(HeadingNumber number) => !char.IsAsciiDigit(number.Numbers[0].From[0]);

    /// <summary>
    /// Whether the numbers before the reply's headings are its own: they begin at 1 and count on without a gap.
    /// The document's, taken over, begin where the sender has something to say, and leap. Where the document is
    /// known, its titles decide.
    /// </summary>
    private bool NumbersItself(IReadOnlyList<Passage> headings)
    {
        var numbers = new List<ImmutableArray<int>>();
        int same = 0;
        foreach (Passage heading in headings)
        {
            if (ReferenceGrammar.NumberOfHeading(_text, heading.Span) is not { } number || number.Numbers.Length != 1 || number.Numbers[0].To is not null) continue;
            var parts = ReferenceNumbers.Parts(number.Numbers[0].From);
            if (parts.IsEmpty) continue;
            numbers.Add(parts);
            string title = ReplyText.OneLine(_text, TextSpan.FromBounds(number.TitleStart, heading.Span.End), 300);
            if (_resolver.ByTitle(title)?.Number == number.Numbers[0].From) same++;
        }
        if (numbers.Count == 0 || same * 2 >= numbers.Count) return false;
        if (numbers[0].Any(p => p != 1)) return false;
        for (int i = 1; i < numbers.Count; i++)
        {
            if (!Follows(numbers[i - 1], numbers[i])) return false;
        }
        return true;
    }

    private static bool Follows(ImmutableArray<int> before, ImmutableArray<int> now)
    {
        if (now.Length == before.Length + 1) return now[^1] == 1 && now.AsSpan(0, before.Length).SequenceEqual(before.AsSpan());
        if (now.Length > before.Length) return false;
        return now[^1] == before[now.Length - 1] + 1 && now.AsSpan(0, now.Length - 1).SequenceEqual(before.AsSpan(0, now.Length - 1));
    }
}
