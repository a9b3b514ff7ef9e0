using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>
/// Gives every section its level: from the format's styles or type sizes where they agree with the
/// numbers, else from the numbers; without either, from the table of contents' indentation, from
/// overviews that announce what follows, and from titles that come back in every section.
/// </summary>
internal static class SectionLevels
{
    private const int FewestAnnounced = 3;

    public static void Assign(DocumentText document, List<HeadingCandidate> sections, List<HeadingCandidate> all, ContentsTable contents)
    {
        bool given = GivenAgree(document, sections);
        bool numbered = sections.Exists(c => c.Number is not null);
        if (given)
        {
            foreach (HeadingCandidate c in sections) c.Level = c.GivenLevel;
            FitLetters(sections);
            LevelAnnexes(sections);
        }
        else if (numbered) ByNumber(sections, contents);
        else
        {
            ByWords(sections, contents);
            UnderOverviews(document, sections, all);
        }
        Close(sections);
    }

    /// <summary>Whether the reader's levels can be taken: they differ, or nothing better is known, and no level holds numbers of different depth.</summary>
    private static bool GivenAgree(DocumentText document, List<HeadingCandidate> sections)
    {
        bool guessed = document.Format is SourceFormat.Text or SourceFormat.Email && !sections.TrueForAll(c => c.Stated);
        if (guessed) return false;
        bool differ = sections.Exists(c => c.GivenLevel != sections[0].GivenLevel);
        if (!differ) return false;
        var depths = new Dictionary<(int Level, int Depth), int>();
        var totals = new Dictionary<int, int>();
        foreach (HeadingCandidate c in sections)
        {
            if (c.Number is null || c.Weak || c.Prefix is not { Style: NumberStyle.Decimal } prefix) continue;
            depths[(c.GivenLevel, prefix.Depth)] = depths.GetValueOrDefault((c.GivenLevel, prefix.Depth)) + 1;
            totals[c.GivenLevel] = totals.GetValueOrDefault(c.GivenLevel) + 1;
        }
        foreach ((int level, int total) in totals)
        {
            int most = depths.Where(d => d.Key.Level == level).Max(d => d.Value);
            if (most * 5 < total * 4) return false;
        }
        return true;
    }

    /// <summary>Running text that the sequence made a heading has no level of its own: it takes that of a numbered one of its depth.</summary>
    private static void FitLetters(List<HeadingCandidate> sections)
    {
        var levels = new Dictionary<int, int>();
        foreach (HeadingCandidate c in sections)
        {
            if (!c.Weak && c.Prefix is { } prefix) levels.TryAdd(prefix.Depth, c.Level);
        }
        foreach (HeadingCandidate c in sections)
        {
            if (c.Weak && c.Prefix is { } prefix && levels.TryGetValue(prefix.Depth, out int level)) c.Level = level;
        }
    }

    private static void ByNumber(List<HeadingCandidate> sections, ContentsTable contents)
    {
        bool parts = sections.Exists(c => c.Number is not null && c.Prefix is { Style: NumberStyle.Roman } || SectionPart.IsPart(c.Words))
            && sections.Exists(c => c.Prefix is { Style: not NumberStyle.Roman });
        int anchor = 0;
        foreach (HeadingCandidate c in sections)
        {
            if (c.Number is not null && c.Prefix is { } prefix)
            {
                // "2.0 Mål" is the chapter of which 2.1 is a part.
                int depth = prefix.Depth - (prefix.Depth > 1 && prefix.Number.EndsWith(".0", StringComparison.Ordinal) ? 1 : 0);
                c.Level = depth + (parts && prefix.Style != NumberStyle.Roman ? 1 : 0);
                anchor = c.Level;
            }
            else if (LineForm.IsEndMatter(c.Words) || SectionPart.IsAnnex(c.Words) || SectionPart.IsPart(c.Words) || IsOuterEntry(c, contents))
            {
                c.Level = 1;
                anchor = 1;
            }
            else c.Level = anchor + 1;
            if (anchor == 0) c.Level = 1;
        }
    }

    /// <summary>Whether the contents list the unnumbered heading as far out as the numbered chapters.</summary>
    private static bool IsOuterEntry(HeadingCandidate c, ContentsTable contents) =>
        c.InContents && contents.HasIndents && contents.ChapterIndent >= 0
        && contents.Find(c) is { } entry && entry.Indent <= contents.ChapterIndent;

