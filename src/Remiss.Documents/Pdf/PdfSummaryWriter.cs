using System.Globalization;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Tables;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf;

/// <summary>
/// Draws the summary as PDF: tagged, PDF/UA-1 and PDF/A-2a at once, with embedded fonts. The layout is walked
/// first without drawing until every page number is known, and then once more to draw.
/// </summary>
public sealed class PdfSummaryWriter : ISummaryWriter
{
    // Numbers that still move after so many walks (a reference whose own width moves its target) get a fixed width.
    private const int MostWalks = 5;
    private const double MeasuringShare = 0.3;
    private const double DrawnShare = 0.9;
    private const int CharactersPerPage = 1500;

    private readonly FontCatalogue? _catalogue;

    /// <summary>A writer that takes its fonts from this machine.</summary>
    public PdfSummaryWriter()
    {
    }

    internal PdfSummaryWriter(FontCatalogue catalogue) => _catalogue = catalogue;

    /// <inheritdoc/>
    public string Extension => "pdf";

    /// <inheritdoc/>
    public Result<int> Write(SummaryDocument document, SummaryTheme theme, Stream output, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var fonts = FontSet.Load(theme.Fonts, _catalogue ?? FontCatalogue.Installed);
        if (!fonts.IsOk) return fonts.Failure;
        if (CheckLogo(theme) is { } unusable) return unusable;

        var run = new Run(document, new Look(theme), fonts.Value, LogoOf(theme), progress, cancellationToken);
        run.Measure();
        return run.Draw(output);
    }

    private static CoverLogo? LogoOf(SummaryTheme theme) =>
        theme.Logo is { } logo ? new CoverLogo(logo, theme.LogoAlternativeText!) : null;

    private static Invalid? CheckLogo(SummaryTheme theme)
    {
        if (theme.Logo is not { } logo) return null;
        if (string.IsNullOrWhiteSpace(theme.LogoAlternativeText))
        {
            return new Invalid(new Phrase(
                "Temats logotyp saknar text för den som inte ser den. Ange logoAlternativeText i temat.",
                "The theme's logo has no text for those who do not see it. State logoAlternativeText in the theme."));
        }

        return PdfFile.IsReadableImage(logo) ? null : new Invalid(new Phrase(
            "Temats logotyp går inte att läsa som bild. Spara om den som PNG eller JPEG och försök igen.",
            "The theme's logo cannot be read as an image. Save it again as PNG or JPEG and try again."));
    }

    // One document on its way to its file.
    private sealed class Run(
        SummaryDocument document, Look look, FontSet fonts, CoverLogo? logo, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        private readonly Dictionary<TableBlock, List<TablePart>> _tables = new(ReferenceEqualityComparer.Instance);
        private Dictionary<string, Place> _places = new(StringComparer.Ordinal);
        private PageNumbers _final = new(new Dictionary<string, Place>(), 1);
        private int _pages;

        public void Measure()
        {
            var digits = GuessDigits();
            for (var walk = 1; walk <= MostWalks; walk++)
            {
                if (walk == MostWalks) digits = _pages.ToString(CultureInfo.InvariantCulture).Length + 1;
                var numbers = new PageNumbers(_places, digits, isFixed: walk == MostWalks);
                var flow = new Flow(null, _ => cancellationToken.ThrowIfCancellationRequested());
                _pages = flow.Run(Layout(Typesetter(numbers)).Flowables());
                _places = flow.Places;
                _final = new PageNumbers(_places, digits, isFixed: walk == MostWalks);
                progress?.Report(MeasuringShare * walk / (walk + 1));
                if (numbers.FitsAsWell(_places)) return;
            }
        }

        public Result<int> Draw(Stream output)
        {
            using var file = new PdfFile(document, fonts, _pages, _places);
            var typesetter = Typesetter(_final);
            var flow = new Flow(new Painter(file, document, typesetter), OnPage);
            flow.Run(Layout(typesetter).Flowables());
            file.Save(output, cancellationToken);
            progress?.Report(1);
            return _pages;
        }

        private Typesetter Typesetter(PageNumbers numbers) => new(fonts, look, document.Words, numbers);

        private BlockLayout Layout(Typesetter typesetter) => new(document, typesetter, logo, _tables);

        private void OnPage(int page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(MeasuringShare + ((DrawnShare - MeasuringShare) * page / Math.Max(1, _pages)));
        }

        // A better guess saves a walk; a wrong one costs nothing but that.
        private int GuessDigits()
        {
            var characters = document.Blocks.Sum(block => block switch
            {
                QuoteBlock quote => quote.Paragraphs.Sum(paragraph => (long)paragraph.Length),
                TableBlock table => 120L * table.Rows.Length,
                _ => 120L,
            });
            return Math.Max(1, (int)Math.Log10(Math.Max(1, characters / CharactersPerPage)) + 1);
        }
    }
}
