using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Where the parts put their blocks, with what all of them need to say.</summary>
internal sealed class PartWriter(SummaryModel model)
{
    /// <summary>Names beyond this many are counted, not listed: nobody reads more in a sentence.</summary>
    private const int MostNames = 8;

    private readonly ImmutableArray<SummaryBlock>.Builder _blocks = ImmutableArray.CreateBuilder<SummaryBlock>();

    public SummaryModel Model { get; } = model;

    public WordBook Words => Model.Words;

    public int ReplyCount => Model.Replies.Length;

    public ImmutableArray<SummaryBlock> Finish() => _blocks.DrainToImmutable();

    public void Add(SummaryBlock block) => _blocks.Add(BlockMask.Apply(block));

    /// <summary>The heading of a part: level 1, on a new page.</summary>
    public void PartHeading(SummaryPart part, Word text) =>
        Add(new HeadingBlock(1, Words[text], Model.PartAnchors[part]) { StartsPage = true });

    /// <summary>A heading inside a part; the contents list the parts and the sections, not these.</summary>
    public void SubHeading(string text, string anchorName) =>
        Heading(2, text, Model.Anchors.Take("rubrik", anchorName), inContents: false);

    public void Heading(int level, string text, Anchor anchor, bool inContents = true) => Add(new HeadingBlock(Math.Min(6, level), text, anchor, inContents));

    public void Paragraph(string text, ParagraphStyle style = ParagraphStyle.Body) => Paragraph(new Line().Text(text), style);

    public void Paragraph(Line line, ParagraphStyle style = ParagraphStyle.Body, bool keep = false)
    {
        if (!line.IsEmpty) Add(new ParagraphBlock(line.Inlines, style) { KeepWithNext = keep });
    }

    public void Bullets(IEnumerable<Line> items)
    {
        ImmutableArray<ImmutableArray<Inline>> list = [.. items.Where(i => !i.IsEmpty).Select(i => i.Inlines)];
        if (!list.IsEmpty) Add(new ListBlock(list));
    }

    /// <summary>How a stance is named. Where a theme gives one sign as both mark and letter it is said once.</summary>
    public StanceLegendEntry Entry(Stance stance)
    {
        StanceLegendEntry entry = Model.Theme.StanceLabels.GetValueOrDefault(stance, SummaryWords.DefaultStanceLabels[stance]);
        return entry.Letter == entry.Mark ? entry with { Letter = "" } : entry;
    }

    public string Comments(long number) => Words.Count(FrontWords.CountComments, number);

    public string Replies(long number) => Words.Count(FrontWords.CountReplies, number);

    public string Respondents(long number) => Words.Count(FrontWords.CountBodies, number);

    /// <summary>Names in a sentence; beyond <paramref name="most"/> the rest are counted.</summary>
    public string Names(IEnumerable<string> names, int most = MostNames)
    {
        var shown = new List<string>();
        int more = 0;
        foreach (string name in names)
        {
            if (shown.Count < most) shown.Add(name);
            else more++;
        }
        if (more == 0) return Swedish.Names(shown);
        return shown.Any(Swedish.IsCompound)
            ? $"{string.Join("; ", shown)} {Words.Say(FrontWords.AndMoreBeside, Swedish.Number(more))}"
            : $"{string.Join(", ", shown)} {Words.Say(FrontWords.AndMore, Swedish.Number(more))}";
    }

    /// <summary>The counts of a chart in words: <c>tillstyrker 4, avstyrker 2</c>.</summary>
    public string InWords(StanceTally tally) =>
        string.Join(", ", tally.Present.Select(s => $"{Entry(s).Label} {Swedish.Number(tally[s])}"));

    /// <summary>The legend entries of the stances that occur.</summary>
    public ImmutableArray<StanceLegendEntry> Legend(IEnumerable<Stance> stances) => [.. stances.Select(Entry)];

    /// <summary>A sentence that ends in a link to a part and its page; without the part only its name.</summary>
    public Line ToPart(string sentence, SummaryPart part, Word name)
    {
        Anchor? anchor = Model.AnchorOf(part);
        return new Line().Text(sentence + " ").Link(Words[name], anchor).Page(" (", anchor, ")").Text(".");
    }
}
