using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.References;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.References;

internal sealed class ReferenceGrammarTests
{
    [TestCase("i avsnitt 3 föreslås", "3")]
    [TestCase("I AVSNITT 3.1 föreslås", "3.1")]
    [TestCase("avsnittet 17.3.7 är bra", "17.3.7")]
    [TestCase("Avsnitt 3.1-3.4 Välfärdens digitalisering", "3.1..3.4")]
    [TestCase("avsnitten 3.1, 3.2 och 3.4.", "3.1|3.2|3.4")]
    [TestCase("avsnitt 3.1 – 3.4", "3.1..3.4")]
    [TestCase("avsnitt 3.1—3.4", "3.1..3.4")]
    [TestCase("avsnitten 3.1 till 3.4", "3.1..3.4")]
    [TestCase("avsnitten 3.1 t.o.m. 3.4 är", "3.1..3.4")]
    [TestCase("avsnitten 3.1 t o m 3.4 är", "3.1..3.4")]
    [TestCase("avsnitten 3.1 till och med 3.4", "3.1..3.4")]
    [TestCase("avsnitt 3.1 & 3.2", "3.1|3.2")]
    [TestCase("avsnitten 3.1 respektive 3.2", "3.1|3.2")]
    [TestCase("avsnitt 3.1 samt 3.2", "3.1|3.2")]
    [TestCase("avsnitt 3.1,3.2", "3.1|3.2")]
    [TestCase("kapitlen 3–12 och 14", "3..12|14")]
    [TestCase("Kap 10 Genomförande", "10")]
    [TestCase("Kap. 4 är oklart", "4")]
    [TestCase("omvärldsanalysen (Kapitel 3) är", "3")]
    [TestCase("förslagen 17.3.1, 17.3.3 och 17.3.7", "17.3.1|17.3.3|17.3.7")]
    [TestCase("kapitel 5 ff. saknar", "5+")]
    [TestCase("kapitel IV saknar", "IV")]
    [TestCase("avsnitt 3. 1 saknar mål", "3.1")]
    [TestCase("avsnitt 3 .1 saknar mål", "3.1")]
    [TestCase("avsnitt3.1 saknar", "3.1")]
    [TestCase("i av-\nsnitt 3.1 saknas", "3.1")]
    [TestCase("i avsnitt\n3.1 saknas", "3.1")]
    [TestCase("avsnitt nr 4", "4")]
    [TestCase("delavsnitt 2.3", "2.3")]
    [TestCase("avsnitt 3.2 p. 4 är", "3.2#4")]
    [TestCase("I 3.2 p. 4 står", "3.2#4")]
    [TestCase("avsnitt 4.2 2 st. bör", "4.2")]
    [TestCase("avsnitt 4.2 andra stycket, och 4.3", "4.2|4.3")]
    [TestCase("kommunens plan (10.2.4) saknas", "10.2.4")]
    [TestCase("(3.1–3.4)", "3.1..3.4")]
    [TestCase("i enlighet med 10.4.2 bör", "10.4.2")]
    [TestCase("se 3.2 om målen", "3.2")]
    [TestCase("förslaget i 10.4.2 bör", "10.4.2")]
    [TestCase("kapitel tre saknar", "3")]
    public void Finds_sections_by_number(string text, string expected) =>
        Assert.That(Written(text, ReferenceKind.Section), Is.EqualTo(expected));

    [TestCase("delmål 2 bör", "2")]
    [TestCase("Fokusområde 3 – Näringsliv", "3")]
    [TestCase("fokusområdena 1 och 3", "1|3")]
    [TestCase("punkt 4 c bör", "4 c")]
    [TestCase("punkterna 4 a–c", "4 a..c")]
    [TestCase("Precisering nr 3", "3")]
    [TestCase("åtgärderna 2, 5 och 7", "2|5|7")]
    [TestCase("se p. 7 i planen", "7")]
    [TestCase("mål 3 är", "3")]
    public void Finds_numbered_things(string text, string expected) =>
        Assert.That(Written(text, ReferenceKind.Item), Is.EqualTo(expected));

