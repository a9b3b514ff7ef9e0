using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>Registers that a body does not answer (avstår från att yttra sig).</summary>
public static class RegisterDeclined
{
    /// <inheritdoc cref="IAnswerWithoutText"/>
    public sealed record Command(ConsultationId Consultation) : ICommand<Registered>, IAnswerWithoutText
    {
        /// <inheritdoc/>
        public ImmutableArray<BodyId> Bodies { get; init; } = [];

        /// <inheritdoc/>
        public ImmutableArray<string> SenderNames { get; init; } = [];

        /// <inheritdoc/>
        public ResponseChannel Channel { get; init; } = ResponseChannel.Mail;

        /// <inheritdoc/>
        public DateOnly? ReceivedOn { get; init; }

        /// <inheritdoc/>
        public string? Note { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator(TimeProvider clock) : WithoutTextValidator<Command>(clock);

    internal sealed class Handler(WithoutText answers) : IRequestHandler<Command, Result<Registered>>
    {
        public Task<Result<Registered>> Handle(Command command, CancellationToken cancellationToken) =>
            answers.RegisterAsync(command, ResponseKind.Declined, nameof(RegisterDeclined), cancellationToken);
    }
}