    private static void ByWords(List<HeadingCandidate> sections, ContentsTable contents)
    {
        List<int> indents = [.. contents.Entries.Select(e => e.Indent).Distinct().Order()];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (HeadingCandidate c in sections) counts[c.Key] = counts.GetValueOrDefault(c.Key) + 1;
        int capitals = sections.Count(c => IsCapitals(c.Words));
        bool ranked = capitals > 1 && capitals < sections.Count;
        bool capitalsSeen = false;
        foreach (HeadingCandidate c in sections)
        {
            c.Level = 1;
            if (c.InContents && contents.Find(c) is { } entry) c.Level = contents.HasIndents ? indents.IndexOf(entry.Indent) + 1 : 1;
            else if (contents.Entries.Count > 2 && !LineForm.IsOuterTitle(c.Words)) c.Level = contents.HasIndents ? indents.Count + 1 : 2;
            else if (counts[c.Key] > 1) c.Level = 2;
            else if (ranked && capitalsSeen && !IsCapitals(c.Words)) c.Level = 2;
            capitalsSeen |= IsCapitals(c.Words);
        }
    }

    /// <summary>Headings that a list in the section before them announces are parts of that section.</summary>
    private static void UnderOverviews(DocumentText document, List<HeadingCandidate> sections, List<HeadingCandidate> all)
    {
        Dictionary<int, HeadingCandidate> refused = all.FindAll(c => !c.Accepted && c.Prefix is not null).ToDictionary(c => c.Block);
        for (int i = 0; i + FewestAnnounced < sections.Count; i++)
        {
            if (LineForm.IsOuterTitle(sections[i].Words)) continue;
            HashSet<string> announced = Announced(document, sections[i].Block, sections[i + 1].Block, refused);
            string said = NamesParts(sections[i].Title) ? Said(document, sections[i].Block, sections[i + 1].Block) : string.Empty;
            int last = i;
            while (last + 1 < sections.Count && IsAnnounced(sections[last + 1], announced, said)) last++;
            if (last - i < FewestAnnounced) continue;
            for (int k = i + 1; k <= last; k++) sections[k].Level = Math.Max(sections[k].Level, sections[i].Level + 1);
            i = last;
        }

        static bool IsAnnounced(HeadingCandidate c, HashSet<string> announced, string said)
        {
            string title = SectionKeys.Of(c.Title);
            return announced.Contains(title) || (announced.Count > 0 && c.Level > 1)
                || (said.Length > 0 && title.Length > 0 && said.Contains(title, StringComparison.Ordinal));
        }
    }

    /// <summary>Whether the title says that parts follow: Fokusområden, Våra mål.</summary>
    private static bool NamesParts(string title)
    {
        foreach (string word in (ReadOnlySpan<string>)["områden", "mål", "prioriteringar", "perspektiv", "inriktningar", "strategier", "utmaningar", "delar"])
        {
            if (title.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The section's own running text in small letters, as far as an overview reaches.</summary>
    private static string Said(DocumentText document, int from, int to)
    {
        const int Longest = 6000;
        if (from + 1 >= to) return string.Empty;
        int start = document.Blocks[from + 1].Span.Start;
        return SectionKeys.Of(document.Text.AsSpan(start, Math.Min(Longest, document.Blocks[to - 1].Span.End - start)));
    }

    private static HashSet<string> Announced(DocumentText document, int from, int to, Dictionary<int, HeadingCandidate> refused)
    {
        var announced = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<TextBlock> blocks = document.Blocks;
        for (int b = from + 1; b < to; b++)
        {
            if (refused.TryGetValue(b, out HeadingCandidate? listed)) announced.Add(SectionKeys.Of(listed.Title));
            if (blocks[b].Kind != BlockKind.ListItem || blocks[b].Span.Length > 300) continue;
            string point = BlockText.OnOneLine(document.Text.AsSpan(blocks[b].Span.Start, blocks[b].Span.Length));
            string words = SectionItems.WithoutMark(point);
            int end = words.AsSpan().IndexOfAny(':', '–', '.');
            announced.Add(SectionKeys.Of(words));
            if (end > 2) announced.Add(SectionKeys.Of(words.AsSpan(0, end)));
        }
        return announced;
    }

    /// <summary>Levels begin at 1 and leave none out: a section stands one below the one that it is part of.</summary>
    private static void Close(List<HeadingCandidate> sections)
    {
        var open = new Stack<int>();
        foreach (HeadingCandidate c in sections)
        {
            while (open.Count > 0 && open.Peek() >= c.Level) open.Pop();
            open.Push(c.Level);
            c.Level = open.Count;
        }
    }

    /// <summary>
    /// A heading without number in larger type than the chapters, but with no chapter after it, is an
    /// annex in another layout and stands beside them.
    /// </summary>
    private static void LevelAnnexes(List<HeadingCandidate> sections)
    {
        int chapter = sections.FindLastIndex(c => c.Number is not null && c.Prefix is { Depth: 1 });
        if (chapter < 0) return;
        int level = sections[chapter].Level;
        for (int i = chapter + 1; i < sections.Count; i++) sections[i].Level = Math.Max(level, sections[i].Level);
    }

    private static bool IsCapitals(string words)
    {
        int letters = 0;
        foreach (char c in words)
        {
            if (!char.IsLetter(c)) continue;
            if (!char.IsUpper(c)) return false;
            letters++;
        }
        return letters > 3;
    }
}
