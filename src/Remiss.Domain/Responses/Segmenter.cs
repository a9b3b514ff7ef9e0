using System.Collections.Immutable;
using Remiss.Domain.References;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>A comment on its way, with what it stands under.</summary>
internal readonly record struct Draft(Comment Comment, bool IsSummary);

/// <summary>
/// Cuts the body of a reply into comments, one subject and one stance each, and binds each to the sections that
/// its headings, its lead-in and its own words name.
/// </summary>
internal sealed class Segmenter
{
    /// <summary>A longer passage is looked at for its references alone.</summary>
    private const int LongestAround = 4000;

    private readonly DocumentText _document;
    private readonly string _text;
    private readonly SplitContext? _context;
    private readonly ReferenceResolver _resolver;
    private readonly WholeDocument _whole;
    private readonly string? _consulted;
    private readonly List<UnresolvedReference> _unresolved = [];
    private readonly HashSet<UnresolvedReference> _reported = [];
    private readonly List<Draft> _drafts = [];
    private ImmutableArray<SectionTag> _overAll = [];

    /// <param name="document">The reply.</param>
    /// <param name="context">The consulted document, or null.</param>
    /// <param name="consulted">The consulted document's designation (<c>SOU 2021:94</c>), or null.</param>
    public Segmenter(DocumentText document, SplitContext? context, string? consulted)
    {
        (_document, _text, _context, _consulted) = (document, document.Text, context, consulted);
        _resolver = context?.Resolver ?? new ReferenceResolver(null);
        _whole = context?.Whole ?? WholeDocument.Unknown;
    }

    public IReadOnlyList<UnresolvedReference> Unresolved => _unresolved;

    public IReadOnlyList<Draft> Run(List<Passage> passages, PassageClassifier classifier)
    {
        _overAll = SaidOfAll(passages);
        var headings = passages.Where(p => p.Role == PassageRole.Heading).ToList();
        var reader = new HeadingReader(_text, headings, _resolver, _context?.Tree, _unresolved, IsForeign);
        var scopes = new HeadingScopes(reader);
        LeadIn? leadIn = null;
        foreach (Passage passage in passages)
        {
            switch (passage.Role)
            {
                case PassageRole.Furniture:
                    continue;
                case PassageRole.Heading:
                    if (!passage.IsColumnHead) scopes.Heading(passage, classifier.SortOf(passage, isFirst: false));
                    leadIn = null;
                    continue;
            }
            scopes.Text();
            bool isPoint = passage.Form == BlockKind.ListItem;
            if (!isPoint) leadIn = null;
            if (passage.Role == PassageRole.Body) AddBody(passage, reader, scopes, isPoint ? leadIn : null);
            // A cell that only states its row's stance opens no list.
            if (passage.Form == BlockKind.TableCell && passage.Role == PassageRole.LeadIn) continue;
            if (!isPoint && passage.Role is PassageRole.Body or PassageRole.LeadIn)
                leadIn = new LeadIn(passage.Span, Inline(passage.Span, scopes.Now.Tags));
        }
        return _drafts;
    }

    /// <summary>A sentence that opens a list, and the sections it names itself.</summary>
    private sealed record LeadIn(TextSpan Span, ImmutableArray<SectionTag> Tags);

