using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Auditing;

/// <summary>
/// Goes through an organisation's whole audit log and finds what was changed, taken away or put in between. That the
/// newest entries were cut off together with the chain's end can only be seen against a hash that was noted elsewhere.
/// </summary>
public static class VerifyAudit
{
    private const int MostFaults = 100;
    private const int Chunk = 1000;

    private const string List = """
        SELECT organisation_id, sequence, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, consultation_id,
            before_json, after_json, previous_hash, hash
        FROM audit_entry WHERE organisation_id = @organisation AND sequence > @after ORDER BY sequence
        """;

    private const string FindEnd = "SELECT sequence, hash FROM audit_chain WHERE organisation_id = @organisation";

    /// <summary>Whose log; and, where known, a hash that an earlier check printed, which must still be in the chain.</summary>
    public sealed record Query(OrganisationId Organisation, string? KnownHash = null) : IQuery<Report>
    {
        /// <inheritdoc/>
        public Access Access => Access.Administrator(Resource.Organisation, Organisation.Value);
    }

    /// <summary>What was found.</summary>
    /// <param name="Entries">How many entries were read.</param>
    /// <param name="LastHash">The hash of the newest one: note it elsewhere, and the next check can prove that nothing was cut off.</param>
    /// <param name="Faults">What is wrong, the first hundred; empty where the chain is whole.</param>
    public sealed record Report(long Entries, string LastHash, ImmutableArray<Phrase> Faults);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.KnownHash).Must(h => h is null || (h.Length == 64 && h.All(char.IsAsciiHexDigit)))
            .Says("Kontrollsumman ska vara 64 tecken 0–9 och a–f.", "The hash must be 64 characters 0–9 and a–f.");
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Query query, CancellationToken cancellationToken)
        {
            var faults = ImmutableArray.CreateBuilder<Phrase>();
            string previous = AuditEntry.FirstHash;
            bool knownSeen = query.KnownHash is null;
            long sequence = 0;
            long count = 0;
            while (true)
            {
                // In chunks: a log of many years does not fit in memory.
                var entries = await session.ListAsync<AuditEntry>(
                    $"{List} {session.Dialect.Page}", new { organisation = query.Organisation, after = sequence, skip = 0, take = Chunk }, cancellationToken).ConfigureAwait(false);
                foreach (AuditEntry entry in entries)
                {
                    if (entry.Sequence != sequence + 1) faults.Add(Missing(sequence + 1, entry.Sequence - 1));
                    else if (entry.PreviousHash != previous) faults.Add(Unlinked(entry.Sequence));
                    if (entry.Hash != entry.ComputeHash()) faults.Add(Altered(entry));
                    knownSeen |= string.Equals(entry.Hash, query.KnownHash, StringComparison.OrdinalIgnoreCase);
                    (sequence, previous) = (entry.Sequence, entry.Hash);
                }
                count += entries.Count;
                if (entries.Count < Chunk) break;
            }
            EndRow end = await session.FindAsync<EndRow>(FindEnd, new { organisation = query.Organisation }, cancellationToken).ConfigureAwait(false) ?? new EndRow();
            if (end.Sequence > sequence) faults.Add(Missing(sequence + 1, end.Sequence));
            else if (end.Sequence != sequence || end.Hash != previous) faults.Add(WrongEnd);
            if (!knownSeen) faults.Add(NotSeen);
            return new Report(count, previous, [.. faults.Take(MostFaults)]);
        }

        private static Phrase Missing(long from, long to) => from == to
            ? new($"Rad {from} saknas.", $"Entry {from} is missing.")
            : new($"Raderna {from}–{to} saknas.", $"Entries {from}–{to} are missing.");

        private static Phrase Unlinked(long sequence) => new(
            $"Rad {sequence} hänger inte ihop med raden före: någon av dem är utbytt.", $"Entry {sequence} does not follow from the one before: one of them was replaced.");

        private static Phrase Altered(AuditEntry entry) => new(
            $"Rad {entry.Sequence} ({entry.Action}) är ändrad efter att den skrevs.", $"Entry {entry.Sequence} ({entry.Action}) was changed after it was written.");

        private static Phrase WrongEnd { get; } = new(
            "Loggens slut stämmer inte med kedjan: något är tillagt eller utbytt utanför programmet.", "The log's end does not match the chain: something was added or replaced outside the program.");

        private static Phrase NotSeen { get; } = new(
            "Den angivna kontrollsumman finns inte i loggen: rader har tagits bort, eller så hör den till en annan logg.",
            "The given hash is not in the log: entries were cut off, or it belongs to another log.");
    }

    private sealed record EndRow
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = AuditEntry.FirstHash;
    }
}
