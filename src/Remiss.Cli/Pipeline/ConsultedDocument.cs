using Remiss.Documents.Sections;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Pipeline;

/// <summary>The consulted document as the rest of the work uses it.</summary>
/// <param name="Text">Its text, to tell what a mail only carries back.</param>
/// <param name="Tree">Its sections.</param>
internal sealed record ConsultedDocument(DocumentText Text, SectionTree Tree)
{
    /// <summary>What a splitter needs to know of the document.</summary>
    public SplitContext Context()
    {
        var ranker = new SectionRanker(Tree);
        return new SplitContext(Tree, ranker.Suggest);
    }

    /// <summary>Reads the document and finds its sections.</summary>
    /// <param name="reader">Reads files.</param>
    /// <param name="path">The document.</param>
    /// <param name="sectionsPath">A file that a person wrote to correct the sections, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result<ConsultedDocument>> ReadAsync(
        IDocumentReader reader, string path, string? sectionsPath, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        Result<ReadFile> file = await Inputs.ReadAsync(reader, path, name, cancellationToken).ConfigureAwait(false);
        if (!file.IsOk) return file.Failure;
        // Of a mail with the document attached, the longest text is the document.
        DocumentText text = file.Value.Texts.MaxBy(t => t.Text.Text.Length)!.Text;
        SectionTree found = SectionTreeBuilder.Build(text);
        if (sectionsPath is not null)
        {
            Result<SectionTree> corrected = await CorrectAsync(sectionsPath, found, text, cancellationToken).ConfigureAwait(false);
            if (!corrected.IsOk) return corrected.Failure;
            found = corrected.Value;
        }
        if (found.Sections.IsEmpty)
        {
            return new Invalid(new Phrase(
                $"Inga avsnitt hittades i {name}. Kontrollera att det är rätt fil, eller ange avsnitten i en fil med --sections.",
                $"No sections were found in {name}. Check that it is the right file, or give the sections in a file with --sections."));
        }
        return new ConsultedDocument(text, found);
    }

    private static async Task<Result<SectionTree>> CorrectAsync(
        string path, SectionTree found, DocumentText text, CancellationToken cancellationToken)
    {
        Result<SourceFile> file = await Inputs.LoadAsync(path, Path.GetFileName(path), cancellationToken).ConfigureAwait(false);
        if (!file.IsOk) return file.Failure;
        // A file that gives no title leaves the one that was found.
        return SectionTreeFile.Load(file.Value, text)
            .Map(tree => tree.Title.Length > 0 ? tree : new SectionTree(found.Title, tree.Sections, tree.Pages));
    }
}