    private void AddBody(Passage passage, HeadingReader reader, HeadingScopes scopes, LeadIn? leadIn)
    {
        if (LabelOf(passage, out bool isLine) is { IsEmpty: false } label && isLine) scopes.Label(passage.Span, label);
        HeadingScope scope = scopes.Now;
        var named = passage.Form == BlockKind.Paragraph ? reader.NumberAt(passage.Span) : [];
        int start = passage.Span.Start;
        if (passage.Form == BlockKind.ListItem) start += MarkLength(passage.Span);
        foreach (TextSpan piece in Pieces(TextSpan.FromBounds(start, passage.Span.End), passage.RowStance is null))
        {
            var above = leadIn is { Tags.IsEmpty: false } ? Combined(scope.Tags, leadIn.Tags) : scope.Tags;
            var tags = Combined(Combined(above, named), Inline(piece, above));
            if (tags.IsEmpty) tags = _overAll;
            StanceReading stance = passage.RowStance ?? StanceReader.Read(_text, piece, new StanceContext(leadIn?.Span, scope.Nearest));
            bool general = tags.IsEmpty && (scope.IsGeneral || leadIn is null && _whole.IsMeant(_text, piece, stance.Stance));
            if (tags.IsEmpty && !general && _context is not null) tags = _context.Suggest(piece.In(_text));
            var comment = new Comment(piece, _document.Pages.PageAt(piece.Start), Ordered(tags), stance) { IsGeneral = general, LeadIn = leadIn?.Span };
            _drafts.Add(new Draft(comment, scope.IsSummary));
        }
    }

    /// <summary>The sections that a reference on a line of its own, at the start of a paragraph, names as a heading would.</summary>
    private ImmutableArray<SectionTag> LabelOf(Passage passage, out bool isLine)
    {
        isLine = false;
        if (passage.Form != BlockKind.Paragraph) return [];
        var head = new TextSpan(passage.Span.Start, Math.Min(passage.Span.Length, 120));
        var found = ReferenceGrammar.Parse(_text, head);
        if (found.IsEmpty || found[0].Span.Start != head.Start || found[0].Kind is ReferenceKind.Title || IsForeign(found[0])) return [];
        int end = found[0].Span.End;
        while (end < passage.Span.End && _text[end] is ' ' or ':' or '.') end++;
        // On the same line as the text it speaks of that paragraph alone.
        isLine = end < passage.Span.End && _text[end] == '\n';
        return isLine ? _resolver.Resolve(found[0], TagSource.Heading).Tags : [];
    }

    private int MarkLength(TextSpan span)
    {
        int i = span.Start;
        while (i < span.End && !char.IsLetterOrDigit(_text[i]) && _text[i] is not ('”' or '"' or '(' or '[' or '§')) i++;
        int digits = i;
        while (digits < span.End && digits - i < 3 && char.IsLetterOrDigit(_text[digits])) digits++;
        bool enumerated = digits > i && digits + 1 < span.End && _text[digits] is ')' or '.' && _text[digits + 1] == ' ' && (char.IsAsciiDigit(_text[i]) || digits == i + 1);
        if (enumerated) i = digits + 2;
        return i < span.End ? i - span.Start : 0;
    }

    private List<TextSpan> Pieces(TextSpan span, bool byStance)
    {
        var cuts = new SortedSet<int>(byStance ? StanceReader.Turns(_text, span).Where(t => t > span.Start && t < span.End) : []);
        foreach (int turn in SubjectTurns.Find(_text, span)) cuts.Add(turn);
        var pieces = new List<TextSpan>();
        int start = span.Start;
        foreach (int cut in cuts.Append(span.End))
        {
            int end = cut;
            while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
            while (start < end && char.IsWhiteSpace(_text[start])) start++;
            if (end > start) pieces.Add(TextSpan.FromBounds(start, end));
            start = cut;
        }
        return pieces;
    }

    private ImmutableArray<SectionTag> Inline(TextSpan span, ImmutableArray<SectionTag> scope)
    {
        var tags = new List<SectionTag>();
        foreach (SectionReference reference in ReferenceGrammar.Parse(_text, span))
        {
            if (IsForeign(reference)) continue;
            // "I avsnitt 3.4 bör åtgärd 5 utgå": the section just named is the point's.
            bool inNamed = reference.Kind == ReferenceKind.Item && tags.Count == 1 && tags[0].Item is null;
            var said = reference.Kind == ReferenceKind.Page ? Around(reference.Span, span) : null;
            ResolvedReference resolved = _resolver.Resolve(reference, TagSource.Reference, inNamed ? [tags[0]] : scope, said);
            if (inNamed && resolved.Tags is [{ Item: not null } point] && point.Number == tags[0].Number) tags.Clear();
            tags.AddRange(resolved.Tags);
            foreach (string words in resolved.Unknown)
            {
                var unresolved = new UnresolvedReference(reference.Span, words);
                if (_reported.Add(unresolved)) _unresolved.Add(unresolved);
            }
        }
        // "avsnitt 3.2 (s. 14)": the page only tells where the section stands.
        if (tags.Any(t => t.How == TagSource.Reference)) tags.RemoveAll(t => t.How == TagSource.Page);
        return [.. tags];
    }

