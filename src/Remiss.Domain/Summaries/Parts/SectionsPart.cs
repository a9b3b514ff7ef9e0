using System.Collections.Immutable;
using Remiss.Domain.Sections;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The chapters: one per section in the document's order, each with what it proposes, who thinks what, and the comments.</summary>
internal static class SectionsPart
{
    private const int ExtractLimit = 320;
    private const int FirstLevel = 2;

    public static void Write(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Sections, SectionWords.Heading);
        foreach (ChapterView chapter in writer.Model.Chapters)
        {
            if (chapter.HasHeading) Chapter(writer, chapter);
        }
    }

    private static void Chapter(PartWriter writer, ChapterView chapter)
    {
        int level = FirstLevel + chapter.Depth;
        writer.Heading(level, chapter.Label, chapter.Anchor);
        if (!chapter.IsAlive)
        {
            writer.Paragraph(writer.Words[chapter.Parts.Count > 0 ? SectionWords.NoneWithParts : SectionWords.None]);
            return;
        }
        Extract(writer, chapter.Section);
        if (chapter.CommentCount == 0)
        {
            writer.Paragraph(writer.Words[SectionWords.NoneOfItsOwn]);
            SilentParts(writer, chapter);
            return;
        }
        string counted = writer.Words.Count(
            SectionWords.Count, chapter.CommentCount, Swedish.Number(chapter.Tally.Total), Swedish.Number(writer.ReplyCount));
        writer.Paragraph(new Line().Text(counted), keep: true);
        string name = RangeLabel.Of([chapter.Index], writer.Model.Chapters);
        StanceOverview.OfSection(writer, chapter, name);
        SilentParts(writer, chapter);
        Pointers(writer, chapter);
        CommentBlocks.WriteAll(writer, chapter.Own);
        foreach (GroupView group in chapter.Starting)
        {
            writer.Heading(level + 1, writer.Words.Say(SectionWords.Group, group.Range), group.Anchor, inContents: false);
            CommentBlocks.WriteAll(writer, group.Comments);
        }
    }

    private static void Extract(PartWriter writer, Section? section)
    {
        if (section is null) return;
        string text = Opening(section.Text);
        if (text.Length == 0) return;
        int page = section.PageFrom + (writer.Model.Input.Document.Pages?.PrintedOffset ?? 0);
        string source = page > 0 && writer.Model.Input.Document.Pages is { Count: > 1 }
            ? writer.Words.Say(SectionWords.Extract, Swedish.Number(page))
            : writer.Words[SectionWords.ExtractNoPage];
        writer.Paragraph(new Line().Text($"{source} {Swedish.Quote(Excerpt.Sentences(text, ExtractLimit))}"), ParagraphStyle.Note, keep: true);
    }

    // The running text before the first point says what the section is about; points alone are better than nothing.
    private static string Opening(string text)
    {
        ImmutableArray<string> paragraphs = Quotation.Paragraphs(text);
        IEnumerable<string> running = paragraphs.TakeWhile(p => !QuotationFlow.IsBullet(p[0]));
        return string.Join(' ', running.Any() ? running : paragraphs);
    }

    private static void SilentParts(PartWriter writer, ChapterView chapter)
    {
        ImmutableArray<int> silent = [.. chapter.Parts.Where(p => !p.HasHeading).Select(p => p.Index)];
        if (silent.IsEmpty) return;
        writer.Paragraph(
            silent.Length == chapter.Parts.Count
                ? writer.Words[SectionWords.NoneOnParts]
                : writer.Words.Say(SectionWords.NoneOn, RangeLabel.Of(silent, writer.Model.Chapters)),
            ParagraphStyle.Note);
    }

    // The comments that this section shares with others stand once; here is where.
    private static void Pointers(PartWriter writer, ChapterView chapter)
    {
        // Where nothing but these groups follows, their headings say it all.
        if (chapter.Touching.Count == 0 || (chapter.Own.Count == 0 && chapter.Touching.Count == chapter.Starting.Count)) return;
        int shared = chapter.Touching.Sum(g => g.Comments.Count);
        Line sentence = new Line().Text(writer.Words.Count(SectionWords.Pointer, shared));
        if (chapter.Touching is [var only])
        {
            writer.Paragraph(sentence.Text(" ").Link(only.Range, only.Anchor).Page(", ", only.Anchor, "."));
            return;
        }
        writer.Paragraph(sentence, keep: true);
        writer.Bullets(chapter.Touching.Select(g => new Line()
            .Link(Swedish.Capitalised(g.Range), g.Anchor)
            .Text($": {writer.Comments(g.Comments.Count)}")
            .Page(", ", g.Anchor)));
    }
}
