using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Facts of the whole document that a single line is measured against.</summary>
/// <param name="BodySize">The size that most letters have.</param>
/// <param name="Pitch">The usual distance from one line of a paragraph to the next, in units of the size.</param>
internal sealed record PdfMeasures(double BodySize, double Pitch)
{
    public static PdfMeasures Of(IEnumerable<PdfLine> lines)
    {
        var letters = new Dictionary<double, int>();
        var pitches = new Dictionary<double, int>();
        PdfLine? before = null;
        foreach (PdfLine line in lines)
        {
            double size = Math.Round(line.Size * 4) / 4;
            letters[size] = letters.GetValueOrDefault(size) + line.Words.Sum(w => w.Text.Length);
            if (before is not null && before.Page == line.Page && Math.Abs(before.Size - line.Size) < 0.5 && line.Size > 0)
            {
                double pitch = Math.Round((line.Top - before.Top) / line.Size * 20) / 20;
                if (pitch is > 0.8 and < 3) pitches[pitch] = pitches.GetValueOrDefault(pitch) + 1;
            }
            before = line;
        }
        double body = letters.Count == 0 ? 11 : letters.MaxBy(p => p.Value).Key;
        return new PdfMeasures(Math.Max(1, body), pitches.Count == 0 ? 1.3 : pitches.MaxBy(p => p.Value).Key);
    }
}

/// <summary>Joins the lines of a column into paragraphs, points, cells and headings-to-be.</summary>
internal sealed class ParagraphBuilder(PdfMeasures measures)
{
    private readonly List<PdfParagraph> _paragraphs = [];

    public List<PdfParagraph> Build(IEnumerable<PdfColumn> columns)
    {
        foreach (PdfColumn column in columns) AddColumn(column);
        return _paragraphs;
    }

    private void AddColumn(PdfColumn column)
    {
        PdfParagraph? open = null;
        List<List<PdfLine>> rows = RowsOf(column.Lines);
        TableFinder tables = new(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (tables.EndOf(i) is { } end)
            {
                _paragraphs.AddRange(TableFinder.Cells(rows.GetRange(i, end - i), column));
                open = null;
                i = end - 1;
                continue;
            }
            // The headings of a table, once more at the top of the page where it goes on.
            if (rows[i].Count >= 3 && rows[i].TrueForAll(c => c.IsBold))
            {
                _paragraphs.AddRange(TableFinder.Cells([rows[i]], column));
                open = null;
                continue;
            }
            // A row of cells that no table holds is a line with wide white in it.
            PdfLine line = rows[i].Count == 1 ? rows[i][0] : Merged(rows[i]);
            if (open is not null && GoesOn(open, line, column)) open.Lines.Add(line);
            else _paragraphs.Add(open = Start(line, column));
        }
    }

    private static List<List<PdfLine>> RowsOf(List<PdfLine> lines)
    {
        var rows = new List<List<PdfLine>>();
        foreach (PdfLine line in lines)
        {
            if (line.IsCell && rows.Count > 0) rows[^1].Add(line);
            else rows.Add([line]);
        }
        return rows;
    }

    private static PdfLine Merged(List<PdfLine> row) =>
        new([.. row.SelectMany(l => l.Words)], row[0].Page) { Size = row.Max(l => l.Size), IsBold = row.TrueForAll(l => l.IsBold) };

    private static PdfParagraph Start(PdfLine line, PdfColumn column)
    {
        string text = line.Text;
        if (ContentsLine.Entry(text) is { } entry)
            return new PdfParagraph(line, column) { Kind = BlockKind.ContentsEntry, Text = entry };
        string word = line.Words[0].Text;
        bool hasMore = line.Words.Count > 1;
        if (hasMore && IsBulletHere(line))
        {
            return new PdfParagraph(new PdfLine([.. line.Words.Skip(1)], line.Page) { Size = line.Size, IsBold = line.IsBold }, column)
            {
                Kind = BlockKind.ListItem,
                Level = 1,
                Mark = ListMarks.Shown(word),
                MarkLeft = line.Left,
            };
        }
        if (word.Length > 2 && ListMarks.IsSureBullet(word[..1]) && !ListMarks.IsSureBullet(word[1..2]))
        {
            PdfWord rest = line.Words[0] with { Text = word[1..] };
            return new PdfParagraph(new PdfLine([rest, .. line.Words.Skip(1)], line.Page) { Size = line.Size, IsBold = line.IsBold }, column)
            {
                Kind = BlockKind.ListItem,
                Level = 1,
                Mark = ListMarks.Shown(word[..1]),
                MarkLeft = line.Left,
            };
        }
        if (hasMore && ListMarks.IsNumber(word))
        {
            return new PdfParagraph(line, column)
            {
                Kind = BlockKind.ListItem,
                Level = 1,
                IsNumbered = true,
                TextLeft = line.Words[1].Left,
                MarkLeft = line.Left,
            };
        }
        return new PdfParagraph(line, column);
    }