    /// <summary>The sentence that a reference stands in, and then all of its passage.</summary>
    private string[] Around(TextSpan reference, TextSpan passage)
    {
        if (passage.Length > LongestAround) return [];
        string whole = passage.In(_text);
        foreach (TextSpan sentence in SentenceForm.Sentences(_text, passage))
        {
            if (sentence.Contains(reference.Start)) return [sentence.In(_text), whole];
        }
        return [whole];
    }

    /// <summary>An inline reference narrows what the heading says where it lies within, and adds to it where it lies outside.</summary>
    private ImmutableArray<SectionTag> Combined(ImmutableArray<SectionTag> above, ImmutableArray<SectionTag> own)
    {
        if (own.IsEmpty) return above;
        if (above.IsEmpty) return Distinct(own);
        var inside = own.Where(o => above.Any(a => Includes(a, o))).ToList();
        // A page or a resembling title is weaker than the heading that stands over it.
        var outside = own.Except(inside).Where(o => o.How is not (TagSource.Page or TagSource.Title)).ToList();
        IEnumerable<SectionTag> kept = outside.Count == 0 && inside.Count > 0 ? [] : above.Where(a => !inside.Any(i => Includes(a, i)));
        return Distinct(kept.Concat(inside).Concat(outside));
    }

    private static ImmutableArray<SectionTag> Distinct(IEnumerable<SectionTag> tags) => [.. tags.DistinctBy(t => (t.Section, t.Number, t.Item))];

    private bool Includes(SectionTag outer, SectionTag inner)
    {
        if (outer.Section is { } o && inner.Section is { } i && _context?.Tree.Find(i) is { } section)
            return _context.Tree.SelfAndAncestors(section).Any(s => s.Id == o);
        return outer.Number is { } number && inner.Number is { } within && (number == within || ReferenceNumbers.IsWithin(within, number));
    }

    private ImmutableArray<SectionTag> Ordered(ImmutableArray<SectionTag> tags)
    {
        if (tags.Length < 2 || tags.All(t => t.How == TagSource.Suggested)) return tags;
        if (_context is { } context) return [.. tags.OrderBy(t => t.Section is { } id ? context.Tree.IndexOf(id) : int.MaxValue)];
        return [.. tags.OrderBy(t => SortKey(t.Number), StringComparer.Ordinal)];
    }

    private static string SortKey(string? number) =>
        string.Join('.', (number ?? "").Split('.').Select(p => p.PadLeft(4, '0')));

    /// <summary>What the reply says of all its comments: <c>Svaret följer kapitel 20</c>.</summary>
    private ImmutableArray<SectionTag> SaidOfAll(List<Passage> passages)
    {
        foreach (Passage passage in passages)
        {
            if (!passage.IsGuide || passage.Role != PassageRole.Courtesy) continue;
            var references = ReferenceGrammar.Parse(_text, passage.Span).Where(r => r.Kind == ReferenceKind.Section && !IsForeign(r)).ToList();
            if (references.Count == 0) continue;
            return [.. references.SelectMany(r => _resolver.Resolve(r).Tags).DistinctBy(t => (t.Section, t.Number))];
        }
        return [];
    }

    private bool IsForeign(SectionReference reference) =>
        reference.OtherDocument is { } other && (_consulted is null || !Squeezed(other).Contains(Squeezed(_consulted), StringComparison.OrdinalIgnoreCase));

    private static string Squeezed(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}
