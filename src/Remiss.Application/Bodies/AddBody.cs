using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Adds a body to the organisation's register.</summary>
public static class AddBody
{
    internal const string Insert = """
        INSERT INTO body (body_id, organisation_id, name, kind, code, organisation_number, email, contact_name, is_retired, version)
        VALUES (@id, @organisation, @Name, @kind, @Code, @OrganisationNumber, @Email, @ContactName, @retired, 1)
        """;

    /// <summary>In whose register, and what is known of it.</summary>
    public sealed record Command(OrganisationId Organisation, BodyFacts Facts) : ICommand<BodyId>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Facts).SetValidator(new BodyFacts.Validator());
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<BodyId>>
    {
        public async Task<Result<BodyId>> Handle(Command command, CancellationToken cancellationToken)
        {
            BodyId id = BodyId.New();
            BodyFacts facts = command.Facts.Trimmed();
            try
            {
                await session.ExecuteAsync(Insert, Values(id, command.Organisation, facts), cancellationToken).ConfigureAwait(false);
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return NameTaken(facts.Name);
            }
            audit.Note("body", id.Value, null, facts);
            return id;
        }
    }

    internal static object Values(BodyId id, OrganisationId organisation, BodyFacts facts) => new
    {
        id,
        organisation,
        facts.Name,
        kind = facts.Kind.ToString(),
        facts.Code,
        facts.OrganisationNumber,
        facts.Email,
        facts.ContactName,
        retired = false,
    };

    internal static Conflict NameTaken(string name) => new(new Phrase(
        $"Det finns redan en instans som heter {name}. Sök upp den i registret, också bland de utgångna.",
        $"There is a body called {name} already. Look it up in the register, among the retired ones too."));
}