    [TestCase("på s. 146 anges", "146")]
    [TestCase("(s. 21)", "21")]
    [TestCase("ss. 125 ff. beskrivs", "125+")]
    [TestCase("ss. 125ff.", "125+")]
    [TestCase("texten på sidan sex", "6")]
    [TestCase("sidorna 12–14 och 17", "12..14|17")]
    [TestCase("sid 8 stycke 2", "8")]
    [TestCase("(se promemorian s. 17 - 19)", "17..19")]
    [TestCase("sid. 12", "12")]
    public void Finds_pages(string text, string expected) =>
        Assert.That(Written(text, ReferenceKind.Page), Is.EqualTo(expected));

    [TestCase("under rubriken Digital delaktighet saknas mål", "Digital delaktighet")]
    [TestCase("under rubriken ”Så når vi målen” saknas", "Så når vi målen")]
    [TestCase("I avsnittet om digital kompetens bör mer sägas", "digital kompetens")]
    [TestCase("I avsnittet som behandlar de strategiska vägvalen saknar vi", "de strategiska vägvalen")]
    [TestCase("i kapitlet Genomförande och uppföljning anges", "Genomförande och uppföljning")]
    public void Finds_titles(string text, string expected)
    {
        var found = ReferenceGrammar.Parse(text);
        Assert.That(found.Select(r => r.Title), Is.EqualTo(new[] { expected }));
    }

    [TestCase("Sida 1 av 2")]
    [TestCase("Sid 1 (41)")]
    [TestCase("2(9)")]
    [TestCase("1 (7)")]
    [TestCase("1 YTTRANDE")]
    [TestCase("1) Avsaknad av mål")]
    [TestCase("enligt 2 kap. 13 § TF")]
    [TestCase("2 kap. 13 tryckfrihetsförordningen")]
    [TestCase("PBL 3 kap. 5 p 7")]
    [TestCase("enligt 3 kap 8 miljöbalken")]
    [TestCase("21 kap. 7 offentlighets- och sekretesslagen")]
    [TestCase("lagens 6 § och 20 §")]
    [TestCase("(6 §)")]
    [TestCase("KS § 107")]
    [TestCase("kapitel 3 i miljöbalken")]
    [TestCase("artikel 3 punkt 2 i konventionen")]
    [TestCase("(artikel 6.1)")]
    [TestCase("SOU 2021:94")]
    [TestCase("en tidigare utredning (2020:47) påpekade")]
    [TestCase("Ds 2015:53")]
    [TestCase("dnr KS 2018/56")]
    [TestCase("Dnr 3.1-4788-2026")]
    [TestCase("den 29 augusti 2013")]
    [TestCase("2026-02-10")]
    [TestCase("version 3.2 av programmet")]
    [TestCase("under 2027–2031")]
    [TestCase("förslaget 2027 är")]
    [TestCase("omkring 40 procent av målet")]
    [TestCase("mål 80 procent år 2030")]
    [TestCase("som framgår av direktiven,1 att")]
    [TestCase("leder till tillväxt.2 Det")]
    [TestCase("till 3,5 miljoner kronor")]
    [TestCase("område 3 000 kvadratmeter")]
    [TestCase("mål 11 i Agenda 2030")]
    [TestCase("DO:s 3 förslag")]
    [TestCase("se punkt 7 ovan")]
    [TestCase("avsnitt 2 i detta yttrande")]
    [TestCase("tel. 010-12 34 56")]
    [TestCase("för 15.9.2017")]
    public void Leaves_alone_what_only_looks_like_a_reference(string text) =>
        Assert.That(ReferenceGrammar.Parse(text), Is.Empty);

    [Test]
    public void Knows_a_page_of_another_document()
    {
        Assert.That(ReferenceGrammar.Parse("Se SOU 2021:94 s. 12.").Single().OtherDocument, Is.EqualTo("SOU 2021:94"));
        Assert.That(ReferenceGrammar.Parse("avsnitt 3 i prop. 2016/17:1 visar").Single().OtherDocument, Is.EqualTo("prop. 2016/17:1"));
    }

