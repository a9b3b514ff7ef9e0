using System.Text.RegularExpressions;
using Remiss.Application.Database;

namespace Remiss.Application.Tests.Database;

/// <summary>The scripts of the two dialects say the same, and T-SQL stays in what SQL Server and Babelfish share.</summary>
public sealed partial class ScriptTests
{
    // What Babelfish lacks or answers differently, as house.md lists it; each with words that must be caught.
    private static readonly (string Name, string Pattern, string Example)[] Forbidden =
    [
        ("MERGE", @"\bMERGE\b", "MERGE INTO t USING s ON 1 = 1"),
        ("CREATE OR ALTER", @"\bCREATE\s+OR\s+ALTER\b", "create or  alter view v as select 1"),
        ("updatable CTE", @"\bWITH\s+\w+(\s*\([^)]*\))?\s+AS\s*\(.*?\)\s*(UPDATE|DELETE)\b", "WITH x AS (SELECT 1 a) DELETE FROM x"),
        ("temporal table", @"\bSYSTEM_VERSIONING\b|\bPERIOD\s+FOR\b|\bFOR\s+SYSTEM_TIME\b", "ALTER TABLE t SET (SYSTEM_VERSIONING = ON)"),
        ("indexed view", @"\bSCHEMABINDING\b", "CREATE VIEW v WITH SCHEMABINDING AS SELECT 1"),
        ("columnstore", @"\bCOLUMNSTORE\b", "CREATE CLUSTERED COLUMNSTORE INDEX i ON t"),
        ("WITH TIES", @"\bWITH\s+TIES\b", "SELECT TOP (1) WITH TIES a FROM t"),
        ("JSON_OBJECT", @"\bJSON_(OBJECT|ARRAY)\b", "SELECT JSON_OBJECT('a': 1)"),
        ("full text", @"\b(CONTAINS|FREETEXT|CONTAINSTABLE|FREETEXTTABLE)\s*\(|\bFULLTEXT\b", "SELECT 1 FROM t WHERE CONTAINS (a, 'b')"),
        ("lock hint", @"\bWITH\s*\(\s*(UPDLOCK|ROWLOCK|HOLDLOCK|READPAST|NOLOCK|TABLOCK|XLOCK|SERIALIZABLE)\b", "SELECT a FROM t WITH (UPDLOCK, READPAST)"),
        ("index hint", @"\bINDEX\s*\(\s*\w+\s*\)|\bWITH\s*\(\s*INDEX\b", "SELECT a FROM t WITH (INDEX (ix))"),
        ("OUTPUT", @"\bOUTPUT\s+(INSERTED|DELETED)\b", "UPDATE t SET a = 1 OUTPUT INSERTED.a"),
        ("filtered index", @"\bCREATE\s+(UNIQUE\s+)?(NONCLUSTERED\s+)?INDEX\b[^;]*\bWHERE\b", "CREATE INDEX i ON t (a) WHERE a = 1"),
    ];

    public static IEnumerable<TestCaseData> Scripts => MigrationScripts.For(SqlDialect.SqlServer).Select(s => new TestCaseData(s).SetArgDisplayNames(s.Name));

    [TestCaseSource(nameof(Scripts))]
    public void T_sql_stays_in_the_shared_subset(MigrationScript script) => Assert.That(FoundIn(script.Sql), Is.Empty);

    [Test]
    public void Statements_in_the_code_stay_in_it_too()
    {
        var found = SourceFiles().SelectMany(file => FoundIn(File.ReadAllText(file), RegexOptions.None).Select(name => $"{Path.GetFileName(file)}: {name}"));

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Each_forbidden_construct_would_be_found() => Assert.Multiple(() =>
    {
        foreach (var (name, _, example) in Forbidden) Assert.That(FoundIn(example), Does.Contain(name), example);
    });

    [Test]
    public void Both_dialects_have_the_same_numbers_without_a_gap()
    {
        var sqlite = MigrationScripts.For(SqlDialect.Sqlite);
        var server = MigrationScripts.For(SqlDialect.SqlServer);

        Assert.That(sqlite.Select(s => (s.Number, s.Name)), Is.EqualTo(server.Select(s => (s.Number, s.Name))));
        Assert.That(sqlite.Select(s => s.Number), Is.EqualTo(Enumerable.Range(1, sqlite.Length)).And.Not.Empty);
    }

    [Test]
    public void Both_dialects_have_the_same_tables_and_columns_with_the_same_nulls_and_keys()
    {
        var sqlite = ShapeOf(SqlDialect.Sqlite);
        var server = ShapeOf(SqlDialect.SqlServer);

        Assert.That(sqlite.Keys, Is.EquivalentTo(server.Keys).And.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (string table in sqlite.Keys) Assert.That(sqlite[table], Is.EqualTo(server[table]), table);
        });
    }

    // In the scripts' own words, so that the two are compared without a server: types go, everything else stays.
    private static Dictionary<string, List<string>> ShapeOf(SqlDialect dialect)
    {
        var shape = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string statement in MigrationScripts.For(dialect).SelectMany(s => s.Statements))
        {
            Match table = CreateTable().Match(statement);
            if (!table.Success)
            {
                shape.Add(statement, []);
                continue;
            }
            shape.Add(table.Groups["name"].Value, [.. table.Groups["lines"].Value.Split(",\n").Select(line => Types().Replace(line.Trim(), "«type»"))]);
        }
        return shape;
    }

    // In C# the SQL is what stands in capitals.
    private static List<string> FoundIn(string sql, RegexOptions letters = RegexOptions.IgnoreCase)
    {
        string bare = LineComment().Replace(sql, string.Empty);
        return [.. Forbidden.Where(f => Regex.IsMatch(bare, f.Pattern, letters | RegexOptions.Singleline)).Select(f => f.Name)];
    }

    private static IEnumerable<string> SourceFiles()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Remiss.sln"))) folder = folder.Parent;
        return Directory.EnumerateFiles(Path.Combine(folder!.FullName, "src", "Remiss.Application"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"--[^\n]*|//[^\n]*")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+) \(\n(?<lines>.*)\n\)( WITHOUT ROWID)?$", RegexOptions.Singleline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"INTEGER PRIMARY KEY AUTOINCREMENT|bigint IDENTITY\(1,1\) NOT NULL PRIMARY KEY|TEXT COLLATE Finnish_Swedish_CI_AS|nvarchar\((\d+|max)\)( COLLATE \w+)?|\bTEXT\b|\bINTEGER\b|\bREAL\b|\bBLOB\b|uniqueidentifier|datetime2\(3\)|\bdate\b|\bint\b|\bbigint\b|\bfloat\b|\bbit\b|varbinary\(max\)")]
    private static partial Regex Types();
}
