using PdfSharp.Pdf;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>The bookmarks: one for each heading, nested as the headings are.</summary>
internal sealed class Outline(PdfDocument document)
{
    private readonly Entry _root = new("", 0, new PdfDictionary(document));

    /// <summary>Adds the next heading.</summary>
    /// <param name="level">Its level, from 1.</param>
    /// <param name="title">Its words.</param>
    /// <param name="destination">Where it stands.</param>
    public void Add(int level, string title, PdfItem destination)
    {
        var parent = _root;
        while (parent.Children.Count > 0 && parent.Children[^1].Level < level) parent = parent.Children[^1];
        var entry = new Entry(title, level, new PdfDictionary(document));
        entry.Dictionary.Elements["/Title"] = new PdfString(title, PdfStringEncoding.Unicode);
        entry.Dictionary.Elements["/Dest"] = destination;
        parent.Children.Add(entry);
    }

    /// <summary>Joins the bookmarks to the document's catalog, the first level open.</summary>
    public void Finish()
    {
        if (_root.Children.Count == 0) return;
        _root.Dictionary.Elements.SetName("/Type", "/Outlines");
        document.Internals.AddObject(_root.Dictionary);
        Link(_root);
        _root.Dictionary.Elements.SetInteger("/Count", _root.Children.Count);
        document.Internals.Catalog.Elements["/Outlines"] = _root.Dictionary.ReferenceNotNull;
        document.Internals.Catalog.Elements.SetName("/PageMode", "/UseOutlines");
    }

    private void Link(Entry parent)
    {
        foreach (var child in parent.Children) document.Internals.AddObject(child.Dictionary);
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var child = parent.Children[i];
            child.Dictionary.Elements["/Parent"] = parent.Dictionary.ReferenceNotNull;
            if (i > 0) child.Dictionary.Elements["/Prev"] = parent.Children[i - 1].Dictionary.ReferenceNotNull;
            if (i + 1 < parent.Children.Count) child.Dictionary.Elements["/Next"] = parent.Children[i + 1].Dictionary.ReferenceNotNull;
            if (child.Children.Count == 0) continue;
            Link(child);
            child.Dictionary.Elements.SetInteger("/Count", -child.Children.Count);
        }

        parent.Dictionary.Elements["/First"] = parent.Children[0].Dictionary.ReferenceNotNull;
        parent.Dictionary.Elements["/Last"] = parent.Children[^1].Dictionary.ReferenceNotNull;
    }

    private sealed record Entry(string Title, int Level, PdfDictionary Dictionary)
    {
        public List<Entry> Children { get; } = [];
    }
}
