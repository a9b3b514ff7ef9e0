using System.Collections.Immutable;
using System.Text;
using Remiss.Application.Documents;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>One comment as it is written in the form.</summary>
/// <param name="Section">The section it is about; null is the document as a whole.</param>
/// <param name="Text">What it says; its paragraphs become comments each.</param>
public sealed record FormComment(StoredSectionId? Section, string Text)
{
    /// <summary>The stance that was chosen; null leaves it to the words.</summary>
    public Stance? Stance { get; init; }
}

/// <summary>
/// Puts the comments of a form together to one text with the sections' names as headings, so that a reply from the form
/// is a reply like any other: every character has its place in the ledger, and the tags are what was chosen.
/// </summary>
internal static class FormReply
{
    private const string General = "Allmänna synpunkter";

    /// <summary>The reply. Comments without words are left out; sections that the document lacks stand as general: the caller has refused them.</summary>
    public static SplitResponse Of(IEnumerable<FormComment> comments, StoredDocument? document, Stance? overall)
    {
        var draft = new Draft(document);
        foreach (var section in comments.Where(c => !string.IsNullOrWhiteSpace(c.Text)).GroupBy(c => KeyOf(c, document)).OrderBy(g => PlaceOf(g.Key, document)))
            draft.Add(section.Key is { } key ? document!.Tree.Find(key) : null, section);
        return draft.Finish(overall);
    }

    private static SectionId? KeyOf(FormComment comment, StoredDocument? document) => comment.Section is { } section ? document?.KeyOf(section) : null;

    private static int PlaceOf(SectionId? key, StoredDocument? document) => key is { } k ? document!.Tree.IndexOf(k) : -1;

    private sealed class Draft(StoredDocument? document)
    {
        private readonly StringBuilder _text = new();
        private readonly List<TextBlock> _blocks = [];
        private readonly List<LedgerEntry> _ledger = [];
        private readonly List<(TextSpan Span, Section? Section, Stance? Stance)> _comments = [];

        public void Add(Section? section, IEnumerable<FormComment> comments)
        {
            TextSpan heading = Append(section?.Label ?? General, BlockKind.Heading, 2);
            _ledger.Add(new LedgerEntry(heading, LedgerKind.Heading));
            foreach (FormComment comment in comments)
            {
                foreach (string paragraph in TextNormaliser.Normalise(comment.Text).Split("\n\n").Select(p => p.Trim()).Where(p => p.Length > 0))
                {
                    TextSpan span = Append(paragraph, BlockKind.Paragraph, 0);
                    _ledger.Add(new LedgerEntry(span, LedgerKind.Comment));
                    _comments.Add((span, section, comment.Stance));
                }
            }
        }

        public SplitResponse Finish(Stance? overall)
        {
            string text = _text.ToString();
            ImmutableArray<Comment> comments = [.. _comments.Select(c => new Comment(c.Span, 1, TagsOf(c.Section), StanceOf(text, c.Span, c.Stance)) { IsGeneral = c.Section is null })];
            StanceReading read = StanceReader.Overall(text, [.. comments.Select(c => new StancedComment(c.Span, c.Stance, c.IsGeneral, false))]);
            return new SplitResponse
            {
                Document = new DocumentText { Text = text, Blocks = [.. _blocks], Pages = PageMap.SinglePage, Format = SourceFormat.Text, Title = document?.Tree.Title },
                OverallStance = overall is { } chosen ? new StanceReading(chosen, null) : read,
                Comments = comments,
                Ledger = CoverageLedger.Build(text.Length, _ledger),
            };
        }

        private TextSpan Append(string words, BlockKind kind, int level)
        {
            if (_text.Length > 0) _text.Append("\n\n");
            // A section's heading may come from anywhere; offsets count in normalised text only.
            string normal = TextNormaliser.Normalise(words);
            var span = new TextSpan(_text.Length, normal.Length);
            _text.Append(normal);
            _blocks.Add(new TextBlock(span, kind, level, 1) { Stated = true });
            return span;
        }

        private static ImmutableArray<SectionTag> TagsOf(Section? section) =>
            section is null ? [] : [new SectionTag(section.Id, section.Number, section.Title, TagSource.Heading, 1)];

        private static StanceReading StanceOf(string text, TextSpan span, Stance? chosen) =>
            chosen is { } stance ? new StanceReading(stance, null) : StanceReader.Read(text, span, default);
    }
}
