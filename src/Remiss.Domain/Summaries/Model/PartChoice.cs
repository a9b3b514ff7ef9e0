using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Model;

/// <summary>Which parts are in: those that the theme wants and that have something to say, and always those that quote comments.</summary>
internal static class PartChoice
{
    public static ImmutableArray<SummaryPart> Of(
        ImmutableArray<SummaryPart> wanted, SummaryInput input, ImmutableArray<CommentView> comments, ImmutableArray<SharedView> shared)
    {
        var parts = new List<SummaryPart>();
        foreach (SummaryPart part in wanted.IsDefault ? [] : wanted)
        {
            if (!parts.Contains(part)) parts.Add(part);
        }
        // A theme may order the parts that quote, but not leave a comment out.
        foreach (SummaryPart part in (ReadOnlySpan<SummaryPart>)[SummaryPart.Sections, SummaryPart.General, SummaryPart.Undecided])
        {
            if (!parts.Contains(part)) parts.Insert(FirstAnnex(parts), part);
        }
        bool bySection = input.Order == SummaryOrder.BySection;
        bool any(Place place) => comments.Any(c => c.Place == place);
        parts.RemoveAll(p => p switch
        {
            SummaryPart.Matrix => input.Responses.IsEmpty,
            SummaryPart.Sections => bySection ? input.Document.Sections.IsEmpty && !any(Place.Section) : comments.IsEmpty,
            SummaryPart.General => !bySection || !any(Place.General),
            SummaryPart.Undecided => !bySection || !any(Place.Undecided),
            SummaryPart.Ledger => input.Responses.IsEmpty,
            SummaryPart.SharedPassages => shared.IsEmpty,
            _ => false,
        });
        return [.. parts];
    }

    private static int FirstAnnex(List<SummaryPart> parts)
    {
        int index = parts.FindIndex(p => p is SummaryPart.Bodies or SummaryPart.Ledger or SummaryPart.SharedPassages);
        return index < 0 ? parts.Count : index;
    }
}
