using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// The text of one kind of mail in one language: a subject and a body in Markdown, with placeholders. Wholly checked
/// when it is read, so that nothing can go wrong with it when a mail is made.
/// </summary>
internal sealed partial class MailTemplate
{
    private const string Fence = "---";
    private const string SubjectKey = "subject:";

    private readonly MailKind _kind;
    private readonly HandlebarsTemplate<object, object> _subject;
    private readonly HandlebarsTemplate<object, object> _body;

    private MailTemplate(MailKind kind, HandlebarsTemplate<object, object> subject, HandlebarsTemplate<object, object> body) =>
        (_kind, _subject, _body) = (kind, subject, body);

    /// <summary>Reads a text. <paramref name="file"/> is what a person knows it by.</summary>
    public static Result<MailTemplate> Read(MailKind kind, string file, string text)
    {
        string[] lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        int end = lines.Length > 0 && lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        string? subject = end < 0 ? null : lines[1..end].FirstOrDefault(line => line.StartsWith(SubjectKey, StringComparison.OrdinalIgnoreCase))?[SubjectKey.Length..].Trim();
        if (string.IsNullOrEmpty(subject))
            return Wrong(file, "Ämnet saknas. Börja filen med raderna ---, subject: … och ---.", "The subject is missing. Begin the file with the lines ---, subject: … and ---.");
        if (lines[1..end].FirstOrDefault(line => line.Trim().Length > 0 && !line.StartsWith(SubjectKey, StringComparison.OrdinalIgnoreCase)) is { } other)
            return Wrong(file, $"Raden ”{other.Trim()}” överst är okänd. Där får bara subject: stå.", $"The line \"{other.Trim()}\" at the top is unknown. Only subject: may stand there.");
        int first = end + 1;
        while (first < lines.Length && string.IsNullOrWhiteSpace(lines[first])) first++;
        string body = string.Join('\n', lines[first..]).TrimEnd('\n');
        if (string.IsNullOrWhiteSpace(body)) return Wrong(file, "Texten är tom. Skriv den under ämnet.", "The text is empty. Write it below the subject.");

        if (WhyBad(kind, file, subject, 2) is { } badSubject) return badSubject;
        if (WhyBad(kind, file, body, first + 1) is { } badBody) return badBody;
        try
        {
            // Values are put in as they are here; MailRenderer makes each of the two parts safe in its own way.
            IHandlebars engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
            return new MailTemplate(kind, engine.Compile(subject), engine.Compile(body + "\n"));
        }
        catch (Exception broken) // Whatever the engine stumbles over: the text is a person's, and so is the mistake.
        {
            return Wrong(file, $"Platshållarna går inte att tolka: {broken.Message.Trim()}", $"The placeholders cannot be read: {broken.Message.Trim()}");
        }
    }

    /// <summary>The subject and the body, with each placeholder replaced by what <paramref name="value"/> gives.</summary>
    public (string Subject, string Body) Fill(Func<MailField, string> value)
    {
        var model = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (MailField field in MailFields.Of(_kind))
        {
            string[] path = field.Path.Split('.');
            if (path.Length == 1) model[path[0]] = value(field);
            else
            {
                if (!model.TryGetValue(path[0], out object? inner)) model[path[0]] = inner = new Dictionary<string, object>(StringComparer.Ordinal);
                ((Dictionary<string, object>)inner)[path[1]] = value(field);
            }
        }
        return (_subject(model), _body(model));
    }

    // Handlebars can do more than a letter needs. What is allowed is said here and nowhere else: a placeholder, and if/unless around text.
    private static Invalid? WhyBad(MailKind kind, string file, string text, int firstLine)
    {
        ImmutableArray<string> known = [.. MailFields.Of(kind).Select(field => field.Path)];
        var open = new Stack<OpenBlock>();
        int at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0)
        {
            int line = firstLine + text.AsSpan(0, start).Count('\n');
            int close = text.IndexOf("}}", start, StringComparison.Ordinal);
            string shown = text[start..(close < 0 ? Math.Min(text.Length, start + 40) : close + 2)].Split('\n')[0];
            if (close < 0) return At(file, line, shown, "Platshållaren avslutas inte med }}.", "The placeholder does not end in }}.");
            string inside = text[(start + 2)..close].Trim();
            at = close + 2;
            if (text[start..].StartsWith("{{{", StringComparison.Ordinal) || at < text.Length && text[at] == '}')
                return At(file, line, shown, "Använd två klamrar, inte tre.", "Use two braces, not three.");
            if (inside == "else")
            {
                if (!open.TryPop(out OpenBlock? around) || around.HasElse) return At(file, line, shown, "Det finns inget {{#if}} före som den hör till.", "There is no {{#if}} before it to belong to.");
                open.Push(around with { HasElse = true });
                continue;
            }
            if (inside.StartsWith('/'))
            {
                if (open.Count == 0 || open.Pop().Name != inside[1..].Trim()) return At(file, line, shown, "Den avslutar inget som är öppet.", "It ends nothing that is open.");
                continue;
            }
            Match block = Block().Match(inside);
            string path = block.Success ? block.Groups["path"].Value : inside;
            if (block.Success) open.Push(new OpenBlock(block.Groups["name"].Value, shown, line));
            if (!known.Contains(path, StringComparer.Ordinal))
                return At(file, line, shown, $"Platshållaren finns inte i den här texten. De som finns: {string.Join(", ", known)}.", $"The placeholder does not exist in this text. Those that do: {string.Join(", ", known)}.");
        }
        return open.TryPeek(out var left) ? At(file, left.Line, left.Shown, $"Den avslutas inte med {{{{/{left.Name}}}}}.", $"It does not end in {{{{/{left.Name}}}}}.") : null;
    }

    private sealed record OpenBlock(string Name, string Shown, int Line, bool HasElse = false);

    private static Invalid At(string file, int line, string shown, string swedish, string english) => Wrong(file,
        string.Create(CultureInfo.InvariantCulture, $"Rad {line}, {shown}: {swedish}"), string.Create(CultureInfo.InvariantCulture, $"Line {line}, {shown}: {english}"));

    private static Invalid Wrong(string file, string swedish, string english) => new(new Phrase($"{file}: {swedish}", $"{file}: {english}"), file);

    [GeneratedRegex(@"\A#(?<name>if|unless)\s+(?<path>[a-z.]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
