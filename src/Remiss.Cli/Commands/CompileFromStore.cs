using Microsoft.Extensions.DependencyInjection;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Summaries;
using Remiss.Application.Work;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary>
/// <c>remiss compile --consultation</c>: asks for a summary of what the store holds, carries the work out here unless a
/// running worker is faster, and writes the finished file.
/// </summary>
internal static class CompileFromStore
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly Phrase Waiting = new("Väntar på tur", "Waiting for its turn");

    /// <summary>What the user asked for.</summary>
    internal sealed record Asked(string Consultation, string Out, SummaryOptions Options, bool Json);

    public static async Task<int> RunAsync(Screen screen, StoreOptions store, Asked asked, CancellationToken stop)
    {
        if (AtomicFile.WhyNotWritable(asked.Out) is { } unwritable) return CommandOptions.WrongUsage(screen, unwritable);
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, store, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<ConsultationRow> consultation = await host.SendAsync(new FindConsultation.Query(asked.Consultation), stop);
        if (!consultation.IsOk) return CommandOptions.Refused(screen, consultation.Failure);
        Result<SummaryRow> made = await StageProgress.RunAsync(screen, progress => MakeAsync(host, consultation.Value.Id, asked.Options, progress, stop));
        if (!made.IsOk) return CommandOptions.Refused(screen, made.Failure);
        Result<SummaryFile> file = await host.SendAsync(new GetSummaryFile.Query(made.Value.Id, "pdf"), stop);
        if (!file.IsOk) return CommandOptions.Refused(screen, file.Failure);
        Result<int> written = AtomicFile.Write(asked.Out, file.Value.Bytes.ToArray());
        if (!written.IsOk) return CommandOptions.Refused(screen, written.Failure);
        if (asked.Json) screen.Line(JsonOut.Write(new StoredSummaryJson(made.Value.Id.Value, made.Value.Number, asked.Out)));
        else
        {
            screen.Line(screen.In(
                $"Sammanställning {made.Value.Number} av ”{consultation.Value.Title}”: {asked.Out}", $"Summary {made.Value.Number} of '{consultation.Value.Title}': {asked.Out}"));
        }
        return ExitCodes.Done;
    }

    private static async Task<Result<SummaryRow>> MakeAsync(
        StoreHost host, ConsultationId consultation, SummaryOptions options, IProgress<StageStep> progress, CancellationToken stop)
    {
        var worker = host.Services.GetRequiredService<Worker>();
        // Replies that were registered and not read yet would otherwise be missing.
        await worker.RunOnceAsync(new WorkFilter("split-response"), stop);
        Result<RequestedSummary> requested = await host.SendAsync(new RequestSummary.Command(consultation, options), stop);
        if (!requested.IsOk) return requested.Failure;
        while (true)
        {
            Task<int> running = worker.RunOnceAsync(new WorkFilter(Id: requested.Value.Work), stop);
            while (true)
            {
                await Task.WhenAny(running, Task.Delay(BetweenLooks, stop));
                Result<SummaryRow> row = await host.SendAsync(new GetSummary.Query(requested.Value.Id), stop);
                if (!row.IsOk) return row.Failure;
                if (row.Value.State == SummaryState.Failed) return new Invalid(row.Value.Failure ?? Waiting);
                progress.Report(new StageStep(row.Value.Stage ?? Waiting, row.Value.Progress));
                if (row.Value.State == SummaryState.Done && running.IsCompleted) return row;
                if (running.IsCompleted) break;
            }
            await running;
            // A worker elsewhere has it, or it waits for its next attempt.
            await Task.Delay(BetweenLooks, stop);
        }
    }
}
