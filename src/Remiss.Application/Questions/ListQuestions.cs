using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Questions;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    OneOf,

    /// <summary>Any number of the options.</summary>
    ManyOf,

    /// <summary>A step of a scale, whose steps are the options in order.</summary>
    Scale,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words of one's own.</summary>
    Text,
}

/// <summary>A question of a consultation (fråga).</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Its version, to be handed back with a change.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Options">What can be chosen; empty where nothing is.</param>
/// <param name="IsRequired">Whether a reply by form must answer it.</param>
/// <param name="Section">The section it is about, or null for the document as a whole.</param>
/// <param name="Answers">How many replies have answered it.</param>
public sealed record Question(
    QuestionId Id, int Version, QuestionKind Kind, string Text, ImmutableArray<string> Options, bool IsRequired, StoredSectionId? Section, int Answers);

/// <summary>The questions of a consultation in their order.</summary>
public static class ListQuestions
{
    private const string Select = """
        SELECT q.question_id AS id, q.version, q.kind, q.question_text, q.options_json, q.is_required, q.section_id,
            (SELECT COUNT(*) FROM answer a WHERE a.question_id = q.question_id) AS answers
        FROM question q WHERE q.consultation_id = @consultation ORDER BY q.ordinal
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<ImmutableArray<Question>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<Question>>>
    {
        public async Task<Result<ImmutableArray<Question>>> Handle(Query query, CancellationToken cancellationToken) =>
            await ReadAsync(session, query.Consultation, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<ImmutableArray<Question>> ReadAsync(DbSession session, ConsultationId consultation, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<Row>(Select, new { consultation }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new Question(r.Id, r.Version, r.Kind, r.QuestionText, [.. StoreJson.Read<string[]>(r.OptionsJson)], r.IsRequired, r.SectionId, r.Answers))];
    }

    private sealed record Row
    {
        public QuestionId Id { get; init; }

        public int Version { get; init; }

        public QuestionKind Kind { get; init; }

        public string QuestionText { get; init; } = string.Empty;

        public string OptionsJson { get; init; } = "[]";

        public bool IsRequired { get; init; }

        public StoredSectionId? SectionId { get; init; }

        public int Answers { get; init; }
    }
}
