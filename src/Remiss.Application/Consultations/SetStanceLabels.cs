using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Consultations;

/// <summary>Sets what the stances are called in this consultation. A stance that is left out keeps its usual name.</summary>
public static class SetStanceLabels
{
    private const int Longest = 60;

    /// <summary>Which, the version the person saw, and the names.</summary>
    public sealed record Command(ConsultationId Id, int Version, IReadOnlyDictionary<Stance, string> Labels) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Id.Value, Role.Coordinator);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Labels).Must(labels => labels.Values.All(l => !string.IsNullOrWhiteSpace(l) && l.Length <= Longest && !l.Any(char.IsControl)))
                .Says($"Namnet på ett ställningstagande ska ha 1 till {Longest} tecken.", $"A stance's name must have 1 to {Longest} characters.");
            RuleFor(c => c.Labels).Must(labels => labels.Keys.All(Enum.IsDefined))
                .Says("Ett av ställningstagandena finns inte.", "One of the stances does not exist.");
            // Two stances under one name could not be told apart in the summary.
            RuleFor(c => c.Labels).Must(labels => labels.Values.Select(l => l?.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == labels.Count)
                .Says("Två ställningstaganden har samma namn. Ge dem olika.", "Two stances have the same name. Give them different ones.");
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            if (row.Version != command.Version) return ConsultationChange.Stale(row);
            var labels = new SortedDictionary<Stance, string>(command.Labels.ToDictionary(l => l.Key, l => l.Value.Trim()));
            var values = new { id = row.Id, version = row.Version, json = labels.Count == 0 ? null : StoreJson.Write(labels) };
            if (await ConsultationChange.SetAsync(session, "stance_labels_json = @json", row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.StanceLabels }, new { stanceLabels = labels });
            return default(Done);
        }
    }
}
