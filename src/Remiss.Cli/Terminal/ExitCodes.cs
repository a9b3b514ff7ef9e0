namespace Remiss.Cli.Terminal;

/// <summary>What the program says to the one that started it.</summary>
internal static class ExitCodes
{
    /// <summary>Done, the whole of it.</summary>
    public const int Done = 0;

    /// <summary>The input was refused, or a part of it.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage: an unknown option, a path that does not exist, an output that cannot be written.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;
}
