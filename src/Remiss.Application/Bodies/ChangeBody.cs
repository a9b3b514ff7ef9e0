using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Changes what is kept of a body, or that it is retired (utgången): then it is no longer asked, and stays where it was asked before.</summary>
public static class ChangeBody
{
    internal const string Select = $"SELECT {BodyRow.Columns} FROM body b WHERE b.body_id = @id";

    internal const string Update = """
        UPDATE body SET name = @Name, kind = @kind, code = @Code, organisation_number = @OrganisationNumber, email = @Email,
            contact_name = @ContactName, is_retired = @retired, version = version + 1
        WHERE body_id = @id AND version = @version
        """;

    /// <summary>All the facts, the unchanged ones too.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Facts">As they shall be.</param>
    public sealed record Command(BodyId Id, int Version, BodyFacts Facts) : ICommand<Done>
    {
        /// <summary>Whether it is no longer asked; null leaves that as it is.</summary>
        public bool? IsRetired { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Body, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Facts).SetValidator(new BodyFacts.Validator());
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            BodyRow row = (await session.FindAsync<BodyRow>(Select, new { id = command.Id }, cancellationToken).ConfigureAwait(false))!;
            BodyFacts facts = command.Facts.Trimmed();
            bool retired = command.IsRetired ?? row.IsRetired;
            if (row.Version != command.Version) return Stale(row, facts, retired);
            try
            {
                if (await session.ExecuteAsync(Update, Values(row.Id, row.Version, facts, retired), cancellationToken).ConfigureAwait(false) == 0)
                {
                    row = (await session.FindAsync<BodyRow>(Select, new { id = command.Id }, cancellationToken).ConfigureAwait(false))!;
                    return Stale(row, facts, retired);
                }
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return AddBody.NameTaken(facts.Name);
            }
            audit.Note("body", row.Id.Value, new { row.Facts, row.IsRetired }, new { facts, isRetired = retired });
            return default(Done);
        }
    }

    internal static object Values(BodyId id, int version, BodyFacts facts, bool retired) => new
    {
        id,
        version,
        facts.Name,
        kind = facts.Kind.ToString(),
        facts.Code,
        facts.OrganisationNumber,
        facts.Email,
        facts.ContactName,
        retired,
    };

    internal static Conflict Stale(BodyRow now, BodyFacts wanted, bool retired) => VersionConflict.Of(
        new($"instansen {now.Name}", $"the body {now.Name}"),
        new VersionConflict.Fact(new("Namnet", "The name"), now.Name, wanted.Name),
        new VersionConflict.Fact(new("Typen", "The kind"), now.Kind.Name().Swedish, wanted.Kind.Name().Swedish),
        new VersionConflict.Fact(new("Koden", "The code"), now.Code, wanted.Code),
        new VersionConflict.Fact(new("Organisationsnumret", "The organisation number"), now.OrganisationNumber, wanted.OrganisationNumber),
        new VersionConflict.Fact(new("E-postadressen", "The e-mail address"), now.Email, wanted.Email),
        new VersionConflict.Fact(new("Kontaktpersonen", "The contact"), now.ContactName, wanted.ContactName),
        new VersionConflict.Fact(new("Att instansen är utgången", "That the body is retired"), now.IsRetired ? "ja" : "nej", retired ? "ja" : "nej"));
}
