using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Documents;

/// <summary>
/// Takes in a consulted document, or a new version of one: its text, its sections, and for each section that a version
/// before had, what it has become. The file itself is kept. It is read before the transaction begins, for that may take seconds.
/// </summary>
public static class ImportDocument
{
    private const int LongestTitle = 400;

    private const string FindSame = """
        SELECT d.title, v.number FROM document_version v JOIN document d ON d.document_id = v.document_id
        WHERE d.consultation_id = @consultation AND v.sha256 = @sha256 AND (@document IS NULL OR d.document_id = @document)
        ORDER BY v.number DESC
        """;

    private const string FindDocument =
        "SELECT document_id AS id, ordinal, title FROM document WHERE document_id = @document AND consultation_id = @consultation";

    private const string FindNewest = """
        SELECT document_version_id AS id, number, title, sha256 FROM document_version
        WHERE document_id = @document AND number = (SELECT MAX(number) FROM document_version WHERE document_id = @document)
        """;

    private const string ListLastItems = """
        SELECT i.section_id, MAX(i.item_key) AS last FROM section_item i JOIN document_version v ON v.document_version_id = i.document_version_id
        WHERE v.document_id = @document GROUP BY i.section_id
        """;

    private const string AddDocument = """
        INSERT INTO document (document_id, consultation_id, ordinal, title, version)
        SELECT @id, @consultation, COALESCE(MAX(ordinal), 0) + 1, @title, 1 FROM document WHERE consultation_id = @consultation
        """;

    private const string Touch = "UPDATE document SET version = version + 1 WHERE document_id = @document";

    /// <summary>Corrects the sections that were found: is given them with the document's text and hands back those that count.</summary>
    public delegate Result<SectionTree> Correction(SectionTree found, DocumentText text);

    /// <summary>What to take in.</summary>
    /// <param name="Consultation">Whose document it is.</param>
    /// <param name="FileName">The file's name.</param>
    /// <param name="Bytes">The file.</param>
    public sealed record Command(ConsultationId Consultation, string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<ImportedDocument>, IOwnTransactions
    {
        /// <summary>The document it is a new version of; null is a further document.</summary>
        public DocumentId? Document { get; init; }

        /// <summary>The newest version that the person saw; a newer one is then a conflict. Null asks for none.</summary>
        public int? Seen { get; init; }

        /// <summary>Why there is a new version, or null.</summary>
        public string? Reason { get; init; }

        /// <summary>A person's own account of the sections, or null for what is found.</summary>
        public Correction? Correct { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FileName).IsShortText(300, "Filens namn", "The file's name");
            RuleFor(c => c.Reason).IsOptionalText(1_000, "Skälet", "The reason");
        }
    }

    internal sealed class Handler(
        DbSession session, OwnTransaction transaction, AuditTrail audit, CurrentActor current, TimeProvider clock, IDocumentReader reader,
        FileStore files, StoredDocuments documents, WorkItems work) : IRequestHandler<Command, Result<ImportedDocument>>
    {
        public async Task<Result<ImportedDocument>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Asked here so that nobody waits for the reader in vain; what counts is asked again in the transaction.
            string sha256 = FileStore.NameOf(command.Bytes.Span);
            if (command.Correct is null && await SameAsync(command, sha256, cancellationToken).ConfigureAwait(false) is { } same) return same;
            Result<ReadDocument> read = await ReadDocument.FromAsync(reader, command, cancellationToken).ConfigureAwait(false);
            if (!read.IsOk) return read.Failure;
            return await transaction.RunAsync(
                command, nameof(ImportDocument), () => StoreAsync(command, sha256, read.Value, cancellationToken), null, cancellationToken).ConfigureAwait(false);
        }

