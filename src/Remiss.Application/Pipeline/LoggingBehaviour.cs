using System.Data.Common;
using MediatR;
using Microsoft.Extensions.Logging;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>
/// Logs name, outcome and duration, never what a request holds: that is personal data. Turns a database that is
/// out of order into a sentence.
/// </summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<TRequest> log, TimeProvider clock, DbSession session)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        long start = clock.GetTimestamp();
        string name = RequestName.Of(typeof(TRequest));
        try
        {
            TResponse response = await next().ConfigureAwait(false);
            LogOutcome(log, name, response.Failure?.GetType().Name ?? "Ok", clock.GetElapsedTime(start).TotalMilliseconds);
            return response;
        }
        catch (DbException broken) when (session.IsOutOfOrder(broken))
        {
            LogOutOfOrder(log, name, clock.GetElapsedTime(start).TotalMilliseconds, broken);
            return TResponse.Fail(OutOfOrder.Of(broken));
        }
        catch (IOException broken)
        {
            LogOutOfOrder(log, name, clock.GetElapsedTime(start).TotalMilliseconds, broken);
            return TResponse.Fail(OutOfOrder.Of(broken));
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            LogBug(log, name, bug);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Request}: {Outcome} in {Milliseconds:F1} ms")]
    private static partial void LogOutcome(ILogger log, string request, string outcome, double milliseconds);

    [LoggerMessage(LogLevel.Error, "{Request}: the database is out of order after {Milliseconds:F1} ms")]
    private static partial void LogOutOfOrder(ILogger log, string request, double milliseconds, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Request}: a fault in the program")]
    private static partial void LogBug(ILogger log, string request, Exception exception);
}
