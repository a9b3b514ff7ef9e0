using System.Collections.Immutable;
using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Renames a distribution list, or sets who is on it, or both.</summary>
public static class ChangeDistributionList
{
    internal const string Select = "SELECT distribution_list_id AS id, organisation_id, name, version FROM distribution_list WHERE distribution_list_id = @id";

    internal const string SelectMembers = "SELECT body_id FROM distribution_list_member WHERE distribution_list_id = @id";

    private const string Update = "UPDATE distribution_list SET name = @name, version = version + 1 WHERE distribution_list_id = @id AND version = @version";

    private const string Add = """
        INSERT INTO distribution_list_member (distribution_list_id, body_id)
        SELECT @id, body_id FROM body WHERE body_id = @body AND organisation_id = @organisation
        """;

    private const string Remove = "DELETE FROM distribution_list_member WHERE distribution_list_id = @id AND body_id = @body";

    /// <summary>Which, and the version the person saw.</summary>
    public sealed record Command(DistributionListId Id, int Version) : ICommand<Done>
    {
        /// <summary>What it shall be called; null leaves that as it is.</summary>
        public string? Name { get; init; }

        /// <summary>All who shall be on it; null leaves that as it is.</summary>
        public ImmutableArray<BodyId>? Members { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.DistributionList, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name!).IsShortText(200, "Listans namn", "The list's name").When(c => c.Name is not null);
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ListRow row = (await session.FindAsync<ListRow>(Select, new { id = command.Id }, cancellationToken).ConfigureAwait(false))!;
            string name = command.Name?.Trim() ?? row.Name;
            try
            {
                // First, so that the list is taken: of two choices of members made at once, the second is refused.
                if (await session.ExecuteAsync(Update, new { id = row.Id, version = command.Version, name }, cancellationToken).ConfigureAwait(false) == 0)
                    return Stale(row, name);
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return CreateDistributionList.NameTaken(name);
            }
            var before = (await session.ListAsync<BodyId>(SelectMembers, new { id = row.Id }, cancellationToken).ConfigureAwait(false)).ToImmutableHashSet();
            ImmutableHashSet<BodyId> after = command.Members?.ToImmutableHashSet() ?? before;
            foreach (BodyId gone in before.Except(after))
                await session.ExecuteAsync(Remove, new { id = row.Id, body = gone }, cancellationToken).ConfigureAwait(false);
            foreach (BodyId added in after.Except(before))
            {
                if (await session.ExecuteAsync(Add, new { id = row.Id, body = added, organisation = row.OrganisationId }, cancellationToken).ConfigureAwait(false) == 0)
                    return new NotFound(new Phrase("En av instanserna finns inte i registret. Läs om sidan.", "One of the bodies is not in the register. Reload the page."));
            }
            audit.Note("distribution_list", row.Id.Value, new { row.Name, removed = before.Except(after) }, new { name, added = after.Except(before) });
            return default(Done);
        }
    }

    internal static Conflict Stale(ListRow now, string wanted) => VersionConflict.Of(
        new($"sändlistan {now.Name}", $"the distribution list {now.Name}"), new VersionConflict.Fact(new("Namnet", "The name"), now.Name, wanted));

    internal sealed record ListRow
    {
        public DistributionListId Id { get; init; }

        public OrganisationId OrganisationId { get; init; }

        public string Name { get; init; } = string.Empty;

        public int Version { get; init; }
    }
}
