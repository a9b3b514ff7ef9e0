using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Layout;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>The file being made: PDFsharp's document with pages of our own operators and a structure tree of our own.</summary>
internal sealed class PdfFile : IDisposable
{
    private const string ImageName = "I0";

    private readonly SummaryDocument _content;
    private readonly FontSet _fonts;
    private readonly PdfDocument _document = NewDocument();
    private readonly PdfDictionary _resources;
    private readonly PdfPage[] _pages;
    private readonly Task<byte[]>[] _deflated;
    private readonly PdfArray?[] _annotations;
    private readonly IReadOnlyDictionary<string, Place> _places;

    /// <summary>Starts a file of so many pages; anchors stand where they were measured.</summary>
    public PdfFile(SummaryDocument content, FontSet fonts, int pageCount, IReadOnlyDictionary<string, Place> places)
    {
        (_content, _fonts, _places) = (content, fonts, places);
        _document.Options.CompressContentStreams = true;
        _resources = new PdfDictionary(_document);
        _document.Internals.AddObject(_resources);
        _pages = new PdfPage[pageCount];
        for (var i = 0; i < pageCount; i++) _pages[i] = AddPage();
        (_deflated, _annotations) = (new Task<byte[]>[pageCount], new PdfArray?[pageCount]);
        Tree = new StructureTree(_document, _pages);
        Outline = new Outline(_document);
    }

    /// <summary>What is read out.</summary>
    public StructureTree Tree { get; }

    /// <summary>The bookmarks.</summary>
    public Outline Outline { get; }

    /// <summary>How many pages there are.</summary>
    public int PageCount => _pages.Length;

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    /// <summary>Whether links can point there.</summary>
    public bool Knows(Anchor anchor) => _places.ContainsKey(anchor.Name);

    /// <summary>A destination on a page, at a height from its top.</summary>
    public PdfArray Destination(Place place)
    {
        var top = Math.Round(Sheet.Height - Math.Max(0, place.Y - 6));
        return new PdfArray(_document, _pages[place.Page].ReferenceNotNull, new PdfName("/XYZ"), new PdfInteger(0), new PdfReal(top), PdfNull.Value);
    }

