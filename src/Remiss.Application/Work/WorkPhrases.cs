using System.Data.Common;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>What is said of work that did not go well. Names the kind of fault, never what was worked on.</summary>
internal static class WorkPhrases
{
    /// <summary>Workers died with it in their hands.</summary>
    public static Phrase Died { get; } = new(
        "Programmet har avbrutits varje gång detta kördes. Titta i loggen, rätta orsaken och försök igen.",
        "The program was cut off each time this was run. Look in the log, correct the cause and try again.");

    /// <summary>No handler here.</summary>
    public static Phrase UnknownKind(string kind) => new(
        $"Den här versionen av Remiss känner inte till arbetet ”{kind}”. Uppgradera programmet och försök igen.",
        $"This version of Remiss does not know the work '{kind}'. Upgrade the program and try again.");

    /// <summary>An exception, by its type: its message may hold what it stumbled over.</summary>
    public static Phrase Of(Exception exception) => exception switch
    {
        DbException database => OutOfOrder.Of(database).Message,
        IOException => new Phrase(
            $"Disken eller nätet svarade inte som väntat ({exception.GetType().Name}). Det görs ett nytt försök.",
            $"The disk or the network did not answer as expected ({exception.GetType().Name}). It will be tried again."),
        _ => new Phrase(
            $"Ett fel i programmet: {exception.GetType().Name}. Loggen säger mer.",
            $"A fault in the program: {exception.GetType().Name}. The log says more."),
    };
}
