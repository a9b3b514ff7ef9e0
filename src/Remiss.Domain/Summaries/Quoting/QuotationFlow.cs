using System.Collections.Immutable;
using System.Text;

namespace Remiss.Domain.Summaries.Quoting;

/// <summary>Gathers lines into paragraphs: joins what a page's width parted and keeps apart what the writer parted.</summary>
internal sealed class QuotationFlow
{
    private readonly ImmutableArray<string>.Builder _done = ImmutableArray.CreateBuilder<string>(1);
    private readonly StringBuilder _open = new();
    private bool _gap;

    /// <summary>Whether a character is the mark of a point, among them the private ones of symbol fonts.</summary>
    public static bool IsBullet(char c) =>
        c is '\u2022' or '\u25CF' or '\u25CB' or '\u25AA' or '\u25A0' or '\u25E6' or '\u2043' or '\u2219' or '\u00B7' or '\u25BA' or '\u27A2'
        || IsSymbolFontBullet(c);

    /// <summary>A blank line or something cut out: a new paragraph, unless the sentence visibly goes on.</summary>
    public void Gap() => _gap = true;

    /// <summary>A new block of the source: a point always starts anew, other text unless the sentence visibly goes on.</summary>
    public void Break(bool isPoint)
    {
        if (isPoint) Close();
        else _gap = true;
    }

    /// <summary>Takes lines in.</summary>
    public void Lines(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf('\n');
            ReadOnlySpan<char> line = (end < 0 ? text : text[..end]).Trim();
            if (!line.IsEmpty) Line(line);
            else if (end >= 0 && _open.Length > 0) CountBlank();
            text = end < 0 ? default : text[(end + 1)..];
            _newLine = end >= 0;
        }
    }

    private bool _newLine;

    // A run may begin or end in the middle of a line; only a line of its own that is blank parts paragraphs.
    private void CountBlank()
    {
        if (_newLine) _gap = true;
    }

    /// <summary>The paragraphs; a point that stands alone is quoted without its mark.</summary>
    public ImmutableArray<string> Finish()
    {
        Close();
        if (_done.Count == 1) _done[0] = WithoutMark(_done[0]);
        return _done.DrainToImmutable();
    }

    private static string WithoutMark(string text)
    {
        int at = 0;
        if (IsBullet(text[0])) at = 1;
        else if (text.Length > 2 && text[0] is '-' or '\u2013' or '*' && text[1] == ' ') at = 1;
        return at == 0 || text.Length == at ? text : text[at..].TrimStart();
    }

    private void Line(ReadOnlySpan<char> line)
    {
        bool point = IsBullet(line[0])
            || (line.Length > 2 && line[0] is '-' or '\u2013' or '*' && line[1] is ' ' or '\t' && !GoesOn(line));
        if (point || (_gap && !GoesOn(line))) Close();
        _gap = false;
        if (_open.Length > 0) Join(line);
        Append(line);
    }

    // A sentence goes on over a gap when it has no end before it and no start after it.
    private bool GoesOn(ReadOnlySpan<char> next) =>
        _open.Length > 0 && char.IsLower(next[0]) && _open[^1] is not ('.' or '!' or '?' or ':' or ';');

    private void Join(ReadOnlySpan<char> next)
    {
        if (_open[^1] is not ('-' or '\u2010') || _open.Length < 2 || !char.IsLetterOrDigit(_open[^2]))
        {
            _open.Append(' ');
            return;
        }
        if (Quotation.KeepsHyphenBefore(next)) _open.Append(' ');
        else if (char.IsLower(next[0]) && char.IsLower(_open[^2]) && !EndsInCompoundPrefix()) _open.Length--;
    }

    // "e-tjänst" and "it-stöd" are written with their hyphen; other parts of words are not.
    private bool EndsInCompoundPrefix()
    {
        int start = _open.Length - 1;
        while (start > 0 && char.IsLetter(_open[start - 1])) start--;
        int length = _open.Length - 1 - start;
        return length == 1 || (length == 2 && _open[start] == 'i' && _open[start + 1] == 't');
    }

    private void Append(ReadOnlySpan<char> line)
    {
        bool blank = false;
        foreach (char c in line)
        {
            if (c is ' ' or '\t')
            {
                blank = true;
                continue;
            }
            if (blank) _open.Append(' ');
            blank = false;
            _open.Append(IsSymbolFontBullet(c) ? '\u2022' : c);
        }
    }

    private void Close()
    {
        if (_open.Length > 0) _done.Add(_open.ToString());
        _open.Clear();
        _gap = false;
    }

    private static bool IsSymbolFontBullet(char c) => c is '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF076' or '\uF0FC' or '\uF02D' or '\uF0BE';
}
