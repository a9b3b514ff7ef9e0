using System.Collections.Immutable;
using Remiss.Application;
using Remiss.Application.Documents;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Store;
using Remiss.Documents.Sections;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Import;

/// <summary>Takes the consulted document into the store: as the first, or as a new version of the first; the same file once.</summary>
internal static class DocumentImport
{
    /// <summary>What was done, as a sentence; or why it was not.</summary>
    public static async Task<Result<Phrase>> RunAsync(StoreHost host, ConsultationId consultation, string path, string? sectionsPath, CancellationToken stop)
    {
        string name = Path.GetFileName(path);
        Result<SourceFile> file = await Inputs.LoadAsync(path, name, stop);
        if (!file.IsOk) return file.Failure;
        Result<ImmutableArray<DocumentVersionRow>> there = await host.SendAsync(new ListDocuments.Query(consultation), stop);
        if (!there.IsOk) return there.Failure;
        string fingerprint = ReplyFiles.Fingerprint(file.Value.Bytes.Span);
        // With sections that a person corrected, the same file may well be a new version.
        if (sectionsPath is null && Already(there.Value, fingerprint) is { } known) return known;
        ImportDocument.Correction? correct = null;
        if (sectionsPath is not null)
        {
            Result<SourceFile> sections = await Inputs.LoadAsync(sectionsPath, Path.GetFileName(sectionsPath), stop);
            if (!sections.IsOk) return sections.Failure;
            // A file that gives no title leaves the one that was found.
            correct = (found, text) => SectionTreeFile.Load(sections.Value, text)
                .Map(tree => tree.Title.Length > 0 ? tree : new SectionTree(found.Title, tree.Sections, tree.Pages));
        }
        var command = new ImportDocument.Command(consultation, name, file.Value.Bytes)
        {
            Document = there.Value.IsEmpty ? null : there.Value.First(v => v.Ordinal == 1).DocumentId,
            Correct = correct,
        };
        Result<ImportedDocument> imported = await host.SendAsync(command, stop);
        if (imported.Failure is Conflict)
        {
            // Someone imported the same file at the very same moment: it is there, and that is what was asked for.
            there = await host.SendAsync(new ListDocuments.Query(consultation), stop);
            if (there.IsOk && Already(there.Value, fingerprint) is { } now) return now;
        }
        return imported.Map(done => new Phrase(
            $"Remisshandlingen är inläst: version {done.Number}, {done.Tree.Sections.Length} avsnitt.",
            $"The consulted document is imported: version {done.Number}, {done.Tree.Sections.Length} sections."));
    }

    private static Phrase? Already(ImmutableArray<DocumentVersionRow> versions, string fingerprint) =>
        versions.FirstOrDefault(v => v.Sha256 == fingerprint) is { } same
            ? new Phrase($"Remisshandlingen är redan inläst (version {same.Number}).", $"The consulted document is imported already (version {same.Number}).")
            : null;
}
