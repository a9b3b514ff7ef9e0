namespace Remiss.Documents.Reading;

/// <summary>Sifts the titles that programs put into a file's properties.</summary>
internal static class StatedTitle
{
    private static readonly string[] FileEndings = [".doc", ".docx", ".dotx", ".dot", ".odt", ".pdf", ".indd", ".xls", ".xlsx", ".pptx", ".rtf", ".txt", ".tif", ".htm", ".html"];

    /// <summary>The title, or null where it is a file name, a template's name or nothing.</summary>
    public static string? Clean(string? title)
    {
        string text = DocumentTextBuilder.OneLine(title ?? "");
        foreach (string prefix in (ReadOnlySpan<string>)["Microsoft Word - ", "Microsoft PowerPoint - ", "PowerPoint-presentation"])
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) text = text[prefix.Length..];
        }
        bool isName = FileEndings.Any(e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        bool isEmpty = text.Length < 3
            || text.StartsWith("untitled", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("namnlös", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("dokument1", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("document1", StringComparison.OrdinalIgnoreCase);
        return isName || isEmpty || text.Length > 400 ? null : text;
    }
}
