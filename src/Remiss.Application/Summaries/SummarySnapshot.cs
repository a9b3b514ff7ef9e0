using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Remiss.Application.Json;
using Remiss.Domain.Sections;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Application.Summaries;

/// <summary>
/// All that a summary was made from, as it was at that moment: another format can be drawn from it years later and says the same.
/// </summary>
/// <param name="Input">The consultation, the document and the replies.</param>
/// <param name="Theme">Words, labels, colours, parts.</param>
public sealed record SummarySnapshot(SummaryInput Input, SummaryTheme Theme)
{
    private static readonly JsonSerializerOptions Form = MakeForm();

    /// <summary>Writes it as JSON.</summary>
    public Task WriteAsync(Stream output, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(output, this, Form, cancellationToken);

    /// <summary>Reads what was written.</summary>
    /// <exception cref="JsonException">It is none: the file was damaged.</exception>
    public static SummarySnapshot Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<SummarySnapshot>(json, Form) ?? throw new JsonException("null");

    private static JsonSerializerOptions MakeForm()
    {
        // What is only computed from the rest is left out.
        var form = new JsonSerializerOptions(StoreJson.Options) { IgnoreReadOnlyProperties = true };
        form.Converters.Add(new TextConverter());
        form.Converters.Add(new TreeConverter());
        return form;
    }

    private sealed class TextConverter : JsonConverter<DocumentText>
    {
        public override DocumentText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument text = JsonDocument.ParseValue(ref reader);
            return StoredText.Read(text.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, DocumentText value, JsonSerializerOptions options) =>
            writer.WriteRawValue(StoredText.Write(value), skipInputValidation: true);
    }

    private sealed class TreeConverter : JsonConverter<SectionTree>
    {
        public override SectionTree Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            TreeRow row = JsonSerializer.Deserialize<TreeRow>(ref reader, options) ?? throw new JsonException("null");
            return new SectionTree(row.Title, row.Sections, row.PageStarts is { } starts ? new PageMap([.. starts], row.PrintedOffset) : null);
        }

        public override void Write(Utf8JsonWriter writer, SectionTree value, JsonSerializerOptions options) => JsonSerializer.Serialize(
            writer,
            new TreeRow(value.Title, value.Sections, value.Pages is { } pages ? [.. pages.Starts] : null, value.Pages?.PrintedOffset ?? 0),
            options);
    }

    private sealed record TreeRow(string Title, ImmutableArray<Section> Sections, int[]? PageStarts, int PrintedOffset);
}
