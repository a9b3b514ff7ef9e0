using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Plain;

/// <summary>Reads plain text files; what is a heading or a point in them is <see cref="PlainTextBlocks"/>' business.</summary>
internal static class PlainTextReader
{
    public static Result<DocumentText> Read(SourceFile file, ReadLimits limits)
    {
        if (TextDecoder.Guess(file.Bytes.Span) is not { } guess) return Refusals.Of(FileKind.Binary, file.Name);
        string raw = guess.Encoding.GetString(file.Bytes.Span[guess.PreambleLength..]);
        if (raw.Length > limits.MaxTextLength) return Refusals.TextTooLong(file.Name, limits.MaxTextLength);
        DocumentText text = PlainTextBlocks.Read(raw);
        if (text.Blocks.IsEmpty) return Refusals.Of(FileKind.Empty, file.Name);
        return guess.IsDamaged
            ? text with
            {
                Remarks = text.Remarks.Add(new Phrase(
                    $"Några tecken i filen ”{Refusals.Shown(file.Name)}” gick inte att tolka och visas som \uFFFD.",
                    $"Some characters of the file “{Refusals.Shown(file.Name)}” could not be decoded and are shown as \uFFFD.")),
            }
            : text;
    }
}
