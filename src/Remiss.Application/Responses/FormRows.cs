using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>An answer to a question of the consultation.</summary>
/// <param name="Question">The question.</param>
/// <param name="Value">An option's index from 0, a list of them, a number, or a text, as the question's kind says.</param>
public sealed record FormAnswer(QuestionId Question, JsonElement Value);

/// <summary>What kind of dissent it is.</summary>
public enum ReservationKind
{
    /// <summary>Reservation against the decision.</summary>
    Reservation,

    /// <summary>Särskilt yttrande.</summary>
    SeparateOpinion,
}

/// <summary>A reservation or separate opinion that is part of a reply.</summary>
public sealed record FormReservation(ReservationKind Kind, string Who, string Text);

/// <summary>What a form has beside its comments: answers and reservations.</summary>
internal sealed class FormRows(DbSession session, CurrentActor current, TimeProvider clock)
{
    private const int LongestText = 100_000;
    private const string ListQuestions = "SELECT question_id, kind, options_json FROM question WHERE consultation_id = @consultation";

    private const string ChosenStance =
        "UPDATE response_version SET overall_set_by = @account, overall_set_at = @now WHERE response_version_id = @version";

    private static readonly string[] AnswerColumns = ["response_version_id", "question_id", "value_json"];
    private static readonly string[] ReservationColumns = ["response_version_id", "ordinal", "kind", "who", "reservation_text"];

    /// <summary>Why the answers cannot be kept, or null.</summary>
    public async Task<Invalid?> RefusalOfAsync(ConsultationId consultation, ImmutableArray<FormAnswer> answers, CancellationToken cancellationToken)
    {
        if (answers.IsEmpty) return null;
        var questions = (await session.ListAsync<Row>(ListQuestions, new { consultation }, cancellationToken).ConfigureAwait(false)).ToDictionary(q => q.QuestionId);
        bool fits = answers.DistinctBy(a => a.Question).Count() == answers.Length
            && answers.All(a => questions.TryGetValue(a.Question, out Row? question) && question.Takes(a.Value));
        return fits ? null : new Invalid(new Phrase(
            "Ett av svaren passar inte till sin fråga. Läs om sidan och svara igen.", "One of the answers does not fit its question. Reload the page and answer again."), "Answers");
    }

    /// <summary>Writes them, in the open transaction.</summary>
    public async Task SaveAsync(
        ResponseVersionId version, ImmutableArray<FormAnswer> answers, ImmutableArray<FormReservation> reservations, bool stanceWasChosen, CancellationToken cancellationToken)
    {
        await session.InsertAsync("answer", AnswerColumns, [.. answers.Select(a => new object?[] { version.Value, a.Question.Value, StoreJson.Write(a.Value) })], cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "reservation", ReservationColumns, [.. reservations.Select((r, i) => new object?[] { version.Value, i + 1, r.Kind, r.Who.Trim(), r.Text.Trim() })], cancellationToken).ConfigureAwait(false);
        if (stanceWasChosen)
            await session.ExecuteAsync(ChosenStance, new { account = current.Actor.Account, now = clock.GetUtcNow(), version }, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Row
    {
        public QuestionId QuestionId { get; init; }

        public string Kind { get; init; } = string.Empty;

        public string OptionsJson { get; init; } = "[]";

        public bool Takes(JsonElement value) => Kind switch
        {
            "OneOf" => IsOption(value),
            "ManyOf" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsOption)
                && value.EnumerateArray().Select(v => v.GetInt32()).Distinct().Count() == value.GetArrayLength(),
            "Scale" or "Number" => value.ValueKind == JsonValueKind.Number,
            _ => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= LongestText,
        };

        private bool IsOption(JsonElement value) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int index) && index >= 0 && index < StoreJson.Read<string[]>(OptionsJson).Length;
    }
}
