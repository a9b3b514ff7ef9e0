using Remiss.Documents.Pdf;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
#if QUESTPDF
using Remiss.Documents.QuestPdf;
#endif

namespace Remiss.Documents;

/// <summary>The engines that draw a summary, by name.</summary>
public static class SummaryWriters
{
    /// <summary>The engine that is always there.</summary>
    public const string BuiltIn = "pdfsharp";

    /// <summary>The engine that is there only in a build with <c>-p:QuestPdf=true</c> (docs/adr/0002).</summary>
    public const string QuestPdf = "questpdf";

    /// <summary>The engine of that name, or why it cannot be had.</summary>
    /// <param name="name"><see cref="BuiltIn"/>, <see cref="QuestPdf"/>, or null for the built-in one.</param>
    /// <param name="questPdfLicence">The QuestPDF licence that the organisation states it holds: <c>Professional</c>, <c>Enterprise</c> or <c>Evaluation</c>.</param>
    public static Result<ISummaryWriter> Named(string? name, string? questPdfLicence = null) => name?.ToLowerInvariant() switch
    {
        null or BuiltIn => new PdfSummaryWriter(),
        QuestPdf => QuestPdfEngine(questPdfLicence),
        _ => new Invalid(new Phrase(
            $"Ritmotorn ”{name}” finns inte. Välj {BuiltIn} eller {QuestPdf}.",
            $"There is no engine '{name}'. Choose {BuiltIn} or {QuestPdf}.")),
    };

#if QUESTPDF
    private static Result<ISummaryWriter> QuestPdfEngine(string? licence) => new QuestPdfSummaryWriter(licence);
#else
    private static Result<ISummaryWriter> QuestPdfEngine(string? licence) => new Invalid(new Phrase(
        "Den här versionen av Remiss är byggd utan QuestPDF. Bygg med -p:QuestPdf=true om organisationen har en licens, eller använd den inbyggda motorn.",
        "This build of Remiss is without QuestPDF. Build with -p:QuestPdf=true if your organisation holds a licence, or use the built-in engine."));
#endif
}
