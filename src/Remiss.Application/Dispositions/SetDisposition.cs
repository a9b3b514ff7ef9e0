using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Comments;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Dispositions;

/// <summary>
/// Says what the region does with comments (hantering) and answers (bemötande), who is to write it and by when: for one, or for
/// all of a selection at once. Only what is given is set; the rest stays.
/// </summary>
public static class SetDisposition
{
    private const int Chunk = 500;
    private const int LongestReply = 20_000;

    private const string ListNow = """
        SELECT k.comment_no, k.comment_id, k.is_current, d.kind, d.state, d.reply, d.change_made, d.assigned_to, d.due_on, COALESCE(d.version, 0) AS version
        FROM comment k LEFT JOIN disposition d ON d.comment_no = k.comment_no WHERE k.comment_no IN @nos
        """;

    private const string Update = """
        UPDATE disposition SET
            kind = CASE WHEN @setKind = 1 THEN @kind ELSE kind END, state = CASE WHEN @setState = 1 THEN @state ELSE state END,
            reply = CASE WHEN @setReply = 1 THEN @reply ELSE reply END, change_made = CASE WHEN @setChange = 1 THEN @changeMade ELSE change_made END,
            assigned_to = CASE WHEN @setAssigned = 1 THEN @assignedTo ELSE assigned_to END, due_on = CASE WHEN @setDue = 1 THEN @dueOn ELSE due_on END,
            set_by = @by, set_at = @now, version = version + 1
        WHERE comment_no IN @nos
        """;

    private const string CountWriters = """
        SELECT COUNT(*) FROM account a JOIN consultation_role r ON r.account_id = a.account_id
        WHERE a.account_id = @account AND a.is_disabled = 0 AND r.consultation_id = @Consultation AND r.role IN ('Coordinator', 'Analyst')
        """;

    private static readonly string[] Columns = ["comment_no", "kind", "state", "reply", "change_made", "assigned_to", "due_on", "set_by", "set_at", "version"];

