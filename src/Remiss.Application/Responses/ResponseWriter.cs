using System.Collections.Immutable;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Invitations;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>
/// Writes what came in, in the command's open transaction. Registrations of one consultation queue at its row, so that
/// numbers follow without a gap, the same receipt is found, and of two replies of one body the first stands.
/// </summary>
internal sealed class ResponseWriter(
    DbSession session, FileStore files, SplitRows splits, ResponseSenders senders, InvitationStates invitations, WorkItems work, AuditTrail audit, CurrentActor current, TimeProvider clock)
{
    private const string Queue = "UPDATE consultation SET version = version WHERE consultation_id = @consultation";

    private const string NextNumber = "SELECT COALESCE(MAX(number), 0) + 1 FROM response WHERE consultation_id = @consultation";

    private const string FindReceipt = """
        SELECT v.response_id, v.response_version_id, v.state, v.failure_json, r.number,
            (SELECT COUNT(*) FROM comment k WHERE k.response_version_id = v.response_version_id AND k.is_current = 1) AS comments
        FROM response_version v JOIN response r ON r.response_id = v.response_id
        WHERE v.consultation_id = @consultation AND v.receipt_key = @key
        """;

    private const string AddResponse = """
        INSERT INTO response (response_id, consultation_id, number, kind, channel, current_version, created_at, version)
        VALUES (@response, @consultation, @number, @kind, @channel, 1, @now, 1)
        """;

    private const string AddVersion = """
        INSERT INTO response_version (response_version_id, response_id, consultation_id, number, receipt_key, state, received_on, registered_by,
            registered_at, registration_number, decision_board, decision_paragraph, decision_on, reason, text_length, failure_json, overall_stance, version)
        VALUES (@version, @response, @consultation, @versionNumber, @key, @state, @receivedOn, @account,
            @now, @registrationNumber, @board, @paragraph, @decided, @reason, 0, @failure, 'NotStated', 1)
        """;

    private const string AddFile = """
        INSERT INTO response_file (response_version_id, ordinal, name, role, sha256)
        SELECT @version, COALESCE(MAX(f.ordinal), 0) + 1, @name, @role, @sha256 FROM response_file f WHERE f.response_version_id = @version
        """;

    private const string SetCurrent =
        "UPDATE response SET current_version = @versionNumber, kind = @kind, version = version + 1 WHERE response_id = @response";

    /// <summary>Waits for the consultation's turn to register.</summary>
    public Task<int> EnterAsync(ConsultationId consultation, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Queue, new { consultation }, cancellationToken);

    /// <summary>What was registered with that key, or null. Asked inside the turn it is certain, before it saves the reading.</summary>
    public async Task<Registered?> FindAsync(ConsultationId consultation, string key, CancellationToken cancellationToken)
    {
        ReceiptRow? row = await session.FindAsync<ReceiptRow>(FindReceipt, new { consultation, key }, cancellationToken).ConfigureAwait(false);
        return row is null ? null : new Registered(row.ResponseId, row.ResponseVersionId, row.Number)
        {
            WasThere = true,
            State = row.State,
            Unreadable = row.FailureJson is null ? null : StoreJson.Read<Phrase>(row.FailureJson),
            Senders = await senders.OfAsync(row.ResponseId, cancellationToken).ConfigureAwait(false),
            Comments = row.Comments,
        };
    }

    /// <summary>Keeps a new reply.</summary>
    public async Task<Result<Registered>> AddResponseAsync(Receipt receipt, StoredDocument? document, string action, CancellationToken cancellationToken)
    {
        await EnterAsync(receipt.Consultation, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(receipt.Consultation, receipt.Key, cancellationToken).ConfigureAwait(false) is { } first) return first;
        ImmutableArray<ResponseSender> from = receipt.Senders ?? [];
        ResponseId response = ResponseId.New();
        if (await senders.RefusalOfAsync(receipt.Consultation, response, from, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        int number = await session.FindAsync<int>(NextNumber, new { consultation = receipt.Consultation }, cancellationToken).ConfigureAwait(false);
        var row = new { response, consultation = receipt.Consultation, number, kind = receipt.Kind.ToString(), channel = receipt.Channel.ToString(), now = clock.GetUtcNow() };
        await session.ExecuteAsync(AddResponse, row, cancellationToken).ConfigureAwait(false);
        ResponseVersionId version = await AddVersionAsync(receipt, response, 1, document, cancellationToken).ConfigureAwait(false);
        await senders.SetAsync(receipt.Consultation, response, from, cancellationToken).ConfigureAwait(false);
        await AnsweredAsync(receipt, from, action, cancellationToken).ConfigureAwait(false);
        audit.Note("response", response.Value, null, new
        {
            number,
            row.kind,
            row.channel,
            receipt.ReceivedOn,
            version = version.Value,
            receipt = receipt.Key,
            state = receipt.State.ToString(),
            senders = ResponseSenders.Audited(from),
            receipt.RegistrationNumber,
        });
        return Told(receipt, response, version, number, from);
    }

    /// <summary>Keeps a new version of a reply; the earlier ones stay as they are.</summary>
    public async Task<Result<Registered>> AddVersionOfAsync(Receipt receipt, ResponseRow response, StoredDocument? document, string action, CancellationToken cancellationToken)
    {
        int versionNumber = response.CurrentVersion + 1;
        ResponseVersionId version = await AddVersionAsync(receipt, response.ResponseId, versionNumber, document, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(SetCurrent, new { versionNumber, kind = receipt.Kind.ToString(), response = response.ResponseId }, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ResponseSender> from = await senders.OfAsync(response.ResponseId, cancellationToken).ConfigureAwait(false);
        await AnsweredAsync(receipt, from, action, cancellationToken).ConfigureAwait(false);
        audit.Note("response_version", version.Value, null, new
        {
            response = response.ResponseId.Value,
            number = versionNumber,
            receipt.ReceivedOn,
            receipt = receipt.Key,
            state = receipt.State.ToString(),
            receipt.Reason,
        });
        return Told(receipt, response.ResponseId, version, response.Number, from);
    }

    /// <summary>Keeps one more file of a version.</summary>
    public async Task<string> AddFileAsync(ResponseVersionId version, ReceivedFile file, CancellationToken cancellationToken)
    {
        string sha256 = await files.PutAsync(file.Bytes, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(AddFile, new { version, name = file.ShownName, role = file.Role.ToString(), sha256 }, cancellationToken).ConfigureAwait(false);
        return sha256;
    }

    /// <summary>The senders that the reply names, where a person has named none. A body that has answered by another reply is left open: no one is there to be asked.</summary>
    public async Task NameSendersAsync(ConsultationId consultation, ResponseId response, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        if ((await senders.OfAsync(response, cancellationToken).ConfigureAwait(false)).Count > 0) return;
        var from = (await senders.MatchAsync(consultation, names, false, cancellationToken).ConfigureAwait(false)).ToArray();
        for (int i = 0; i < from.Length; i++)
        {
            if (await senders.RefusalOfAsync(consultation, response, [from[i]], cancellationToken).ConfigureAwait(false) is not null) from[i] = from[i] with { Body = null };
        }
        await senders.SetAsync(consultation, response, from, cancellationToken).ConfigureAwait(false);
        foreach (BodyId body in from.Select(s => s.Body).OfType<BodyId>())
            await invitations.MoveAsync(consultation, body, InvitationState.Answered, nameof(RegisterResponse), null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ResponseVersionId> AddVersionAsync(Receipt receipt, ResponseId response, int versionNumber, StoredDocument? document, CancellationToken cancellationToken)
    {
        ResponseVersionId version = ResponseVersionId.New();
        var row = new
        {
            version,
            response,
            consultation = receipt.Consultation,
            versionNumber,
            key = receipt.Key,
            state = (receipt.Kind == ResponseKind.Reply ? receipt.State : ResponseVersionState.Split).ToString(),
            receivedOn = receipt.ReceivedOn,
            account = current.Actor.Account,
            now = clock.GetUtcNow(),
            registrationNumber = receipt.RegistrationNumber,
            board = receipt.Decision?.Board,
            paragraph = receipt.Decision?.Paragraph,
            decided = receipt.Decision?.Date,
            reason = receipt.Reason,
            failure = receipt.Unreadable is { } why ? StoreJson.Write(why) : null,
        };
        await session.ExecuteAsync(AddVersion, row, cancellationToken).ConfigureAwait(false);
        foreach (ReceivedFile file in receipt.Files) await AddFileAsync(version, file, cancellationToken).ConfigureAwait(false);
        // Never refused: no one has seen a version that is made here.
        if (receipt.Read is { } read)
            await splits.SaveAsync(version, receipt.Consultation, read.Split, document, read.Unread, cancellationToken).ConfigureAwait(false);
        else if (receipt is { State: ResponseVersionState.Received, Kind: ResponseKind.Reply })
            await work.EnqueueAsync(SplitWork.Name, new SplitWork.Payload(version), version.ToString(), null, cancellationToken).ConfigureAwait(false);
        return version;
    }

    private async Task AnsweredAsync(Receipt receipt, IEnumerable<ResponseSender> from, string action, CancellationToken cancellationToken)
    {
        InvitationState state = InvitationStateRules.AnsweredBy(receipt.Kind);
        foreach (BodyId body in from.Select(s => s.Body).OfType<BodyId>())
            await invitations.MoveAsync(receipt.Consultation, body, state, action, receipt.Reason, cancellationToken).ConfigureAwait(false);
    }

    private static Registered Told(Receipt receipt, ResponseId response, ResponseVersionId version, int number, IReadOnlyList<ResponseSender> from) => new(response, version, number)
    {
        State = receipt.Kind == ResponseKind.Reply ? receipt.State : ResponseVersionState.Split,
        Unreadable = receipt.Unreadable,
        Senders = from,
        Comments = receipt.Read?.Split.Comments.Length ?? 0,
    };

    private sealed record ReceiptRow
    {
        public ResponseId ResponseId { get; init; }

        public ResponseVersionId ResponseVersionId { get; init; }

        public ResponseVersionState State { get; init; }

        public string? FailureJson { get; init; }

        public int Number { get; init; }

        public int Comments { get; init; }
    }
}
