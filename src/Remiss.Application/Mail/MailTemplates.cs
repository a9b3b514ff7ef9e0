using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// All texts of all mails: the site's own where it has them, else those that ship in <c>templates/mail</c>. Read and
/// checked when the program starts; what is wrong is said then, never when a mail is to be sent.
/// </summary>
public sealed class MailTemplates
{
    private const int MaxFile = 256 * 1024;
    private const string FrameFile = "frame.html";

    private readonly ImmutableDictionary<(MailKind, Language), MailTemplate> _texts;
    private readonly MailFrame _frame;

    private MailTemplates(ImmutableDictionary<(MailKind, Language), MailTemplate> texts, MailFrame frame) => (_texts, _frame) = (texts, frame);

    /// <summary>Reads every text; the first thing that is wrong, when something is.</summary>
    /// <param name="folder">The site's own folder (<c>Mail:Templates</c>), or null.</param>
    public static Result<MailTemplates> Load(string? folder)
    {
        var (templates, wrong) = Read(folder);
        return templates is not null ? templates : new Invalid(wrong[0], "Mail:Templates");
    }

    /// <summary>Everything that is wrong with the texts, one sentence each that names the file; empty when nothing is.</summary>
    public static ImmutableArray<Phrase> Check(string? folder) => Read(folder).Wrong;

    /// <summary>Makes subject, plain text and HTML of a mail. The preview and what is sent come from here alike.</summary>
    /// <exception cref="ArgumentException">A value that the kind must have is missing: a bug in the caller.</exception>
    public RenderedMail Render(MailKind kind, MailValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (MailField field in MailFields.Of(kind))
        {
            if (values[field].Length == 0 && !MailFields.MayLack(field)) throw new ArgumentException($"{field.Path} has no value.", nameof(values));
        }
        return MailRenderer.Render(_texts[(kind, values.Language)], values, _frame);
    }

    private static (MailTemplates? Templates, ImmutableArray<Phrase> Wrong) Read(string? folder)
    {
        var wrong = ImmutableArray.CreateBuilder<Phrase>();
        var texts = ImmutableDictionary.CreateBuilder<(MailKind, Language), MailTemplate>();
        var names = new HashSet<string>(StringComparer.Ordinal) { FrameFile, "README.md" };
        foreach (MailKind kind in Enum.GetValues<MailKind>())
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                string name = $"{MailFields.NameOf(kind)}.{(language == Language.English ? "en" : "sv")}.md";
                names.Add(name);
                Take(Text(folder, name, (file, text) => MailRenderer.Checked(kind, language, file, MailTemplate.Read(kind, file, text))), template => texts.Add((kind, language), template));
            }
        }
        MailFrame? frame = null;
        Take(Text(folder, FrameFile, MailFrame.Read), read => frame = read);
        wrong.AddRange(Strays(folder, names));
        return (wrong.Count == 0 ? new MailTemplates(texts.ToImmutable(), frame!) : null, wrong.ToImmutable());

        void Take<T>(Result<T> result, Action<T> use)
        {
            if (result.IsOk) use(result.Value);
            else wrong.Add(result.Failure.Message);
        }
    }

    private static Result<T> Text<T>(string? folder, string name, Func<string, string, Result<T>> read)
    {
        string? own = string.IsNullOrWhiteSpace(folder) ? null : Path.Combine(folder, name);
        if (own is null || !File.Exists(own))
        {
            using Stream shipped = Assembly.GetExecutingAssembly().GetManifestResourceStream($"mail/{name}") ?? throw new InvalidOperationException($"{name} does not ship.");
            using var reader = new StreamReader(shipped, Encoding.UTF8);
            return read(name, reader.ReadToEnd());
        }
        try
        {
            if (new FileInfo(own).Length > MaxFile)
                return new Invalid(new Phrase($"{own}: filen är större än {MaxFile / 1024} kB. En mejltext är kortare.", $"{own}: the file is larger than {MaxFile / 1024} kB. The text of a mail is shorter."), own);
            return read(own, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(own)));
        }
        catch (DecoderFallbackException)
        {
            return new Invalid(new Phrase($"{own}: filen är inte sparad som UTF-8. Spara om den så.", $"{own}: the file is not saved as UTF-8. Save it as that."), own);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new Invalid(new Phrase($"{own}: filen går inte att läsa. Kontrollera läsrätten.", $"{own}: the file cannot be read. Check the right to read it."), own);
        }
    }

    // A misspelt name would otherwise be a text that is never used, and nobody told.
    private static IEnumerable<Phrase> Strays(string? folder, HashSet<string> names)
    {
        if (string.IsNullOrWhiteSpace(folder)) yield break;
        if (!Directory.Exists(folder))
        {
            yield return new Phrase($"Mail:Templates: mappen {folder} finns inte. Skapa den, eller ta bort inställningen.", $"Mail:Templates: the folder {folder} does not exist. Make it, or remove the setting.");
            yield break;
        }
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path);
            if (!names.Contains(name) && Path.GetExtension(name) is ".md" or ".html")
                yield return new Phrase($"{path}: filen hör inte till något mejl. Kontrollera namnet, till exempel invitation.sv.md.", $"{path}: the file belongs to no mail. Check its name, for example invitation.sv.md.");
        }
    }
}
