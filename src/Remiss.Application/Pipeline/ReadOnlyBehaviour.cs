using MediatR;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>
/// Marks a command that may be sent for an archived consultation too: it changes nothing of what the consultation says
/// (an archive that is written out, a role). All others are refused without having to ask.
/// </summary>
public interface IAllowedWhenArchived;

/// <summary>
/// An archived consultation is only read: refuses every command that belongs to one, unless it is marked. The thing the
/// command is about tells the consultation (<see cref="Scope.Consultation"/>), so no use case can forget to ask.
/// </summary>
internal sealed class ReadOnlyBehaviour<TRequest, TResponse>(ArchivedConsultations archived) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        RequestName.IsCommand(typeof(TRequest)) && await archived.RefusalOfAsync(request, cancellationToken).ConfigureAwait(false) is { } refusal
            ? TResponse.Fail(refusal) : await next().ConfigureAwait(false);
}

/// <summary>Tells whether the request's consultation is archived.</summary>
internal sealed class ArchivedConsultations(DbSession session, Scope scope)
{
    private const string Count = "SELECT COUNT(*) FROM consultation WHERE consultation_id = @consultation AND state = @archived";

    /// <summary>Why the command may not be carried out, or null.</summary>
    public async Task<Failure?> RefusalOfAsync(object request, CancellationToken cancellationToken)
    {
        if (request is IAllowedWhenArchived || scope.Consultation is not { } consultation) return null;
        int found = await session.FindAsync<int>(
            Count, new { consultation, archived = nameof(ConsultationState.Archived) }, cancellationToken).ConfigureAwait(false);
        return found == 0 ? null : new Conflict(new Phrase(
            "Remissen är arkiverad och går bara att läsa. Inget har ändrats.",
            "The consultation is archived and can only be read. Nothing was changed."));
    }
}
