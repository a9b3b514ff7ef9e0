using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Retires a body (utgången), or brings it back. A body is never deleted: what it has been asked and answered stays.</summary>
public static class RetireBody
{
    private const string Update = "UPDATE body SET is_retired = @retired, version = version + 1 WHERE body_id = @id AND version = @version";

    /// <summary>Which, the version the person saw, and whether it is no longer asked.</summary>
    public sealed record Command(BodyId Id, int Version, bool IsRetired = true) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Body, Id.Value);
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            BodyRow row = (await session.FindAsync<BodyRow>(ChangeBody.Select, new { id = command.Id }, cancellationToken).ConfigureAwait(false))!;
            var values = new { id = command.Id, version = command.Version, retired = command.IsRetired };
            if (await session.ExecuteAsync(Update, values, cancellationToken).ConfigureAwait(false) == 0) return ChangeBody.Stale(row, row.Facts, command.IsRetired);
            audit.Note("body", command.Id.Value, new { row.IsRetired }, new { command.IsRetired });
            return default(Done);
        }
    }
}
