using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Themes;

/// <summary>Reads a theme's entries over another theme, and stops at the first that is wrong.</summary>
internal sealed class ThemeReader(string file, string folder)
{
    /// <summary>The least contrast of text against its ground (WCAG 2.2, 1.4.3).</summary>
    private const double LeastContrast = 4.5;

    private const int LargestLogo = 5 << 20;
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    private Invalid? _failure;

    /// <summary>The theme that the entries make of <paramref name="basis"/>.</summary>
    public Result<SummaryTheme> Read(JsonElement root, SummaryTheme basis)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new Invalid(new Phrase($"Temafilen {file} ska innehålla ett JSON-objekt.", $"The theme file {file} must hold a JSON object."));
        var theme = basis;
        foreach (var entry in root.EnumerateObject())
        {
            theme = Apply(theme, entry);
            if (_failure is not null) return _failure;
        }

        if (theme.Logo is not null && string.IsNullOrWhiteSpace(theme.LogoAlternativeText))
            Fail("logoAlternativeText", "ska säga vad logotypen visar, när det finns en logotyp", "must say what the logo shows, when there is a logo");
        return _failure is null ? theme : _failure;
    }

    private SummaryTheme Apply(SummaryTheme theme, JsonProperty entry) => entry.Name switch
    {
        "fonts" => theme with { Fonts = Fonts(entry) },
        "accent" => theme with { Accent = Colour(entry.Name, entry.Value, Rgb.White) },
        "logo" => theme with { Logo = Logo(entry) },
        "logoAlternativeText" => theme with { LogoAlternativeText = entry.Value.ValueKind == JsonValueKind.Null ? null : Text(entry.Name, entry.Value) },
        "stances" => Stances(theme, entry),
        "parts" => theme with { Parts = Parts(entry) },
        "words" => theme with { Words = Words(theme, entry) },
        _ => Unknown(theme, entry.Name),
    };

    private SummaryTheme Unknown(SummaryTheme theme, string name)
    {
        Fail(name, "är ingen inställning i ett tema", "is no setting of a theme");
        return theme;
    }

    // A family need not be installed here: the theme may be written for another machine, and there is a fallback.
    private ImmutableArray<string> Fonts(JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Array || entry.Value.GetArrayLength() == 0)
        {
            Fail(entry.Name, "ska vara en lista med minst ett typsnitt", "must be a list of at least one font");
            return [];
        }

        return [.. entry.Value.EnumerateArray().Select(font => Text(entry.Name, font))];
    }

    private SummaryTheme Stances(SummaryTheme theme, JsonProperty entry)
    {
        if (!IsObject(entry.Name, entry.Value)) return theme;
        foreach (var stance in entry.Value.EnumerateObject())
        {
            var name = $"stances.{stance.Name}";
            if (!Enum.TryParse<Stance>(stance.Name, ignoreCase: true, out var key) || char.IsDigit(stance.Name[0]))
                Fail(name, "är inget ställningstagande", "is no stance");
            else if (IsObject(name, stance.Value)) theme = OneStance(theme, key, name, stance.Value);
        }

        return theme;
    }

    private SummaryTheme OneStance(SummaryTheme theme, Stance stance, string name, JsonElement entries)
    {
        var colours = theme.StanceColours.GetValueOrDefault(stance, new StanceColours("#000000", "#ffffff"));
        var label = theme.StanceLabels.GetValueOrDefault(stance, new StanceLegendEntry(stance, "", "", ""));
        foreach (var entry in entries.EnumerateObject())
        {
            var at = $"{name}.{entry.Name}";
            switch (entry.Name)
            {
                case "mark": label = label with { Mark = Text(at, entry.Value, mayBeEmpty: true) }; break;
                case "letter": label = label with { Letter = Text(at, entry.Value, mayBeEmpty: true) }; break;
                case "label": label = label with { Label = Text(at, entry.Value) }; break;
                case "ink": colours = colours with { Ink = Colour(at, entry.Value, Rgb.White) }; break;
                case "tint": colours = colours with { Tint = Colour(at, entry.Value, null) }; break;
                default: Fail(at, "är ingen inställning för ett ställningstagande", "is no setting of a stance"); break;
            }
        }

        if (label.Mark.Length + label.Letter.Length == 0)
            Fail(name, "ska ha ett tecken (mark) eller en bokstav (letter), så att det syns utan färg", "must have a mark or a letter, so that it is told without colour");
        if (_failure is null) CheckContrast($"{name}.ink", Rgb.TryParse(colours.Ink)!.Value, Rgb.TryParse(colours.Tint)!.Value);
        return theme with { StanceColours = theme.StanceColours.SetItem(stance, colours), StanceLabels = theme.StanceLabels.SetItem(stance, label) };
    }

    private ImmutableArray<SummaryPart> Parts(JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Array)
        {
            Fail(entry.Name, "ska vara en lista", "must be a list");
            return [];
        }

        var parts = ImmutableArray.CreateBuilder<SummaryPart>();
        foreach (var name in entry.Value.EnumerateArray().Select(part => Text(entry.Name, part)).TakeWhile(_ => _failure is null))
        {
            if (!Enum.TryParse<SummaryPart>(name, ignoreCase: true, out var part) || char.IsDigit(name[0]))
            {
                var known = string.Join(", ", Enum.GetNames<SummaryPart>().Select(JsonNamingPolicy.CamelCase.ConvertName));
                Fail(entry.Name, $"har den okända delen ”{name}”. Delarna är {known}", $"has the unknown part \"{name}\". The parts are {known}");
            }
            else if (parts.Contains(part)) Fail(entry.Name, $"har delen ”{name}” två gånger", $"has the part \"{name}\" twice");
            else parts.Add(part);
        }

        return parts.ToImmutable();
    }

    private ImmutableDictionary<string, string> Words(SummaryTheme theme, JsonProperty entry)
    {
        var words = theme.Words;
        if (!IsObject(entry.Name, entry.Value)) return words;
        foreach (var word in entry.Value.EnumerateObject())
        {
            if (word.Value.ValueKind != JsonValueKind.String) Fail($"words.{word.Name}", "ska vara text", "must be text");
            else words = words.SetItem(word.Name, word.Value.GetString()!);
        }

        foreach (var unknown in SummaryWords.Unknown(words.Keys).Order(StringComparer.Ordinal))
            Fail($"words.{unknown}", "är inget ord i sammanställningen", "is no word of the summary");
        foreach (var wrong in SummaryWords.WithWrongSlots(words).Order(StringComparer.Ordinal))
        {
            Fail($"words.{wrong}", $"ska ha samma platser ({{0}} och så vidare) som ”{SummaryWords.Defaults[wrong]}”",
                $"must have the same places ({{0}} and so on) as ”{SummaryWords.Defaults[wrong]}”");
        }

        return words;
    }

    private ReadOnlyMemory<byte>? Logo(JsonProperty entry)
    {
        if (entry.Value.ValueKind == JsonValueKind.Null) return null;
        var name = Text(entry.Name, entry.Value);
        if (_failure is not null) return null;
        try
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path)) Fail(entry.Name, $"pekar på {name}, som inte finns", $"points to {name}, which does not exist");
            else if (StatedLength(path) is var length && length > LargestLogo) Fail(entry.Name, $"pekar på {name}, som är större än 5 MB", $"points to {name}, which is larger than 5 MB");
            // A pipe or a device states no length, and reading one may never end.
            else if (length > 0 && File.ReadAllBytes(path) is var bytes && IsImage(bytes)) return bytes;
            else Fail(entry.Name, $"pekar på {name}, som varken är PNG eller JPEG", $"points to {name}, which is neither PNG nor JPEG");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Fail(entry.Name, $"pekar på {name}, som inte går att läsa", $"points to {name}, which cannot be read");
        }

        return null;
    }

    // The length of a link is its own, not that of what it leads to.
    internal static long StatedLength(string path)
    {
        var info = new FileInfo(path);
        return (info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info).Length;
    }

    // Judged by the bytes, not by the name.
    private static bool IsImage(byte[] bytes) => bytes.AsSpan().StartsWith(Png) || bytes.AsSpan().StartsWith(Jpeg);

    private string Colour(string name, JsonElement value, Rgb? ground)
    {
        var text = Text(name, value);
        if (_failure is not null) return "#000000";
        if (Rgb.TryParse(text) is not { } colour)
        {
            Fail(name, $"är ”{text}”, som inte är en färg på formen #rrggbb", $"is \"{text}\", which is not a colour of the form #rrggbb");
            return "#000000";
        }

        if (ground is { } against) CheckContrast(name, colour, against);
        return text;
    }

    private void CheckContrast(string name, Rgb ink, Rgb ground)
    {
        var contrast = ink.ContrastWith(ground);
        if (contrast >= LeastContrast) return;
        var (swedish, english) = (contrast.ToString("0.0", CultureInfo.GetCultureInfo("sv-SE")), contrast.ToString("0.0", CultureInfo.InvariantCulture));
        Fail(name, $"har kontrasten {swedish}:1 mot sin bakgrund; minst 4,5:1 krävs. Välj en mörkare färg",
            $"has the contrast {english}:1 against its ground; at least 4.5:1 is required. Choose a darker colour");
    }

    private string Text(string name, JsonElement value, bool mayBeEmpty = false)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && (mayBeEmpty || text.Length > 0)) return text;
        Fail(name, "ska vara text", "must be text");
        return " ";
    }

    private bool IsObject(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) return true;
        Fail(name, "ska vara ett objekt", "must be an object");
        return false;
    }

    private void Fail(string entry, string swedish, string english) => _failure ??= new Invalid(
        new Phrase($"Temafilen {file}: {entry} {swedish}.", $"The theme file {file}: {entry} {english}."), entry);
}
