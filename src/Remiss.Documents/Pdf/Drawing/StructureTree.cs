using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>One element of the structure tree: what assistive technology reads.</summary>
internal sealed class StructElement(string tag, PdfDictionary dictionary)
{
    private PdfArray? _children;

    /// <summary>Its type, as <c>P</c>.</summary>
    public string Tag => tag;

    /// <summary>The object in the file.</summary>
    public PdfDictionary Dictionary => dictionary;

    /// <summary>The page of its first content, or -1.</summary>
    public int Page { get; set; } = -1;

    /// <summary>Sets a text entry, as <c>/Alt</c>, <c>/E</c> or <c>/Lang</c>.</summary>
    public StructElement With(string key, string text)
    {
        dictionary.Elements[key] = new PdfString(text, text.All(char.IsAscii) ? PdfStringEncoding.RawEncoding : PdfStringEncoding.Unicode);
        return this;
    }

    /// <summary>Adds content or a child after all that it has.</summary>
    public void Add(PdfItem child)
    {
        if (_children is null)
        {
            _children = new PdfArray();
            dictionary.Elements["/K"] = _children;
        }

        _children.Elements.Add(child);
    }
}

/// <summary>
/// The structure tree of a document, and the number tree back from marked content to it. PDFsharp has one of
/// its own (UAManager), which looks through every page so far for each stretch of text: too slow for thousands of pages.
/// </summary>
internal sealed class StructureTree
{
    private const int NodeSize = 500;
    private const int SharedNumbers = 512;

    private readonly PdfDocument _document;
    private readonly IReadOnlyList<PdfPage> _pages;
    private readonly PdfDictionary _root;
    private readonly PdfArray[] _contentOfPage;
    private readonly List<PdfItem> _annotations = [];
    private readonly PdfInteger[] _numbers = [.. Enumerable.Range(0, SharedNumbers).Select(n => new PdfInteger(n))];
    private readonly Dictionary<string, PdfName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PdfReference> _attributes = new(StringComparer.Ordinal);

    public StructureTree(PdfDocument document, IReadOnlyList<PdfPage> pages)
    {
        (_document, _pages) = (document, pages);
        _root = Create();
        _root.Elements["/Type"] = Name("/StructTreeRoot");
        Document = Child(_root.ReferenceNotNull, "Document");
        _root.Elements["/K"] = Document.Dictionary.ReferenceNotNull;
        _contentOfPage = [.. pages.Select(_ => new PdfArray(document))];
    }

    /// <summary>The element of the whole document.</summary>
    public StructElement Document { get; }

    /// <summary>Adds an element after the parent's last child.</summary>
    public StructElement Add(StructElement parent, string tag)
    {
        var child = Child(parent.Dictionary.ReferenceNotNull, tag);
        parent.Add(child.Dictionary.ReferenceNotNull);
        return child;
    }

    /// <summary>Gives an element attributes, which all elements with the same ones share.</summary>
    public void SetAttributes(StructElement element, string owner, string key, string value)
    {
        var identity = string.Concat(owner, key, value);
        if (!_attributes.TryGetValue(identity, out var shared))
        {
            var attributes = Create();
            attributes.Elements["/O"] = Name(owner);
            attributes.Elements[key] = Name(value);
            _attributes[identity] = shared = attributes.ReferenceNotNull;
        }

        element.Dictionary.Elements["/A"] = shared;
    }

    /// <summary>Says that the page's next marked stretch belongs to the element, and returns the stretch's number on the page.</summary>
    public int Mark(StructElement element, int page)
    {
        var content = _contentOfPage[page];
        var id = content.Elements.Count;
        content.Elements.Add(element.Dictionary.ReferenceNotNull);
        if (element.Page < 0)
        {
            element.Page = page;
            element.Dictionary.Elements["/Pg"] = _pages[page].ReferenceNotNull;
        }

        element.Add(element.Page == page ? Number(id) : ContentElsewhere(page, id));
        return id;
    }

    /// <summary>Says that an annotation on a page belongs to the element.</summary>
    public void Annotate(StructElement element, PdfDictionary annotation, int page)
    {
        annotation.Elements.SetInteger("/StructParent", _pages.Count + _annotations.Count);
        _annotations.Add(element.Dictionary.ReferenceNotNull);
        var reference = new PdfDictionary(_document);
        reference.Elements["/Type"] = Name("/OBJR");
        reference.Elements["/Obj"] = annotation.ReferenceNotNull;
        reference.Elements["/Pg"] = _pages[page].ReferenceNotNull;
        element.Add(reference);
    }

    /// <summary>Joins the tree to the document's catalog.</summary>
    public void Finish()
    {
        for (var page = 0; page < _pages.Count; page++)
        {
            _document.Internals.AddObject(_contentOfPage[page]);
            _pages[page].Elements.SetInteger("/StructParents", page);
        }

        var items = _contentOfPage.Select(PdfItem (content) => content.ReferenceNotNull).Concat(_annotations).ToList();
        _root.Elements["/ParentTree"] = NumberTree(items).ReferenceNotNull;
        _root.Elements.SetInteger("/ParentTreeNextKey", items.Count);
        _document.Internals.Catalog.Elements["/StructTreeRoot"] = _root.ReferenceNotNull;
        var marks = new PdfDictionary(_document);
        marks.Elements.SetBoolean("/Marked", true);
        _document.Internals.Catalog.Elements["/MarkInfo"] = marks;
    }

    private PdfDictionary NumberTree(List<PdfItem> items)
    {
        var root = Create();
        var nodes = new PdfArray(_document);
        for (var from = 0; from < items.Count; from += NodeSize)
        {
            var to = Math.Min(from + NodeSize, items.Count);
            var numbers = new PdfArray(_document);
            for (var i = from; i < to; i++)
            {
                numbers.Elements.Add(new PdfInteger(i));
                numbers.Elements.Add(items[i]);
            }

            var node = Create();
            node.Elements["/Limits"] = new PdfArray(_document, new PdfInteger(from), new PdfInteger(to - 1));
            node.Elements["/Nums"] = numbers;
            nodes.Elements.Add(node.ReferenceNotNull);
        }

        root.Elements["/Kids"] = nodes;
        return root;
    }

    private StructElement Child(PdfReference parent, string tag)
    {
        var dictionary = Create();
        dictionary.Elements["/S"] = Name("/" + tag);
        dictionary.Elements["/P"] = parent;
        return new StructElement(tag, dictionary);
    }

    private PdfDictionary ContentElsewhere(int page, int id)
    {
        var content = new PdfDictionary(_document);
        content.Elements["/Type"] = Name("/MCR");
        content.Elements["/Pg"] = _pages[page].ReferenceNotNull;
        content.Elements["/MCID"] = Number(id);
        return content;
    }

    private PdfDictionary Create()
    {
        var dictionary = new PdfDictionary(_document);
        _document.Internals.AddObject(dictionary);
        return dictionary;
    }

    private PdfInteger Number(int value) => value < SharedNumbers ? _numbers[value] : new PdfInteger(value);

    private PdfName Name(string name)
    {
        if (!_names.TryGetValue(name, out var item)) _names[name] = item = new PdfName(name);
        return item;
    }
}
