using System.Globalization;
using Remiss.Domain.Results;
using Spectre.Console;

namespace Remiss.Cli.Terminal;

/// <summary>How far a stage of the work has come.</summary>
/// <param name="Stage">What is being done: <c>Läser svar</c>.</param>
/// <param name="Share">The share done, 0 to 1.</param>
internal readonly record struct StageStep(Phrase Stage, double Share);

/// <summary>
/// Shows progress: bars that move where a person looks, else a plain line now and then, so that a log
/// stays readable. Work that is over in a second says nothing in a log.
/// </summary>
internal static class StageProgress
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work and shows how far it has come.</summary>
    public static Task<T> RunAsync<T>(Screen screen, Func<IProgress<StageStep>, Task<T>> work) =>
        screen.ShowsLiveProgress ? WithBarsAsync(screen, work) : work(new PlainLines(screen));

    private static Task<T> WithBarsAsync<T>(Screen screen, Func<IProgress<StageStep>, Task<T>> work) =>
        screen.Error.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bars(context, screen)));

    private sealed class Bars(ProgressContext context, Screen screen) : IProgress<StageStep>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(StageStep value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Stage.Swedish, out ProgressTask? task))
                {
                    task = context.AddTask(Markup.Escape(screen.In(value.Stage)), maxValue: 1);
                    _tasks.Add(value.Stage.Swedish, task);
                }
                task.Value = Math.Max(task.Value, Math.Clamp(value.Share, 0, 1));
            }
        }
    }

    private sealed class PlainLines(Screen screen) : IProgress<StageStep>
    {
        private readonly Lock _gate = new();
        private readonly long _started = screen.Clock.GetTimestamp();
        private TimeSpan _next = FirstAfter;

        public void Report(StageStep value)
        {
            lock (_gate)
            {
                TimeSpan elapsed = screen.Clock.GetElapsedTime(_started);
                if (elapsed < _next) return;
                _next = elapsed + Between;
                screen.Remark(string.Create(CultureInfo.InvariantCulture, $"{screen.In(value.Stage)}: {value.Share * 100:0} %"));
            }
        }
    }
}