    /// <summary>A dash or an "o" is a bullet only with the white of one after it.</summary>
    private static bool IsBulletHere(PdfLine line)
    {
        string word = line.Words[0].Text;
        if (!ListMarks.IsBullet(word)) return false;
        if (ListMarks.IsSureBullet(word)) return true;
        double gap = line.Words[1].Left - line.Words[0].Right;
        return word == "o" ? gap > line.Size * 0.7 : gap > line.Size * 0.2;
    }

    private bool GoesOn(PdfParagraph open, PdfLine line, PdfColumn column)
    {
        PdfLine last = open.Last;
        if (open.Kind == BlockKind.ContentsEntry || ContentsLine.Entry(line.Text) is not null && open.Kind != BlockKind.Paragraph) return false;
        if (Math.Abs(line.Size - last.Size) > last.Size * 0.07) return false;
        if (line.Words.Count > 1 && (IsBulletHere(line) || ListMarks.IsNumber(line.Words[0].Text)) && !IsMidSentence(last, line)) return false;
        if (Footnotes.StartsNote(line)) return false;
        if (line.Words[0].Text is { Length: > 2 } glued && ListMarks.IsSureBullet(glued[..1])) return false;

        double pitch = (line.Top - last.Top) / Math.Max(1, line.Size);
        double usual = open.Lines.Count > 1 ? (last.Top - open.Lines[^2].Top) / Math.Max(1, last.Size) : measures.Pitch;
        if (pitch > Math.Max(usual, 0.9) * 1.22 || pitch < 0) return false;
        if (line.IsBold != last.IsBold && (open.IsBold || line.IsBold) && !IsMidSentence(last, line)) return false;
        if (ContentsLine.Entry(line.Text) is not null) return true;
        return !StartsAnew(open, last, line, column);
    }

    /// <summary>Without white between them paragraphs are told by an indent, or by a line that ends before it had to.</summary>
    private bool StartsAnew(PdfParagraph open, PdfLine last, PdfLine line, PdfColumn column)
    {
        double em = measures.BodySize;
        bool endsSentence = EndsSentence(last);
        bool startsLarge = StartsLarge(line);
        bool isPoint = open.Kind == BlockKind.ListItem;
        double left = open.Lines.Count > 1 ? last.Left : open.TextLeft;
        if (isPoint && line.Left < open.TextLeft - em * 0.6 && line.Left <= open.MarkLeft + em * 0.3 && startsLarge && endsSentence) return true;
        // A first line set in, in text that otherwise stands at the edge.
        if (!isPoint && open.Lines.Count > 1 && line.Left > left + em * 0.7 && (startsLarge || endsSentence)) return true;
        double room = column.Right - last.Right;
        bool wouldFit = line.Words[0].Width + em * 0.3 < room - em * 0.5;
        if (!wouldFit) return false;
        if (endsSentence && startsLarge) return true;
        // A line that stops far from the edge without a full stop is a heading, a date, an address.
        return startsLarge && room > (column.Right - column.Left) * 0.35;
    }

    private static bool IsMidSentence(PdfLine last, PdfLine line) =>
        !EndsSentence(last) && last.Words[^1].Text[^1] != ':' && char.IsLower(line.Words[0].Text[0]);

    private static bool EndsSentence(PdfLine line)
    {
        string text = line.Words[^1].Text.TrimEnd('”', '"', '’', ')', '»');
        return text.Length > 0 && (text[^1] is ('.' or '!' or '?' or ':'));
    }

    private static bool StartsLarge(PdfLine line) => !char.IsLower(line.Words[0].Text[0]);
}
