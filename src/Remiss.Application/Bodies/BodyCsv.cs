using System.Text;
using CsvHelper;
using Remiss.Application.Pipeline;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>
/// Reads a site's own list of bodies: columns <c>namn;typ;kod;e-post</c>, and <c>organisationsnummer</c> and <c>kontakt</c>
/// where there are any, in any order, as spreadsheets save them (semicolon, comma or tab; UTF-8, UTF-16 or Windows-1252).
/// </summary>
internal static class BodyCsv
{
    /// <summary>The largest file, in bytes.</summary>
    internal const int MostBytes = 10 * 1024 * 1024;

    private const int MostLines = 20_000;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["namn"] = "name",
        ["name"] = "name",
        ["instans"] = "name",
        ["remissinstans"] = "name",
        ["typ"] = "kind",
        ["slag"] = "kind",
        ["kind"] = "kind",
        ["type"] = "kind",
        ["kod"] = "code",
        ["code"] = "code",
        ["kommunkod"] = "code",
        ["e-post"] = "email",
        ["epost"] = "email",
        ["e-postadress"] = "email",
        ["epostadress"] = "email",
        ["e-mail"] = "email",
        ["email"] = "email",
        ["organisationsnummer"] = "number",
        ["orgnr"] = "number",
        ["organisation number"] = "number",
        ["kontakt"] = "contact",
        ["kontaktperson"] = "contact",
        ["contact"] = "contact",
    };

    private static readonly BodyFacts.Validator Rules = new();

    /// <summary>The bodies of the file, or every line that is wrong.</summary>
    public static Result<List<BodyLine>> Read(byte[] content)
    {
        if (content.Length > MostBytes)
            return new Invalid(new Phrase("Filen är större än 10 MB. Dela den och importera delarna var för sig.", "The file is larger than 10 MB. Divide it and import the parts one by one."), "Content");
        string text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
            return new Invalid(new Phrase("Filen är ingen textfil. Spara kalkylbladet som CSV och försök igen.", "The file is no text file. Save the spreadsheet as CSV and try again."), "Content");
        var problems = new LineProblems();
        var lines = new List<BodyLine>();
        string[]? columns = null;
        foreach (var (number, cells, isBroken) in Records(text))
        {
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (columns is null)
            {
                columns = [.. cells.Select(c => Columns.GetValueOrDefault(c.Trim(), string.Empty))];
                if (!columns.Contains("name") && !columns.Contains("code")) return NoHeadings;
                continue;
            }
            if (lines.Count == MostLines)
                return new Invalid(new Phrase($"Filen har fler än {MostLines} instanser. Dela den.", $"The file has more than {MostLines} bodies. Divide it."), "Content");
            if (isBroken || cells.Length > columns.Length)
                problems.Add(number, new("raden har fel antal kolumner eller ett citattecken som inte hör ihop med något annat", "the line has the wrong number of columns, or a quotation mark without its pair"));
            else if (Line(number, columns, cells, problems) is { } line)
                lines.Add(line);
        }
        if (columns is null) return NoHeadings;
        FindRepeated(lines, problems);
        return problems.Failure() is { } failure ? failure : lines;
    }

    private static Invalid NoHeadings => new(new Phrase(
        "Filens första rad ska vara kolumnernas rubriker: namn;typ;kod;e-post. Lägg till dem och försök igen.",
        "The file's first line must hold the columns' headings: name;kind;code;e-mail. Add them and try again."), "Content");

    private static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content, 2, content.Length - 2);
        int skip = content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content, skip, content.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            // What Swedish spreadsheets on Windows save when nothing else is chosen.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    private static IEnumerable<(int Line, string[] Cells, bool IsBroken)> Records(string text)
    {
        bool isBroken = false;
        string first = text[..(text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length)];
        var options = new CsvReaderOptions
        {
            // By the headings alone: what stands in names must not decide. A first line "sep=;" is the reader's own matter.
            Separator = first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : ";\t,".MaxBy(c => first.Count(x => x == c)),
            HasHeader = false,
            TrackLineNumbers = true,
            // A quotation mark without its pair must not swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = _ => isBroken = true,
        };
        using CsvReader reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            yield return ((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], isBroken);
            isBroken = false;
        }
    }

    private static BodyLine? Line(int number, string[] columns, string[] cells, LineProblems problems)
    {
        string? Of(string column) =>
            Array.IndexOf(columns, column) is var i and >= 0 && i < cells.Length && cells[i].Trim() is var text and not ("" or "-" or "–") ? text : null;
        // A cell that a spreadsheet would run as a formula is no name and no address, and does harm where the register is opened in one.
        if (Columns.Values.Distinct().Select(Of).FirstOrDefault(c => c is ['=' or '+' or '-' or '@', ..]) is { } formula)
        {
            problems.Add(number, new($"en cell börjar med {formula[0]} och skulle läsas som en formel", $"a cell begins with {formula[0]} and would be read as a formula"));
            return null;
        }
        string? word = Of("kind"), code = Of("code");
        BodyKind? kind = word is null ? null : BodyKinds.Parse(word);
        if (word is not null && kind is null)
        {
            problems.Add(number, new($"typen ”{Short(word)}” är okänd; skriv kommun, region, länsstyrelse, myndighet, lärosäte, företag, förening eller övrig", $"the kind '{Short(word)}' is not known; write municipality, region, county board, state authority, university, company, association or other"));
            return null;
        }
        if (kind is null && code is not null && BodyKind.Municipality.Fits(code)) kind = BodyKind.Municipality;
        if (kind is null && code is not null)
        {
            problems.Add(number, new("raden har en kod men ingen typ", "the line has a code but no kind"));
            return null;
        }
        var line = new BodyLine(number) { Name = Of("name"), Kind = kind, Code = code, Email = Of("email"), OrganisationNumber = Of("number"), ContactName = Of("contact") };
        if (line.Name is null && line.Code is null)
        {
            problems.Add(number, new("namnet saknas", "the name is missing"));
            return null;
        }
        var facts = new BodyFacts(line.Name ?? "?", kind ?? BodyKind.Other) { Code = code, Email = line.Email, OrganisationNumber = line.OrganisationNumber, ContactName = line.ContactName };
        if (Rules.Validate(facts).Errors.FirstOrDefault()?.CustomState is Phrase said)
        {
            problems.Add(number, new(Inside(said.Swedish), Inside(said.English)));
            return null;
        }
        return line;
    }

    private static void FindRepeated(List<BodyLine> lines, LineProblems problems)
    {
        var names = new Dictionary<string, int>(BodyRegister.SameName);
        var codes = new Dictionary<(BodyKind?, string), int>();
        foreach (BodyLine line in lines)
        {
            int first = 0;
            bool again = (line.Name is not null && !names.TryAdd(line.Name, line.Line) && names.TryGetValue(line.Name, out first))
                || (line.Code is not null && !codes.TryAdd((line.Kind, line.Code), line.Line) && codes.TryGetValue((line.Kind, line.Code), out first));
            if (again) problems.Add(line.Line, new($"samma instans står redan på rad {first}", $"the same body stands on line {first} already"));
        }
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..29] + "…";

    // A sentence put after "Rad 7: ".
    private static string Inside(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}
