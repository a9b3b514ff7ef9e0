using System.Globalization;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.QuestPdf;

/// <summary>
/// Draws the summary with QuestPDF, for an organisation that holds a licence for it. Only in the
/// build with <c>-p:QuestPdf=true</c> (docs/adr/0002); the default engine is <c>PdfSummaryWriter</c>.
/// </summary>
public sealed class QuestPdfSummaryWriter : ISummaryWriter
{
    private readonly LicenseType? _licence;

    /// <param name="licence">
    /// The licence that the organisation states it holds: <c>Professional</c>, <c>Enterprise</c>, or
    /// <c>Evaluation</c> to try it. <c>Community</c> is not accepted: its terms exclude public bodies.
    /// </param>
    public QuestPdfSummaryWriter(string? licence)
    {
        if (Enum.TryParse(licence, ignoreCase: true, out LicenseType stated) && stated != LicenseType.Community)
            _licence = stated;
    }

    /// <inheritdoc/>
    public string Extension => "pdf";

    /// <inheritdoc/>
    public Result<int> Write(SummaryDocument document, SummaryTheme theme, Stream output, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (_licence is null)
        {
            return new Invalid(new Phrase(
                "QuestPDF kräver en licens som organisationen har köpt. Ange vilken (Professional eller Enterprise), eller använd den inbyggda motorn.",
                "QuestPDF needs a licence that the organisation has bought. State which (Professional or Enterprise), or use the built-in engine."));
        }
        cancellationToken.ThrowIfCancellationRequested();
        int pages = 0;
        // Drawn whole into memory first: a failure halfway must not leave half a file that looks whole.
        using var buffer = new MemoryStream();
        try
        {
            QuestPDF.Settings.License = _licence;
            Document
                .Create(container => Compose(container, document, theme, count => pages = count))
                .WithMetadata(Metadata(document))
                .WithSettings(new DocumentSettings { PDFA_Conformance = PDFA_Conformance.PDFA_2A, PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 })
                .GeneratePdf(buffer);
        }
        catch (Exception engine)
        {
            // Its native part may be missing on this system, and content that never fits is an exception of its own kind.
            return new Invalid(new Phrase(
                $"QuestPDF kunde inte rita sammanställningen ({engine.GetBaseException().Message}). Använd den inbyggda motorn.",
                $"QuestPDF could not draw the summary ({engine.GetBaseException().Message}). Use the built-in engine."));
        }
        cancellationToken.ThrowIfCancellationRequested();
        buffer.Position = 0;
        buffer.CopyTo(output);
        progress?.Report(1);
        return pages;
    }

    private static DocumentMetadata Metadata(SummaryDocument document) => new()
    {
        Title = document.Title,
        Author = document.Organisation,
        Subject = document.Subject,
        Language = document.LanguageTag,
        CreationDate = document.Compiled,
        ModifiedDate = document.Compiled,
    };

    private static void Compose(IDocumentContainer container, SummaryDocument document, SummaryTheme theme, Action<int> counted)
    {
        var blocks = new QuestPdfBlocks(document, theme);
        if (document.Blocks is [CoverBlock cover, ..])
        {
            container.Page(page =>
            {
                Frame(page, document, theme);
                page.Content().Element(c => blocks.Cover(c, cover));
            });
        }
        container.Page(page =>
        {
            Frame(page, document, theme);
            page.Header().SemanticIgnore().PaddingBottom(12).Text(document.RunningHeader).FontSize(8.5f).FontColor(Colors.Grey.Darken2);
            page.Content().Column(column =>
            {
                column.Spacing(7);
                foreach (SummaryBlock block in document.Blocks)
                {
                    if (block is not CoverBlock) blocks.Draw(column, block);
                }
            });
            page.Footer().SemanticIgnore().AlignRight().DefaultTextStyle(style => style.FontSize(8.5f)).Text(text => PageNumber(text, document.Words.PageOf, counted));
        });
    }

    private static void Frame(PageDescriptor page, SummaryDocument document, SummaryTheme theme)
    {
        page.Size(PageSizes.A4);
        page.MarginVertical(56);
        page.MarginHorizontal(64);
        page.DefaultTextStyle(style => style.FontFamily([.. theme.Fonts]).FontSize(10.5f).LineHeight(1.4f));
        if (document.DraftMark is { } mark)
            page.Background().SemanticIgnore().AlignMiddle().AlignCenter().Rotate(-45).Text(mark).FontSize(96).FontColor(Colors.Grey.Lighten3);
    }

    // QuestPDF tells the number of pages only to a text that prints it, so the footer passes it on.
    private static void PageNumber(TextDescriptor text, string pattern, Action<int> counted)
    {
        int at = 0;
        while (at < pattern.Length)
        {
            int next = pattern.IndexOf('{', at);
            bool isPlace = next >= 0 && next + 2 < pattern.Length && pattern[next + 1] is '0' or '1' && pattern[next + 2] == '}';
            if (!isPlace)
            {
                text.Span(pattern[at..]);
                return;
            }
            text.Span(pattern[at..next]);
            if (pattern[next + 1] == '0') text.CurrentPageNumber();
            else text.TotalPages().Format(number => Counted(number, counted));
            at = next + 3;
        }
    }

    private static string Counted(int? pages, Action<int> counted)
    {
        counted(pages ?? 0);
        return pages?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
    }
}
