namespace Remiss.Documents.Pdf.Fonts;

/// <summary>One face as a document uses it: its widths, and which of its characters have been drawn.</summary>
internal sealed class Face(string path, TrueTypeFile file, int number)
{
    private const int Cached = 0x3000;
    private readonly float[] _widths = CacheWidths(file);
    private readonly HashSet<int> _drawn = [];
    private readonly bool[] _drawnCached = new bool[Cached];

    /// <summary>The file the face comes from.</summary>
    public string Path => path;

    /// <summary>Unique in the document, from 0.</summary>
    public int Number => number;

    /// <summary>Reach above the baseline in em.</summary>
    public double Ascent => file.Ascent;

    /// <summary>Reach below the baseline in em.</summary>
    public double Descent => file.Descent;

    /// <summary>Every character drawn so far, sorted, so that the embedded subset is the same for the same text.</summary>
    public IEnumerable<int> Drawn =>
        Enumerable.Range(0, Cached).Where(code => _drawnCached[code]).Concat(_drawn.Order());

    /// <summary>Whether the face can show the character.</summary>
    public bool Has(int codePoint) => file.Glyph(codePoint) != 0;

    /// <summary>The character's width in em.</summary>
    public float Width(int codePoint) =>
        (uint)codePoint < Cached ? _widths[codePoint] : (float)file.Advance(file.Glyph(codePoint));

    /// <summary>The glyph to draw for a character, which from now on is part of the embedded subset.</summary>
    public ushort Draw(int codePoint)
    {
        if ((uint)codePoint < Cached) _drawnCached[codePoint] = true;
        else _drawn.Add(codePoint);
        return file.Glyph(codePoint);
    }

    private static float[] CacheWidths(TrueTypeFile file)
    {
        var widths = new float[Cached];
        for (var code = 0; code < Cached; code++) widths[code] = (float)file.Advance(file.Glyph(code));
        return widths;
    }
}
