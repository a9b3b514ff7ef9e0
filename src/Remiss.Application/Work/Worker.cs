using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>
/// Carries out what waits in the queue. Any number of them, on any number of nodes, share one database: each piece is
/// held by one worker at a time, and one that dies loses its piece to another when the lease has run out.
/// </summary>
public sealed partial class Worker(IServiceScopeFactory scopes, WorkSettings settings, WorkSignal signal, TimeProvider clock, ILogger<Worker> log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Runs what is due, one after the other, until nothing more is; returns how many it ran.</summary>
    public Task<int> RunOnceAsync(CancellationToken cancellationToken) => RunOnceAsync(WorkFilter.Any, cancellationToken);

    /// <summary>Runs what is due of the work that is wanted; returns how many it ran.</summary>
    public async Task<int> RunOnceAsync(WorkFilter filter, CancellationToken cancellationToken)
    {
        int ran = 0;
        while (await RunNextAsync(filter, cancellationToken).ConfigureAwait(false)) ran++;
        return ran;
    }

    /// <summary>Runs whatever comes, several at the same time, until it is stopped. What is stopped goes back to the queue.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Max(1, settings.Parallel)).Select(_ => Task.Run(() => LoopAsync(cancellationToken), cancellationToken)))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(log);
        }
    }

    /// <summary>
    /// Runs what is due, several at the same time, until nothing is due and no other worker holds anything that may come
    /// back. What waits for a later time stays. Returns how many it ran.
    /// </summary>
    public async Task<int> RunUntilEmptyAsync(CancellationToken cancellationToken)
    {
        int ran = 0;
        while (true)
        {
            int[] each = await Task.WhenAll(Enumerable.Range(0, Math.Max(1, settings.Parallel)).Select(_ => Task.Run(() => RunOnceAsync(cancellationToken), cancellationToken)))
                .ConfigureAwait(false);
            ran += each.Sum();
            WorkCounts counts = await CountAsync(cancellationToken).ConfigureAwait(false);
            if (counts.Due + counts.Running == 0) return ran;
            if (counts.Due == 0) await Task.Delay(settings.Poll, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>How much work there is now.</summary>
    public Task<WorkCounts> CountAsync(CancellationToken cancellationToken) => OnQueueAsync(queue => queue.CountAsync(cancellationToken));

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            Task woken = signal.Next;
            TimeSpan pause = settings.Poll;
            try
            {
                await RunOnceAsync(cancellationToken).ConfigureAwait(false);
                failures = 0;
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // The database is gone or locked. It will be back: ask more and more seldom, and never give up.
                LogNoQueue(log, broken);
                pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, settings.Poll.TotalSeconds * Math.Pow(2, Math.Min(++failures, 10))));
            }
            await Task.WhenAny(woken, Task.Delay(pause, clock, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> RunNextAsync(WorkFilter filter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ClaimedWork? claimed = await OnQueueAsync(queue => queue.ClaimAsync(filter, settings.Lease, cancellationToken)).ConfigureAwait(false);
        if (claimed is null) return false;
        WorkItem item = claimed.Item;
        // It was begun as often as it may be and no one told how it went: whoever held it died, perhaps of it.
        WorkOutcome? outcome = item.Attempt > settings.MostAttempts ? WorkOutcome.Park(WorkPhrases.Died) : await CarryOutAsync(claimed, cancellationToken).ConfigureAwait(false);
        await SettleAsync(item, outcome).ConfigureAwait(false);
        LogRan(log, item.Kind, item.Id, item.Attempt, outcome?.GetType().Name ?? "Released");
        cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    /// <summary>How it went; null where it was stopped or lost, and so did not go at all.</summary>
    private async Task<WorkOutcome?> CarryOutAsync(ClaimedWork claimed, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = new CancellationTokenSource();
        Task renewing = KeepAsync(claimed.Item, held, over.Token);
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            scope.ServiceProvider.GetRequiredService<Scope>().Organisation = claimed.Organisation;
            return HandlerOf(scope, claimed.Item.Kind) is { } handler
                ? await handler.RunAsync(claimed.Item, held.Token).ConfigureAwait(false)
                : WorkOutcome.Park(WorkPhrases.UnknownKind(claimed.Item.Kind));
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception broken)
        {
            LogThrew(log, claimed.Item.Kind, claimed.Item.Id, broken);
            return WorkOutcome.TryAgain(WorkPhrases.Of(broken));
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    // Renews the lease until the work is over; stops the work where the lease is lost, for then another one does it.
    private async Task KeepAsync(WorkItem item, CancellationTokenSource held, CancellationToken over)
    {
        DateTimeOffset until = clock.GetUtcNow() + settings.Lease;
        try
        {
            while (true)
            {
                await Task.Delay(settings.Lease / 3, clock, over).ConfigureAwait(false);
                try
                {
                    DateTimeOffset asked = clock.GetUtcNow();
                    if (!await OnQueueAsync(queue => queue.RenewAsync(item, settings.Lease, over)).ConfigureAwait(false)) break;
                    until = asked + settings.Lease;
                }
                catch (DbException broken)
                {
                    LogNoQueue(log, broken);
                    if (clock.GetUtcNow() >= until) break;
                }
            }
            LogLost(log, item.Kind, item.Id);
            await held.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is over.
            return;
        }
    }

    // Not stopped by Ctrl-C: what has been done must be told, or it would be done once more.
    private Task<bool> SettleAsync(WorkItem item, WorkOutcome? outcome) => outcome switch
    {
        null => OnQueueAsync(queue => queue.ReleaseAsync(item, CancellationToken.None)),
        WorkOutcome.IsFinished => OnQueueAsync(queue => queue.FinishAsync(item, CancellationToken.None)),
        WorkOutcome.IsParked parked => ParkAsync(item, parked.Why),
        WorkOutcome.IsToTryAgain again when item.Attempt >= settings.MostAttempts => ParkAsync(item, again.Why),
        WorkOutcome.IsToTryAgain again => OnQueueAsync(queue => queue.PostponeAsync(
            item, clock.GetUtcNow() + settings.WaitAfter(item.Attempt, Random.Shared.NextDouble()), again.Why, CancellationToken.None)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private async Task<bool> ParkAsync(WorkItem item, Phrase why)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IWorkHandler? handler = HandlerOf(scope, item.Kind);
        return await scope.ServiceProvider.GetRequiredService<WorkQueue>().ParkAsync(
            item, why, () => handler?.ParkedAsync(item, why, CancellationToken.None) ?? Task.CompletedTask, CancellationToken.None).ConfigureAwait(false);
    }

    private static IWorkHandler? HandlerOf(AsyncServiceScope scope, string kind) =>
        scope.ServiceProvider.GetKeyedService<IWorkHandler>(kind);

    private async Task<T> OnQueueAsync<T>(Func<WorkQueue, Task<T>> act)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<WorkQueue>()).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Information, "{Kind} {Id}, attempt {Attempt}: {Outcome}")]
    private static partial void LogRan(ILogger log, string kind, WorkItemId id, int attempt, string outcome);

    [LoggerMessage(LogLevel.Error, "{Kind} {Id}: a fault in the program or the machine")]
    private static partial void LogThrew(ILogger log, string kind, WorkItemId id, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Kind} {Id}: the lease is lost, another worker has it")]
    private static partial void LogLost(ILogger log, string kind, WorkItemId id);

    [LoggerMessage(LogLevel.Error, "The queue of work cannot be read")]
    private static partial void LogNoQueue(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Information, "The workers of this process have stopped")]
    private static partial void LogStopped(ILogger log);
}
