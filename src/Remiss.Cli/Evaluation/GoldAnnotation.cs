using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Evaluation;

/// <summary>One comment as a person marked it; the names are those of the annotation files.</summary>
internal sealed record GoldComment(int Start, int End, ImmutableArray<string> Sections, string? Stance, string? Evidence);

/// <summary>The annotation of one reply.</summary>
internal sealed record GoldFile(string File, string? Overall, ImmutableArray<GoldComment> Comments);

/// <summary>Reads annotations and maps their offsets to the text that Remiss splits.</summary>
internal static class GoldAnnotation
{
    private const string HeaderEnd = "# ---";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>The annotation in a file's JSON, or what is wrong with it.</summary>
    public static Result<GoldFile> Read(string name, string json)
    {
        try
        {
            GoldFile? gold = JsonSerializer.Deserialize<GoldFile>(json, Options);
            if (gold?.File is null || gold.Comments.IsDefault || gold.Comments.Any(c => c is null || c.Start < 0 || c.End < c.Start))
                return Damaged(name, "file, comments, start, end");
            return gold;
        }
        catch (JsonException error)
        {
            return Damaged(name, error.Path ?? "?");
        }
    }

    /// <summary>Where the reply itself begins, after the lines about the file; 0 where there are none.</summary>
    public static int BodyStart(string raw)
    {
        if (!raw.StartsWith('#')) return 0;
        int at = raw.StartsWith(HeaderEnd, StringComparison.Ordinal) ? 0 : raw.IndexOf("\n" + HeaderEnd, StringComparison.Ordinal);
        if (at < 0) return 0;
        int line = raw.IndexOf('\n', at + 1);
        return line < 0 ? raw.Length : line + 1;
    }

    /// <summary>
    /// A gold offset counts code points of the whole raw file. What lies between the body's start and it is
    /// normalised as the text is, and its length is the offset there.
    /// </summary>
    public static int Map(string raw, int bodyStart, int codePoints)
    {
        int units = 0;
        for (int left = codePoints; left > 0 && units < raw.Length; left--)
            units += char.IsSurrogatePair(raw, units) ? 2 : 1;
        return units <= bodyStart ? 0 : TextNormaliser.Normalise(raw[bodyStart..units]).Length;
    }

    private static Invalid Damaged(string name, string where) => new(new Phrase(
        $"{name}: facitfilen kan inte läsas ({where}). Den ska vara JSON med file och comments som gold/RULES.md beskriver.",
        $"{name}: the gold file cannot be read ({where}). It should be JSON with file and comments as gold/RULES.md describes."));
}
