using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>
/// Chooses bodies to be asked, singly or by distribution list. They are planned; <see cref="SendInvitations"/> asks them.
/// A body is invited once, however many choose it at the same time.
/// </summary>
public static class Invite
{
    private const int MostBodies = 5000;

    private const string SelectBodies = $"SELECT {BodyRow.Columns} FROM body b WHERE b.organisation_id = @organisation AND b.body_id IN @ids";

    private const string SelectMembers = $"""
        SELECT {BodyRow.Columns} FROM body b JOIN distribution_list_member m ON m.body_id = b.body_id
        JOIN distribution_list l ON l.distribution_list_id = m.distribution_list_id
        WHERE l.organisation_id = @organisation AND l.distribution_list_id = @list
        """;

    private const string ListAnswered = """
        SELECT a.body_id AS body, r.kind FROM response_body a JOIN response r ON r.response_id = a.response_id WHERE a.consultation_id = @consultation
        """;

    private const string Insert = """
        INSERT INTO invitation (invitation_id, consultation_id, body_id, state, reminders, version)
        VALUES (@id, @consultation, @body, 'Planned', 0, 1)
        """;

    /// <summary>To which consultation, and whom.</summary>
    public sealed record Command(ConsultationId Consultation, ImmutableArray<BodyId> Bodies) : ICommand<Report>
    {
        /// <summary>All who are on these lists, too.</summary>
        public ImmutableArray<DistributionListId> Lists { get; init; } = [];

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    /// <summary>What became of each body, by name.</summary>
    /// <param name="Planned">Newly chosen, or chosen again after the invitation was taken back.</param>
    /// <param name="WithoutAddress">Those among them that mail cannot be sent to: fill in an address before sending, or ask them by post.</param>
    /// <param name="AlreadyInvited">Left as they are.</param>
    /// <param name="Retired">Not chosen, because the register says that they are no longer asked.</param>
    public sealed record Report(
        ImmutableArray<string> Planned, ImmutableArray<string> WithoutAddress, ImmutableArray<string> AlreadyInvited, ImmutableArray<string> Retired)
    {
        /// <summary>Those among the planned whose reply is registered already; they are not asked.</summary>
        public ImmutableArray<string> Answered { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Bodies).Must((c, bodies) => !bodies.IsDefault && !c.Lists.IsDefault && bodies.Length + c.Lists.Length > 0)
                .Says("Välj minst en instans eller sändlista.", "Choose at least one body or distribution list.");
            RuleFor(c => c.Bodies).Must((c, bodies) => bodies.IsDefault || bodies.Length + c.Lists.Length <= MostBodies)
                .Says($"Välj högst {MostBodies} instanser åt gången.", $"Choose at most {MostBodies} bodies at a time.");
        }
    }

    internal sealed class Handler(DbSession session, InvitationStates states, AuditTrail audit) : IRequestHandler<Command, Result<Report>>
    {
        private const int IdsAtOnce = 500;

        public async Task<Result<Report>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (consultation, invitations) = await InvitationRow.TakeAsync(session, command.Consultation, cancellationToken).ConfigureAwait(false);
            if (consultation.State == ConsultationState.Closed) return InvitationRefusals.NotOpen(consultation, new("fler bjuds in", "more are invited"))!;
            var bodies = await BodiesAsync(consultation.OrganisationId, command, cancellationToken).ConfigureAwait(false);
            if (!bodies.IsOk) return bodies.Failure;

            var invited = invitations.ToDictionary(i => i.BodyId);
            var answered = (await session.ListAsync<AnsweredRow>(ListAnswered, new { consultation = command.Consultation }, cancellationToken).ConfigureAwait(false)).ToDictionary(a => a.Body, a => a.Kind);
            var already = new List<BodyRow>();
            var planned = new List<BodyRow>();
            foreach (BodyRow body in bodies.Value.Where(b => !b.IsRetired))
            {
                InvitationRow? earlier = invited.GetValueOrDefault(body.Id);
                if (earlier is not null && !earlier.State.MayBecome(InvitationState.Planned)) already.Add(body);
                else if (await PlanAsync(command.Consultation, body, earlier, cancellationToken).ConfigureAwait(false)) planned.Add(body);
                else return InvitationRefusals.Moved(body.Name);
            }
            // A reply may come before the invitation: whoever has given it is neither asked nor reminded.
            List<BodyRow> done = [.. planned.Where(b => answered.ContainsKey(b.Id))];
            foreach (BodyRow body in done)
                await states.MoveAsync(command.Consultation, body.Id, InvitationStateRules.AnsweredBy(answered[body.Id]), nameof(Invite), null, cancellationToken).ConfigureAwait(false);
            return new Report(
                Names(planned), Names(planned.Except(done).Where(b => !Mailbox.Parse(b.Email).IsOk)), Names(already), Names(bodies.Value.Where(b => b.IsRetired)))
            {
                Answered = Names(done),
            };
        }

        private async Task<bool> PlanAsync(ConsultationId consultation, BodyRow body, InvitationRow? earlier, CancellationToken cancellationToken)
        {
            if (earlier is not null)
                return await states.WriteAsync(earlier, earlier with { State = InvitationState.Planned }, nameof(Invite), null, cancellationToken).ConfigureAwait(false);
            InvitationId id = InvitationId.New();
            await session.ExecuteAsync(Insert, new { id, consultation, body = body.Id }, cancellationToken).ConfigureAwait(false);
            await states.AddEventAsync(id, nameof(Invite), null, InvitationState.Planned, null, cancellationToken).ConfigureAwait(false);
            audit.Note("invitation", id.Value, null, new { body = body.Name, state = InvitationState.Planned });
            return true;
        }

        private async Task<Result<List<BodyRow>>> BodiesAsync(OrganisationId organisation, Command command, CancellationToken cancellationToken)
        {
            var found = new Dictionary<BodyId, BodyRow>();
            foreach (var some in command.Bodies.Distinct().Chunk(IdsAtOnce))
            {
                var rows = await session.ListAsync<BodyRow>(SelectBodies, new { organisation, ids = some.Select(b => b.Value) }, cancellationToken).ConfigureAwait(false);
                if (rows.Count < some.Length)
                    return new NotFound(new Phrase("En av instanserna finns inte i registret. Läs om sidan.", "One of the bodies is not in the register. Reload the page."));
                foreach (BodyRow row in rows) found[row.Id] = row;
            }
            foreach (DistributionListId list in command.Lists.Distinct())
            {
                foreach (BodyRow row in await session.ListAsync<BodyRow>(SelectMembers, new { organisation, list }, cancellationToken).ConfigureAwait(false))
                    found[row.Id] = row;
            }
            return found.Values.OrderBy(b => b.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true)).ToList();
        }

        private static ImmutableArray<string> Names(IEnumerable<BodyRow> bodies) => [.. bodies.Select(b => b.Name)];
    }

    private sealed record AnsweredRow
    {
        public BodyId Body { get; init; }

        public ResponseKind Kind { get; init; }
    }
}
