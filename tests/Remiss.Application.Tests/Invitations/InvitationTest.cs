using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Invitations;
using Remiss.Application.Security;
using Remiss.Application.Tests.Consultations;

namespace Remiss.Application.Tests.Invitations;

/// <summary>What the tests of invitations arrange with.</summary>
public abstract class InvitationTest(TestDatabase database) : ConsultationTest(database)
{
    /// <summary>A body; its address is made of its name unless it has none.</summary>
    protected Task<BodyId> ABodyAsync(OrganisationId organisation, string name, bool hasAddress = true) => DoAsync(
        new AddBody.Command(organisation, new(name, BodyKind.Other) { Email = hasAddress ? $"{Ascii(name)}@norrvik.example" : null }));

    private static string Ascii(string name) =>
        name.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace(' ', '.');

    /// <summary>An open consultation whose bodies Alvik, Berga and Dalen (which has no address) are planned, and then asked.</summary>
    protected async Task<(ConsultationId Consultation, Actor Coordinator, BodyId Alvik, BodyId Berga, BodyId Dalen)> AskedAsync()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        BodyId a = await ABodyAsync(organisation, "Alvik"), b = await ABodyAsync(organisation, "Berga"), d = await ABodyAsync(organisation, "Dalen", hasAddress: false);
        await DoAsync(new Invite.Command(consultation, [a, b, d]), coordinator);
        await DoAsync(new SendInvitations.Command(consultation), coordinator);
        return (consultation, coordinator, a, b, d);
    }

    /// <summary>The invitation of a body.</summary>
    protected async Task<InvitationRow> OfAsync(ConsultationId consultation, BodyId body) =>
        (await DoAsync(new GetInvitations.Query(consultation))).Rows.Single(r => r.BodyId == body);

    /// <summary>The history of a body's invitation: what happened, from and to which state, and the note.</summary>
    protected async Task<IReadOnlyList<string>> HistoryAsync(ConsultationId consultation, BodyId body) =>
        [.. (await DoAsync(new GetInvitationHistory.Query((await OfAsync(consultation, body)).Id))).Select(h => $"{h.Kind} {h.FromState}>{h.ToState} {h.Note}".TrimEnd())];

    /// <summary>The mails of a consultation, as kind and address, in order.</summary>
    protected Task<IReadOnlyList<string>> MailsAsync(ConsultationId consultation) => RowsAsync<string>(
        "SELECT kind + ' ' + to_address FROM mail WHERE consultation_id = @consultation ORDER BY created_at, mail_id".Replace("+", Database == TestDatabase.Sqlite ? "||" : "+", StringComparison.Ordinal),
        new { consultation });
}
