using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Documents;

/// <summary>A consulted document's file as it was read.</summary>
internal sealed record ReadDocument(DocumentText Text, SectionTree Tree)
{
    private const int MostSections = 20_000;
    private const int LongestNumber = 40;
    private const int LongestKey = 300;
    private const int LongestHeading = 1_000;

    /// <summary>Reads the file, finds its sections and lets them be corrected. Fails where there is no section, or one cannot be kept.</summary>
    public static async Task<Result<ReadDocument>> FromAsync(IDocumentReader reader, ImportDocument.Command command, CancellationToken cancellationToken)
    {
        string name = command.FileName;
        Result<ReadFile> file = await reader.ReadAsync(new SourceFile(name, command.Bytes), cancellationToken).ConfigureAwait(false);
        if (!file.IsOk) return file.Failure;
        // Of a mail with the document attached, the longest text is the document.
        DocumentText text = file.Value.Texts.MaxBy(t => t.Text.Text.Length)!.Text;
        SectionTree found = SectionTreeBuilder.Build(text);
        if (command.Correct is { } correct)
        {
            Result<SectionTree> corrected = correct(found, text);
            if (!corrected.IsOk) return corrected.Failure;
            found = corrected.Value;
        }
        if (found.Sections.IsEmpty)
        {
            return new Invalid(new Phrase(
                $"Inga avsnitt hittades i {name}. Kontrollera att det är rätt fil, eller ange avsnitten i en fil.",
                $"No sections were found in {name}. Check that it is the right file, or give the sections in a file."));
        }
        if (found.Sections.FirstOrDefault(TooLong) is { } wrong)
        {
            string start = wrong.Label[..Math.Min(60, wrong.Label.Length)];
            return new Invalid(new Phrase(
                $"Avsnittet ”{start}…” har en för lång rubrik eller ett för långt nummer. Rätta avsnitten i en fil och läs in igen.",
                $"The section “{start}…” has too long a heading or number. Correct the sections in a file and import again."));
        }
        if (found.Sections.Length > MostSections)
        {
            return new Invalid(new Phrase(
                $"{name} har {found.Sections.Length} avsnitt; högst {MostSections} kan läsas in. Ange avsnitten i en fil.",
                $"{name} has {found.Sections.Length} sections; at most {MostSections} can be imported. Give the sections in a file."));
        }
        return new ReadDocument(text, found);
    }

    private static bool TooLong(Section section) =>
        section.Title.Length > LongestHeading || section.Number?.Length > LongestNumber || section.Id.Value.Length > LongestKey
        || section.Items.Any(i => i.Label?.Length > LongestHeading);
}
