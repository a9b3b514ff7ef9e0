using System.Text;

namespace Remiss.Documents.Letters;

/// <summary>Writes a letter as plain text, as people write in a mail: short lines, dashes for points.</summary>
public static class LetterTextWriter
{
    /// <summary>The letter as text with line feeds.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="width">Where lines are broken at spaces; 0 for never.</param>
    public static string Write(Letter letter, int width = 0)
    {
        var text = new StringBuilder();
        foreach (LetterBlock block in letter.Blocks)
        {
            switch (block)
            {
                case LetterHead head:
                    AppendLines(text, head.Left);
                    AppendLines(text, head.Right);
                    break;
                case LetterTitle title:
                    text.Append(title.Text).Append('\n');
                    break;
                case LetterHeading heading:
                    text.Append(heading.Text).Append('\n');
                    continue;
                case LetterParagraph paragraph:
                    AppendWrapped(text, paragraph.Text, string.Empty, width);
                    break;
                case LetterLead lead:
                    text.Append(lead.Text).Append('\n');
                    break;
                case LetterBullets bullets:
                    foreach (string item in bullets.Items) AppendWrapped(text, item, "- ", width);
                    break;
                case LetterLines lines:
                    AppendLines(text, lines.Lines);
                    break;
                case LetterTable table:
                    foreach (var row in table.Rows) text.AppendJoin('\t', row).Append('\n');
                    break;
                case LetterContents or LetterPageBreak:
                    continue;
            }
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (string line in lines) text.Append(line).Append('\n');
    }

    private static void AppendWrapped(StringBuilder text, string paragraph, string mark, int width)
    {
        if (width <= 0)
        {
            text.Append(mark).Append(paragraph).Append('\n');
            return;
        }
        string indent = new(' ', mark.Length);
        int column = mark.Length;
        text.Append(mark);
        foreach (string word in paragraph.Split(' '))
        {
            if (column > indent.Length && column + 1 + word.Length > width)
            {
                text.Append('\n').Append(indent);
                column = indent.Length;
            }
            else if (column > indent.Length)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
        }
        text.Append('\n');
    }
}
