using System.Collections.Immutable;
using System.Text;
using FluentValidation;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>A body's answer that has no text: no comments, or declined. What the two use cases have in common.</summary>
public interface IAnswerWithoutText
{
    /// <summary>The consultation it answers.</summary>
    ConsultationId Consultation { get; }

    /// <summary>The bodies that answer so.</summary>
    ImmutableArray<BodyId> Bodies { get; }

    /// <summary>Senders by name, beside the bodies.</summary>
    ImmutableArray<string> SenderNames { get; }

    /// <summary>How it came.</summary>
    ResponseChannel Channel { get; }

    /// <summary>The day it was received; null is today.</summary>
    DateOnly? ReceivedOn { get; }

    /// <summary>What was said with it, or null.</summary>
    string? Note { get; }
}

/// <summary>Registers an answer without a text.</summary>
internal sealed class WithoutText(ResponseWriter writer, ResponseSenders senders, TimeProvider clock)
{
    public async Task<Result<Registered>> RegisterAsync(IAnswerWithoutText answer, ResponseKind kind, string action, CancellationToken cancellationToken)
    {
        Result<ImmutableArray<ResponseSender>> from = await senders
            .ChosenAsync(answer.Consultation, answer.Bodies, answer.SenderNames, false, cancellationToken).ConfigureAwait(false);
        if (!from.IsOk) return from.Failure;
        var receipt = new Receipt
        {
            Consultation = answer.Consultation,
            Key = KeyOf(kind, from.Value),
            Kind = kind,
            Channel = answer.Channel,
            ReceivedOn = answer.ReceivedOn ?? clock.Today(),
            Senders = from.Value,
            Reason = string.IsNullOrWhiteSpace(answer.Note) ? null : answer.Note.Trim(),
        };
        return await writer.AddResponseAsync(receipt, null, action, cancellationToken).ConfigureAwait(false);
    }

    // The same said twice is one receipt.
    private static string KeyOf(ResponseKind kind, IEnumerable<ResponseSender> from)
    {
        var names = from.Select(s => s.Body?.ToString() ?? s.Name.ToLowerInvariant()).Order(StringComparer.Ordinal);
        return $"{kind}:{FileStore.NameOf(Encoding.UTF8.GetBytes(string.Join('\n', names)))}";
    }
}

/// <summary>The rules of an answer without a text.</summary>
internal abstract class WithoutTextValidator<T> : AbstractValidator<T>
    where T : IAnswerWithoutText
{
    protected WithoutTextValidator(TimeProvider clock)
    {
        RuleFor(a => a.Bodies).Must((a, bodies) => bodies.Length + a.SenderNames.Length > 0).Says("Ange vem som svarar.", "Say who answers.");
        RuleFor(a => a.SenderNames).AreSenderNames();
        RuleFor(a => a.ReceivedOn).IsReceivedDay(clock);
        RuleFor(a => a.Note).IsOptionalText(Limits.Reason, "Anteckningen", "The note");
    }
}
