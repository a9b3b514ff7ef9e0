using System.Text;
using Remiss.Application.Bodies;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Bodies;

public sealed class ImportBodiesTests(TestDatabase database) : StoreTest(database)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static IEnumerable<TestCaseData> Files()
    {
        const string Semicolons = "namn;typ;kod;e-post\r\nSjöbacka kommun;kommun;9901;registrator@sjobacka.example\r\nÅsele bygdegård;förening;;\r\n";
        yield return new TestCaseData((object)Encoding.UTF8.GetBytes(Semicolons)).SetArgDisplayNames("UTF-8, semicolon");
        yield return new TestCaseData((object)(byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Semicolons)]).SetArgDisplayNames("UTF-8 with a mark");
        yield return new TestCaseData((object)Windows1252.GetBytes(Semicolons)).SetArgDisplayNames("Windows-1252");
        yield return new TestCaseData((object)(byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Semicolons.Replace(';', '\t'))]).SetArgDisplayNames("UTF-16, tab");
        yield return new TestCaseData((object)Encoding.UTF8.GetBytes(Semicolons.Replace(';', ','))).SetArgDisplayNames("comma");
        yield return new TestCaseData((object)Encoding.UTF8.GetBytes("sep=;\n" + Semicolons.Replace("\r\n", "\n", StringComparison.Ordinal))).SetArgDisplayNames("sep line");
        yield return new TestCaseData((object)Encoding.UTF8.GetBytes("E-mail;Anteckning;Code;Name;Kind\nregistrator@sjobacka.example;+46 70;9901;\"Sjöbacka kommun\";Municipality\n-;=1;-;Åsele bygdegård;association\n")).SetArgDisplayNames("other order and columns");
        yield return new TestCaseData((object)Encoding.UTF8.GetBytes("namn;typ;kod;e-post\n\n;;;\n Sjöbacka kommun ; Kommun ;9901; registrator@sjobacka.example\nÅsele bygdegård;förening")).SetArgDisplayNames("blank lines, short line, no last break");
    }

    [TestCaseSource(nameof(Files))]
    public async Task Reads_what_spreadsheets_save(byte[] file)
    {
        OrganisationId organisation = await AnOrganisationAsync();

        Assert.That(await DoAsync(new ImportBodies.Command(organisation, file)), Is.EqualTo(new BodyImportReport(2, 0, 0)));
        Assert.That(await DoAsync(new ImportBodies.Command(organisation, file)), Is.EqualTo(new BodyImportReport(0, 0, 2)));

        var rows = (await DoAsync(new ListBodies.Query(organisation))).Rows;
        Assert.That(rows.Select(r => (r.Name, r.Kind, r.Code, r.Email)), Is.EqualTo(new[]
        {
            ("Sjöbacka kommun", BodyKind.Municipality, "9901", "registrator@sjobacka.example"), ("Åsele bygdegård", BodyKind.Association, (string?)null, (string?)null),
        }));
    }

    [TestCase("=HYPERLINK(\"x\")", "", "", "", "formel")]
    [TestCase("+46", "", "", "", "formel")]
    [TestCase("@SUM(A1)", "", "", "", "formel")]
    [TestCase("Plats", "", "", "=a@b.example", "formel")]
    [TestCase("Plats", "planet", "", "", "typen ”planet” är okänd")]
    [TestCase("Plats", "kommun", "99", "", "koden har fel form")]
    [TestCase("Plats", "", "ABC", "", "ingen typ")]
    [TestCase("Plats", "", "", "inte en adress", "e-postadressen")]
    [TestCase("Plats", "", "", "a@b.example,c@d.example", "e-postadressen")]
    [TestCase("", "förening", "", "a@b.example", "namnet saknas")]
    [TestCase("", "kommun", "9999", "a@b.example", "koden finns inte i registret")]
    [TestCase("först", "", "", "", "står redan på rad 2")]
    [TestCase("Plats\";x", "", "", "", "citattecken")]
    public async Task Points_out_a_bad_line_and_imports_nothing(string name, string kind, string code, string email, string said)
    {
        OrganisationId organisation = await AnOrganisationAsync();
        string quoted = name.Contains('(', StringComparison.Ordinal) ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

        var result = await SendAsync(new ImportBodies.Command(organisation, Encoding.UTF8.GetBytes($"namn;typ;kod;e-post\nFörst;;;\n{quoted};{kind};{code};{email}\nSist;;;\n")));

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(((Invalid)result.Failure!).More.Select(m => m.Message.Swedish), Has.Exactly(1).Items.And.All.StartsWith("Rad 3: ").And.All.Contains(said));
        Assert.That((await DoAsync(new ListBodies.Query(organisation))).Total, Is.Zero);
    }

    [Test]
    public async Task Points_out_all_bad_lines_at_once()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        string file = "namn;typ\n" + string.Concat(Enumerable.Range(0, 70).Select(i => $"Plats {i};planet\n"));

        var failure = (Invalid)(await SendAsync(new ImportBodies.Command(organisation, Encoding.UTF8.GetBytes(file)))).Failure!;

        Assert.That(failure.Message.Swedish, Does.Contain("70 rader").And.Contain("de första 50"));
        Assert.That(failure.More, Has.Length.EqualTo(50));
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("Sjöbacka kommun;kommun;9901;a@b.example\n")]
    [TestCase("PK\u0003\u0004\0\0\0\0")]
    [TestCase("\"\"\"\"\"")]
    public async Task Refuses_what_is_no_such_list(string file)
    {
        OrganisationId organisation = await AnOrganisationAsync();

        Assert.That((await SendAsync(new ImportBodies.Command(organisation, Encoding.UTF8.GetBytes(file)))).Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task Refuses_a_file_that_is_too_large()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        byte[] file = new byte[BodyCsv.MostBytes + 1];
        Array.Fill(file, (byte)'a');

        Assert.That((await SendAsync(new ImportBodies.Command(organisation, file))).Failure!.Message.Swedish, Does.Contain("10 MB"));
    }

    [Test]
    public async Task Fills_in_addresses_by_code_and_takes_none_away()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new ImportRegister.Command(organisation));
        await DoAsync(new ImportBodies.Command(organisation, Encoding.UTF8.GetBytes("kod;e-post\n1480;registrator@goteborg.example\n")));

        Assert.That(await DoAsync(new ImportBodies.Command(organisation, Encoding.UTF8.GetBytes("namn;kod;e-post\nGöteborgs kommun;1480;\n"))), Is.EqualTo(new BodyImportReport(0, 0, 1)));

        BodyRow row = (await DoAsync(new ListBodies.Query(organisation) { Search = "1480" })).Rows.Single();
        Assert.That((row.Name, row.Email), Is.EqualTo(("Göteborgs kommun", "registrator@goteborg.example")));
    }
}