    [Test]
    public void Spans_hold_the_words_and_the_numbers()
    {
        const string text = "Norrviks kommun saknar i avsnitten 3.1–3.4 en plan.";
        Assert.That(ReferenceGrammar.Parse(text).Single().Span.In(text), Is.EqualTo("avsnitten 3.1–3.4"));
    }

    [TestCase("8 Överväganden och förslag", "8", "Överväganden och förslag")]
    [TestCase("4.2 Villkor införs", "4.2", "Villkor införs")]
    [TestCase("3.1-3.4 Välfärd", "3.1..3.4", "Välfärd")]
    [TestCase("IV. Genomförande", "IV", "Genomförande")]
    [TestCase("1) Avsaknad", "1", "Avsaknad")]
    [TestCase("5.1. Mål", "5.1", "Mål")]
    [TestCase("3.1, 3.2 och 3.4", "3.1|3.2|3.4", "")]
    public void Reads_the_number_of_a_heading(string heading, string number, string title)
    {
        var found = ReferenceGrammar.NumberOfHeading(heading, new TextSpan(0, heading.Length));
        Assert.That(found, Is.Not.Null);
        Assert.That(Written(found!.Value.Numbers), Is.EqualTo(number));
        Assert.That(heading[found.Value.TitleStart..], Is.EqualTo(title));
    }

    [TestCase("2027 års budget")]
    [TestCase("2 kap. 13 § miljöbalken")]
    [TestCase("29 augusti 2013")]
    [TestCase("2(9)")]
    [TestCase("12")]
    [TestCase("5 maj 2023 Remissvar")]
    [TestCase("I vår kommun")]
    public void A_heading_may_begin_with_another_number(string heading) =>
        Assert.That(ReferenceGrammar.NumberOfHeading(heading, new TextSpan(0, heading.Length)), Is.Null);

    [Test]
    public void Never_throws_and_stays_inside_any_text()
    {
        string[] bits = ["avsnitt", "kap", "kapitel", "s.", "p", "§", "3", "3.1", "17.3.7", "–", "-", ",", "och", "t.o.m.", "ff.", "(", ")", "\n", " ", "IV", "4 c", "2027", "rubriken", "”", "om", "st.", "till", "\ud83d", "999999999999", "av-\n"];
        var text = Gen.Elements(bits).ListOf().Select(b => string.Join(" ", b));
        var glued = Gen.Elements(bits).ListOf().Select(string.Concat);
        Prop.ForAll(Arb.From(Gen.OneOf(text, glued, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""))), Holds).QuickCheckThrowOnFailure();

        static bool Holds(string s) => ReferenceGrammar.Parse(s).All(r =>
            r.Span.Start >= 0 && r.Span.Length > 0 && r.Span.End <= s.Length && (r.Kind == ReferenceKind.Title) == r.Numbers.IsEmpty);
    }

    [Test]
    public void A_long_line_of_numbers_is_read_once()
    {
        // Quadratic work would take hours here; that it ends at all is the test.
        string text = string.Concat(Enumerable.Repeat("avsnitt 3.1, 3.2 och (4.1 ", 80_000));
        Assert.That(ReferenceGrammar.Parse(text), Has.Length.EqualTo(80_000));
    }

    private static string Written(string text, ReferenceKind kind)
    {
        var found = ReferenceGrammar.Parse(text);
        Assert.That(found.Select(r => r.Kind), Is.All.EqualTo(kind));
        return string.Join("|", found.Select(r => Written(r.Numbers)));
    }

    private static string Written(IEnumerable<NumberRange> numbers) => string.Join("|", numbers.Select(n =>
        n.From + (n.To is null ? "" : ".." + n.To) + (n.OpenEnded ? "+" : "") + (n.Item is null ? "" : "#" + n.Item)));
}
