using System.Collections.Immutable;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The cover: what it is, of what, by whom and when.</summary>
internal static class CoverPart
{
    public static void Write(PartWriter writer)
    {
        SummaryInput input = writer.Model.Input;
        ConsultationFacts facts = input.Consultation;
        var lines = ImmutableArray.CreateBuilder<CoverFact>();
        void add(Word label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) lines.Add(new CoverFact(writer.Words[label], value));
        }
        add(FrontWords.RegistrationNumber, facts.RegistrationNumber);
        if (facts is { Opened: { } opened, Deadline: { } deadline } && opened <= deadline) add(FrontWords.Period, Swedish.Period(opened, deadline));
        else add(FrontWords.Deadline, facts.Deadline is { } last ? Swedish.Date(last) : null);
        add(FrontWords.Replies, Swedish.Number(writer.ReplyCount));
        add(FrontWords.Comments, Swedish.Number(writer.Model.Comments.Length));
        add(FrontWords.Compiled, Swedish.Date(DateOnly.FromDateTime(input.Compiled.DateTime)));
        string document = input.Document.Title.Trim();
        bool same = document.Length == 0 || string.Equals(document, facts.Title.Trim(), StringComparison.OrdinalIgnoreCase);
        writer.Add(new CoverBlock(
            writer.Words[FrontWords.Kind], facts.Title, same ? null : document, facts.Organisation ?? "", lines.DrainToImmutable(),
            input.IsDraft ? writer.Words[FrontWords.Draft] : null));
    }
}
