using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Questions;

/// <summary>
/// Sets the questions of a consultation in their order. Once anyone has answered, questions can be added and reworded, and
/// options added at the end, but nothing that an answer refers to goes away or changes its meaning.
/// </summary>
public static class SetQuestions
{
    private const int MostQuestions = 200;
    private const int MostOptions = 50;
    private const int LongestText = 4_000;
    private const int LongestOption = 500;

    // Held until the commit, as by those who register replies: no answer comes to a question that goes away.
    private const string Take = "UPDATE consultation SET version = version WHERE consultation_id = @consultation";

    // The order is a key: out of the way first.
    private const string MakeRoom = "UPDATE question SET ordinal = -ordinal WHERE consultation_id = @consultation";
    private const string Delete = "DELETE FROM question WHERE question_id = @id";

    private const string Insert = """
        INSERT INTO question (question_id, consultation_id, section_id, ordinal, kind, question_text, options_json, is_required, version)
        VALUES (@id, @consultation, @Section, @ordinal, @kind, @text, @options, @IsRequired, 1)
        """;

    private const string Update = """
        UPDATE question SET section_id = @Section, ordinal = @ordinal, kind = @kind, question_text = @text, options_json = @options,
            is_required = @IsRequired, version = version + @changed
        WHERE question_id = @id AND version = @Version
        """;

    /// <summary>One question as it is to be.</summary>
    /// <param name="Kind">How it is answered.</param>
    /// <param name="Text">What is asked.</param>
    public sealed record Item(QuestionKind Kind, string Text)
    {
        /// <summary>The question that it changes, or null for a new one.</summary>
        public QuestionId? Id { get; init; }

        /// <summary>The version that the person saw of it.</summary>
        public int Version { get; init; }

        /// <summary>What can be chosen.</summary>
        public ImmutableArray<string> Options { get; init; } = [];

        /// <summary>Whether a reply by form must answer it.</summary>
        public bool IsRequired { get; init; }

        /// <summary>The section it is about, or null.</summary>
        public StoredSectionId? Section { get; init; }
    }

    /// <summary>The whole list, and the questions that are taken away: one in neither was added by someone else meanwhile.</summary>
    public sealed record Command(ConsultationId Consultation, ImmutableArray<Item> Questions) : ICommand<Done>
    {
        /// <summary>The questions that are taken away.</summary>
        public ImmutableArray<QuestionId> Removed { get; init; } = [];

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Questions).Must(q => !q.IsDefault && q.Length <= MostQuestions)
                .Says($"En remiss kan ha högst {MostQuestions} frågor.", $"A consultation can have at most {MostQuestions} questions.");
            When(c => !c.Questions.IsDefault, () => RuleFor(c => c.Questions).Must(q => q.Where(i => i.Id is not null).DistinctBy(i => i.Id).Count() == q.Count(i => i.Id is not null))
                .Says("Samma fråga står två gånger i listan. Ta bort den ena.", "The same question stands twice in the list. Remove one."));
            RuleForEach(c => c.Questions).ChildRules(item =>
            {
                item.RuleFor(i => i.Text).Must(t => !string.IsNullOrWhiteSpace(t) && t.Length <= LongestText)
                    .Says($"Skriv en fråga på högst {LongestText} tecken.", $"Write a question of at most {LongestText} characters.");
                item.RuleFor(i => i.Options).Must((i, options) => FitsKind(i.Kind, options))
                    .Says(
                        $"Frågor med val behöver mellan 2 och {MostOptions} olika svarsalternativ; frågor med tal eller text har inga.",
                        $"Questions with a choice need between 2 and {MostOptions} different options; questions with a number or a text have none.");
            });
        }

        private static bool FitsKind(QuestionKind kind, ImmutableArray<string> options)
        {
            if (options.IsDefault || !Enum.IsDefined(kind)) return false;
            if (kind is QuestionKind.Number or QuestionKind.Text) return options.IsEmpty;
            return options.Length is >= 2 and <= MostOptions && options.All(o => !string.IsNullOrWhiteSpace(o) && o.Length <= LongestOption)
                && options.Select(o => o.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == options.Length;
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, StoredDocuments documents) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Taken before it is read: the second of two waits here and sees what the first did.
            await session.ExecuteAsync(Take, new { consultation = command.Consultation }, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(MakeRoom, new { consultation = command.Consultation }, cancellationToken).ConfigureAwait(false);
            var now = (await ListQuestions.ReadAsync(session, command.Consultation, cancellationToken).ConfigureAwait(false)).ToDictionary(q => q.Id);
            if (QuestionRules.Refusal(command, now) is { } refusal) return refusal;
            StoredDocument? document = await documents.CurrentAsync(command.Consultation, cancellationToken).ConfigureAwait(false);
            if (command.Questions.Any(q => q.Section is { } section && document?.KeyOf(section) is null && !now.Values.Any(n => n.Section == section)))
                return new Invalid(new Phrase("En fråga gäller ett avsnitt som inte finns i remisshandlingen. Välj ett annat.", "A question is about a section that the document does not have. Choose another."), "Section");

            foreach (QuestionId id in command.Removed)
                await session.ExecuteAsync(Delete, new { id }, cancellationToken).ConfigureAwait(false);
            int ordinal = 0;
            foreach (Item item in command.Questions)
            {
                Question? old = item.Id is { } known ? now[known] : null;
                var row = new
                {
                    id = item.Id ?? QuestionId.New(),
                    consultation = command.Consultation,
                    item.Section,
                    ordinal = ++ordinal,
                    kind = item.Kind.ToString(),
                    text = item.Text.Trim(),
                    options = StoreJson.Write(item.Options.Select(o => o.Trim())),
                    item.IsRequired,
                    item.Version,
                    changed = old is null || QuestionRules.IsSame(old, item) ? 0 : 1,
                };
                await session.ExecuteAsync(old is null ? Insert : Update, row, cancellationToken).ConfigureAwait(false);
                if (row.changed == 1 || old is null)
                    audit.Note("question", row.id.Value, old is null ? null : new { old.Kind, old.Text, old.Options, old.IsRequired }, new { item.Kind, row.text, item.Options, item.IsRequired });
            }
            foreach (QuestionId id in command.Removed) audit.Note("question", id.Value, new { now[id].Kind, now[id].Text }, null);
            return default(Done);
        }
    }
}
