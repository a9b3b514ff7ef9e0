using System.Collections.Immutable;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>Asks the request's validators; nothing goes further that breaks a rule of form.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var wrong = ImmutableArray.CreateBuilder<Invalid>();
        foreach (IValidator<TRequest> validator in validators)
        {
            ValidationResult result = await validator.ValidateAsync(request, cancellationToken).ConfigureAwait(false);
            wrong.AddRange(result.Errors.Select(Of));
        }
        if (wrong.Count == 0) return await next().ConfigureAwait(false);
        return TResponse.Fail(wrong[0] with { More = [.. wrong.Skip(1)] });
    }

    private static Invalid Of(ValidationFailure failure) => new(
        failure.CustomState is Phrase phrase ? phrase : throw new InvalidOperationException($"The rule on {failure.PropertyName} says nothing: use Says."),
        failure.PropertyName);
}

/// <summary>Lets a rule speak both languages.</summary>
internal static class ValidationPhrases
{
    /// <summary>What the rule says when it is broken; required on every rule.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, string swedish, string english) =>
        rule.WithState(_ => new Phrase(swedish, english));

    /// <summary>A text that must be there and no longer than that.</summary>
    public static IRuleBuilderOptions<T, string> IsShortText<T>(this IRuleBuilder<T, string> rule, int most, string swedishName, string englishName) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).Says($"{swedishName} saknas. Fyll i den.", $"{englishName} is missing. Fill it in.")
        .Must(text => text is null || (text.Length <= most && !text.Any(char.IsControl)))
        .Says($"{swedishName} får vara högst {most} tecken på en rad.", $"{englishName} may be at most {most} characters on one line.");

    /// <summary>A text that may be left out, and is no longer than that.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalText<T>(this IRuleBuilder<T, string?> rule, int most, string swedishName, string englishName) => rule
        .Must(text => text is null || text.Length <= most)
        .Says($"{swedishName} får vara högst {most} tecken.", $"{englishName} may be at most {most} characters.");
}
