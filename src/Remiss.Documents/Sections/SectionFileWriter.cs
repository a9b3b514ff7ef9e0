using System.Globalization;
using Remiss.Domain.Sections;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Remiss.Documents.Sections;

/// <summary>Writes a section tree as a file to edit.</summary>
internal sealed class SectionFileWriter
{
    private const string Header =
        "# Avsnitt i remisshandlingen. Ändra fritt: rätta, flytta, ta bort eller lägg till.\n"
        + "# Varje avsnitt söks upp i dokumentet genom sitt nummer och sin titel.\n"
        + "# Beskrivning: docs/section-tree.md\n";

    private readonly SectionTree _tree;
    private readonly Emitter _emitter;
    private int _next;

    private SectionFileWriter(SectionTree tree, TextWriter writer)
    {
        _tree = tree;
        _emitter = new Emitter(writer, new EmitterSettings(2, int.MaxValue, false, 1024, false, true));
    }

    public static string Write(SectionTree tree)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        writer.Write(Header);
        new SectionFileWriter(tree, writer).WriteFile();
        return writer.ToString().ReplaceLineEndings("\n");
    }

    private void WriteFile()
    {
        _emitter.Emit(new StreamStart());
        _emitter.Emit(new DocumentStart(null, null, true));
        _emitter.Emit(new MappingStart());
        Pair("title", _tree.Title);
        Key("sections");
        // Sections on a level above the first one's must not be lost: the outermost list takes every level.
        WriteSections(0);
        _emitter.Emit(new MappingEnd());
        _emitter.Emit(new DocumentEnd(true));
        _emitter.Emit(new StreamEnd());
    }

    /// <summary>The sections deeper than <paramref name="parent"/>, until the first that is not.</summary>
    private void WriteSections(int parent)
    {
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
        while (_next < _tree.Sections.Length && _tree.Sections[_next].Level > parent)
        {
            Section section = _tree.Sections[_next++];
            _emitter.Emit(new MappingStart());
            if (section.Number is { } number) Pair("number", number);
            Pair("title", section.Title);
            if (section.Level != parent + 1) Pair("level", section.Level.ToString(CultureInfo.InvariantCulture), plain: true);
            string pages = string.Create(CultureInfo.InvariantCulture, $"{section.PageFrom}-{section.PageTo}");
            Pair("pages", section.PageFrom == section.PageTo ? section.PageFrom.ToString(CultureInfo.InvariantCulture) : pages, plain: true);
            WriteItems(section);
            if (_next < _tree.Sections.Length && _tree.Sections[_next].Level > section.Level)
            {
                Key("sections");
                WriteSections(section.Level);
            }
            _emitter.Emit(new MappingEnd());
        }
        _emitter.Emit(new SequenceEnd());
    }

    private void WriteItems(Section section)
    {
        if (section.Items.IsEmpty) return;
        Key("items");
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
        foreach (SectionItem item in section.Items)
        {
            _emitter.Emit(new MappingStart());
            if (item.Label is { } label) Pair("label", label);
            Pair("text", item.Text);
            if (item.Page != section.PageFrom) Pair("page", item.Page.ToString(CultureInfo.InvariantCulture), plain: true);
            _emitter.Emit(new MappingEnd());
        }
        _emitter.Emit(new SequenceEnd());
    }

    private void Pair(string key, string value, bool plain = false)
    {
        Key(key);
        _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, plain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, plain, !plain));
    }

    private void Key(string key) => _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, key, ScalarStyle.Plain, true, false));
}
