using Remiss.Application.Database;
using Remiss.Application.Security;

namespace Remiss.Application.Auditing;

/// <summary>Keeps the requests that were refused because the one who asked may not, apart from the audit chain: they changed nothing.</summary>
internal sealed class RefusalLog(DbSession session, CurrentActor current, Scope scope, TimeProvider clock)
{
    private const string Add = """
        INSERT INTO refused_command (refused_command_id, organisation_id, at, actor_kind, actor_id, actor_name, action, subject_id)
        VALUES (@id, @organisation, @at, @kind, @account, @name, @action, @subject)
        """;

    public Task AddAsync(string action, Guid? subject, CancellationToken cancellationToken) => session.ExecuteAsync(
        Add,
        new
        {
            id = Guid.CreateVersion7(),
            organisation = scope.Organisation,
            at = clock.GetUtcNow(),
            kind = current.Actor.Kind.ToString(),
            account = current.Actor.Account,
            name = current.Actor.Name,
            action,
            subject = subject?.ToString(),
        },
        cancellationToken);
}
