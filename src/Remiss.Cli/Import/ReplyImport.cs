using System.Collections.Immutable;
using Remiss.Application;
using Remiss.Application.Responses;
using Remiss.Cli.Commands;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Import;

/// <summary>
/// Registers files as replies, one after the other in the order of their names, so that a repeated run gives the same
/// numbers and of two files of one body the same one stands. What was registered before is found by its bytes.
/// </summary>
internal sealed class ReplyImport(StoreHost host, ConsultationId consultation, DateOnly? received)
{
    private static readonly Phrase Stage = new("Läser in svar", "Importing replies");

    /// <summary>Registers all; one that is refused stops none of the others, a store that is out of order stops all.</summary>
    public async Task<Result<ReplyImportReport>> RunAsync(ImmutableArray<ReplyPath> files, IProgress<StageStep>? progress, CancellationToken stop)
    {
        var outcomes = ImmutableArray.CreateBuilder<(string, Result<Registered>)>(files.Length);
        foreach (ReplyPath file in files)
        {
            stop.ThrowIfCancellationRequested();
            outcomes.Add((file.Name, await RegisterAsync(file, stop)));
            progress?.Report(new StageStep(Stage, (double)outcomes.Count / files.Length));
        }
        return new ReplyImportReport(outcomes.ToImmutable());
    }

    private async Task<Result<Registered>> RegisterAsync(ReplyPath file, CancellationToken stop)
    {
        Result<SourceFile> source = await Inputs.LoadAsync(file.Path, file.Name, stop);
        if (!source.IsOk) return source.Failure;
        bool isMail = file.Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
        return await host.SendAsync(
            new RegisterResponse.Command(consultation, source.Value, isMail ? ResponseChannel.Mail : ResponseChannel.File) { ReceivedOn = received }, stop);
    }
}

/// <summary>What became of each file.</summary>
internal sealed record ReplyImportReport(ImmutableArray<(string Name, Result<Registered> Outcome)> Files)
{
    /// <summary>Whether every file is in and could be read.</summary>
    public bool IsWhole => Files.All(f => f.Outcome.IsOk && f.Outcome.Value.Unreadable is null);

    /// <summary>Tells what was done and, file by file, what was not.</summary>
    public void Write(Screen screen, string title)
    {
        var done = Files.Where(f => f.Outcome.IsOk).ToList();
        var added = done.Where(f => !f.Outcome.Value.WasThere).ToList();
        int comments = added.Sum(f => f.Outcome.Value.Comments);
        screen.Line(screen.In(
            $"”{title}”: {added.Count} svar registrerade ({Words.Comments(screen, comments)}), {done.Count - added.Count} fanns redan.",
            $"'{title}': {added.Count} replies registered ({Words.Comments(screen, comments)}), {done.Count - added.Count} were there already."));
        List(screen, new("Avsändare som inte finns i registret, eller inte hittades:", "Senders that are not in the register, or were not found:"), added.Where(f => f.Outcome.Value is { IsSenderOpen: true, Unreadable: null }),
            r => r.Senders.Count == 0 ? new("ingen avsändare hittades", "no sender was found") : Same($"{string.Join(", ", r.Senders.Select(s => s.Name))}"));
        List(screen, new("Sparade men kunde inte läsas:", "Kept, but could not be read:"), done.Where(f => f.Outcome.Value.Unreadable is not null), r => r.Unreadable!.Value);
        foreach ((string name, Result<Registered> outcome) in Files.Where(f => !f.Outcome.IsOk)) screen.Fail(new Phrase($"{name}: {outcome.Failure!.Message.Swedish}", $"{name}: {outcome.Failure!.Message.English}"));
    }

    private static Phrase Same(string words) => new(words, words);

    private static void List(Screen screen, Phrase heading, IEnumerable<(string Name, Result<Registered> Outcome)> files, Func<Registered, Phrase> told)
    {
        bool first = true;
        foreach ((string name, Result<Registered> outcome) in files)
        {
            if (first) screen.Line(screen.In(heading));
            first = false;
            screen.Line($"  {name}: {screen.In(told(outcome.Value))}");
        }
    }
}
