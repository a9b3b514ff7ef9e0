using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>
/// Undoes a change of a reply's comments, whoever made it, if nothing has been built on it since. An undoing is a change
/// too, and can be undone.
/// </summary>
public static class UndoChange
{
    /// <summary>Which.</summary>
    public sealed record Command(CommentChangeId Change) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.CommentChange, Change.Value);
    }

    internal sealed class Handler(CommentEditor editor, CommentHistory history, CommentConflicts conflicts) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public async Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) =>
            await history.FindAsync(command.Change, cancellationToken).ConfigureAwait(false) is { } change
                ? await UndoAsync(change, editor, history, conflicts, cancellationToken).ConfigureAwait(false) : Refusals.NotThere;
    }

    internal static async Task<Result<EditReceipt>> UndoAsync(
        ChangeRow change, CommentEditor editor, CommentHistory history, CommentConflicts conflicts, CancellationToken cancellationToken)
    {
        Result<LoadedReply> reply = await editor.LoadAsync(change.ResponseVersionId, cancellationToken).ConfigureAwait(false);
        if (!reply.IsOk) return reply.Failure;
        // Read again now that the reply is locked: someone may just have undone it.
        change = (await history.FindAsync(change.Id, cancellationToken).ConfigureAwait(false))!;
        if (change.UndoneByChangeId is not null)
            return new Conflict(new Phrase("Ändringen är redan ångrad.", "The change has been undone already."));
        if (reply.Value.State.Undo(change.Change) is not { } undo) return await conflicts.OfUndoAsync(change, cancellationToken).ConfigureAwait(false);
        Result<EditReceipt> done = await editor.ApplyOneAsync(nameof(UndoChange), reply.Value, undo, change.Id, cancellationToken).ConfigureAwait(false);
        if (done.IsOk && done.Value.Changes is [var by]) await history.MarkUndoneAsync(change, by, cancellationToken).ConfigureAwait(false);
        return done;
    }
}

/// <summary>Undoes the last change that one made oneself in a reply and that still holds; sent again, the one before it.</summary>
public static class UndoLast
{
    private const string Columns = "comment_change_id";

    private const string Last = """
        FROM comment_change
        WHERE response_version_id = @Reply AND undoes_change_id IS NULL AND undone_by_change_id IS NULL AND actor_name = @name
            AND (account_id = @account OR (account_id IS NULL AND @account IS NULL))
        ORDER BY sequence DESC
        """;

    /// <summary>In which reply.</summary>
    public sealed record Command(ResponseVersionId Reply) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Handler(DbSession session, CurrentActor current, CommentEditor editor, CommentHistory history, CommentConflicts conflicts)
        : IRequestHandler<Command, Result<EditReceipt>>
    {
        public async Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var parameters = new { command.Reply, name = current.Actor.Name, account = current.Actor.Account };
            return await session.FindAsync<CommentChangeId?>(session.Dialect.First(Columns, Last), parameters, cancellationToken).ConfigureAwait(false) is { } id
                && await history.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } change
                ? await UndoChange.UndoAsync(change, editor, history, conflicts, cancellationToken).ConfigureAwait(false)
                : new NotFound(new Phrase("Du har ingen ändring att ångra i det här svaret.", "You have no change to undo in this reply."));
        }
    }
}
