using MediatR;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>A request that states who may send it. There is no other kind.</summary>
public interface IGuarded
{
    /// <summary>Who may send it.</summary>
    Access Access { get; }
}

/// <summary>A request that changes something: runs in a transaction and leaves a line in the audit log.</summary>
public interface ICommand<T> : IRequest<Result<T>>, IGuarded;

/// <summary>A request that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>, IGuarded;

/// <summary>Marks a command whose handler opens its transactions itself, because it must not hold one while it works (reading a file, drawing).</summary>
public interface IOwnTransactions;

/// <summary>How requests are called in logs and in the audit: by their use case.</summary>
internal static class RequestName
{
    /// <summary><c>CreateConsultation</c> for <c>CreateConsultation.Command</c>.</summary>
    public static string Of(Type request) => request.DeclaringType?.Name ?? request.Name;

    /// <summary>Whether it is a command: changes something.</summary>
    public static bool IsCommand(Type request) =>
        request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
}
