using System.Globalization;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>The values of one mail's placeholders. Whatever they hold, they stay text: never markup, never a placeholder.</summary>
public sealed class MailValues(Language language)
{
    // A coordinator's letter is short; a pasted document is a mistake.
    private const int MaxValue = 20_000;

    private readonly Dictionary<MailField, string> _values = [];

    /// <summary>The language that dates are written in, and the text chosen by.</summary>
    public Language Language { get; } = language;

    /// <summary>The value; empty where there is none.</summary>
    public string this[MailField field] => _values.GetValueOrDefault(field, string.Empty);

    /// <summary>Sets a value; null or blank is none.</summary>
    public MailValues With(MailField field, string? value)
    {
        string clean = Clean(value ?? string.Empty);
        if (field.IsLink && clean.Length > 0 && !IsWebAddress(clean)) throw new ArgumentException("A link must begin with http:// or https://.", nameof(value));
        _values[field] = clean;
        return this;
    }

    /// <summary>Sets a day, written out in the mail's language: 14 maj 2027.</summary>
    public MailValues With(MailField field, DateOnly day) =>
        With(field, day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(Language == Language.English ? "en-GB" : "sv-SE")));

    /// <summary>Examples for every placeholder of a kind, for a preview without a real case.</summary>
    public static MailValues Examples(MailKind kind, Language language)
    {
        var values = new MailValues(language);
        foreach (MailField field in MailFields.Of(kind))
        {
            if (DateOnly.TryParseExact(field.Example, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) values.With(field, day);
            else values.With(field, field.Example);
        }
        return values;
    }

    private static bool IsWebAddress(string text) =>
        !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http";

    // Line breaks stay, all other controls go: a value may be several lines, but none may turn or hide text.
    private static string Clean(string value)
    {
        string text = new(value.ReplaceLineEndings("\n").Select(letter => letter == '\t' ? ' ' : letter).Where(letter => letter == '\n' || !Mailbox.IsControl(letter)).ToArray());
        text = text.Trim();
        return text.Length > MaxValue ? text[..MaxValue] + "…" : text;
    }
}
