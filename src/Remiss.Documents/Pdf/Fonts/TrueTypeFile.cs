using System.Buffers.Binary;
using System.Text;

namespace Remiss.Documents.Pdf.Fonts;

/// <summary>The four faces that text needs of a family.</summary>
[Flags]
internal enum FontStyle
{
    /// <summary>Upright and light.</summary>
    Regular = 0,

    /// <summary>Bold (fet).</summary>
    Bold = 1,

    /// <summary>Italic (kursiv).</summary>
    Italic = 2,
}

/// <summary>What the layout has to know of one font file: which characters it has, and how wide they are.</summary>
internal sealed class TrueTypeFile
{
    private const int BasicPlane = 0x10000;
    private readonly ushort[] _glyphs = new ushort[BasicPlane];
    private readonly Dictionary<int, ushort> _higherGlyphs = [];
    private readonly ushort[] _advances;

    private TrueTypeFile(byte[] file, Dictionary<string, (int Start, int Length)> tables)
    {
        var head = Table(file, tables, "head");
        UnitsPerEm = U16(head, 18);
        var hhea = Table(file, tables, "hhea");
        Ascent = (double)I16(hhea, 4) / UnitsPerEm;
        Descent = -(double)I16(hhea, 6) / UnitsPerEm;
        _advances = ReadAdvances(Table(file, tables, "hmtx"), U16(hhea, 34));
        ReadCharacters(Table(file, tables, "cmap"));
    }

    /// <summary>Font units to the em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>How far the face reaches above the baseline, in em.</summary>
    public double Ascent { get; }

    /// <summary>How far the face reaches below the baseline, in em; positive.</summary>
    public double Descent { get; }

    /// <summary>Reads a file; null where it is no TrueType font that can be embedded as it is (CFF, collection, variable, broken).</summary>
    public static TrueTypeFile? Read(byte[] file)
    {
        try
        {
            return Directory(file) is { } tables && tables.ContainsKey("glyf") && !tables.ContainsKey("fvar")
                ? new TrueTypeFile(file, tables)
                : null;
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Family and style as the file's name table states them, or null.</summary>
    public static (string Family, string Style)? ReadNames(Stream file)
    {
        try
        {
            var start = ReadAt(file, 0, 12);
            if (U32(start, 0) is not (0x00010000 or 0x74727565)) return null;
            var directory = ReadAt(file, 12, U16(start, 4) * 16);
            (long Start, int Length)? name = null;
            for (var i = 0; i < directory.Length; i += 16)
            {
                var tag = Encoding.ASCII.GetString(directory, i, 4);
                if (tag == "fvar") return null;
                if (tag == "name") name = (U32(directory, i + 8), (int)Math.Min(U32(directory, i + 12), 1 << 20));
            }

            return name is { } at ? Names(ReadAt(file, at.Start, at.Length)) : null;
        }
        catch (Exception broken) when (broken is IOException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The glyph of a character; 0 where the font lacks it.</summary>
    public ushort Glyph(int codePoint) =>
        (uint)codePoint < BasicPlane ? _glyphs[codePoint] : _higherGlyphs.GetValueOrDefault(codePoint);

    /// <summary>The width of a glyph in em.</summary>
    public double Advance(ushort glyph) =>
        (double)_advances[Math.Min(glyph, _advances.Length - 1)] / UnitsPerEm;

    private static Dictionary<string, (int Start, int Length)>? Directory(byte[] file)
    {
        if (file.Length < 12 || U32(file, 0) is not (0x00010000 or 0x74727565)) return null;
        var tables = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        for (var i = 0; i < U16(file, 4); i++)
        {
            var entry = 12 + (i * 16);
            tables[Encoding.ASCII.GetString(file, entry, 4)] = ((int)U32(file, entry + 8), (int)U32(file, entry + 12));
        }

        return tables;
    }

    private static ReadOnlySpan<byte> Table(byte[] file, Dictionary<string, (int Start, int Length)> tables, string tag) =>
        tables.TryGetValue(tag, out var at)
            ? file.AsSpan(at.Start, Math.Min(at.Length, file.Length - at.Start))
            : throw new InvalidDataException(tag);

    private static ushort[] ReadAdvances(ReadOnlySpan<byte> hmtx, int count)
    {
        if (count == 0) throw new InvalidDataException("hmtx");
        var advances = new ushort[count];
        for (var i = 0; i < count; i++) advances[i] = (ushort)U16(hmtx, i * 4);
        return advances;
    }

    private void ReadCharacters(ReadOnlySpan<byte> cmap)
    {
        var found = false;
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var platform = U16(cmap, 4 + (i * 8));
            var encoding = U16(cmap, 6 + (i * 8));
            if (platform != 0 && !(platform == 3 && encoding is 1 or 10)) continue;
            var table = cmap[(int)U32(cmap, 8 + (i * 8))..];
            found |= U16(table, 0) switch { 4 => ReadSegments(table), 12 => ReadGroups(table), _ => false };
        }

        if (!found) throw new InvalidDataException("cmap");
    }

    private bool ReadSegments(ReadOnlySpan<byte> table)
    {
        var count = U16(table, 6) / 2;
        var (ends, starts, deltas, ranges) = (14, 16 + (count * 2), 16 + (count * 4), 16 + (count * 6));
        for (var s = 0; s < count; s++)
        {
            var (first, last) = (U16(table, starts + (s * 2)), U16(table, ends + (s * 2)));
            var (delta, range) = (U16(table, deltas + (s * 2)), U16(table, ranges + (s * 2)));
            for (var c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : U16(table, ranges + (s * 2) + range + ((c - first) * 2));
                if (range == 0 || glyph != 0) _glyphs[c] = (ushort)(glyph + delta);
            }
        }

        return true;
    }

    private bool ReadGroups(ReadOnlySpan<byte> table)
    {
        for (var g = 0u; g < U32(table, 12); g++)
        {
            var at = 16 + ((int)g * 12);
            var (first, last, glyph) = (U32(table, at), Math.Min(U32(table, at + 4), 0x10FFFF), U32(table, at + 8));
            for (var c = first; c <= last; c++)
            {
                var value = (ushort)(glyph + c - first);
                if (c < BasicPlane) _glyphs[c] = value;
                else _higherGlyphs[(int)c] = value;
            }
        }

        return true;
    }

    private static (string, string)? Names(byte[] table)
    {
        var names = new Dictionary<int, string>();
        var strings = U16(table, 4);
        for (var i = 0; i < U16(table, 2); i++)
        {
            var record = 6 + (i * 12);
            var id = U16(table, record + 6);
            if (id is not (1 or 2 or 16 or 17)) continue;
            var (platform, language) = (U16(table, record), U16(table, record + 4));
            var (start, length) = (strings + U16(table, record + 10), U16(table, record + 8));
            if (start + length > table.Length) continue;
            if (platform == 3 && (language == 0x409 || !names.ContainsKey(id)))
                names[id] = Encoding.BigEndianUnicode.GetString(table, start, length);
            else if (platform == 1 && !names.ContainsKey(id))
                names[id] = Encoding.Latin1.GetString(table, start, length);
        }

        var family = names.GetValueOrDefault(16) ?? names.GetValueOrDefault(1);
        var style = names.GetValueOrDefault(17) ?? names.GetValueOrDefault(2);
        return family is null || style is null ? null : (family, style);
    }

    private static byte[] ReadAt(Stream file, long start, int length)
    {
        var bytes = new byte[length];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static int U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static int I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    private static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
