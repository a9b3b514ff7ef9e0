using System.Text;
using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Docx;

/// <summary>
/// Walks the body of a DOCX once and adds its blocks. Paragraphs nest (a text box stands inside one),
/// so those that are open lie on a stack; so do tables and fields.
/// </summary>
internal sealed class DocxBody(DocxStyles styles, DocxNumbering numbering, DocxNotes notes, DocumentTextBuilder builder)
{
    private readonly Stack<DocxParagraph> _paragraphs = new();
    private readonly Stack<FlowTable> _tables = new();
    private readonly Stack<DocxField> _fields = new();
    private readonly DocxParagraphWriter _writer = new(styles, numbering, notes, builder);
    private int _contentsDepth = -1;
    private bool _pageJustBroken;
    private bool _skipContent;
    private DocxRun _run = new();

    public bool FoundText => _writer.FoundText;

    /// <summary>The first paragraph of the title style.</summary>
    public string? Title => _writer.Title;

    public DocumentText Relevel(DocumentText text) => _writer.Relevel(text);

    public void Read(PartReader xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart) Start(xml);
            else if (xml.IsEnd) End(xml);
        }
        while (_paragraphs.Count > 0) _writer.Write(_paragraphs.Pop(), CurrentTable);
        _writer.FlushNotes();
    }

    /// <summary>The text of a <c>w:t</c>, up to its end.</summary>
    public static void ReadText(PartReader xml, StringBuilder into)
    {
        if (xml.IsEmpty) return;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (xml.IsText) into.Append(xml.Text);
        }
    }

    private FlowTable? CurrentTable => _tables.TryPeek(out FlowTable? table) && table.IsReal ? table : null;

    private DocxParagraph? Current => _paragraphs.TryPeek(out DocxParagraph? paragraph) ? paragraph : null;

    private bool IsInstruction => _fields.TryPeek(out DocxField? inner) && !inner.InResult;

    private void Start(PartReader xml)
    {
        switch (xml.Name)
        {
            case "p": StartParagraph(xml); break;
            case "pPr" when Current is not null: DocxProperties.ReadParagraph(xml, Current); break;
            case "r": _run = StyledRun(null); break;
            case "rPr": _run = DocxProperties.ReadRun(xml, _run, StyledRun); break;
            case "del" or "moveFrom" or "Fallback" or "rubyPr" or "rt": xml.Skip(); break;
            case "sdtPr": StartContentControl(xml); break;
            case "sdtContent" when _skipContent: _skipContent = false; xml.Skip(); break;
            case "tbl": _tables.Push(new FlowTable()); break;
            case "gridCol" when _tables.Count > 0: _tables.Peek().Columns++; break;
            case "tr" when _tables.Count > 0: _tables.Peek().StartRow(); break;
            case "trPr" when DocxProperties.IsDeletedRow(xml): SkipToEnd(xml, "tr"); break;
            case "tc" when _tables.Count > 0: _tables.Peek().StartCell(); break;
            case "altChunk":
                builder.Remark("Dokumentet bäddar in en annan fil, som inte har lästs.", "The document embeds another file, which was not read.");
                break;
            default: Inline(xml); break;
        }
    }

    private void Inline(PartReader xml)
    {
        if (Current is not { } paragraph) return;
        switch (xml.Name)
        {
            case "t":
                if (_run.IsHidden || IsInstruction) xml.Skip();
                else TakeText(xml, paragraph);
                break;
            case "tab": Append(paragraph, '\t'); break;
            case "cr": Append(paragraph, '\n'); break;
            case "noBreakHyphen": Append(paragraph, '\u2011'); break;
            case "br":
                if (xml.Attribute("type") == "page") BreakPage(paragraph, isRendered: false);
                else Append(paragraph, '\n');
                break;
            case "lastRenderedPageBreak": BreakPage(paragraph, isRendered: true); break;
            case "sym": Append(paragraph, Symbol(xml.Attribute("char"))); break;
            case "footnoteReference" or "endnoteReference":
                if (!_run.IsHidden && xml.Attribute("id") is { } id) paragraph.Text.Append(_writer.TakeNote(paragraph, xml.Name[0] == 'e', id));
                break;
            case "fldChar": Field(xml.Attribute("fldCharType")); break;
            case "instrText": TakeInstruction(xml); break;
        }
    }

    private void End(PartReader xml)
    {
        switch (xml.Name)
        {
            case "p" when _paragraphs.Count > 0: EndParagraph(); break;
            case "tbl" when _tables.Count > 0:
                _tables.Pop();
                if (_tables.Count == 0) _writer.FlushNotes();
                break;
            case "sdt" when xml.Depth <= _contentsDepth: _contentsDepth = -1; break;
        }
    }

    private void StartParagraph(PartReader xml)
    {
        var paragraph = new DocxParagraph { StyleId = styles.DefaultParagraph, IsContents = _contentsDepth >= 0 || _fields.Any(f => f.IsContents) };
        if (_writer.TakeJoined() is { } joined) paragraph.Join(joined);
        _paragraphs.Push(paragraph);
        if (xml.IsEmpty) EndParagraph();
    }

    private void EndParagraph()
    {
        DocxParagraph paragraph = _paragraphs.Pop();
        paragraph.IsContents &= paragraph.HasText;
        _writer.Write(paragraph, CurrentTable);
        if (paragraph.EndsPage)
        {
            builder.EndPage();
            _pageJustBroken = true;
        }
    }

    /// <summary>A run's look by the paragraph's style, or by a character style on top of it.</summary>
    private DocxRun StyledRun(string? characterStyle)
    {
        string? paragraphStyle = Current?.StyleId;
        return new DocxRun
        {
            IsBold = styles.Find(characterStyle, s => s.Bold) ?? styles.Find(paragraphStyle, s => s.Bold) ?? false,
            Size = styles.Find(characterStyle, s => s.Size) ?? styles.Find(paragraphStyle, s => s.Size) ?? styles.Find(styles.DefaultParagraph, s => s.Size) ?? 0,
            IsHidden = styles.Find(characterStyle, s => s.Hidden) ?? styles.Find(paragraphStyle, s => s.Hidden) ?? false,
        };
    }

    private void TakeText(PartReader xml, DocxParagraph paragraph)
    {
        int before = paragraph.Text.Length;
        ReadText(xml, paragraph.Text);
        int solid = 0;
        for (int i = before; i < paragraph.Text.Length && i < before + 10_000; i++)
        {
            // A form feed means a page end to the builder, and no document has it as text.
            if (paragraph.Text[i] == DocumentTextBuilder.PageEnd) paragraph.Text[i] = ' ';
            if (!char.IsWhiteSpace(paragraph.Text[i])) solid++;
        }
        paragraph.Count(solid, _run);
        if (solid > 0) _pageJustBroken = false;
    }

    private void Append(DocxParagraph paragraph, char c)
    {
        if (!_run.IsHidden && !IsInstruction && c != '\0') paragraph.Text.Append(c);
    }

    /// <summary>Word marks a page start both where the writer broke the page and where it was last rendered so: one page, not two.</summary>
    /// <summary>
    /// Whether the program that saved the file noted where its pages turned. Without that only the breaks that the
    /// author forced are known, and every page number counted from them would be wrong.
    /// </summary>
    public bool HasRenderedPages { get; private set; }

    private void BreakPage(DocxParagraph paragraph, bool isRendered)
    {
        HasRenderedPages |= isRendered;
        if (isRendered && _pageJustBroken) return;
        paragraph.Text.Append(DocumentTextBuilder.PageEnd);
        _pageJustBroken = true;
    }

    private static char Symbol(string? code) =>
        int.TryParse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out int value)
            ? value is >= 0xF000 and <= 0xF0FF ? '•' : value is > 0x20 and < 0xD800 ? (char)value : '\0'
            : '\0';

    private void Field(string? type)
    {
        switch (type)
        {
            // A document with fields inside fields by the thousand is no document.
            case "begin" when _fields.Count < 64: _fields.Push(new DocxField()); break;
            case "separate" when _fields.Count > 0: _fields.Peek().InResult = true; break;
            case "end" when _fields.Count > 0: _fields.Pop(); break;
        }
    }

    private void TakeInstruction(PartReader xml)
    {
        var text = new StringBuilder();
        ReadText(xml, text);
        if (_fields.TryPeek(out DocxField? field) && text.ToString().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase))
        {
            field.IsContents = true;
            if (Current is { } paragraph) paragraph.IsContents = true;
        }
    }

    private void StartContentControl(PartReader xml)
    {
        if (xml.IsEmpty) return;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (!xml.IsStart) continue;
            if (xml.Name == "showingPlcHdr") _skipContent = xml.IsOn();
            if (xml.Name == "docPartGallery" && xml.Attribute("val") == "Table of Contents" && _contentsDepth < 0) _contentsDepth = depth - 1;
        }
    }

    private static void SkipToEnd(PartReader xml, string element)
    {
        int depth = xml.Depth - 1;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth && xml.Name == element))
        {
        }
    }
}
