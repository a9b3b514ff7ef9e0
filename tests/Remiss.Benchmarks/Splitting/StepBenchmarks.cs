using BenchmarkDotNet.Attributes;
using Remiss.Cli.Demo;
using Remiss.Documents.Letters;
using Remiss.Domain.References;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Tagging;
using Remiss.Domain.Texts;

namespace Remiss.Benchmarks.Splitting;

/// <summary>What each step costs on one invented reply of about a page, to see which one a change made slower.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StepBenchmarks
{
    private string _reply = string.Empty;
    private DocumentText _blocks = null!;
    private SectionTree _tree = null!;
    private SectionRanker _ranker = null!;
    private SplitContext _context = null!;
    private string _comment = string.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        _reply = LetterTextWriter.Write(DemoReplies.Compose(2, 1, new Dictionary<string, int>()).Last().Letter, 90);
        _blocks = PlainTextBlocks.Read(_reply);
        _tree = SectionTreeBuilder.Build(PlainTextBlocks.Read(LetterTextWriter.Write(DemoStrategy.Letter(), 90)));
        _ranker = new SectionRanker(_tree);
        _context = new SplitContext(_tree, _ranker.Suggest);
        SplitResponse split = ResponseSplitter.Split(_blocks, _context);
        _comment = split.Comments.Select(split.TextOf).MaxBy(text => text.Length)!;
    }

    [Benchmark]
    public object Blocks() => PlainTextBlocks.Read(_reply);

    [Benchmark]
    public object References() => ReferenceGrammar.Parse(_reply);

    [Benchmark]
    public object StanceOfOneComment() => StanceReader.Read(_comment, new TextSpan(0, _comment.Length), default);

    [Benchmark]
    public object SuggestionForOneComment() => _ranker.Suggest(_comment);

    [Benchmark]
    public object RankerOfADocument() => new SectionRanker(_tree);

    [Benchmark(Baseline = true)]
    public object WholeReply() => ResponseSplitter.Split(_blocks, _context);
}
