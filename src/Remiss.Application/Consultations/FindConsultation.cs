using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>The consultation that the command line means: by id, registration number or title. Never one of several by guess.</summary>
public static class FindConsultation
{
    private const int MostNamed = 6;

    private const string Select = """
        SELECT consultation_id AS id, organisation_id, title, registration_number, state, opens_on, deadline, created_at, version
        FROM consultation ORDER BY created_at DESC
        """;

    /// <summary>What was written.</summary>
    public sealed record Query(string Words) : IQuery<ConsultationRow>
    {
        /// <inheritdoc/>
        public Access Access => Access.Installation;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Words).Must(w => !string.IsNullOrWhiteSpace(w))
            .Says("Ange remissen med rubrik, diarienummer eller id.", "Name the consultation by title, registration number or id.");
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ConsultationRow>>
    {
        public async Task<Result<ConsultationRow>> Handle(Query query, CancellationToken cancellationToken)
        {
            string words = query.Words.Trim();
            var all = await session.ListAsync<ConsultationRow>(Select, null, cancellationToken).ConfigureAwait(false);
            var found = all.Where(c => Is(c.Id.ToString(), words) || Is(c.RegistrationNumber, words) || Is(c.Title, words)).ToList();
            if (found.Count == 0) found = [.. all.Where(c => c.Title.Contains(words, StringComparison.OrdinalIgnoreCase))];
            if (found.Count == 1) return found[0];
            string named = string.Join(", ", (found.Count > 0 ? found : all).Take(MostNamed).Select(c => $"”{c.Title}” ({c.RegistrationNumber ?? c.Id.ToString()})"));
            if (found.Count > 1)
            {
                return new Invalid(new Phrase(
                    $"Flera remisser passar in på ”{words}”: {named}. Ange diarienumret eller id.", $"Several consultations match '{words}': {named}. Give the registration number or the id."));
            }
            return new NotFound(all.Count == 0
                ? new Phrase("Det finns ingen remiss i databasen än.", "There is no consultation in the database yet.")
                : new Phrase($"Ingen remiss heter ”{words}”. De senaste: {named}.", $"No consultation is called '{words}'. The latest: {named}."));
        }

        private static bool Is(string? value, string words) => string.Equals(value, words, StringComparison.OrdinalIgnoreCase);
    }
}
