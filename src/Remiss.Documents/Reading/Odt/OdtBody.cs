using System.Text;
using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Odt;

/// <summary>A paragraph of an ODT while it is read.</summary>
internal sealed class OdtParagraph(string? style, int? outlineLevel)
{
    public StringBuilder Text { get; } = new();

    public string? Style { get; } = style;

    /// <summary>From 1, on a heading; null on a paragraph.</summary>
    public int? OutlineLevel { get; } = outlineLevel;

    public bool IsUnnumbered { get; init; }

    public int? Start { get; init; }

    public (string Label, NumberStyle Style, int Level)? Number { get; set; }

    public bool IsContents { get; init; }

    public List<string> Notes { get; } = [];

    public Stack<string?> Spans { get; } = new();

    public int Solid { get; set; }

    public int BoldSolid { get; set; }

    public double LargestSize { get; set; }
}

/// <summary>Walks the content of an ODT once and adds its blocks.</summary>
internal sealed class OdtBody(OdtStyles styles, DocumentTextBuilder builder)
{
    private readonly Stack<OdtParagraph> _paragraphs = new();
    private readonly Stack<FlowTable> _tables = new();
    private readonly OdtLists _lists = new(styles);
    private readonly OdtParagraphWriter _writer = new(styles, builder);
    private int _contentsDepth = -1;
    private int _notes;

    public bool FoundText => _writer.FoundText;

    public string? Title => _writer.Title;

    public DocumentText Relevel(DocumentText text) => _writer.Relevel(text);