    /// <summary>What to set of which.</summary>
    /// <param name="Consultation">Whose.</param>
    /// <param name="Which">The comments; the versions are those of their dispositions, 0 where there was none.</param>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which) : ICommand<DispositionReceipt>
    {
        /// <summary>What the region does; null leaves it.</summary>
        public To<DispositionKind?>? Kind { get; init; }

        /// <summary>How far it has come. Null leaves it, but a new kind or text makes what was open or approved a draft again.</summary>
        public DispositionState? State { get; init; }

        /// <summary>The reply; null leaves it.</summary>
        public To<string?>? Reply { get; init; }

        /// <summary>What was changed in the document; null leaves it.</summary>
        public To<string?>? ChangeMade { get; init; }

        /// <summary>Who is to write it; null leaves it.</summary>
        public To<AccountId?>? AssignedTo { get; init; }

        /// <summary>By when; null leaves it.</summary>
        public To<DateOnly?>? DueOn { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);

        internal bool SetsContent => Kind is not null || Reply is not null || ChangeMade is not null;

        internal DispositionState? NewState => State ?? (SetsContent ? DispositionState.Drafted : null);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Which).IsSelection();
            RuleFor(c => c).Must(c => c.SetsContent || c.State is not null || c.AssignedTo is not null || c.DueOn is not null)
                .Says("Säg vad som ska ändras.", "Say what to change.");
            RuleFor(c => c.Kind).Must(k => k?.Value is not { } kind || Enum.IsDefined(kind)).Says("Välj en hantering i listan.", "Choose a disposition from the list.");
            RuleFor(c => c.State).Must(s => s is null || Enum.IsDefined(s.Value)).Says("Välj ett läge i listan.", "Choose a state from the list.");
            RuleFor(c => c.Reply).Must(r => (r?.Value?.Length ?? 0) <= LongestReply)
                .Says($"Bemötandet får vara högst {LongestReply} tecken.", $"The reply may be at most {LongestReply} characters.");
            RuleFor(c => c.ChangeMade).Must(r => (r?.Value?.Length ?? 0) <= LongestReply)
                .Says($"Ändringen får vara högst {LongestReply} tecken.", $"The change may be at most {LongestReply} characters.");
        }
    }

    internal sealed class Handler(DbSession session, CommentEditor editor, AuditTrail audit) : IRequestHandler<Command, Result<DispositionReceipt>>
    {
        public async Task<Result<DispositionReceipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.AssignedTo?.Value is { } account
                && await session.FindAsync<int>(CountWriters, new { account, command.Consultation }, cancellationToken).ConfigureAwait(false) == 0)
                return new Invalid(DispositionPhrases.NoWriter, nameof(Command.AssignedTo));

            var (places, _, skipped) = await editor.SelectAsync(command.Which, cancellationToken).ConfigureAwait(false);
            Dictionary<CommentId, int> seen = command.Which.Seen.ToDictionary(s => s.Id, s => s.Version);
            var changed = ImmutableArray.CreateBuilder<SeenComment>();
            foreach (long[] nos in places.Select(p => p.CommentNo).Chunk(Chunk))
            {
                var ready = new List<NowRow>();
                foreach (NowRow row in await session.ListAsync<NowRow>(ListNow, new { nos }, cancellationToken).ConfigureAwait(false))
                {
                    if (RefusalOf(command, row, seen) is not { } refusal) ready.Add(row);
                    else if (command.Which.Seen.Length == 1) return refusal;
                    else skipped.Add(new SkippedComment(row.CommentId, refusal.Message));
                }
                await WriteAsync(command, ready, cancellationToken).ConfigureAwait(false);
                changed.AddRange(ready.Select(r => new SeenComment(r.CommentId, r.Version + 1)));
            }
            if (command.Which.Seen.Length == 1 && changed.Count == 0) return Refusals.NotThere;
            return new DispositionReceipt(changed.ToImmutable(), [.. skipped]);
        }

        private static Failure? RefusalOf(Command command, NowRow row, Dictionary<CommentId, int> seen)
        {
            if (!row.IsCurrent) return new Conflict(CommentPhrases.Gone);
            if (seen.TryGetValue(row.CommentId, out int version) && version != row.Version)
                return new Conflict(DispositionPhrases.Changed(row.Kind, row.State, row.Reply, command.Kind is { } k ? k.Value : row.Kind, command.NewState ?? row.State, command.Reply is { } r ? r.Value : row.Reply));
            bool lacksKind = (command.Kind is { } kind ? kind.Value : row.Kind) is null;
            return lacksKind && (command.NewState ?? row.State) == DispositionState.Approved ? new Invalid(DispositionPhrases.NoKind, nameof(Command.Kind)) : null;
        }

        private async Task WriteAsync(Command command, List<NowRow> rows, CancellationToken cancellationToken)
        {
            if (rows.Count == 0) return;
            DispositionState? state = command.NewState;
            var set = new
            {
                setKind = command.Kind is not null,
                kind = command.Kind?.Value?.ToString(),
                setState = state is not null,
                state = state?.ToString(),
                setReply = command.Reply is not null,
                reply = Tidy(command.Reply),
                setChange = command.ChangeMade is not null,
                changeMade = Tidy(command.ChangeMade),
                setAssigned = command.AssignedTo is not null,
                assignedTo = command.AssignedTo?.Value,
                setDue = command.DueOn is not null,
                dueOn = command.DueOn?.Value,
                by = editor.Stamp.By,
                now = editor.Stamp.At,
                nos = rows.Where(r => r.Version > 0).Select(r => r.CommentNo),
            };
            await session.ExecuteAsync(Update, set, cancellationToken).ConfigureAwait(false);
            await session.InsertAsync(
                "disposition", Columns,
                [
                    .. rows.Where(r => r.Version == 0).Select(r => new object?[]
                    {
                        r.CommentNo, set.kind, set.state ?? nameof(DispositionState.Open), set.reply, set.changeMade, set.assignedTo?.Value, set.dueOn, set.by, set.now, 1,
                    }),
                ],
                cancellationToken).ConfigureAwait(false);
            // One entry for many rows: what they were, each, and what all of them became.
            audit.Note(
                "disposition", rows[0].CommentId.Value,
                rows.Select(r => new { comment = r.CommentId, r.Kind, state = r.Version == 0 ? (DispositionState?)null : r.State, r.Reply, r.ChangeMade, r.AssignedTo, r.DueOn, r.Version }),
                new { comments = rows.Count, command.Kind, state, command.Reply, command.ChangeMade, command.AssignedTo, command.DueOn });
        }

        private static string? Tidy(To<string?>? text) => string.IsNullOrWhiteSpace(text?.Value) ? null : text.Value.Value.Trim();
    }

    private sealed record NowRow
    {
        public long CommentNo { get; init; }

        public CommentId CommentId { get; init; }

        public bool IsCurrent { get; init; }

        public DispositionKind? Kind { get; init; }

        public DispositionState State { get; init; }

        public string? Reply { get; init; }

        public string? ChangeMade { get; init; }

        public AccountId? AssignedTo { get; init; }

        public DateOnly? DueOn { get; init; }

        public int Version { get; init; }
    }
}

/// <summary>A value that is to be set, nothing included; where there is none of these, what stands is left.</summary>
public readonly record struct To<T>(T Value);

/// <summary>What setting dispositions came to.</summary>
/// <param name="Comments">The comments whose dispositions were set, with the dispositions' new versions.</param>
/// <param name="Skipped">Those that were left as they were, and why.</param>
public sealed record DispositionReceipt(ImmutableArray<SeenComment> Comments, ImmutableArray<SkippedComment> Skipped);
