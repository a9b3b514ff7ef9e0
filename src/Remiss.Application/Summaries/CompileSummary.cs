using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Application.Summaries;

/// <summary>
/// Makes a summary that was asked for: reads, composes, draws, and keeps the file together with all it was made from.
/// Reading and keeping are one transaction each; drawing, which takes long, is in none.
/// </summary>
[WorkKind(CompileSummary.WorkKind)]
internal sealed class CompileSummary(
    DbSession session, IMediator mediator, SummaryInputs inputs, FileStore files, ISummaryWriter writer, SummaryLook look, AuditTrail audit, Scope scope, TimeProvider clock)
    : IWorkHandler
{
    /// <summary>The work's kind; its payload is the summary's id.</summary>
    public const string WorkKind = "compile-summary";

    private const string FindSummary = "SELECT consultation_id, number, state, options_json FROM summary WHERE summary_id = @id";

    private const string Tell = """
        UPDATE summary SET state = 'Running', progress = @share, stage_json = @stage, failure_json = NULL WHERE summary_id = @id AND state <> 'Done'
        """;

    private const string AddFile = "INSERT INTO summary_file (summary_id, format, name, sha256) VALUES (@id, @format, @name, @sha256)";

    private const string Finish = """
        UPDATE summary SET state = 'Done', progress = 1, stage_json = NULL, failure_json = NULL, finished_at = @now, version = version + 1
        WHERE summary_id = @id AND state <> 'Done'
        """;

    private const string Fail = """
        UPDATE summary SET state = 'Failed', stage_json = NULL, failure_json = @why, finished_at = @now, version = version + 1
        WHERE summary_id = @id AND state <> 'Done'
        """;

    // Drawing is nearly all of it.
    private const double ShareRead = 0.1;
    private const double ShareDrawn = 0.95;
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromMilliseconds(500);
    private static readonly Phrase Reading = new("Läser svaren", "Reading the replies");
    private static readonly Phrase Drawing = new("Ritar sammanställningen", "Drawing the summary");

    /// <inheritdoc/>
    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        SummaryId id = item.Payload<SummaryId>();
        SummaryRow? row = await session.FindAsync<SummaryRow>(FindSummary, new { id }, cancellationToken).ConfigureAwait(false);
        if (row is null || row.State == SummaryState.Done) return WorkOutcome.Finished;
        Result<SummaryTheme> theme = look.Load();
        if (!theme.IsOk) return WorkOutcome.Park(theme.Failure.Message);
        await TellAsync(item, id, Reading, 0, cancellationToken).ConfigureAwait(false);
        SummarySnapshot snapshot = await ReadAsync(row, theme.Value, cancellationToken).ConfigureAwait(false);

        await using FileStream drawn = TemporaryFile();
        await using FileStream kept = TemporaryFile();
        Result<int> pages = await DrawAsync(item, id, snapshot, drawn, cancellationToken).ConfigureAwait(false);
        if (!pages.IsOk) return WorkOutcome.Park(pages.Failure.Message);
        await snapshot.WriteAsync(kept, cancellationToken).ConfigureAwait(false);
        await KeepAsync(item, id, row, drawn, kept, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Finished;
    }

    /// <inheritdoc/>
    public Task ParkedAsync(WorkItem item, Phrase why, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Fail, new { id = item.Payload<SummaryId>(), why = StoreJson.Write(why), now = clock.GetUtcNow() }, cancellationToken);

    private async Task<SummarySnapshot> ReadAsync(SummaryRow row, SummaryTheme theme, CancellationToken cancellationToken)
    {
        SummaryOptions options = StoreJson.Read<SummaryOptions>(row.OptionsJson);
        // One transaction, so that what is read in several statements is of one moment.
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        ConsultationRow consultation = (await mediator.Send(new GetConsultation.Query(row.ConsultationId), cancellationToken).ConfigureAwait(false)).Value;
        SummaryInput input = await inputs.ReadAsync(consultation, options, SwedishDay.TimeOf(clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        await session.RollbackAsync().ConfigureAwait(false);
        foreach (var (stance, label) in consultation.StanceLabels)
            theme = theme with { StanceLabels = theme.StanceLabels.SetItem(stance, theme.StanceLabels.GetValueOrDefault(stance, SummaryWords.DefaultStanceLabels[stance]) with { Label = label }) };
        return new SummarySnapshot(input, options.Parts is { } parts ? theme with { Parts = parts } : theme);
    }

    private async Task<Result<int>> DrawAsync(WorkItem item, SummaryId id, SummarySnapshot snapshot, Stream output, CancellationToken cancellationToken)
    {
        var progress = new LatestShare();
        Task<Result<int>> drawing = Task.Run(
            () => writer.Write(SummaryComposer.Compose(snapshot.Input, snapshot.Theme), snapshot.Theme, output, progress, cancellationToken), cancellationToken);
        double told = -1;
        while (!drawing.IsCompleted)
        {
            if (progress.Share > told)
            {
                told = progress.Share;
                await TellAsync(item, id, Drawing, ShareRead + (told * (ShareDrawn - ShareRead)), cancellationToken).ConfigureAwait(false);
            }
            await Task.WhenAny(drawing, Task.Delay(BetweenTellings, clock, cancellationToken)).ConfigureAwait(false);
        }
        return await drawing.ConfigureAwait(false);
    }

    private async Task KeepAsync(WorkItem item, SummaryId id, SummaryRow row, FileStream drawn, FileStream kept, CancellationToken cancellationToken)
    {
        string name = FormattableString.Invariant($"remissammanstallning-{row.Number}");
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = clock.GetUtcNow();
        foreach (var (format, file) in new[] { (writer.Extension, drawn), ("json", kept) })
        {
            string sha256 = await files.PutAsync(file, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(AddFile, new { id, format, name = $"{name}.{format}", sha256 }, cancellationToken).ConfigureAwait(false);
        }
        int done = await session.ExecuteAsync(Finish, new { id, now }, cancellationToken).ConfigureAwait(false);
        // Where another worker has taken over, or was first, this one's work counts for nothing.
        if (done == 0 || !await item.Finish(session, now, cancellationToken).ConfigureAwait(false))
        {
            await session.RollbackAsync().ConfigureAwait(false);
            return;
        }
        scope.Consultation = row.ConsultationId;
        audit.Note("summary", id.Value, new { state = nameof(SummaryState.Running) }, new { state = nameof(SummaryState.Done) });
        await audit.WriteAsync(nameof(CompileSummary), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAsync(WorkItem item, SummaryId id, Phrase stage, double share, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(Tell, new { id, share, stage = StoreJson.Write(stage) }, cancellationToken).ConfigureAwait(false);
        await item.ReportAsync(session, share, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    // On the disk, for a summary may be large; for its owner's eyes only, for replies may name persons.
    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"remiss-{Guid.NewGuid():N}.part"), options);
    }

    private sealed class LatestShare : IProgress<double>
    {
        private double _share;

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, value);
    }

    private sealed record SummaryRow
    {
        public ConsultationId ConsultationId { get; init; }

        public int Number { get; init; }

        public SummaryState State { get; init; }

        public string OptionsJson { get; init; } = string.Empty;
    }
}
