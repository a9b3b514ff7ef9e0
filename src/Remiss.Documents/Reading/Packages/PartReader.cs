using System.Xml;

namespace Remiss.Documents.Reading.Packages;

/// <summary>
/// Walks one XML part of a package forward, element by element, without document types, entities or
/// external parts, and not deeper than the limit. Elements and attributes go by local name: the two
/// generations of both formats differ in their namespaces only.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private readonly XmlReader _xml;
    private readonly SafePackage _package;

    public PartReader(Stream stream, SafePackage package)
    {
        _package = package;
        _xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = package.Limits.MaxUnpackedBytes,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
    }

    public string Name => _xml.LocalName;

    public string Prefix => _xml.Prefix;

    public int Depth => _xml.Depth;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    public bool IsEmpty => _xml.IsEmptyElement;

    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public string Text => _xml.Value;

    /// <summary>Goes to the next node; false at the end.</summary>
    public bool Read()
    {
        try
        {
            if (!_xml.Read()) return false;
        }
        catch (XmlException e) when (IsDocumentType(e))
        {
            throw new ReadRefusedException(Refusals.HostileXml(_package.FileName));
        }
        if (_xml.Depth > _package.Limits.MaxXmlDepth) throw new ReadRefusedException(Refusals.TooDeep(_package.FileName));
        return true;
    }

    /// <summary>Passes over the current element with all it holds; the next <see cref="Read"/> gives what follows it.</summary>
    public void Skip()
    {
        int depth = _xml.Depth;
        if (_xml.IsEmptyElement) return;
        while (Read() && !(IsEnd && _xml.Depth <= depth))
        {
        }
    }

    /// <summary>The attribute's value by local name, or null.</summary>
    public string? Attribute(string localName)
    {
        if (!_xml.MoveToFirstAttribute()) return null;
        string? value = null;
        do
        {
            if (_xml.LocalName == localName && _xml.Prefix != "xmlns") value = _xml.Value;
        }
        while (value is null && _xml.MoveToNextAttribute());
        _xml.MoveToElement();
        return value;
    }

    /// <summary>The attribute as a whole number within sane bounds, or null.</summary>
    public int? Number(string localName) =>
        int.TryParse(Attribute(localName), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number)
        && number is > -100_000_000 and < 100_000_000 ? number : null;

    /// <summary>An on/off attribute as Office writes it: absent means on.</summary>
    public bool IsOn(string localName = "val") => Attribute(localName) is not ("0" or "false" or "off" or "none");

    public void Dispose() => _xml.Dispose();

    // The reader stands at the prolog when it meets a document type, and nothing else is refused there by that name.
    private bool IsDocumentType(XmlException e) =>
        _xml.Depth == 0 && e.Message.Contains("DTD", StringComparison.Ordinal);
}