    public void Read(PartReader xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart) Start(xml);
            else if (xml.IsEnd) End(xml);
            else if (xml.IsText && _paragraphs.TryPeek(out OdtParagraph? paragraph)) Append(paragraph, xml.Text);
        }
        while (_paragraphs.Count > 0) EndParagraph();
        _writer.FlushNotes();
    }

    private void Start(PartReader xml)
    {
        switch (xml.Name)
        {
            case "automatic-styles" or "styles": break;
            case "tracked-changes" or "annotation" or "forms" or "sequence-decls" or "variable-decls" or "user-field-decls"
                or "table-of-content-source" or "hidden-text" or "ruby-text" or "desc" or "script" or "covered-table-cell" or "binary-data":
                xml.Skip();
                break;
            case "title" when _paragraphs.Count > 0 && xml.Depth > 0 && IsDrawingTitle(xml): xml.Skip(); break;
            case "p" or "h": StartParagraph(xml); break;
            case "table-of-content" when _contentsDepth < 0 && !xml.IsEmpty: _contentsDepth = xml.Depth; break;
            case "list" when !xml.IsEmpty: _lists.Open(xml.Attribute("style-name"), xml.Attribute("continue-numbering") == "true" || xml.Attribute("continue-list") is not null); break;
            case "list-item" or "list-header": _lists.StartItem(xml.Name == "list-header", xml.Number("start-value")); break;
            case "table" when !xml.IsEmpty: _tables.Push(new FlowTable()); break;
            case "table-column" when _tables.Count > 0: _tables.Peek().Columns += Math.Clamp(xml.Number("number-columns-repeated") ?? 1, 1, 1000); break;
            case "table-row" when _tables.Count > 0: _tables.Peek().StartRow(); break;
            case "table-cell" when _tables.Count > 0: _tables.Peek().StartCell(); break;
            case "soft-page-break" when _paragraphs.Count == 0: builder.EndPage(); break;
            case "note" when _paragraphs.Count > 0: ReadNote(xml, _paragraphs.Peek()); break;
            default:
                if (_paragraphs.TryPeek(out OdtParagraph? paragraph)) Inline(xml, paragraph);
                else styles.Take(xml);
                break;
        }
    }

    private void End(PartReader xml)
    {
        switch (xml.Name)
        {
            case "p" or "h" when _paragraphs.Count > 0: EndParagraph(); break;
            case "span" or "a" when _paragraphs.Count > 0 && _paragraphs.Peek().Spans.Count > 0: _paragraphs.Peek().Spans.Pop(); break;
            case "list": _lists.Close(); break;
            case "table-of-content" when xml.Depth <= _contentsDepth: _contentsDepth = -1; break;
            case "table" when _tables.Count > 0:
                _tables.Pop();
                if (_tables.Count == 0) _writer.FlushNotes();
                break;
        }
    }

    // svg:title names a picture; text:title is a field that shows the document's title.
    private static bool IsDrawingTitle(PartReader xml) => xml.Attribute("fixed") is null && xml.Prefix == "svg";

    private void StartParagraph(PartReader xml)
    {
        var paragraph = new OdtParagraph(xml.Attribute("style-name"), xml.Name == "h" ? Math.Clamp(xml.Number("outline-level") ?? 1, 1, 10) : null)
        {
            IsUnnumbered = xml.Attribute("is-list-header") == "true",
            Start = xml.Attribute("restart-numbering") == "true" ? xml.Number("start-value") ?? 1 : null,
            IsContents = _contentsDepth >= 0,
        };
        paragraph.Number = _lists.NumberOf(paragraph);
        _paragraphs.Push(paragraph);
        if (xml.IsEmpty) EndParagraph();
    }

    private void EndParagraph() =>
        _writer.Write(_paragraphs.Pop(), _tables.TryPeek(out FlowTable? table) && table.IsReal ? table : null);

    private static void Inline(PartReader xml, OdtParagraph paragraph)
    {
        switch (xml.Name)
        {
            case "span" or "a" when !xml.IsEmpty: paragraph.Spans.Push(xml.Name == "span" ? xml.Attribute("style-name") : null); break;
            case "s": paragraph.Text.Append(' ', Math.Clamp(xml.Number("c") ?? 1, 1, 200)); break;
            case "tab": paragraph.Text.Append('\t'); break;
            case "line-break": paragraph.Text.Append('\n'); break;
            case "soft-page-break": paragraph.Text.Append(DocumentTextBuilder.PageEnd); break;
        }
    }

    /// <summary>Text with its white space folded, as the format asks.</summary>
    private void Append(OdtParagraph paragraph, string text)
    {
        if (Look(paragraph, s => s.IsHidden) == true) return;
        int solid = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (paragraph.Text.Length > 0 && !char.IsWhiteSpace(paragraph.Text[^1])) paragraph.Text.Append(' ');
                continue;
            }
            paragraph.Text.Append(c);
            solid++;
        }
        if (solid == 0) return;
        paragraph.Solid += solid;
        if (Look(paragraph, s => s.IsBold) == true) paragraph.BoldSolid += solid;
        paragraph.LargestSize = Math.Max(paragraph.LargestSize, Look(paragraph, s => s.Size) ?? 0);
    }

    private T? Look<T>(OdtParagraph paragraph, Func<OdtStyle, T?> property)
        where T : struct
    {
        foreach (string? span in paragraph.Spans)
        {
            if (styles.Find(span, property) is { } value) return value;
        }
        return styles.Find(paragraph.Style, property);
    }

    private void ReadNote(PartReader xml, OdtParagraph paragraph)
    {
        _notes++;
        if (xml.IsEmpty) return;
        int depth = xml.Depth;
        bool inBody = false;
        var sign = new StringBuilder();
        var text = new StringBuilder();
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (xml.Name == "note-body") inBody = xml.IsStart && !xml.IsEmpty;
            else if (xml.IsStart && xml.Name is "p" or "s" or "tab" or "line-break") text.Append(' ');
            else if (xml.IsText) (inBody ? text : sign).Append(xml.Text);
        }
        string number = DocumentTextBuilder.OneLine(sign.ToString());
        // A program that converts without laying out the pages leaves every number at naught.
        if (number == "0") number = _notes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        paragraph.Text.Append(NoteSigns.Raise(number));
        string note = DocumentTextBuilder.OneLine($"{number} {text}");
        if (note.Length > 0) paragraph.Notes.Add(note);
    }
}
