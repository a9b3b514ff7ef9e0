using System.Text;
using Remiss.Domain.Results;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Remiss.Documents.Sections;

/// <summary>A value in a YAML or JSON file, with the line it stands on.</summary>
internal abstract record YamlValue(long Line);

/// <summary>A word, number or text.</summary>
internal sealed record YamlScalar(long Line, string Text, bool IsNull) : YamlValue(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(long Line, List<YamlValue> Values) : YamlValue(Line);

/// <summary>Keys and their values in file order.</summary>
internal sealed record YamlMap(long Line, List<(YamlScalar Key, YamlValue Value)> Entries) : YamlValue(Line);

/// <summary>
/// Reads a YAML (or JSON) file into plain values. References within the file (anchors, aliases) and
/// types (tags) are refused, and so are files too large or too deep: a section tree needs none of them, and
/// they are how small files are made to fill the memory.
/// </summary>
internal sealed class YamlTree
{
    private const int MostCharacters = 4_000_000;
    private const int MostValues = 200_000;
    private const int Deepest = 40;

    private readonly string _name;
    private readonly Parser _parser;
    private int _values;

    private YamlTree(string name, string text)
    {
        _name = name;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The file's one value, or why it cannot be read.</summary>
    public static Result<YamlValue> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostCharacters) return Refused(name, "är för stor för en avsnittsfil (högst 4 MB)", "is too large for a section file (4 MB at most)");
        if (Decode(bytes.Span) is not { } text)
        {
            return Refused(name, "är inte skriven i UTF-8. Spara om den som UTF-8", "is not written in UTF-8. Save it again as UTF-8");
        }
        // JSON may be indented with tabs, which YAML does not allow.
        if (text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)) text = text.Replace('\t', ' ');
        var tree = new YamlTree(name, text);
        try
        {
            return tree.ReadFile();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // On some broken files the parser throws exceptions of other kinds than its own.
            long line = e is YamlException yaml ? yaml.Start.Line : tree._parser.Current?.End.Line ?? 1;
            return At(name, Math.Max(1, line), "filen är inte giltig YAML eller JSON här. Kontrollera indrag, citattecken och kolon",
                "the file is not valid YAML or JSON here. Check indentation, quotation marks and colons");
        }
    }

    /// <summary>A refusal that names the file and the line.</summary>
    public static Invalid At(string name, long line, string swedish, string english) =>
        new(new Phrase($"{name}, rad {line}: {swedish}.", $"{name}, line {line}: {english}."));

    private static Invalid Refused(string name, string swedish, string english) => new(new Phrase($"{name} {swedish}.", $"{name} {english}."));

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(false, true, true).GetString(bytes[2..]);
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(true, true, true).GetString(bytes[2..]);
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private Result<YamlValue> ReadFile()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _)) return Refused(_name, "är tom", "is empty");
        Result<YamlValue> value = ReadValue(0);
        if (!value.IsOk) return value;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            return At(_name, second.Start.Line, "filen innehåller fler än ett dokument (---)", "the file holds more than one document (---)");
        }
        return value;
    }

    private Result<YamlValue> ReadValue(int depth)
    {
        ParsingEvent e = _parser.Consume<ParsingEvent>();
        long line = e.Start.Line;
        if (depth > Deepest) return At(_name, line, "filen är för djupt nästlad", "the file is nested too deeply");
        if (++_values > MostValues) return At(_name, line, "filen har för många värden", "the file has too many values");
        if (e is AnchorAlias || e is NodeEvent { Anchor.IsEmpty: false })
        {
            return At(_name, line, "hänvisningar inom filen (& och *) är inte tillåtna; skriv texten inom citattecken",
                "references within the file (& and *) are not allowed; put the text in quotation marks");
        }
        if (e is NodeEvent { Tag.IsEmpty: false })
        {
            return At(_name, line, "typer (!) är inte tillåtna; skriv texten inom citattecken", "types (!) are not allowed; put the text in quotation marks");
        }
        return e switch
        {
            Scalar scalar => new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null"),
            SequenceStart => ReadList(line, depth),
            MappingStart => ReadMap(line, depth),
            _ => At(_name, line, "ett värde saknas", "a value is missing"),
        };
    }

    private Result<YamlValue> ReadList(long line, int depth)
    {
        var values = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            Result<YamlValue> value = ReadValue(depth + 1);
            if (!value.IsOk) return value;
            values.Add(value.Value);
        }
        return new YamlList(line, values);
    }

    private Result<YamlValue> ReadMap(long line, int depth)
    {
        var entries = new List<(YamlScalar, YamlValue)>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Result<YamlValue> key = ReadValue(depth + 1);
            if (!key.IsOk) return key;
            if (key.Value is not YamlScalar name) return At(_name, key.Value.Line, "en nyckel måste vara ett ord", "a key must be a word");
            if (!keys.Add(name.Text)) return At(_name, name.Line, $"”{name.Text}” står två gånger", $"“{name.Text}” stands twice");
            Result<YamlValue> value = ReadValue(depth + 1);
            if (!value.IsOk) return value;
            entries.Add((name, value.Value));
        }
        return new YamlMap(line, entries);
    }
}
