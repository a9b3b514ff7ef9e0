using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Json;

/// <summary>
/// A <see cref="DocumentText"/> as the column <c>text_json</c> keeps it, with pages and remarks; a block is a short row
/// of numbers, for a long document has thousands.
/// </summary>
public static class StoredText
{
    private const int Stated = 1;
    private const int Quoted = 2;

    /// <summary>The text as JSON.</summary>
    public static string Write(DocumentText text) => StoreJson.Write(new Row
    {
        Text = text.Text,
        Blocks = [.. text.Blocks.Select(b => new[] { b.Span.Start, b.Span.Length, (int)b.Kind, b.Level, b.Page, (b.Stated ? Stated : 0) | (b.Quoted ? Quoted : 0) })],
        PageStarts = [.. text.Pages.Starts],
        PrintedOffset = text.Pages.PrintedOffset,
        Format = text.Format,
        Title = text.Title,
        MachineRead = text.MachineRead,
        Remarks = [.. text.Remarks],
    });

    /// <summary>The text that was written.</summary>
    /// <exception cref="JsonException">It is none: the row was damaged.</exception>
    public static DocumentText Read(string json)
    {
        Row row = StoreJson.Read<Row>(json);
        return new DocumentText
        {
            Text = row.Text,
            Blocks = [.. row.Blocks.Select(BlockOf)],
            Pages = new PageMap([.. row.PageStarts], row.PrintedOffset),
            Format = row.Format,
            Title = row.Title,
            MachineRead = row.MachineRead,
            Remarks = [.. row.Remarks],
        };
    }

    private static TextBlock BlockOf(int[] b) => b.Length == 6
        ? new TextBlock(new TextSpan(b[0], b[1]), (BlockKind)b[2], b[3], b[4]) { Stated = (b[5] & Stated) != 0, Quoted = (b[5] & Quoted) != 0 }
        : throw new JsonException("A block has six numbers.");

    private sealed record Row
    {
        public required string Text { get; init; }

        /// <summary>Start, length, kind, level, page, flags. The kinds' numbers are therefore part of the stored form.</summary>
        public required int[][] Blocks { get; init; }

        public required int[] PageStarts { get; init; }

        public int PrintedOffset { get; init; }

        public SourceFormat Format { get; init; }

        public string? Title { get; init; }

        public bool MachineRead { get; init; }

        public Phrase[] Remarks { get; init; } = [];
    }
}
