using System.Text;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>One word with its place on the page, in points from the top left corner.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;

    public double Width => Right - Left;
}

/// <summary>One line of words in one column, with its look.</summary>
internal sealed class PdfLine
{
    public PdfLine(IReadOnlyList<PdfWord> words, int page)
    {
        Words = words;
        Page = page;
        Left = words.Min(w => w.Left);
        Right = words.Max(w => w.Right);
        Top = words.Min(w => w.Top);
        Bottom = words.Max(w => w.Bottom);
        Size = MainHeight(words);
    }

    public IReadOnlyList<PdfWord> Words { get; }

    public int Page { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Middle => (Top + Bottom) / 2;

    public double Height => Bottom - Top;

    public double Width => Right - Left;

    /// <summary>The size of its type in points, or the height of its words where the type is not known.</summary>
    public double Size { get; set; }

    public bool IsBold { get; set; }

    /// <summary>Starts a further cell of the table row that the line before is in.</summary>
    public bool IsCell { get; set; }

    /// <summary>The height that most of its letters have.</summary>
    private static double MainHeight(IReadOnlyList<PdfWord> words)
    {
        PdfWord[] byHeight = [.. words.OrderBy(w => w.Height)];
        int half = byHeight.Sum(w => w.Text.Length) / 2, seen = 0;
        foreach (PdfWord word in byHeight)
        {
            seen += word.Text.Length;
            if (seen > half) return word.Height;
        }
        return byHeight[^1].Height;
    }

    /// <summary>Its words with blanks between; a small raised number becomes the note sign that it is.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (int i = 0; i < Words.Count; i++)
            {
                if (IsNoteSign(i)) text.Append(NoteSigns.Raise(Words[i].Text));
                else
                {
                    if (i > 0) text.Append(' ');
                    text.Append(Words[i].Text);
                }
            }
            return text.ToString();
        }
    }

    private bool IsNoteSign(int index)
    {
        if (index == 0) return false;
        PdfWord word = Words[index], before = Words[index - 1];
        return word.Text.Length <= 3 && word.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            && word.Height < before.Height * 0.8
            && word.Bottom < before.Bottom - before.Height * 0.1
            && word.Left - before.Right < before.Height * 0.35;
    }
}

/// <summary>One page of a PDF: its lines as the program found them.</summary>
internal sealed class PdfPage(int number, double width, double height)
{
    public int Number { get; } = number;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public List<PdfLine> Lines { get; set; } = [];
}
