using System.Text.RegularExpressions;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Reads a reply's tables row by row: a cell with a stance alone speaks for its row, the first cell says what the row
/// is about, and the first row may name the columns. Readers part the cells of a row by a tab.
/// </summary>
internal static class TableRows
{
    private const int LongestLabel = 120;
    private const int LongestColumnHead = 60;

    private static readonly Regex ColumnHead = Patterns.Of(
        @"^(?:avsnitt\p{L}*|kapitel|kap|del|sida|sidan|sid|s|nr|nummer|rubrik|stycke|punkt|område|fokusområde|mål|åtgärd|fråga|rad|synpunkt|synpunkter|kommentar|kommentarer|yttrande|svar|bedömning|motivering|ändringsförslag|förslag|ställningstagande|inställning|hållning)\b");

    private static readonly Regex PlaceHead = Patterns.Of(@"^(?:avsnitt|kapitel|kap)");

    private static readonly Regex CommentHead = Patterns.Of(@"^(?:\p{L}+s )?(?:synpunkt|kommentar|yttrande|svar|motivering|ändringsförslag)");

    /// <summary>Marks the cells of all tables, after the passages have their roles.</summary>
    public static void Mark(string text, List<Passage> passages)
    {
        List<Passage>? head = null;
        int end = -1;
        for (int i = 0; i < passages.Count; i++)
        {
            List<Passage> row = RowAt(text, passages, i);
            if (row.Count < 2) continue;
            bool goesOn = end >= 0 && i > 0 && passages[i - 1].Span.End == end && !Gap(text, passages, i).Contains("\n\n", StringComparison.Ordinal);
            if (!goesOn) head = IsHead(text, row) ? row : null;
            if (!goesOn && head is not null)
            {
                foreach (Passage cell in row) (cell.Role, cell.IsColumnHead) = (PassageRole.Heading, true);
            }
            else MarkRow(text, row, head);
            i += row.Count - 1;
            end = passages[i].Span.End;
        }
    }

    /// <summary>The passages of the row that begins here; one alone where no tab follows.</summary>
    private static List<Passage> RowAt(string text, List<Passage> passages, int first)
    {
        var row = new List<Passage> { passages[first] };
        if (passages[first].Form is not (BlockKind.TableCell or BlockKind.Heading)) return row;
        int whole = 1;
        for (int i = first + 1; i < passages.Count; i++)
        {
            ReadOnlySpan<char> gap = Gap(text, passages, i);
            // Points inside a cell belong to the row only where another cell comes after them.
            if (gap.Contains('\t')) whole = row.Count + 1;
            else if (passages[i].Form != BlockKind.ListItem || gap.Count('\n') > 1) break;
            row.Add(passages[i]);
        }
        row.RemoveRange(whole, row.Count - whole);
        return row.Exists(c => c.Form == BlockKind.TableCell) ? row : [passages[first]];
    }

    private static ReadOnlySpan<char> Gap(string text, List<Passage> passages, int i) =>
        text.AsSpan(passages[i - 1].Span.End, passages[i].Span.Start - passages[i - 1].Span.End);

    private static bool IsHead(string text, List<Passage> row)
    {
        if (row.Exists(c => c.Span.Length > LongestColumnHead || c.Form == BlockKind.ListItem)) return false;
        int named = row.Count(c => ColumnHead.IsMatch(Words(text, c)));
        int stances = row.Count(c => StanceCells.Of(Words(text, c)) is not null);
        return named >= 2 || named == 1 && stances >= 2;
    }

    private static void MarkRow(string text, List<Passage> row, List<Passage>? head)
    {
        Passage label = row[0];
        Passage? stance = row.FindLast(c => c != label && c.Form == BlockKind.TableCell && StanceCells.Of(Words(text, c)) is not null);
        if (head is null && stance is null) return;
        foreach (Passage cell in row)
        {
            if (cell.Form == BlockKind.TableCell && !HasLetters(text, cell.Span)) (cell.Role, cell.IsRowLabel) = (PassageRole.Furniture, false);
        }
        bool isPlace = head is not null && PlaceHead.IsMatch(Words(text, head[0]));
        if (IsLabel(text, label, isPlace || head is not null)) (label.Role, label.IsRowLabel) = (PassageRole.Heading, isPlace);
        for (int i = 1; head is not null && row.Count == head.Count && i < row.Count; i++)
        {
            bool says = row[i] != stance && row[i].Role is PassageRole.Heading or PassageRole.Formality && CommentHead.IsMatch(Words(text, head[i]));
            if (says) row[i].Role = PassageRole.Body;
        }
        if (stance is null) return;
        var stated = StanceCells.Of(Words(text, stance)) ?? Stance.NotStated;
        var reading = stated == Stance.NotStated ? StanceReading.None : new StanceReading(stated, stance.Span);
        var comments = row.FindAll(c => c != stance && c.Role == PassageRole.Body);
        stance.Role = comments.Count > 0 ? PassageRole.LeadIn : PassageRole.Body;
        if (comments.Count == 0) comments.Add(stance);
        foreach (Passage comment in comments) comment.RowStance = reading;
    }

    private static bool IsLabel(string text, Passage cell, bool hasHead)
    {
        if (cell.Span.Length > LongestLabel || cell.Form != BlockKind.TableCell || SentenceForm.IsSentence(text, cell.Span)) return false;
        string words = Words(text, cell);
        if (StanceCells.Of(words) is not null) return false;
        return hasHead || char.IsAsciiDigit(words[0]) || HeadingSorts.Of(words, isFirst: false) == HeadingSort.General;
    }

    private static bool HasLetters(string text, TextSpan span)
    {
        foreach (char c in span.In(text))
        {
            if (char.IsLetterOrDigit(c)) return true;
        }
        return false;
    }

    private static string Words(string text, Passage cell) => ReplyText.OneLine(text, cell.Span, LongestLabel);
}
