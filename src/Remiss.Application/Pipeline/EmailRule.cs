using FluentValidation;
using Remiss.Application.Mail;

namespace Remiss.Application.Pipeline;

/// <summary>What counts as an e-mail address: one address, no name, no line break, and one that the outbox takes.</summary>
internal static class EmailRule
{
    /// <summary>Whether the text is an address that mail can be sent to.</summary>
    public static bool IsEmail(string? text) =>
        text is not null && !text.Any(char.IsControl) && Mailbox.Parse(text).IsOk;

    /// <summary>The rule for a required address.</summary>
    public static IRuleBuilderOptions<T, string> IsEmail<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(IsEmail).Says("E-postadressen ser inte ut som en adress. Skriv den som namn@exempel.se.", "The e-mail address does not look like one. Write it like name@example.com.");

    /// <summary>The rule for an address that may be left out.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalEmail<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => string.IsNullOrWhiteSpace(text) || IsEmail(text))
        .Says("E-postadressen ser inte ut som en adress. Skriv den som namn@exempel.se.", "The e-mail address does not look like one. Write it like name@example.com.");
}
