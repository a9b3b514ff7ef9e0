using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Remiss.Domain.Results;

/// <summary>Why something could not be done. Closed: the four records here are all there are.</summary>
/// <param name="Message">What happened and what to do, for a person.</param>
public abstract record Failure(Phrase Message);

/// <summary>The input breaks a rule; <paramref name="Field"/> names the part, or is null for the whole.</summary>
public sealed record Invalid(Phrase Message, string? Field = null) : Failure(Message)
{
    /// <summary>What else is wrong, where several parts were looked at; empty otherwise.</summary>
    public ImmutableArray<Invalid> More { get; init; } = [];
}

/// <summary>What was asked for does not exist, or is not visible to the one who asks.</summary>
public sealed record NotFound(Phrase Message) : Failure(Message);

/// <summary>The state has changed since it was read, or two facts contradict each other.</summary>
public sealed record Conflict(Phrase Message) : Failure(Message);

/// <summary>The one who asks may not.</summary>
public sealed record Forbidden(Phrase Message) : Failure(Message);

/// <summary>What code that does not know the value's type can do with a result: see whether it failed, and make one that did.</summary>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    /// <summary>The reason, or null when there is a value.</summary>
    Failure? Failure { get; }

    /// <summary>A result of the same type that holds a reason.</summary>
    static abstract TSelf Fail(Failure failure);
}

/// <summary>The value of what only succeeds or fails.</summary>
public readonly record struct Done;

/// <summary>A value or the reason why there is none. Exceptions are for bugs and broken machines.</summary>
public readonly record struct Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Failure? failure) => (_value, Failure) = (value, failure);

    /// <summary>The reason, or null when there is a value.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsOk => Failure is null;

    /// <summary>The value; only to be read when <see cref="IsOk"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug in the caller.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException(Failure.Message.English);

    /// <inheritdoc/>
    public static Result<T> Fail(Failure failure) => failure;

    /// <summary>A result that holds a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result that holds a reason.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>The same reason, or the value put through <paramref name="map"/>.</summary>
    public Result<TOut> Map<TOut>(Func<T, TOut> map) => IsOk ? map(_value!) : Failure;
}
