using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>
/// Builds the section tree of a consulted document. The format's own headings are trusted; guessed
/// ones must fit the document's numbering, its table of contents, or have text of their own. Total
/// and near linear: any document gives a tree, at worst one without sections.
/// </summary>
public static class SectionTreeBuilder
{
    /// <summary>The sections of the document in order, with levels, pages, text and points. Text before the first section is in none.</summary>
    public static SectionTree Build(DocumentText document)
    {
        ContentsTable contents = ContentsTable.Read(document);
        List<HeadingCandidate> candidates = HeadingCollector.Collect(document, contents);
        int[] text = HeadingSieve.TextLengths(document, candidates);
        HeadingSieve.MarkLabels(document, candidates);
        HeadingSieve.MarkOverviews(candidates, text);
        DecideNumbers(candidates);
        HeadingSieve.MarkRepeats(candidates, text);
        HeadingSieve.RefuseEmpty(candidates, text);
        string title = TitleFinder.Find(document, candidates, text, contents);
        HeadingSieve.RefuseCover(candidates, text, contents);
        List<HeadingCandidate> sections = candidates.FindAll(c => c.Accepted);
        SectionNumbers.Write(sections);
        SectionLevels.Assign(document, sections, candidates, contents);
        ImmutableArray<Section> built = SectionAssembler.Assemble(document, sections, candidates, contents);
        return new SectionTree(title, built, document.Pages);
    }

    /// <summary>Roman numbers first, for they open parts inside which the others may begin anew.</summary>
    private static void DecideNumbers(List<HeadingCandidate> candidates)
    {
        NumberSequence.DecideRoman(candidates);
        foreach (List<HeadingCandidate> part in SectionPart.Split(candidates)) NumberSequence.DecideDecimal(part);
    }
}
