using MediatR;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Consultations;

/// <summary>Commands of a consultation that say nothing of archives, as one that someone adds one day.</summary>
internal static class Untold
{
    internal sealed record Command(ConsultationId Id) : ICommand<Done>
    {
        public Access Access => Access.Reading(Resource.Consultation, Id.Value);
    }

    internal sealed record OwnTransactions(ConsultationId Id) : ICommand<Done>, IOwnTransactions
    {
        public Access Access => Access.Reading(Resource.Consultation, Id.Value);
    }

    /// <summary>Stands for a command during whose work someone archives the consultation.</summary>
    internal sealed record ArchivesUnderway(ConsultationId Id) : ICommand<Done>
    {
        public Access Access => Access.Reading(Resource.Consultation, Id.Value);
    }

    internal sealed class Handler(DbSession session)
        : IRequestHandler<Command, Result<Done>>, IRequestHandler<OwnTransactions, Result<Done>>, IRequestHandler<ArchivesUnderway, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken) => Task.FromResult<Result<Done>>(default(Done));

        public Task<Result<Done>> Handle(OwnTransactions command, CancellationToken cancellationToken) => Task.FromResult<Result<Done>>(default(Done));

        public async Task<Result<Done>> Handle(ArchivesUnderway command, CancellationToken cancellationToken)
        {
            await session.ExecuteAsync(
                "UPDATE consultation SET state = @state WHERE consultation_id = @Id", new { state = nameof(ConsultationState.Archived), command.Id }, cancellationToken);
            return default(Done);
        }
    }
}
