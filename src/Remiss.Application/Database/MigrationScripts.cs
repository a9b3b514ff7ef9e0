using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Remiss.Application.Database;

/// <summary>One numbered script of <c>database/</c>, as it was when the program was built.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Sql">Its text.</param>
public sealed record MigrationScript(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of its text with line ends as <c>\n</c>, so that a checkout on Windows is the same script.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>
    /// Its statements. One ends with a semicolon at the end of a line; scripts hold no procedures, so no such line stands inside one.
    /// </summary>
    public IEnumerable<string> Statements => Sql.ReplaceLineEndings("\n").Split(";\n")
        .Select(s => string.Join('\n', s.Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal))).Trim().TrimEnd(';'))
        .Where(s => s.Length > 0);
}

/// <summary>The scripts that the program carries.</summary>
public static class MigrationScripts
{
    /// <summary>The scripts for a dialect, in order; numbers go from 1 without a gap.</summary>
    public static ImmutableArray<MigrationScript> For(SqlDialect dialect)
    {
        Assembly assembly = typeof(MigrationScripts).Assembly;
        string prefix = $"database/{dialect.Name}";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => (Name: name[prefix.Length..].TrimStart('/'), Resource: name))
                .Select(found => new MigrationScript(int.Parse(found.Name[..4], CultureInfo.InvariantCulture), found.Name, TextOf(assembly, found.Resource)))
                .OrderBy(script => script.Number),
        ];
    }

    private static string TextOf(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
