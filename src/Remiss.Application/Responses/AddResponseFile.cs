using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>Adds a file to a reply's current version: an extract from the minutes, an attachment. It is kept as it is and not split.</summary>
public static class AddResponseFile
{
    private const string CountSame = """
        SELECT COUNT(*) FROM response_file WHERE response_version_id = @version AND sha256 = @sha256
        """;

    private const string Take = "UPDATE response SET version = version + 1 WHERE response_id = @Response";

    /// <summary>The file.</summary>
    /// <param name="Response">The reply it belongs to.</param>
    /// <param name="File">Its name and bytes.</param>
    /// <param name="Role">What it is: minutes or an attachment.</param>
    public sealed record Command(ResponseId Response, SourceFile File, ResponseFileRole Role) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Response, Response.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.File).IsReceivedFile();
            RuleFor(c => c.Role).Must(role => role is ResponseFileRole.Minutes or ResponseFileRole.Attachment)
                .Says("Ett nytt original är en ny version av svaret. Registrera filen som en sådan.", "A new original is a new version of the reply. Register the file as one.");
        }
    }

    internal sealed class Handler(DbSession session, ResponseWriter writer, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Takes the reply's row, so that two files at once get a number each.
            await session.ExecuteAsync(Take, new { command.Response }, cancellationToken).ConfigureAwait(false);
            ResponseRow row = await ResponseRow.ReadAsync(session, command.Response, cancellationToken).ConfigureAwait(false);
            string sha256 = Files.FileStore.NameOf(command.File.Bytes.Span);
            if (await session.FindAsync<int>(CountSame, new { version = row.ResponseVersionId, sha256 }, cancellationToken).ConfigureAwait(false) > 0)
                return new Conflict(new Phrase("Filen finns redan bland svarets filer.", "The file is among the reply's files already."));
            var file = new ReceivedFile(command.File.Name, command.Role, command.File.Bytes);
            await writer.AddFileAsync(row.ResponseVersionId, file, cancellationToken).ConfigureAwait(false);
            audit.Note("response_version", row.ResponseVersionId.Value, null, new { file = file.ShownName, role = command.Role.ToString(), sha256 });
            return default(Done);
        }
    }
}
