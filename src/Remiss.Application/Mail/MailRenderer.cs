using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>A mail's content, ready to be shown or sent.</summary>
public sealed record RenderedMail(string Subject, string Plain, string Html);

/// <summary>
/// Fills a text with values. In the HTML part a value never passes through Markdown: a mark stands in its place
/// until the HTML is made, and is then exchanged for the escaped value. So no value can become a link or markup.
/// </summary>
internal static partial class MailRenderer
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    public static RenderedMail Render(MailTemplate template, MailValues values, MailFrame frame)
    {
        var (subject, plain) = template.Fill(field => values[field]);
        subject = OnOneLine(subject);
        return new RenderedMail(subject, Tidy(plain), frame.Around(values.Language, subject, Html(template, values)));
    }

    /// <summary>Makes the mail once with examples, to see what only shows when it is made.</summary>
    public static Result<MailTemplate> Checked(MailKind kind, Language language, string file, Result<MailTemplate> template)
    {
        if (!template.IsOk) return template;
        try
        {
            string html = Html(template.Value, MailValues.Examples(kind, language));
            // Handlebars' dangling else and the like would show as text.
            if (html.Contains("{{", StringComparison.Ordinal)) return Wrong(file, "En platshållare har inte bytts ut.", "A placeholder was not replaced.");
            if (html.Contains("<img", StringComparison.Ordinal)) return Wrong(file, "Bilder går inte att ha i mejlen. Ta bort den.", "Pictures cannot be used in the mails. Remove it.");
            foreach (Match link in Href().Matches(html))
            {
                string address = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("https" or "http" or "mailto"))
                    return Wrong(file, $"Länken {address} går inte att använda. Den ska börja med https:// eller vara platshållaren {{{{link}}}}.", $"The link {address} cannot be used. It must begin with https:// or be the placeholder {{{{link}}}}.");
            }
            return template;
        }
        catch (Exception broken) // Whatever the engine stumbles over.
        {
            return Wrong(file, $"Platshållarna går inte att tolka: {broken.Message.Trim()}", $"The placeholders cannot be read: {broken.Message.Trim()}");
        }
    }

    private static string Html(MailTemplate template, MailValues values)
    {
        var marked = new List<(MailField Field, string Value)>();
        // Letters and digits only, so that Markdown leaves it be; new each time, so that no text can hold it.
        string prefix = $"z{Guid.NewGuid():N}z";
        var (_, body) = template.Fill(field =>
        {
            if (values[field].Length == 0) return string.Empty;
            marked.Add((field, values[field]));
            return string.Create(CultureInfo.InvariantCulture, $"{prefix}{marked.Count - 1}z");
        });
        string html = Markdig.Markdown.ToHtml(body, Markdown);
        return Regex.Replace(html, $"(href=\")?{prefix}([0-9]+)z", match =>
        {
            var (field, value) = marked[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)];
            string safe = WebUtility.HtmlEncode(value);
            if (match.Groups[1].Success) return $"href=\"{(field.IsLink ? safe : "#")}";
            if (!field.IsLink) return safe.Replace("\n", "<br>\n", StringComparison.Ordinal);
            return IsInsideLink(html, match.Index) ? safe : $"<a href=\"{safe}\">{safe}</a>";
        });
    }

    private static bool IsInsideLink(string html, int at) =>
        html.LastIndexOf("<a ", at, StringComparison.Ordinal) > html.LastIndexOf("</a>", at, StringComparison.Ordinal);

    private static string OnOneLine(string subject)
    {
        string line = string.Join(' ', subject.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= MailMessage.MaxSubject) return line;
        var cut = new StringBuilder();
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (cut.Length + rune.Utf16SequenceLength > MailMessage.MaxSubject - 1) break;
            cut.Append(rune.ToString());
        }
        return cut.Append('…').ToString();
    }

    // What an if left empty must not leave a gap.
    private static string Tidy(string plain) => Gaps().Replace(plain, "\n\n").Trim('\n') + "\n";

    private static Invalid Wrong(string file, string swedish, string english) => new(new Phrase($"{file}: {swedish}", $"{file}: {english}"), file);

    [GeneratedRegex("\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex("href=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Href();
}

/// <summary>The page around the HTML part.</summary>
internal sealed partial class MailFrame
{
    private readonly string _html;

    private MailFrame(string html) => _html = html;

    /// <summary>Reads a frame. It may fetch nothing from elsewhere: that would tell who reads the mail, and when.</summary>
    public static Result<MailFrame> Read(string file, string html)
    {
        if (Outside().Match(html) is { Success: true } outside)
            return Wrong(file, $"”{outside.Value}” hämtar något utifrån eller kör kod. Ta bort det.", $"\"{outside.Value}\" fetches something from elsewhere or runs code. Remove it.");
        foreach (Match mark in Marks().Matches(html))
        {
            if (mark.Groups[1].Value is not ("language" or "subject" or "body"))
                return Wrong(file, $"Platshållaren {mark.Value} finns inte. De som finns: language, subject, body.", $"The placeholder {mark.Value} does not exist. Those that do: language, subject, body.");
        }
        foreach (string needed in (string[])["<html lang=\"{{language}}\"", "{{body}}"])
        {
            if (!html.Contains(needed, StringComparison.Ordinal)) return Wrong(file, $"{needed} saknas. Lägg till det.", $"{needed} is missing. Add it.");
        }
        return new MailFrame(html.ReplaceLineEndings("\n"));
    }

    /// <summary>The whole page.</summary>
    public string Around(Language language, string subject, string body) => Marks().Replace(_html, mark => mark.Groups[1].Value switch
    {
        "language" => language == Language.English ? "en" : "sv",
        "subject" => WebUtility.HtmlEncode(subject),
        _ => body,
    });

    private static Invalid Wrong(string file, string swedish, string english) => new(new Phrase($"{file}: {swedish}", $"{file}: {english}"), file);

    [GeneratedRegex(@"\{\{\s*([^}]*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"<\s*(script|link|img|iframe|object|embed|form|base|video|audio|svg)\b|\bsrc\s*=|url\s*\(|@import|\bon[a-z]+\s*=|javascript:|http-equiv", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
