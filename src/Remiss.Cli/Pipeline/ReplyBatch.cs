using System.Collections.Immutable;
using Remiss.Cli.Terminal;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Pipeline;

/// <summary>What reading a batch of replies gave.</summary>
internal sealed record ReplyBatchResult(
    ImmutableArray<SummarisedResponse> Responses, ImmutableArray<RefusedFile> Refused,
    ImmutableArray<DuplicateFile> Duplicates, ImmutableArray<Phrase> Remarks);

/// <summary>
/// Reads and splits replies, a few at a time: only the files at work are in memory as bytes. One that
/// cannot be read is refused with its reason and stops none of the others. The order of the result is
/// that of the files, whatever was ready first.
/// </summary>
internal sealed class ReplyBatch(IDocumentReader reader, ConsultedDocument document, int parallel)
{
    private const int MostListed = 6;
    private static readonly Phrase Stage = new("Läser svar", "Reading replies");
    private readonly SplitContext _context = document.Context();

    /// <summary>Reads all files.</summary>
    public async Task<ReplyBatchResult> ReadAsync(
        ImmutableArray<ReplyPath> files, IProgress<StageStep>? progress, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome[files.Length];
        var first = new FirstOfEachContent();
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Length, options, async (i, stop) =>
        {
            outcomes[i] = await ReadOneAsync(files[i], stop).ConfigureAwait(false);
            first.Seen(outcomes[i].Fingerprint, i);
            progress?.Report(new StageStep(Stage, (double)Interlocked.Increment(ref done) / files.Length));
        }).ConfigureAwait(false);
        return Collect(files, outcomes, first);
    }

    private static ReplyBatchResult Collect(ImmutableArray<ReplyPath> files, Outcome[] outcomes, FirstOfEachContent first)
    {
        var responses = ImmutableArray.CreateBuilder<SummarisedResponse>();
        var refused = ImmutableArray.CreateBuilder<RefusedFile>();
        var duplicates = ImmutableArray.CreateBuilder<DuplicateFile>();
        var sources = files.Select((file, i) => (file.Name, First: first.Of(outcomes[i].Fingerprint, i)))
            .ToLookup(pair => pair.First, pair => pair.Name);
        for (int i = 0; i < outcomes.Length; i++)
        {
            int earlier = first.Of(outcomes[i].Fingerprint, i);
            if (earlier != i)
            {
                duplicates.Add(new DuplicateFile(files[i].Name, files[earlier].Name));
                continue;
            }
            refused.AddRange(outcomes[i].Refused);
            if (outcomes[i].Split is not { } split) continue;
            string key = (responses.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            responses.Add(new SummarisedResponse(key, SummarisedResponse.NameOf(split, files[i].Name), [.. sources[i]], split));
        }
        return new ReplyBatchResult(responses.ToImmutable(), refused.ToImmutable(), duplicates.ToImmutable(), SameSenders(responses));
    }

    private async Task<Outcome> ReadOneAsync(ReplyPath file, CancellationToken cancellationToken)
    {
        Result<SourceFile> source = await Inputs.LoadAsync(file.Path, file.Name, cancellationToken).ConfigureAwait(false);
        if (!source.IsOk) return new Outcome(null, null, [new RefusedFile(file.Name, source.Failure.Message)]);
        string fingerprint = ReplyFiles.Fingerprint(source.Value.Bytes.Span);
        Result<ReadFile> read = await reader.ReadAsync(source.Value, cancellationToken).ConfigureAwait(false);
        // Without a fingerprint: of two bad files that are alike each is listed with its reason.
        if (!read.IsOk) return new Outcome(null, null, [new RefusedFile(file.Name, read.Failure.Message)]);
        DocumentText text = ReplyAssembler.Join(read.Value, document.Text.Text);
        var unread = read.Value.Unread.Select(part => new RefusedFile($"{file.Name}: {part.Name}", part.Reason.Message));
        return new Outcome(fingerprint, EnvelopeSender.Complete(ResponseSplitter.Split(text, _context), read.Value.Mail), [.. unread]);
    }

    // A body answers once: two different files of one sender are perhaps an old and a new version, and only a person knows.
    private static ImmutableArray<Phrase> SameSenders(IEnumerable<SummarisedResponse> responses) =>
    [
        .. responses.Where(response => response.Split.Organisation is not null)
            .GroupBy(response => response.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => (group.Key, Files: group.SelectMany(r => r.Sources).ToList()))
            .Select(group => new Phrase(
                $"{group.Key} har svarat i flera filer: {Listed(group.Files, "till")}. Alla är med; ta bort dem som inte gäller.",
                $"{group.Key} has replied in several files: {Listed(group.Files, "more")}. All are in; remove those that do not count.")),
    ];

    // The first show what it is about; a screen full of names hides the rest of what is said.
    private static string Listed(List<string> files, string more)
    {
        if (files.Count <= MostListed + 1) return string.Join(", ", files);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join(", ", files.Take(MostListed))} + {files.Count - MostListed} {more}");
    }

    private sealed record Outcome(string? Fingerprint, SplitResponse? Split, ImmutableArray<RefusedFile> Refused);

    /// <summary>For each content the lowest place at which it was seen.</summary>
    private sealed class FirstOfEachContent
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

        public void Seen(string? fingerprint, int index)
        {
            if (fingerprint is null) return;
            lock (_gate)
            {
                if (!_first.TryGetValue(fingerprint, out int earlier) || index < earlier) _first[fingerprint] = index;
            }
        }

        public int Of(string? fingerprint, int index) => fingerprint is null ? index : _first[fingerprint];
    }
}
