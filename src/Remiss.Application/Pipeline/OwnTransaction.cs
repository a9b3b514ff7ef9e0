using System.Data.Common;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>
/// The one short transaction of a command that works outside of it first (<see cref="IOwnTransactions"/>): its audit line
/// last, rolled back on a failure. Where two at once meet at a key, the second is run again and sees the first.
/// </summary>
internal sealed class OwnTransaction(DbSession session, AuditTrail audit, ArchivedConsultations archived)
{
    private const int MostTries = 5;

    /// <summary>Runs the work in a transaction.</summary>
    /// <param name="request">The request, for the question whether its consultation is archived.</param>
    /// <param name="action">Its name in the audit.</param>
    /// <param name="work">What is to be done; run again from the beginning where it met a key.</param>
    /// <param name="isChange">Whether the value that came out changed something; where not, nothing is kept. Null: always.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<T>> RunAsync<T>(
        object request, string action, Func<Task<Result<T>>> work, Func<T, bool>? isChange, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                Result<T> result = await work().ConfigureAwait(false);
                if (!result.IsOk || isChange?.Invoke(result.Value) == false) return result;
                await audit.WriteAsync(action, cancellationToken).ConfigureAwait(false);
                if (await archived.RefusalOfAsync(request, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (DbException met) when (attempt < MostTries && session.Dialect.IsDuplicateKey(met))
            {
            }
            finally
            {
                // Nothing to undo after the commit.
                await session.RollbackAsync().ConfigureAwait(false);
                audit.Clear();
            }
        }
    }
}
