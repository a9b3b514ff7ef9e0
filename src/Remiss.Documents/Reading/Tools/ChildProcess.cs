using System.Diagnostics;
using System.Globalization;

namespace Remiss.Documents.Reading.Tools;

/// <summary>How the run of a program ended.</summary>
internal enum ToolEnd
{
    Done,
    Failed,
    TimedOut,
    OutputTooLarge,
}

/// <summary>The end of a run, what was made of its output, and the first of what it said on the error stream.</summary>
internal sealed record ToolRun<T>(ToolEnd End, T? Output, string Errors, int ExitCode);

/// <summary>
/// Runs a program on an untrusted file: arguments as a list, never through a shell; with a wall clock,
/// with a memory limit where <c>prlimit</c> is installed, and with a limit on its output. It is killed
/// when any of them is passed, or when the caller cancels.
/// </summary>
internal static class ChildProcess
{
    private const int MaxErrorChars = 4000;

    public static async Task<ToolRun<T>> RunAsync<T>(
        string program, IReadOnlyList<string> arguments, ReadLimits limits, TimeSpan timeout, Func<Stream, T> consume, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfo(program, arguments, limits) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new ToolRun<T>(ToolEnd.Failed, default, e.Message, -1);
        }
        process.StandardInput.Close();

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        // Killing the process ends its output, and so whoever reads it.
        using CancellationTokenRegistration kill = deadline.Token.Register(() => Kill(process));
        Task<string> errors = ReadErrorsAsync(process.StandardError);
        using var limited = new LimitedStream(process.StandardOutput.BaseStream, limits.MaxToolOutputBytes);
        T? output = default;
        Exception? trouble = null;
        try
        {
            output = await Task.Run(() => consume(limited), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ReadRefusedException)
        {
            trouble = e;
        }
        finally
        {
            // What the consumer did not care to read must not keep the program waiting.
            if (!deadline.IsCancellationRequested && (trouble is not null || !limited.IsAtEnd)) Kill(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        string said = await errors.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (deadline.IsCancellationRequested) return new ToolRun<T>(ToolEnd.TimedOut, default, said, -1);
        if (limited.IsOver) return new ToolRun<T>(ToolEnd.OutputTooLarge, default, said, -1);
        bool ok = trouble is null && (process.ExitCode == 0 || !limited.IsAtEnd);
        return new ToolRun<T>(ok ? ToolEnd.Done : ToolEnd.Failed, output, trouble is null ? said : said + trouble.Message, process.ExitCode);
    }

    private static ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments, ReadLimits limits)
    {
        string? prlimit = ExternalTools.PathOf("prlimit");
        var start = new ProcessStartInfo(prlimit ?? program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (prlimit is not null)
        {
            start.ArgumentList.Add("--as=" + limits.ToolMemoryBytes.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(program);
        }
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // One page at a time on one core: a server reads many files at once.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in the same moment, which is what was wanted.
            Debug.WriteLine(e.Message);
        }
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var kept = new System.Text.StringBuilder();
        char[] buffer = new char[2048];
        int read;
        while ((read = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            if (kept.Length < MaxErrorChars) kept.Append(buffer, 0, Math.Min(read, MaxErrorChars - kept.Length));
        }
        return kept.ToString();
    }

    /// <summary>Ends the output where the limit is reached.</summary>
    private sealed class LimitedStream(Stream inner, long limit) : Stream
    {
        private long _left = limit;

        public bool IsAtEnd { get; private set; }

        public bool IsOver => _left < 0;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (IsOver) return 0;
            int read = inner.Read(buffer);
            _left -= read;
            IsAtEnd |= read == 0 && buffer.Length > 0;
            return IsOver ? 0 : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
