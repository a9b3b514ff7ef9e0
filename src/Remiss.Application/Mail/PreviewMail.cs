using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// A mail as it would be sent, before it is: the same text by the same way, with the consultation's own facts. The
/// body, where no invitation is chosen, is an example.
/// </summary>
public static class PreviewMail
{
    /// <summary>Which text, about which consultation.</summary>
    public sealed record Query(ConsultationId Consultation, MailKind Kind) : IQuery<RenderedMail>
    {
        /// <summary>In which language.</summary>
        public Language Language { get; init; }

        /// <summary>To whom; null shows an example.</summary>
        public InvitationId? Invitation { get; init; }

        /// <summary>The coordinator's own lines, or null.</summary>
        public string? Message { get; init; }

        /// <summary>The reason, or null.</summary>
        public string? Reason { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Kind).IsInEnum().Says("Den mejltexten finns inte.", "There is no such mail text.");
            RuleFor(q => q.Message).IsOptionalText(20_000, "Meddelandet", "The message");
            RuleFor(q => q.Reason).IsOptionalText(2_000, "Skälet", "The reason");
        }
    }

    internal sealed class Handler(DbSession session, MailTemplates templates) : IRequestHandler<Query, Result<RenderedMail>>
    {
        public async Task<Result<RenderedMail>> Handle(Query query, CancellationToken cancellationToken)
        {
            MailValues values = MailValues.Examples(query.Kind, query.Language);
            if (!await MailFacts.AddAsync(values, session, query.Consultation, query.Invitation, cancellationToken).ConfigureAwait(false))
                return Result<RenderedMail>.Fail(Refusals.NotThere);
            // No link either: until there is a web to answer in, none is sent.
            values.With(MailFields.Link, null).With(MailFields.Contact, null).With(MailFields.Message, query.Message).With(MailFields.Reason, query.Reason);
            return templates.Render(query.Kind, values);
        }
    }
}

/// <summary>The facts of a consultation and an invitation that its mails have in common.</summary>
internal static class MailFacts
{
    private const string OfConsultation = """
        SELECT c.title, c.registration_number, c.deadline, o.name AS organisation
        FROM consultation c JOIN organisation o ON o.organisation_id = c.organisation_id WHERE c.consultation_id = @consultation
        """;

    private const string OfInvitation = $"""
        SELECT b.name, {DeadlineInForce.Sql} AS deadline
        FROM invitation i JOIN body b ON b.body_id = i.body_id JOIN consultation c ON c.consultation_id = i.consultation_id
        WHERE i.invitation_id = @invitation AND i.consultation_id = @consultation
        """;

    /// <summary>
    /// Adds title, number, sender, deadline (the one in force for the invitation) and body. False where the consultation
    /// or the invitation does not exist. A consultation without a deadline leaves that value as it was.
    /// </summary>
    public static async Task<bool> AddAsync(
        MailValues values, DbSession session, ConsultationId consultation, InvitationId? invitation, CancellationToken cancellationToken)
    {
        ConsultationRow? facts = await session.FindAsync<ConsultationRow>(OfConsultation, new { consultation }, cancellationToken).ConfigureAwait(false);
        if (facts is null) return false;
        values.With(MailFields.Title, facts.Title).With(MailFields.Number, facts.RegistrationNumber).With(MailFields.Sender, facts.Organisation);
        if (facts.Deadline is { } deadline) values.With(MailFields.Deadline, deadline);
        if (invitation is null) return true;

        InvitationRow? invited = await session.FindAsync<InvitationRow>(OfInvitation, new { consultation, invitation }, cancellationToken).ConfigureAwait(false);
        if (invited is null) return false;
        values.With(MailFields.Body, invited.Name);
        if (invited.Deadline is { } last) values.With(MailFields.Deadline, last).With(MailFields.ExtendedDeadline, last);
        return true;
    }

    private sealed record ConsultationRow
    {
        public string Title { get; init; } = string.Empty;

        public string? RegistrationNumber { get; init; }

        public DateOnly? Deadline { get; init; }

        public string Organisation { get; init; } = string.Empty;
    }

    private sealed record InvitationRow
    {
        public string Name { get; init; } = string.Empty;

        public DateOnly? Deadline { get; init; }
    }
}
