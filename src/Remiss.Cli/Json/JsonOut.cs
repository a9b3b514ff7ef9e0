using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remiss.Cli.Json;

/// <summary>How results are written for machines: camel case, å ä ö as they are, indented.</summary>
internal static class JsonOut
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The output is a file or a pipe, never a page: nothing but what JSON itself asks for is escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The value as JSON text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
