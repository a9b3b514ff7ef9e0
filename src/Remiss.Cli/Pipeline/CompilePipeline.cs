using System.Collections.Immutable;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Pipeline;

/// <summary>The main job on bare files: read the document, read and split the replies, compose, draw.</summary>
internal sealed class CompilePipeline(IDocumentReader reader, ISummaryWriter writer)
{
    private static readonly Phrase Reading = new("Läser remisshandlingen", "Reading the consulted document");
    private static readonly Phrase Composing = new("Ställer samman", "Composing");
    private static readonly Phrase Drawing = new("Ritar sammanställningen", "Drawing the summary");

    /// <summary>
    /// Compiles. Fails where there is nothing to compile (the document, or every reply, is refused) or
    /// the file cannot be written; single replies that are refused are in the report.
    /// </summary>
    /// <exception cref="OperationCanceledException">The user stopped it; no file is left.</exception>
    public async Task<Result<CompileReport>> RunAsync(CompileRequest request, IProgress<StageStep>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new StageStep(Reading, 0));
        Result<ConsultedDocument> document = await ConsultedDocument
            .ReadAsync(reader, request.Document, request.Sections, cancellationToken).ConfigureAwait(false);
        if (!document.IsOk) return document.Failure;
        progress?.Report(new StageStep(Reading, 1));

        var batch = new ReplyBatch(reader, document.Value, request.Parallel);
        ReplyBatchResult replies = await batch.ReadAsync(request.Replies, progress, cancellationToken).ConfigureAwait(false);
        if (replies.Responses.IsEmpty) return NothingToCompile(replies.Refused);

        progress?.Report(new StageStep(Composing, 0));
        SummaryDocument summary = SummaryComposer.Compose(Input(request, document.Value, replies), request.Theme);
        progress?.Report(new StageStep(Composing, 1));

        cancellationToken.ThrowIfCancellationRequested();
        Result<int> pages = AtomicFile.Write(request.Out, stream =>
            writer.Write(summary, request.Theme, stream, new DrawingProgress(progress), cancellationToken));
        if (!pages.IsOk) return pages.Failure;

        var comments = replies.Responses.SelectMany(response => response.Split.Comments);
        return new CompileReport(
            request.Out, pages.Value, TitleOf(request, document.Value.Tree), replies.Responses, replies.Refused, replies.Duplicates,
            TagCounts.Of(comments, request.Accept), replies.Remarks);
    }

    // What the user says, else what the document says of itself, else what its file is called.
    private static string TitleOf(CompileRequest request, SectionTree tree)
    {
        if (request.Facts.Title.Length > 0) return request.Facts.Title;
        return tree.Title.Length > 0 ? tree.Title : Path.GetFileNameWithoutExtension(request.Document);
    }

    private static SummaryInput Input(CompileRequest request, ConsultedDocument document, ReplyBatchResult replies) => new()
    {
        Consultation = request.Facts with { Title = TitleOf(request, document.Tree) },
        Document = document.Tree,
        Responses = replies.Responses,
        Refused = replies.Refused,
        AcceptThreshold = request.Accept,
        Order = request.Order,
        IsDraft = !request.Final,
        PrintPrivateNames = request.PrintPrivateNames,
        Compiled = request.Compiled,
    };

    private static Invalid NothingToCompile(ImmutableArray<RefusedFile> refused)
    {
        if (refused.IsEmpty)
        {
            return new Invalid(new Phrase(
                "Det finns inga svar att ställa samman: mappen är tom.",
                "There are no replies to compile: the folder is empty."));
        }
        string swedish = string.Join('\n', refused.Select(file => "  " + file.Reason.Swedish));
        string english = string.Join('\n', refused.Select(file => "  " + file.Reason.English));
        return new Invalid(new Phrase(
            $"Inget av svaren gick att läsa, så ingen sammanställning har gjorts.\n{swedish}",
            $"None of the replies could be read, so no summary was made.\n{english}"));
    }

    private sealed class DrawingProgress(IProgress<StageStep>? progress) : IProgress<double>
    {
        public void Report(double value) => progress?.Report(new StageStep(Drawing, value));
    }
}
