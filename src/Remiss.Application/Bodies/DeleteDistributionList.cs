using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Deletes a distribution list. The bodies, and who has been invited through it, stay.</summary>
public static class DeleteDistributionList
{
    private const string Take = "UPDATE distribution_list SET version = version + 1 WHERE distribution_list_id = @id AND version = @version";

    private const string DeleteMembers = "DELETE FROM distribution_list_member WHERE distribution_list_id = @id";

    private const string Delete = "DELETE FROM distribution_list WHERE distribution_list_id = @id";

    /// <summary>Which, and the version the person saw.</summary>
    public sealed record Command(DistributionListId Id, int Version) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.DistributionList, Id.Value);
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var row = (await session.FindAsync<ChangeDistributionList.ListRow>(ChangeDistributionList.Select, new { id = command.Id }, cancellationToken).ConfigureAwait(false))!;
            if (await session.ExecuteAsync(Take, new { id = command.Id, version = command.Version }, cancellationToken).ConfigureAwait(false) == 0)
                return ChangeDistributionList.Stale(row, row.Name);
            var members = await session.ListAsync<BodyId>(ChangeDistributionList.SelectMembers, new { id = command.Id }, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(DeleteMembers, new { id = command.Id }, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(Delete, new { id = command.Id }, cancellationToken).ConfigureAwait(false);
            audit.Note("distribution_list", command.Id.Value, new { row.Name, members }, null);
            return default(Done);
        }
    }
}
