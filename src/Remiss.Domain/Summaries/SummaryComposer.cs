using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Parts;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries;

/// <summary>
/// Composes the summary (remissammanställning) from split replies. Pure and deterministic: the same
/// input and theme give the same document. Time and memory are linear in the text of the replies.
/// </summary>
/// <remarks>
/// Every comment is quoted in full exactly once. Parts without data are left out; parts that quote
/// comments are in even when a theme leaves them out, so that nothing is lost in silence.
/// </remarks>
public static class SummaryComposer
{
    /// <summary>The summary as content, for any <see cref="ISummaryWriter"/> to draw.</summary>
    /// <param name="input">The consultation, its document and the replies.</param>
    /// <param name="theme">Words, stance labels and parts.</param>
    public static SummaryDocument Compose(SummaryInput input, SummaryTheme theme)
    {
        SummaryModel model = ModelBuilder.Build(input, theme);
        var writer = new PartWriter(model);
        foreach (SummaryPart part in model.Parts) Write(part, writer);
        ConsultationFacts facts = input.Consultation;
        WordBook words = model.Words;
        bool named = !string.IsNullOrWhiteSpace(facts.Title);
        string title = BlockMask.Text(named ? words.Say(FrontWords.DocumentTitle, facts.Title) : words[FrontWords.Kind]);
        string? number = facts.RegistrationNumber;
        return new SummaryDocument
        {
            Title = title,
            Organisation = BlockMask.Text(facts.Organisation ?? ""),
            LanguageTag = "sv-SE",
            Compiled = input.Compiled,
            Subject = named ? BlockMask.Text(words.Say(FrontWords.Subject, facts.Title)) : title,
            RunningHeader = BlockMask.Text(string.IsNullOrWhiteSpace(number) ? title : title + Line.Dot + number),
            DraftMark = input.IsDraft ? words[FrontWords.DraftMark] : null,
            Words = new WriterWords(words[FrontWords.PageOf], words[FrontWords.Continued], words[FrontWords.PageShort]),
            Blocks = writer.Finish(),
        };
    }

    private static void Write(SummaryPart part, PartWriter writer)
    {
        switch (part)
        {
            case SummaryPart.Cover: CoverPart.Write(writer); break;
            case SummaryPart.Brief: BriefPart.Write(writer); break;
            case SummaryPart.Contents: ContentsPart.Write(writer); break;
            case SummaryPart.About: AboutPart.Write(writer); break;
            case SummaryPart.Matrix: MatrixPart.Write(writer); break;
            case SummaryPart.Sections: Comments(writer); break;
            case SummaryPart.General: UnplacedParts.General(writer); break;
            case SummaryPart.Undecided: UnplacedParts.Undecided(writer); break;
            case SummaryPart.Bodies: BodiesAnnex.Write(writer); break;
            case SummaryPart.Ledger: LedgerAnnex.Write(writer); break;
            case SummaryPart.SharedPassages: SharedAnnex.Write(writer); break;
            default: break;
        }
    }

    private static void Comments(PartWriter writer)
    {
        switch (writer.Model.Input.Order)
        {
            case SummaryOrder.ByBody: OtherOrders.ByBody(writer); break;
            case SummaryOrder.AsTable: OtherOrders.AsTable(writer); break;
            default: SectionsPart.Write(writer); break;
        }
    }
}
