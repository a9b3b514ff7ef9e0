using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries.Model;

/// <summary>Where a comment is quoted.</summary>
internal enum Place
{
    Section,
    General,
    Undecided,
}

/// <summary>A reply with the name that may be printed.</summary>
internal sealed class ReplyView(string key, string name, bool isPrivate, SummarisedResponse source)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    /// <summary>Whether the name is held back; what could tell it is held back with it.</summary>
    public bool IsHidden { get; } = isPrivate;

    public SummarisedResponse Source { get; } = source;

    public SplitResponse Split => Source.Split;

    public List<CommentView> Comments { get; } = [];

    /// <summary>For each chapter that the reply comments on: its stance there and the number of comments.</summary>
    public SortedDictionary<int, Cell> Cells { get; } = [];

    public Cell? General { get; private set; }

    /// <summary>Whether pages tell anything: a mail or a text of one page has none to name.</summary>
    public bool HasPages => Split.Document.Pages.Count > 1;

    public void Count(CommentView comment)
    {
        Stance stance = comment.Comment.Stance.Stance;
        foreach (int chapter in comment.Chapters)
        {
            Cells[chapter] = Cells.TryGetValue(chapter, out Cell cell) ? cell.With(stance) : new Cell(stance, 1);
        }
        if (comment.Place == Place.General) General = General?.With(stance) ?? new Cell(stance, 1);
    }

    /// <summary>The page as the reply prints it.</summary>
    public int PrintedPage(int page) => page + Split.Document.Pages.PrintedOffset is > 0 and var printed ? printed : page;
}

/// <summary>What a body says in one place of the matrix.</summary>
internal readonly record struct Cell(Stance Stance, int Count)
{
    public Cell With(Stance stance) => new(StanceTally.MoreCritical(Stance, stance), Count + 1);
}

/// <summary>A comment with its id, its place and the words to print.</summary>
internal sealed class CommentView
{
    public required string Id { get; init; }

    public required Anchor Anchor { get; init; }

    public required ReplyView Reply { get; init; }

    public required Comment Comment { get; init; }

    /// <summary>The tags that count in this summary.</summary>
    public required ImmutableArray<SectionTag> Tags { get; init; }

    /// <summary>The chapters it belongs to, in order, each once.</summary>
    public required ImmutableArray<int> Chapters { get; init; }

    public required Place Place { get; init; }

    public required ImmutableArray<string> Paragraphs { get; init; }
}

/// <summary>A section of the document, or a number that replies name where no document was given.</summary>
internal sealed class ChapterView
{
    public required int Index { get; init; }

    public required Section? Section { get; init; }

    public required string? Number { get; init; }

    public required string Title { get; init; }

    public required int Depth { get; init; }

    public required ChapterView? Parent { get; init; }

    /// <summary>Its place among its siblings.</summary>
    public required int Ordinal { get; init; }

    public required Anchor Anchor { get; init; }

    /// <summary>Comments on this section alone.</summary>
    public List<CommentView> Own { get; } = [];

    /// <summary>Groups of comments on several sections whose first is this one.</summary>
    public List<GroupView> Starting { get; } = [];

    /// <summary>All groups that this section is one of.</summary>
    public List<GroupView> Touching { get; } = [];

    /// <summary>Each body that comments on it, with its stance.</summary>
    public List<(ReplyView Reply, Stance Stance)> Bodies { get; } = [];

    public StanceTally Tally { get; } = new();

    /// <summary>Comments that concern it, those shared with other sections counted in.</summary>
    public int CommentCount { get; set; }

    /// <summary>Whether it or any part of it has a comment.</summary>
    public bool IsAlive { get; set; }

    /// <summary>Its direct parts, in order.</summary>
    public List<ChapterView> Parts { get; } = [];

    /// <summary>
    /// Whether it has a heading of its own: all that has comments, and of what is silent only the two
    /// outermost levels, where a reader looks for it; what lies deeper is named in a line of its parent.
    /// </summary>
    public bool HasHeading => IsAlive || Parent is null || (Parent.IsAlive && Depth < 2);

    public string Label => Number is null ? Title : Title.Length == 0 ? $"Avsnitt {Number}" : $"{Number} {Title}";
}

/// <summary>Comments that concern the same set of several sections.</summary>
internal sealed class GroupView(ImmutableArray<int> chapters, string range)
{
    public ImmutableArray<int> Chapters { get; } = chapters;

    /// <summary>The sections in words: <c>avsnitt 3.1–3.4</c>.</summary>
    public string Range { get; } = range;

    public Anchor Anchor { get; set; }

    public List<CommentView> Comments { get; } = [];
}
