using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>What somebody should look at before the summary is published; nothing when all is well.</summary>
internal static class BriefChecks
{
    public static void Write(PartWriter writer)
    {
        // A published summary has been checked; what it still lacks stands in the part about how it was made.
        if (!writer.Model.Input.IsDraft) return;
        List<Line> items = [.. Items(writer)];
        if (items.Count == 0) return;
        writer.SubHeading(writer.Words[FrontWords.Check], "kontrollera");
        writer.Bullets(items);
    }

    private static IEnumerable<Line> Items(PartWriter writer)
    {
        SummaryModel model = writer.Model;
        if (model.Refused.Length is > 0 and var refused)
        {
            yield return Say(writer, FrontWords.CheckRefused, refused, model.Refused.Select(f => f.Name))
                .See(writer, SummaryPart.Bodies, AnnexWords.BodiesShort);
        }
        int undecided = model.Comments.Count(c => c.Place == Place.Undecided);
        if (undecided > 0)
        {
            yield return new Line().Text(writer.Words.Count(FrontWords.CheckUndecided, undecided)).See(writer, SummaryPart.Undecided, SectionWords.UndecidedShort);
        }
        foreach (Line line in OfReplies(writer)) yield return line;
    }

    private static IEnumerable<Line> OfReplies(PartWriter writer)
    {
        SummaryModel model = writer.Model;
        List<string> machine = Names(model, r => r.Split.Document.MachineRead);
        if (machine.Count > 0) yield return Say(writer, FrontWords.CheckMachineRead, machine.Count, machine);
        int unresolved = model.Replies.Sum(r => r.Split.Unresolved.Length);
        if (unresolved > 0)
        {
            yield return Say(writer, FrontWords.CheckUnresolved, unresolved, Names(model, r => !r.Split.Unresolved.IsEmpty))
                .See(writer, SummaryPart.Ledger, AnnexWords.LedgerShort);
        }
        List<string> twice = [.. model.Replies.Where(r => !r.IsHidden).GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1).Select(g => $"{g.Key} ({Swedish.Number(g.Count())})")];
        if (twice.Count > 0) yield return Say(writer, FrontWords.CheckTwice, twice.Count, twice);
        List<string> empty = Names(model, r => r.Comments.Count == 0 && r.Split.OverallStance.Stance is not (Stance.NoObjection or Stance.Abstains));
        if (empty.Count > 0) yield return Say(writer, FrontWords.CheckEmpty, empty.Count, empty);
        int hidden = model.Replies.Count(r => r.IsHidden);
        if (hidden > 0) yield return new Line().Text(writer.Words.Count(FrontWords.CheckPrivate, hidden));
    }

    private static List<string> Names(SummaryModel model, Func<ReplyView, bool> which) => [.. model.Replies.Where(which).Select(r => r.Name)];

    private static Line Say(PartWriter writer, CountedWord word, int number, IEnumerable<string> names) =>
        new Line().Text(writer.Words.Count(word, number, writer.Names(names)));
}
