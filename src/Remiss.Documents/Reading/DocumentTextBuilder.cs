using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading;

/// <summary>
/// Puts a <see cref="DocumentText"/> together block by block, and keeps its promises: the text is
/// normalised, blocks are in order, apart, trimmed and never empty, and every page starts somewhere.
/// A form feed inside a block's text means that a page ends there.
/// </summary>
internal sealed class DocumentTextBuilder(string fileName, ReadLimits limits)
{
    /// <summary>Stands in a block's text where a page ends.</summary>
    public const char PageEnd = '\f';

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TextBlock>.Builder _blocks = ImmutableArray.CreateBuilder<TextBlock>();
    private readonly ImmutableArray<int>.Builder _pageStarts = ImmutableArray.CreateBuilder<int>();
    private readonly List<Phrase> _remarks = [];
    private int _pendingPages;

    public bool HasText => _blocks.Count > 0;

    public int BlockCount => _blocks.Count;

    public int Page => _pageStarts.Count + 1 + _pendingPages;

    public BlockKind? LastKind => _blocks.Count == 0 ? null : _blocks[^1].Kind;

    public void Remark(string swedish, string english)
    {
        var phrase = new Phrase(swedish, english);
        if (!_remarks.Contains(phrase)) _remarks.Add(phrase);
    }

    /// <summary>The page ends here; the next one starts with the next block.</summary>
    public void EndPage()
    {
        if (_pageStarts.Count + _pendingPages < limits.MaxPages * 2) _pendingPages++;
    }

    /// <summary>Adds one block; blank text adds none, but its page ends count.</summary>
    /// <param name="mark">The mark of a list item, which stands before the span; or null.</param>
    /// <param name="separator">What stands between the block before and this one.</param>
    public void Add(string text, BlockKind kind, int level = 0, bool stated = false, string? mark = null, string separator = "\n\n")
    {
        string[] pieces = Pieces(text);
        int first = Array.FindIndex(pieces, p => !string.IsNullOrWhiteSpace(p));
        if (first < 0)
        {
            for (int i = 1; i < pieces.Length; i++) EndPage();
            return;
        }
        for (int i = 0; i < first; i++) EndPage();
        if (_blocks.Count > 0) _text.Append(separator);
        TakePages();
        if (mark is not null && TextNormaliser.Normalise(mark).Trim() is { Length: > 0 } plain) _text.Append(plain).Append(' ');
        int start = _text.Length;
        int page = _pageStarts.Count + 1;
        AppendPieces(pieces, first);
        _blocks.Add(new TextBlock(TextSpan.FromBounds(start, TrimmedEnd(start)), kind, level, page) { Stated = stated });
        if (_text.Length > limits.MaxTextLength)
            throw new ReadRefusedException(Refusals.TextTooLong(fileName, limits.MaxTextLength));
    }

    /// <summary>Goes on with the last block on a new line: further paragraphs of the same table cell.</summary>
    public void ContinueLast(string text)
    {
        string[] pieces = Pieces(text);
        int first = Array.FindIndex(pieces, p => !string.IsNullOrWhiteSpace(p));
        if (_blocks.Count == 0 || first < 0) return;
        for (int i = 0; i < first; i++) EndPage();
        TextBlock last = _blocks[^1];
        _text.Append('\n');
        TakePages();
        AppendPieces(pieces, first);
        _blocks[^1] = last with { Span = TextSpan.FromBounds(last.Span.Start, TrimmedEnd(last.Span.Start)) };
    }

    /// <param name="pagesKnown">False where the file does not say where its pages turn: then it counts as one page, rather than as wrong ones.</param>
    public DocumentText Build(SourceFormat format, string? title = null, bool machineRead = false, int printedOffset = 0, bool pagesKnown = true)
    {
        while (_pendingPages > 0)
        {
            _pendingPages--;
            _pageStarts.Add(_text.Length);
        }
        string? named = title is null ? null : OneLine(TextNormaliser.Normalise(title));
        return new DocumentText
        {
            Text = _text.ToString(),
            Blocks = pagesKnown ? _blocks.ToImmutable() : [.. _blocks.Select(block => block with { Page = 1 })],
            Pages = pagesKnown ? new PageMap([0, .. _pageStarts], printedOffset) : PageMap.SinglePage,
            Format = format,
            Title = string.IsNullOrEmpty(named) ? null : named,
            MachineRead = machineRead,
            Remarks = [.. _remarks],
        };
    }

    /// <summary>The words of a text on one line.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Pieces(string text)
    {
        string[] pieces = text.Split(PageEnd);
        for (int i = 0; i < pieces.Length; i++) pieces[i] = TextNormaliser.Normalise(pieces[i]);
        return pieces;
    }

    private void TakePages()
    {
        for (; _pendingPages > 0; _pendingPages--) _pageStarts.Add(_text.Length);
    }

    private void AppendPieces(string[] pieces, int first)
    {
        for (int i = first; i < pieces.Length; i++)
        {
            string piece = i == first ? pieces[i].TrimStart() : pieces[i];
            if (i > first) EndPage();
            if (string.IsNullOrEmpty(piece)) continue;
            // Two normalised pieces may compose where they meet; a space keeps them as they are.
            if (_text.Length > 0 && !MeetNormalised(_text[^1], piece[0])) _text.Append(' ');
            TakePages();
            _text.Append(piece);
        }
    }

    private static bool MeetNormalised(char left, char right) =>
        right < '\u0300' || char.IsSurrogate(left) || char.IsSurrogate(right)
        || new string([left, right]).IsNormalized(NormalizationForm.FormC);

    private int TrimmedEnd(int start)
    {
        int end = _text.Length;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        _text.Length = end;
        // A page that started in what was trimmed away starts where the text now ends.
        for (int i = _pageStarts.Count - 1; i >= 0 && _pageStarts[i] > end; i--) _pageStarts[i] = end;
        return end;
    }
}
