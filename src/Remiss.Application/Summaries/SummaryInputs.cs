using System.Collections.Immutable;
using System.Globalization;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Invitations;
using Remiss.Application.Json;
using Remiss.Application.Responses;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Application.Summaries;

/// <summary>Reads all that a summary is composed from, as the consultation stands now. Only the current version of each reply counts.</summary>
internal sealed class SummaryInputs(DbSession session, StoredDocuments documents, SplitRows splits)
{
    private const string FindOrganisation =
        "SELECT o.name FROM organisation o JOIN consultation c ON c.organisation_id = o.organisation_id WHERE c.consultation_id = @consultation";

    private const string ListInvited = """
        SELECT b.name, i.state FROM invitation i JOIN body b ON b.body_id = i.body_id
        WHERE i.consultation_id = @consultation AND i.state NOT IN ('Planned', 'Withdrawn') ORDER BY b.name
        """;

    private const string CurrentVersions = """
        FROM response r JOIN response_version v ON v.response_id = r.response_id AND v.number = r.current_version
        """;

    private const string ListQuiet = $"""
        SELECT r.number, r.kind, v.received_on, v.registration_number, v.decision_board, v.decision_paragraph, v.decision_on, s.name, s.is_private_person
        {CurrentVersions} JOIN response_sender s ON s.response_id = r.response_id
        WHERE r.consultation_id = @consultation AND r.kind <> 'Reply' ORDER BY r.number, s.ordinal
        """;

    private const string ListUnread = $"""
        SELECT r.number, v.state, v.failure_json, f.name
        {CurrentVersions} LEFT JOIN response_file f ON f.response_version_id = v.response_version_id
        WHERE r.consultation_id = @consultation AND r.kind = 'Reply' AND v.state <> 'Split' ORDER BY r.number, f.ordinal
        """;

    private const string ListNames = """
        SELECT s.section_id, s.number, s.title FROM section s
        JOIN document_version v ON v.document_version_id = s.document_version_id JOIN document d ON d.document_id = v.document_id
        WHERE d.consultation_id = @consultation ORDER BY v.number
        """;

    private static readonly Phrase NotSplitYet = new(
        "Svaret var inte färdigläst när sammanställningen gjordes. Gör en ny sammanställning.",
        "The reply was not read to the end when the summary was made. Make a new summary.");

