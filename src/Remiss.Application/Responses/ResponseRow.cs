using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>A reply's own row, as the use cases that change it read it.</summary>
internal sealed record ResponseRow
{
    private const string Select = """
        SELECT r.response_id, r.consultation_id, r.number, r.kind, r.channel, r.current_version, r.version, v.response_version_id, v.state, v.received_on,
            v.registration_number, v.decision_board, v.decision_paragraph, v.decision_on
        FROM response r JOIN response_version v ON v.response_id = r.response_id AND v.number = r.current_version
        WHERE r.response_id = @response
        """;

    public ResponseId ResponseId { get; init; }

    public ConsultationId ConsultationId { get; init; }

    public int Number { get; init; }

    public ResponseKind Kind { get; init; }

    public ResponseChannel Channel { get; init; }

    public int CurrentVersion { get; init; }

    public int Version { get; init; }

    public ResponseVersionId ResponseVersionId { get; init; }

    public ResponseVersionState State { get; init; }

    public DateOnly ReceivedOn { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? DecisionBoard { get; init; }

    public string? DecisionParagraph { get; init; }

    public DateOnly? DecisionOn { get; init; }

    /// <summary>The reply as it is now. Authorization has found it already.</summary>
    public static async Task<ResponseRow> ReadAsync(DbSession session, ResponseId response, CancellationToken cancellationToken) =>
        (await session.FindAsync<ResponseRow>(Select, new { response }, cancellationToken).ConfigureAwait(false))!;

    /// <summary>The refusal to write over someone else's change.</summary>
    public Conflict Stale => new(new Phrase(
        $"Någon annan har ändrat svar {Number} sedan du öppnade det (det är nu ändring {Version}). Inget har skrivits över. Läs om sidan och gör din ändring igen om den fortfarande behövs.",
        $"Someone else has changed reply {Number} since you opened it (it is now at change {Version}). Nothing was overwritten. Reload the page and make your change again if it is still needed."));
}
