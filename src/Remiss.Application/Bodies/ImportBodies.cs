using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Brings a site's own list of bodies, with addresses, into the register. All of the file or nothing.</summary>
public static class ImportBodies
{
    /// <summary>In whose register, and the CSV file's bytes (at most 10 MB).</summary>
    public sealed record Command(OrganisationId Organisation, byte[] Content) : ICommand<BodyImportReport>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content).Must(content => content is { Length: > 0 })
            .Says("Filen är tom.", "The file is empty.");
    }

    internal sealed class Handler(BodyRegister register) : IRequestHandler<Command, Result<BodyImportReport>>
    {
        public async Task<Result<BodyImportReport>> Handle(Command command, CancellationToken cancellationToken)
        {
            var lines = BodyCsv.Read(command.Content);
            return lines.IsOk ? await register.ApplyAsync(command.Organisation, lines.Value, cancellationToken).ConfigureAwait(false) : lines.Failure;
        }
    }
}