    /// <summary>Lays a link over a rectangle of a page.</summary>
    public void AddLink(StructElement element, int page, (double X, double Y, double Width, double Height) box, Anchor target, string words)
    {
        var link = new PdfDictionary(_document);
        _document.Internals.AddObject(link);
        link.Elements.SetName("/Type", "/Annot");
        link.Elements.SetName("/Subtype", "/Link");
        link.Elements["/Rect"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture,
            $"[{box.X:0.##} {Sheet.Height - box.Y - box.Height:0.##} {box.X + box.Width:0.##} {Sheet.Height - box.Y:0.##}]"));
        link.Elements["/Border"] = new PdfLiteral("[0 0 0]");
        // Printed: PDF/A asks for it of every annotation.
        link.Elements.SetInteger("/F", 4);
        link.Elements["/Contents"] = new PdfString(words, PdfStringEncoding.Unicode);
        link.Elements["/Dest"] = Destination(_places[target.Name]);
        (_annotations[page] ??= new PdfArray(_document)).Elements.Add(link.ReferenceNotNull);
        Tree.Annotate(element, link, page);
    }

    /// <summary>Takes a finished page; it is packed while the next is drawn.</summary>
    public void Finish(int page, PageContent content)
    {
        var bytes = content.ToArray();
        _deflated[page] = Task.Run(() => PageContent.Deflate(bytes));
    }

    /// <summary>Whether an image can be drawn.</summary>
    public static bool IsReadableImage(ReadOnlyMemory<byte> bytes)
    {
        PdfSharpFonts.EnsureSet();
        try
        {
            using var image = XImage.FromStream(new MemoryStream(bytes.ToArray()));
            return image.PixelWidth > 0 && image.PixelHeight > 0;
        }
        catch (Exception)
        {
            // PDFsharp's readers throw whatever the broken bytes lead them to.
            return false;
        }
    }

    /// <summary>Makes an image known to the pages; its name for drawing and its size.</summary>
    public (string Name, double Width, double Height) AddImage(ReadOnlyMemory<byte> bytes)
    {
        using var image = XImage.FromStream(new MemoryStream(bytes.ToArray()));
        // PDF/A refuses it.
        image.Interpolate = false;
        var size = (ImageName, image.PointWidth, image.PointHeight);
        var images = TakeResources("/XObject", graphics => graphics.DrawImage(image, 0, 0));
        var named = new PdfDictionary(_document);
        named.Elements["/" + ImageName] = images.Elements[images.Elements.KeyNames[0].Value];
        _resources.Elements["/XObject"] = named;
        return size;
    }

    /// <summary>Writes the whole file.</summary>
    public void Save(Stream output, CancellationToken cancellationToken)
    {
        FinishPages();
        EmbedFonts();
        _document.Info.Title = Text.TextCleaner.Clean(_content.Title);
        _document.Info.Author = Text.TextCleaner.Clean(_content.Organisation);
        _document.Info.Subject = Text.TextCleaner.Clean(_content.Subject);
        _document.Info.Creator = Xmp.Creator;
        _document.SetPdfA();
        Tree.Finish();
        Outline.Finish();
        _document.ViewerPreferences.DisplayDocTitle = true;
        _document.Internals.Catalog.Elements.SetString("/Lang", _content.LanguageTag);
        using var save = new SaveStream(output, SettleMetadata, cancellationToken);
        _document.Save(save, closeStream: false);
    }

    // PDFsharp makes no document before it knows under which licence.
    private static PdfDocument NewDocument()
    {
        PdfSharpFonts.EnsureSet();
        return new PdfDocument();
    }

    private PdfPage AddPage()
    {
        var page = _document.AddPage();
        page.Width = XUnit.FromPoint(Sheet.Width);
        page.Height = XUnit.FromPoint(Sheet.Height);
        page.Elements["/Resources"] = _resources.ReferenceNotNull;
        page.Elements.SetName("/Tabs", "/S");
        return page;
    }

    private void FinishPages()
    {
        for (var i = 0; i < _pages.Length; i++)
        {
            var contents = new PdfDictionary(_document);
            contents.CreateStream(_deflated[i].GetAwaiter().GetResult());
            contents.Elements.SetName("/Filter", "/FlateDecode");
            _document.Internals.AddObject(contents);
            _pages[i].Elements["/Contents"] = contents.ReferenceNotNull;
            if (_annotations[i] is { } links) _pages[i].Elements["/Annots"] = links;
        }
    }

    // PDFsharp embeds what is drawn through it: each character used is drawn once on a page that is then taken away.
    private void EmbedFonts()
    {
        var fonts = new PdfDictionary(_document);
        foreach (var face in _fonts.All)
        {
            var characters = string.Concat(face.Drawn.Select(char.ConvertFromUtf32));
            if (characters.Length == 0) continue;
            var font = new XFont(PdfSharpFonts.NameOf(face), 10, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
            var drawn = TakeResources("/Font", graphics => graphics.DrawString(characters, font, XBrushes.Black, 0, 0));
            fonts.Elements[string.Create(CultureInfo.InvariantCulture, $"/F{face.Number}")] = drawn.Elements[drawn.Elements.KeyNames[0].Value];
        }

        _resources.Elements["/Font"] = fonts;
    }

    private PdfDictionary TakeResources(string kind, Action<XGraphics> draw)
    {
        var scratch = _document.AddPage();
        using (var graphics = XGraphics.FromPdfPage(scratch)) draw(graphics);
        var taken = scratch.Elements.GetDictionary("/Resources")!.Elements.GetDictionary(kind)!;
        _document.Pages.Remove(scratch);
        return taken;
    }

    // Everything that PDFsharp takes from the clock or from chance becomes a function of the content.
    private void SettleMetadata()
    {
        var producer = _document.Info.Producer;
        _document.Internals.Catalog.Elements.GetDictionary("/Metadata")!.Stream.Value = Xmp.Write(_content, producer);
        var compiled = _content.Compiled;
        var offset = compiled.Offset;
        var moment = string.Create(CultureInfo.InvariantCulture,
            $"D:{compiled:yyyyMMddHHmmss}{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}'{Math.Abs(offset.Minutes):00}'");
        foreach (var key in new[] { "/CreationDate", "/ModDate" }) _document.Info.Elements[key] = new PdfString(moment);
        foreach (var face in _fonts.All) NameSubset(face);
        var id = Encoding.Latin1.GetString(Fingerprint());
        _document.Internals.FirstDocumentID = id;
        _document.Internals.SecondDocumentID = id;
    }

    private void NameSubset(Face face)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"/F{face.Number}");
        if (_resources.Elements.GetDictionary("/Font")!.Elements.GetDictionary(key) is not { } font) return;
        var tag = SubsetTag(face);
        var descendant = (PdfDictionary)Dereference(font.Elements.GetArray("/DescendantFonts")!.Elements[0]);
        Retag(font, "/BaseFont", tag);
        Retag(descendant, "/BaseFont", tag);
        Retag(descendant.Elements.GetDictionary("/FontDescriptor")!, "/FontName", tag);
    }

    private static PdfItem Dereference(PdfItem item) => item is PdfSharp.Pdf.Advanced.PdfReference reference ? reference.Value : item;

    private static void Retag(PdfDictionary dictionary, string key, string tag)
    {
        var name = dictionary.Elements.GetName(key);
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        if (plus == 7) dictionary.Elements.SetName(key, string.Concat("/", tag, name[plus..]));
    }

    private static string SubsetTag(Face face)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', face.Drawn)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + (value % 26))));
    }

    private byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Xmp.Write(_content, ""));
        foreach (var page in _deflated) hash.AppendData(page.Result);
        return hash.GetHashAndReset()[..16];
    }
}
