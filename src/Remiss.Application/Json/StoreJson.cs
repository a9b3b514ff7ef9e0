using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Remiss.Application.Json;

/// <summary>The one form of JSON in the store: camel case, enumerations by name, letters as letters, no spaces.</summary>
public static class StoreJson
{
    /// <summary>How it is written and read.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A value as JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value of a JSON text that this program wrote.</summary>
    /// <exception cref="JsonException">It is none: the row was damaged.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
