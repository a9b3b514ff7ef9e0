using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Summaries;

/// <summary>What was asked for.</summary>
/// <param name="Id">The summary.</param>
/// <param name="Number">Its number in the consultation, from 1.</param>
/// <param name="Work">The work that makes it.</param>
public sealed record RequestedSummary(SummaryId Id, int Number, WorkItemId Work);

/// <summary>Asks for a summary (remissammanställning) of the replies as they are when a worker comes to it. It is made in the background.</summary>
public static class RequestSummary
{
    private const int MostTries = 10;

    private const string FindThreshold = "SELECT accept_threshold FROM consultation WHERE consultation_id = @Consultation";

    private const string CountContent = """
        SELECT (SELECT COUNT(*) FROM document WHERE consultation_id = @Consultation) AS documents,
            (SELECT COUNT(*) FROM response WHERE consultation_id = @Consultation) AS responses
        """;

    private const string NextNumber = "SELECT COALESCE(MAX(number), 0) + 1 FROM summary WHERE consultation_id = @Consultation";

    private const string Insert = """
        INSERT INTO summary (summary_id, consultation_id, number, state, options_json, is_draft, progress, requested_by, requested_at, version)
        VALUES (@id, @Consultation, @number, 'Queued', @options, @isDraft, 0, @by, @now, 1)
        """;

    /// <summary>Of what, and how.</summary>
    public sealed record Command(ConsultationId Consultation, SummaryOptions Options) : ICommand<RequestedSummary>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Options.AcceptThreshold).Must(threshold => threshold is null or (> 0 and <= 1))
                .Says("Gränsen för förslag ska vara ett tal över 0 och högst 1, till exempel 0,8.", "The threshold for suggestions must be a number above 0 and at most 1, for example 0.8.");
            RuleFor(c => c.Options.Order).IsInEnum().Says("Ordningen finns inte. Välj per avsnitt, per instans eller tabell.", "There is no such order. Choose by section, by body or as a table.");
            RuleFor(c => c.Options.Parts).Must(parts => parts is not { } chosen || (!chosen.IsDefault && chosen.Distinct().Count() == chosen.Length && chosen.All(part => Enum.IsDefined(part))))
                .Says("En del av sammanställningen är vald två gånger eller finns inte.", "A part of the summary is chosen twice or does not exist.");
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, CurrentActor current, WorkItems work, TimeProvider clock)
        : IRequestHandler<Command, Result<RequestedSummary>>
    {
        public async Task<Result<RequestedSummary>> Handle(Command command, CancellationToken cancellationToken)
        {
            ContentRow content = (await session.FindAsync<ContentRow>(CountContent, new { command.Consultation }, cancellationToken).ConfigureAwait(false))!;
            if (content.Documents == 0) return NoDocument;
            if (content.Responses == 0) return NoReplies;
            SummaryOptions options = command.Options;
            if (options.AcceptThreshold is null)
                options = options with { AcceptThreshold = await session.FindAsync<double?>(FindThreshold, new { command.Consultation }, cancellationToken).ConfigureAwait(false) };
            SummaryId id = SummaryId.New();
            int number = await InsertAsync(id, command.Consultation, options, cancellationToken).ConfigureAwait(false);
            WorkItemId? item = await work.EnqueueAsync(CompileSummary.WorkKind, id, null, null, cancellationToken).ConfigureAwait(false);
            audit.Note("summary", id.Value, null, new { number, options.Order, options.AcceptThreshold, options.IsDraft, options.PrintPrivateNames, options.Parts });
            return new RequestedSummary(id, number, item!.Value);
        }

        // Two who ask at the same time find the same number; the key lets one of them through, and the other takes the next.
        private async Task<int> InsertAsync(SummaryId id, ConsultationId consultation, SummaryOptions options, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                int number = await session.FindAsync<int>(NextNumber, new { Consultation = consultation }, cancellationToken).ConfigureAwait(false);
                var row = new
                {
                    id,
                    Consultation = consultation,
                    number,
                    options = StoreJson.Write(options),
                    isDraft = options.IsDraft,
                    by = current.Actor.Account,
                    now = clock.GetUtcNow(),
                };
                try
                {
                    await session.ExecuteAsync(Insert, row, cancellationToken).ConfigureAwait(false);
                    return number;
                }
                catch (DbException taken) when (attempt < MostTries && session.Dialect.IsDuplicateKey(taken))
                {
                    continue;
                }
            }
        }
    }

    private static Failure NoDocument { get; } = new Conflict(new Phrase(
        "Remissen har ingen remisshandling än. Läs in den först.",
        "The consultation has no consulted document yet. Import it first."));

    private static Failure NoReplies { get; } = new Conflict(new Phrase(
        "Det finns inga svar att ställa samman. Registrera minst ett svar först.",
        "There are no replies to compile. Register at least one reply first."));

    private sealed record ContentRow
    {
        public int Documents { get; init; }

        public int Responses { get; init; }
    }
}
