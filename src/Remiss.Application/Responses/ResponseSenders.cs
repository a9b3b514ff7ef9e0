using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>Who sent which reply: names as printed, bodies of the register, and that a body answers once.</summary>
internal sealed class ResponseSenders(DbSession session)
{
    private const string ListOf = "SELECT name, body_id, is_private_person FROM response_sender WHERE response_id = @response ORDER BY ordinal";

    private const string ListRegister = """
        SELECT b.body_id, b.name FROM body b JOIN consultation c ON c.organisation_id = b.organisation_id
        WHERE c.consultation_id = @consultation AND b.is_retired = 0
        """;

    private const string ListNamed = """
        SELECT b.body_id, b.name FROM body b JOIN consultation c ON c.organisation_id = b.organisation_id
        WHERE c.consultation_id = @consultation AND b.body_id IN @bodies
        """;

    private const string ListAnswered = """
        SELECT b.name, r.number FROM response_body x JOIN body b ON b.body_id = x.body_id JOIN response r ON r.response_id = x.response_id
        WHERE x.consultation_id = @consultation AND x.response_id <> @response AND x.body_id IN @bodies ORDER BY b.name
        """;

    private const string ClearSenders = "DELETE FROM response_sender WHERE response_id = @response";
    private const string ClearBodies = "DELETE FROM response_body WHERE response_id = @response";
    private static readonly string[] SenderColumns = ["response_id", "ordinal", "name", "body_id", "is_private_person"];
    private static readonly string[] BodyColumns = ["consultation_id", "body_id", "response_id"];

    /// <summary>The senders of a reply.</summary>
    public async Task<IReadOnlyList<ResponseSender>> OfAsync(ResponseId response, CancellationToken cancellationToken) =>
        [.. (await session.ListAsync<Row>(ListOf, new { response }, cancellationToken).ConfigureAwait(false)).Select(r => new ResponseSender(r.Name, r.BodyId, r.IsPrivatePerson))];

    /// <summary>The register of the consultation's organisation.</summary>
    public async Task<IReadOnlyList<NamedBody>> RegisterAsync(ConsultationId consultation, CancellationToken cancellationToken) =>
        Named(await session.ListAsync<Row>(ListRegister, new { consultation }, cancellationToken).ConfigureAwait(false));

    /// <summary>Names as senders: each with its body where exactly one of the register has that name.</summary>
    public async Task<ImmutableArray<ResponseSender>> MatchAsync(
        ConsultationId consultation, IReadOnlyCollection<string> names, bool isPrivatePerson, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return [];
        var register = isPrivatePerson ? [] : await RegisterAsync(consultation, cancellationToken).ConfigureAwait(false);
        return Once(names.Select(n => n.Trim()).Where(n => n.Length > 0)
            .Select(n => new ResponseSender(Limits.Cut(n, Limits.Name), SenderNames.Find(n, register)?.Id, isPrivatePerson)));
    }

    /// <summary>What a person chose, as senders: bodies by the name they have in the register, names as they are; or that a body is not in the register.</summary>
    public async Task<Result<ImmutableArray<ResponseSender>>> ChosenAsync(
        ConsultationId consultation, ImmutableArray<BodyId> bodies, ImmutableArray<string> names, bool isPrivatePerson, CancellationToken cancellationToken)
    {
        var found = bodies.IsEmpty ? [] : Named(await session.ListAsync<Row>(ListNamed, new { consultation, bodies = bodies.Select(b => b.Value).ToArray() }, cancellationToken).ConfigureAwait(false));
        if (bodies.Any(b => found.All(f => f.Id != b)))
            return new Invalid(new Phrase("Instansen finns inte i registret. Välj en som finns där.", "The body is not in the register. Choose one that is."), "Bodies");
        var matched = await MatchAsync(consultation, names, isPrivatePerson, cancellationToken).ConfigureAwait(false);
        return Once(bodies.Select(b => found.First(f => f.Id == b)).Select(b => new ResponseSender(b.Name, b.Id)).Concat(matched));
    }

    /// <summary>Why the senders cannot stand: one of them has answered with another reply.</summary>
    public async Task<Conflict?> RefusalOfAsync(ConsultationId consultation, ResponseId response, IEnumerable<ResponseSender> from, CancellationToken cancellationToken)
    {
        Guid[] bodies = [.. from.Select(s => s.Body).OfType<BodyId>().Select(b => b.Value)];
        if (bodies.Length == 0) return null;
        var answered = await session.ListAsync<AnsweredRow>(ListAnswered, new { consultation, response, bodies }, cancellationToken).ConfigureAwait(false);
        if (answered.Count == 0) return null;
        (string name, int number) = (answered[0].Name, answered[0].Number);
        return new Conflict(new Phrase(
            $"{name} har redan svarat (svar {number}). Registrera det här som en ny version av det svaret, eller under en annan avsändare.",
            $"{name} has replied already (reply {number}). Register this as a new version of that reply, or under another sender."));
    }

    /// <summary>Sets the senders of a reply, and with them the bodies that have answered by it. The caller has asked for a refusal.</summary>
    public async Task SetAsync(ConsultationId consultation, ResponseId response, IReadOnlyList<ResponseSender> from, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(ClearSenders, new { response }, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(ClearBodies, new { response }, cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "response_sender", SenderColumns, [.. from.Select((s, i) => new object?[] { response.Value, i + 1, s.Name, s.Body?.Value, s.IsPrivatePerson })], cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "response_body", BodyColumns, [.. from.Select(s => s.Body).OfType<BodyId>().Distinct().Select(b => new object?[] { consultation.Value, b.Value, response.Value })], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Senders as the audit keeps them: a private person's name is not repeated there.</summary>
    public static IReadOnlyList<string> Audited(IEnumerable<ResponseSender> from) => [.. from.Select(s => s.IsPrivatePerson ? "privatperson" : s.Name)];

    private static ImmutableArray<ResponseSender> Once(IEnumerable<ResponseSender> from) =>
        [.. from.DistinctBy(s => s.Body is { } body ? body.ToString() : s.Name, StringComparer.OrdinalIgnoreCase)];

    private static List<NamedBody> Named(IEnumerable<Row> rows) => [.. rows.Select(r => new NamedBody(r.BodyId!.Value, r.Name))];

    private sealed record Row
    {
        public string Name { get; init; } = string.Empty;

        public BodyId? BodyId { get; init; }

        public bool IsPrivatePerson { get; init; }
    }

    private sealed record AnsweredRow
    {
        public string Name { get; init; } = string.Empty;

        public int Number { get; init; }
    }
}