        private async Task<Result<ImportedDocument>> StoreAsync(Command command, string sha256, ReadDocument read, CancellationToken cancellationToken)
        {
            if (command.Correct is null && await SameAsync(command, sha256, cancellationToken).ConfigureAwait(false) is { } same) return same;
            VersionFacts? newest = null;
            DocumentId document = command.Document ?? DocumentId.New();
            if (command.Document is null)
                await session.ExecuteAsync(AddDocument, new { id = document, consultation = command.Consultation, title = Cut(read.Tree.Title, command.FileName) }, cancellationToken).ConfigureAwait(false);
            else if (await session.FindAsync<DocumentFacts>(FindDocument, new { document, consultation = command.Consultation }, cancellationToken).ConfigureAwait(false) is null)
                return Refusals.NotThere;
            else
            {
                await session.ExecuteAsync(Touch, new { document }, cancellationToken).ConfigureAwait(false);
                newest = await session.FindAsync<VersionFacts>(FindNewest, new { document }, cancellationToken).ConfigureAwait(false);
            }
            if (command.Seen is { } seen && newest is not null && newest.Number != seen)
            {
                return new Conflict(new Phrase(
                    $"Dokumentet har fått version {newest.Number} sedan du läste version {seen}. Inget har sparats. Titta på den nya versionen och försök igen.",
                    $"The document has got version {newest.Number} since you read version {seen}. Nothing was saved. Look at the new version and try again."));
            }
            StoredVersion? older = newest is null ? null : await documents.VersionAsync(newest.Id, newest.Title, cancellationToken).ConfigureAwait(false);
            if (older is not null && newest!.Sha256 == sha256 && VersionRows.AreSame(older.Tree, read.Tree)) return Already(read.Tree.Title, newest.Number);

            SectionLineage lineage = older is null ? SectionLineage.First(read.Tree) : SectionLineage.After(older, read.Tree, await LastItemsAsync(document, cancellationToken).ConfigureAwait(false));
            var version = new NewVersion
            {
                Id = DocumentVersionId.New(),
                Document = document,
                Number = (newest?.Number ?? 0) + 1,
                Title = Cut(read.Tree.Title, command.FileName),
                FileName = command.FileName,
                Sha256 = await files.PutAsync(command.Bytes, cancellationToken).ConfigureAwait(false),
                TextJson = StoredText.Write(read.Text),
                Reason = command.Reason,
                ImportedBy = current.Actor.Account,
                ImportedAt = clock.GetUtcNow(),
            };
            await VersionRows.AddAsync(session, version, read.Tree, lineage, cancellationToken).ConfigureAwait(false);
            await work.EnqueueAsync("refresh-suggestions", command.Consultation, command.Consultation.ToString(), null, cancellationToken).ConfigureAwait(false);
            var counts = lineage.Mappings.CountBy(m => m.How).ToImmutableSortedDictionary(c => c.Key, c => c.Value);
            audit.Note(
                "document", document.Value, newest is null ? null : new { newest.Number, newest.Sha256 },
                new { version.Number, version.Sha256, version.FileName, version.Reason, sections = read.Tree.Sections.Length, changes = counts });
            return new ImportedDocument(document, version.Id, version.Number, read.Tree, read.Text.Remarks, counts);
        }

        private async Task<Dictionary<StoredSectionId, int>> LastItemsAsync(DocumentId document, CancellationToken cancellationToken) =>
            (await session.ListAsync<LastItemRow>(ListLastItems, new { document }, cancellationToken).ConfigureAwait(false)).ToDictionary(r => r.SectionId, r => r.Last);

        private async Task<Failure?> SameAsync(Command command, string sha256, CancellationToken cancellationToken)
        {
            var same = await session.ListAsync<VersionFacts>(FindSame, new { consultation = command.Consultation, sha256, document = command.Document }, cancellationToken).ConfigureAwait(false);
            return same.Count == 0 ? null : Already(same[0].Title, same[0].Number);
        }

        private static Conflict Already(string title, int number) => new(new Phrase(
            $"Filen är redan inläst: den är version {number} av ”{title}”. Inget har ändrats.",
            $"The file is imported already: it is version {number} of “{title}”. Nothing was changed."));

        private static string Cut(string title, string fileName)
        {
            string name = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(fileName);
            return name.Length <= LongestTitle ? name : name[..LongestTitle];
        }
    }

    private sealed record LastItemRow
    {
        public StoredSectionId SectionId { get; init; }

        public int Last { get; init; }
    }

    private sealed record DocumentFacts
    {
        public DocumentId Id { get; init; }
    }

    private sealed record VersionFacts
    {
        public DocumentVersionId Id { get; init; }

        public int Number { get; init; }

        public string Title { get; init; } = string.Empty;

        public string Sha256 { get; init; } = string.Empty;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">The version.</param>
/// <param name="Number">The version's number, from 1.</param>
/// <param name="Tree">Its sections.</param>
/// <param name="Remarks">What a person should know of how the file was read.</param>
/// <param name="Changes">How many sections, of all that the document ever had, went which way.</param>
public sealed record ImportedDocument(
    DocumentId Document, DocumentVersionId Version, int Number, SectionTree Tree, ImmutableArray<Phrase> Remarks, ImmutableSortedDictionary<SectionFate, int> Changes);
