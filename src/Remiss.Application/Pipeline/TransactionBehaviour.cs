using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Auditing;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>
/// Runs a command in a transaction, with its audit line as the last statement; rolls back on a failed result as
/// well as on an exception. A command sent from inside another one joins it.
/// </summary>
internal sealed class TransactionBehaviour<TRequest, TResponse>(DbSession session, AuditTrail audit, ArchivedConsultations archived) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!RequestName.IsCommand(typeof(TRequest)) || request is IOwnTransactions) return await next().ConfigureAwait(false);
        string action = RequestName.Of(typeof(TRequest));
        if (session.InTransaction)
        {
            TResponse inner = await next().ConfigureAwait(false);
            if (inner.Failure is null) await audit.WriteAsync(action, cancellationToken).ConfigureAwait(false);
            return inner;
        }
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TResponse response = await next().ConfigureAwait(false);
            if (response.Failure is not null)
            {
                await session.RollbackAsync().ConfigureAwait(false);
                return response;
            }
            await audit.WriteAsync(action, cancellationToken).ConfigureAwait(false);
            // Asked again: the audit line queues with that of a command which archives meanwhile, and what that one did is now seen.
            if (await archived.RefusalOfAsync(request, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                await session.RollbackAsync().ConfigureAwait(false);
                return TResponse.Fail(refusal);
            }
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            await session.RollbackAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            audit.Clear();
        }
    }
}
