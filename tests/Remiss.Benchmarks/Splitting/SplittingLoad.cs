using System.Diagnostics;
using System.Globalization;
using Remiss.Cli.Demo;
using Remiss.Cli.Pipeline;
using Remiss.Documents.Letters;
using Remiss.Documents.Reading;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Benchmarks.Splitting;

/// <summary>
/// Measures what a reply costs from its plain text to tagged comments: blocks, letterhead, comments, references,
/// stances, ledger and suggested sections. <c>splitting [N]</c>; the replies are the demonstration's, three joined
/// to one of about three pages.
/// </summary>
internal static class SplittingLoad
{
    private const int LettersToAReply = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = args.Length > 0 ? [int.Parse(args[0], CultureInfo.InvariantCulture)] : [100, 1000, 4000];
        SplitContext context = await ContextAsync();
        Split(Texts(50), context, parallel: false);
        Console.WriteLine("replies  characters  comments  tagged  seconds (1 core)  seconds (all cores)");
        foreach (int size in sizes)
        {
            string[] texts = Texts(size);
            var clock = Stopwatch.StartNew();
            SplitResponse[] split = Split(texts, context, parallel: false);
            double one = clock.Elapsed.TotalSeconds;
            clock.Restart();
            Split(texts, context, parallel: true);
            double all = clock.Elapsed.TotalSeconds;
            int comments = split.Sum(reply => reply.Comments.Length);
            int tagged = split.Sum(reply => reply.Comments.Count(comment => !comment.Tags.IsEmpty));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,7}  {texts.Sum(text => (long)text.Length),10}  {comments,8}  {tagged,6}  {one,16:0.00}  {all,19:0.00}"));
        }
        return 0;
    }

    private static SplitResponse[] Split(string[] texts, SplitContext context, bool parallel)
    {
        var split = new SplitResponse[texts.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel ? Environment.ProcessorCount : 1 };
        Parallel.For(0, texts.Length, options, i => split[i] = ResponseSplitter.Split(PlainTextBlocks.Read(texts[i]), context));
        return split;
    }

    private static string[] Texts(int count) => [.. DemoReplies
        .Compose(count * LettersToAReply, 1, new Dictionary<string, int>())
        .Select(reply => LetterTextWriter.Write(reply.Letter, 90))
        .Chunk(LettersToAReply)
        .Select(letters => string.Join("\n\n", letters))];

    private static async Task<SplitContext> ContextAsync()
    {
        byte[] strategy = LetterDocxWriter.Write(DemoStrategy.Letter());
        var read = await new DocumentReader().ReadAsync(new SourceFile("strategi.docx", strategy), CancellationToken.None);
        DocumentText text = read.Value.Texts[0].Text;
        return new ConsultedDocument(text, SectionTreeBuilder.Build(text)).Context();
    }
}
