using System.Collections.Immutable;
using Remiss.Domain.References;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>What the headings above a passage say of it.</summary>
/// <param name="Tags">The sections they name.</param>
/// <param name="IsGeneral">They say that it is about the document as a whole.</param>
/// <param name="IsSummary">They say that it is the reply's own summary.</param>
/// <param name="Nearest">The nearest heading, or null.</param>
internal readonly record struct HeadingScope(ImmutableArray<SectionTag> Tags, bool IsGeneral, bool IsSummary, TextSpan? Nearest);

/// <summary>Follows the headings of a reply from top to end and tells at each passage what it stands under.</summary>
internal sealed class HeadingScopes(HeadingReader reader)
{
    private sealed record Open(TextSpan Span, int Level, bool Stated, HeadingSort Sort, ImmutableArray<SectionTag> Tags)
    {
        /// <summary>The level of headings that followed at once and so stand under this one, whatever their own level was guessed to be.</summary>
        public int ChildLevel { get; set; } = int.MaxValue;
    }

    private readonly List<Open> _open = [];
    private bool _textSince = true;

    /// <summary>What a passage here stands under.</summary>
    public HeadingScope Now
    {
        get
        {
            Open? naming = _open.FindLast(o => !o.Tags.IsEmpty);
            Open? sorting = _open.FindLast(o => o.Sort is HeadingSort.General or HeadingSort.Summary);
            // "Allmänt" inside a chapter's part of the reply is about the chapter.
            bool general = sorting is not null && naming is null;
            return new HeadingScope(naming?.Tags ?? [], general, general && sorting!.Sort == HeadingSort.Summary, _open.Count > 0 ? _open[^1].Span : null);
        }
    }

    /// <summary>A passage that is no heading came.</summary>
    public void Text() => _textSince = true;

    /// <summary>A heading came.</summary>
    public void Heading(Passage heading, HeadingSort sort)
    {
        var tags = reader.TagsOf(heading, _open.FindLast(o => !o.Tags.IsEmpty)?.Tags ?? []);
        if (!tags.IsEmpty) sort = HeadingSort.Particular;
        int level = Math.Max(1, heading.Level);
        Open? above = _open.Count > 0 ? _open[^1] : null;
        if (heading.Stated) _open.RemoveAll(o => o.Level >= level);
        else Close(level, sort, tags, above);
        if (above is not null && !_textSince && _open.Contains(above) && !heading.Stated) above.ChildLevel = Math.Min(above.ChildLevel, level);
        _open.Add(new Open(heading.Span, level, heading.Stated, sort, tags));
        _textSince = false;
    }

    /// <summary>A label at the beginning of a paragraph (<c>Avsnitt 3.2: …</c>) serves as a heading.</summary>
    public void Label(TextSpan span, ImmutableArray<SectionTag> tags)
    {
        _open.RemoveAll(o => !o.Tags.IsEmpty);
        _open.Add(new Open(span, int.MaxValue, false, HeadingSort.Particular, tags));
    }

    /// <summary>
    /// Guessed levels are weak: a heading that names sections, or is one of the known kinds, ends the like; one that
    /// is only a subject stays under what is open unless its level is truly higher.
    /// </summary>
    private void Close(int level, HeadingSort sort, ImmutableArray<SectionTag> tags, Open? above)
    {
        if (!tags.IsEmpty)
        {
            _open.RemoveAll(o => !o.Tags.IsEmpty || o.Level >= level || o.Sort is HeadingSort.General or HeadingSort.Summary || o.Level == int.MaxValue);
        }
        else if (sort != HeadingSort.Topic)
        {
            _open.Clear();
        }
        else
        {
            bool follows = above is not null && !_textSince;
            _open.RemoveAll(o => o.Level >= level && !(o.Level == level && (o.ChildLevel <= level || (follows && ReferenceEquals(o, above)))));
        }
    }
}
