using System.Text.RegularExpressions;
using Remiss.Cli.Demo;
using Remiss.Documents.Letters;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Tests.Demo;

/// <summary>The demonstration knows who wrote each of its replies, so it can tell how many senders are found.</summary>
public sealed class DemoSenderTests
{
    private const int Each = 40;
    private static readonly int[] Seeds = [1, 2, 3];
    private static readonly Dictionary<string, int> NoPages = [];
    private static readonly Regex Number = new(@"^(?:Dnr:?|Diarienummer|Vår referens) (.+)$", RegexOptions.NonBacktracking);

    [TestCase(0, true)]
    [TestCase(78, true)]
    [TestCase(78, false)]
    public void Sender_number_and_day_are_found_in_at_least_98_of_100_replies(int width, bool withDocument)
    {
        SplitContext? context = withDocument
            ? new SplitContext(SectionTreeBuilder.Build(PlainTextBlocks.Read(LetterTextWriter.Write(DemoStrategy.Letter()))))
            : null;
        var wrong = new List<string>();
        foreach (int seed in Seeds)
        {
            foreach (DemoReply reply in DemoReplies.Compose(Each, seed, NoPages))
            {
                SplitResponse split = ResponseSplitter.Split(PlainTextBlocks.Read(LetterTextWriter.Write(reply.Letter, width)), context);
                string number = ((LetterHead)reply.Letter.Blocks[0]).Right.Select(line => Number.Match(line)).First(m => m.Success).Groups[1].Value;
                if (!split.Senders.SequenceEqual(reply.Sender.Members) || split.RegistrationNumber != number || split.Date != reply.Date)
                    wrong.Add($"{seed}/{reply.Number}: {reply.Sender.Name} → {string.Join(" | ", split.Senders)}; {number} → {split.RegistrationNumber}; {reply.Date} → {split.Date}");
                Assert.That(split.Senders, Does.Not.Contain(DemoStrategy.Region), "no reply may be put in the region's mouth");
            }
        }
        Assert.That(wrong, Has.Count.LessThanOrEqualTo(Each * Seeds.Length * 2 / 100), string.Join('\n', wrong));
    }
}