    /// <summary>Reads it; the consultation has a document (<see cref="RequestSummary"/> sees to that).</summary>
    public async Task<SummaryInput> ReadAsync(ConsultationRow consultation, SummaryOptions options, DateTimeOffset compiled, CancellationToken cancellationToken)
    {
        var of = new { consultation = consultation.Id };
        StoredDocument document = await documents.CurrentAsync(consultation.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("A summary without a consulted document.");
        ImmutableArray<StoredSplit> replies = await splits.LoadAllAsync(consultation.Id, document, cancellationToken).ConfigureAwait(false);
        var lost = await LostAsync(consultation.Id, replies, cancellationToken).ConfigureAwait(false);
        var quiet = await session.ListAsync<QuietRow>(ListQuiet, of, cancellationToken).ConfigureAwait(false);
        var unread = await session.ListAsync<UnreadRow>(ListUnread, of, cancellationToken).ConfigureAwait(false);
        return new SummaryInput
        {
            Consultation = await FactsAsync(consultation, cancellationToken).ConfigureAwait(false),
            Document = document.Tree,
            Responses =
            [
                .. replies.Select(reply => (Number: reply.ResponseNumber, Response: Of(reply, lost)))
                    .Concat(quiet.GroupBy(row => row.Number).Select(rows => (Number: rows.Key, Response: Of([.. rows]))))
                    .OrderBy(pair => pair.Number).Select(pair => pair.Response),
            ],
            Refused =
            [
                .. unread.GroupBy(row => row.Number).Select(rows => (Number: rows.Key, File: new RefusedFile(
                        string.Join(", ", rows.Select(row => row.Name ?? $"nr {KeyOf(rows.Key)}")), rows.First().Reason)))
                    .Concat(replies.SelectMany(reply => reply.Facts.Unread, (reply, part) => (
                        Number: reply.ResponseNumber, File: new RefusedFile($"{reply.Files.FirstOrDefault()}: {part.Name}", part.Reason))))
                    .OrderBy(pair => pair.Number).Select(pair => pair.File),
            ],
            AcceptThreshold = options.AcceptThreshold,
            Order = options.Order,
            IsDraft = options.IsDraft,
            PrintPrivateNames = options.PrintPrivateNames,
            Compiled = compiled,
        };
    }

    private async Task<ConsultationFacts> FactsAsync(ConsultationRow consultation, CancellationToken cancellationToken)
    {
        var of = new { consultation = consultation.Id };
        var invited = await session.ListAsync<InvitedRow>(ListInvited, of, cancellationToken).ConfigureAwait(false);
        return new ConsultationFacts
        {
            Title = consultation.Title,
            Organisation = await session.FindAsync<string>(FindOrganisation, of, cancellationToken).ConfigureAwait(false),
            RegistrationNumber = consultation.RegistrationNumber,
            Opened = consultation.OpensOn,
            Deadline = consultation.Deadline,
            InvitedCount = invited.Count == 0 ? null : invited.Count,
            Silent = [.. invited.Where(body => body.State.IsSilent()).Select(body => body.Name)],
        };
    }

    private static string KeyOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A section that the document no longer has is in no tree: comments on it stand under its old name, as under any name that
    // only replies use. Its number is not repeated as one, for another section may bear it now.
    private async Task<Dictionary<StoredSectionId, SectionTag>> LostAsync(
        ConsultationId consultation, ImmutableArray<StoredSplit> replies, CancellationToken cancellationToken)
    {
        HashSet<StoredSectionId> lost = [.. replies.SelectMany(r => r.Comments).SelectMany(c => c.LostSections)];
        if (lost.Count == 0) return [];
        var names = await session.ListAsync<NameRow>(ListNames, new { consultation }, cancellationToken).ConfigureAwait(false);
        return names.Where(n => lost.Contains(n.SectionId)).GroupBy(n => n.SectionId).ToDictionary(n => n.Key, n => n.Last().ToTag());
    }

    private static SummarisedResponse Of(StoredSplit reply, Dictionary<StoredSectionId, SectionTag> lost)
    {
        Comment WithLost(Comment comment, StoredComment row) =>
            row.LostSections.IsEmpty ? comment : comment with { Tags = [.. comment.Tags, .. row.LostSections.Distinct().Where(lost.ContainsKey).Select(id => lost[id])] };

        SplitResponse split = reply.Split with { Comments = [.. reply.Split.Comments.Zip(reply.Comments, WithLost)] };
        return new SummarisedResponse(
            KeyOf(reply.ResponseNumber), SummarisedResponse.NameOf(split, reply.Files.FirstOrDefault() ?? KeyOf(reply.ResponseNumber)), reply.Files, split)
        {
            IsPrivatePerson = reply.IsPrivatePerson,
        };
    }

    // One who answers without a word has answered: counted, listed, and without text.
    private static SummarisedResponse Of(ImmutableArray<QuietRow> rows)
    {
        QuietRow first = rows[0];
        var split = new SplitResponse
        {
            Document = new DocumentText { Text = string.Empty, Blocks = [], Pages = PageMap.SinglePage, Format = SourceFormat.Text },
            Organisation = first.Name,
            Senders = [.. rows.Select(row => row.Name)],
            RegistrationNumber = first.RegistrationNumber,
            Date = first.ReceivedOn,
            Decision = first.DecisionBoard is null && first.DecisionParagraph is null && first.DecisionOn is null
                ? null : new Decision(first.DecisionBoard, first.DecisionParagraph, first.DecisionOn),
            OverallStance = new StanceReading(first.Kind == "NoComments" ? Stance.NoObjection : Stance.Abstains, null),
            Comments = [],
            Ledger = [],
        };
        return new SummarisedResponse(KeyOf(first.Number), SummarisedResponse.NameOf(split, KeyOf(first.Number)), [], split)
        {
            IsPrivatePerson = rows.Any(row => row.IsPrivatePerson),
        };
    }

    private sealed record NameRow
    {
        public StoredSectionId SectionId { get; init; }

        public string? Number { get; init; }

        public string Title { get; init; } = string.Empty;

        public SectionTag ToTag() => new(
            null, null, Number is null ? $"{Title} (avsnitt som har utgått)" : $"{Title} (tidigare avsnitt {Number}, som har utgått)", TagSource.Person, 1);
    }

    private sealed record InvitedRow
    {
        public string Name { get; init; } = string.Empty;

        public InvitationState State { get; init; }
    }

    private sealed record QuietRow
    {
        public int Number { get; init; }

        public string Kind { get; init; } = string.Empty;

        public DateOnly ReceivedOn { get; init; }

        public string? RegistrationNumber { get; init; }

        public string? DecisionBoard { get; init; }

        public string? DecisionParagraph { get; init; }

        public DateOnly? DecisionOn { get; init; }

        public string Name { get; init; } = string.Empty;

        public bool IsPrivatePerson { get; init; }
    }

    private sealed record UnreadRow
    {
        public int Number { get; init; }

        public string State { get; init; } = string.Empty;

        public string? FailureJson { get; init; }

        public string? Name { get; init; }

        public Phrase Reason => FailureJson is null ? NotSplitYet : StoreJson.Read<Phrase>(FailureJson);
    }
}
