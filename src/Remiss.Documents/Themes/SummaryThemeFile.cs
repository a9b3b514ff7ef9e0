using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Themes;

/// <summary>
/// The theme of the summary as a file (<c>templates/summary/theme.json</c>): an organisation states only what it
/// changes, and the rest is taken from the default that is built in.
/// </summary>
public static class SummaryThemeFile
{
    private const string Resource = "Remiss.Documents.Themes.theme.json";
    private const int LargestFile = 1 << 20;

    private static readonly Lazy<SummaryTheme> LazyDefault = new(ReadDefault);

    /// <summary>The theme as it is delivered.</summary>
    public static SummaryTheme Default => LazyDefault.Value;

    /// <summary>Reads a theme and lays it over the default.</summary>
    /// <param name="path">The file; a logo's path in it is relative to it.</param>
    /// <returns>The theme, or what is wrong with the file: its line or its entry.</returns>
    public static Result<SummaryTheme> Load(string path)
    {
        var name = Path.GetFileName(path);
        byte[] json;
        try
        {
            if (!File.Exists(path)) return new NotFound(new Phrase($"Temafilen {path} finns inte.", $"The theme file {path} does not exist."));
            if (ThemeReader.StatedLength(path) is var length && length > LargestFile)
                return new Invalid(new Phrase($"Temafilen {name} är större än 1 MB.", $"The theme file {name} is larger than 1 MB."));
            json = length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new Invalid(new Phrase($"Temafilen {name} går inte att läsa: {unreadable.Message}", $"The theme file {name} cannot be read: {unreadable.Message}"));
        }

        return Parse(json, name, Path.GetDirectoryName(Path.GetFullPath(path))!, Default);
    }

    internal static Result<SummaryTheme> Parse(ReadOnlyMemory<byte> json, string name, string folder, SummaryTheme basis)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json), options);
            return new ThemeReader(name, folder).Read(document.RootElement, basis);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            return new Invalid(new Phrase(
                $"Temafilen {name} är inte giltig JSON (rad {line}). Rätta filen och försök igen.",
                $"The theme file {name} is not valid JSON (line {line}). Correct the file and try again."));
        }
    }

    // Editors on Windows begin a file with a byte order mark, which is no part of JSON.
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static SummaryTheme ReadDefault()
    {
        using var stream = typeof(SummaryThemeFile).Assembly.GetManifestResourceStream(Resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var nothing = new SummaryTheme
        {
            Fonts = [],
            Accent = "",
            StanceColours = ImmutableDictionary<Stance, StanceColours>.Empty,
            StanceLabels = ImmutableDictionary<Stance, StanceLegendEntry>.Empty,
            Parts = [],
            Words = ImmutableDictionary<string, string>.Empty,
        };
        return Parse(copy.ToArray(), "theme.json", ".", nothing).Value;
    }
}
