using System.Collections.Immutable;
using FluentValidation;
using Remiss.Application.Pipeline;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>What must hold of anything that is received.</summary>
internal static class ReceiptRules
{
    /// <summary>No reply is larger; the reader's own limits are lower.</summary>
    private const long LargestFile = 512L * 1024 * 1024;

    private const int MostSenders = 100;

    /// <summary>No consultation is older than this.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>A file that can be kept; whether it can be read is another matter.</summary>
    public static IRuleBuilderOptions<T, SourceFile> IsReceivedFile<T>(this IRuleBuilder<T, SourceFile> rule) => rule
        .Must(file => file is { Bytes.IsEmpty: false }).Says("Filen är tom. Be avsändaren att skicka den igen.", "The file is empty. Ask the sender to send it again.")
        .Must(file => file is null || file.Bytes.Length <= LargestFile).Says("Filen är större än 512 MB och tas inte emot.", "The file is larger than 512 MB and is not accepted.");

    /// <summary>A day that has come.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsReceivedDay<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock) => rule
        .Must(day => day is null || (day <= clock.Today() && day >= Earliest))
        .Says("Dagen då svaret kom in måste vara en dag till och med i dag.", "The day on which the reply was received must be a day up to today.");

    /// <summary>Names that can be printed.</summary>
    public static IRuleBuilderOptions<T, ImmutableArray<string>> AreSenderNames<T>(this IRuleBuilder<T, ImmutableArray<string>> rule) => rule
        .Must(names => names.Length <= MostSenders).Says($"Ett svar får ha högst {MostSenders} avsändare.", $"A reply may have at most {MostSenders} senders.")
        .Must(names => names.All(n => !string.IsNullOrWhiteSpace(n) && n.Length <= Limits.Name && !n.Any(char.IsControl)))
        .Says($"En avsändares namn får vara högst {Limits.Name} tecken på en rad.", $"A sender's name may be at most {Limits.Name} characters on one line.");
}

/// <summary>What must hold of a decision that a person writes down.</summary>
internal static class DecisionRules
{
    /// <summary>The rules of its three parts.</summary>
    public static void AddDecisionRules<T>(this AbstractValidator<T> validator, Func<T, Decision?> of)
    {
        validator.RuleFor(c => of(c) == null ? null : of(c)!.Board).IsOptionalText(Limits.Board, "Beslutande organ", "The deciding board").OverridePropertyName("Decision.Board");
        validator.RuleFor(c => of(c) == null ? null : of(c)!.Paragraph).IsOptionalText(Limits.Paragraph, "Paragrafen", "The paragraph").OverridePropertyName("Decision.Paragraph");
    }
}
