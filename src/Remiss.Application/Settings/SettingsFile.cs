using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Remiss.Domain.Results;

namespace Remiss.Application.Settings;

/// <summary>
/// Reads the section <c>Remiss</c> of a settings file in JSON (<c>appsettings.json</c>); comments are allowed. The file's
/// other sections belong to others. Messages name the file and the line, never what stands there: it may be a password.
/// </summary>
public static class SettingsFile
{
    private const string Section = "Remiss";
    private const long Largest = 1024 * 1024;

    /// <summary>What the file gives. One without the section gives nothing, unless it is <paramref name="required"/> to.</summary>
    public static Result<ImmutableArray<GivenSetting>> Read(string path, bool required)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > Largest) return Broken(path, "Den är för stor för en inställningsfil.", "It is too large for a settings file.");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return Broken(path, "Kontrollera sökvägen och att du får läsa den.", "Check the path, and that you may read it.");
        }
        ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 });
            var given = ImmutableArray.CreateBuilder<GivenSetting>();
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.EnumerateObject().FirstOrDefault(p => p.NameEquals(Section)).Value is { ValueKind: JsonValueKind.Object } section)
            {
                return Flatten(section, string.Empty, path, given) is { } list
                    ? Broken(path, $"{list} ska vara ett värde, inte en lista.", $"{list} must be a value, not a list.")
                    : given.ToImmutable();
            }
            return required ? Broken(path, $"Den saknar avsnittet \"{Section}\": {{ … }}.", $"It lacks the section \"{Section}\": {{ … }}.") : given.ToImmutable();
        }
        catch (JsonException wrong)
        {
            string line = ((wrong.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return Broken(path, $"Den är ingen giltig JSON på rad {line}.", $"It is no valid JSON at line {line}.");
        }
    }

    private static string? Flatten(JsonElement section, string prefix, string path, ImmutableArray<GivenSetting>.Builder given)
    {
        foreach (JsonProperty property in section.EnumerateObject())
        {
            string key = prefix + property.Name;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    if (Flatten(property.Value, key + ":", path, given) is { } inner) return inner;
                    break;
                case JsonValueKind.Array:
                    return key;
                case JsonValueKind.Null:
                    break;
                default:
                    string text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
                    given.Add(new GivenSetting(key, text, SettingSource.File(path)) { Folder = System.IO.Path.GetDirectoryName(path) });
                    break;
            }
        }
        return null;
    }

    private static Invalid Broken(string path, string swedish, string english) => new(new Phrase(
        $"Inställningsfilen {path} kan inte läsas. {swedish}",
        $"The settings file {path} cannot be read. {english}"));
}
