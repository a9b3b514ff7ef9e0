using System.Collections.Immutable;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tests.Sections;

public sealed class SectionMatcherTests
{
    private const string Fibre = "Minst 97 procent av hushållen i länet ska kunna ansluta sig till fibernätet senast 2029 och kommunerna samordnar grävning med elnätsbolagen.";
    private const string Mobile = "Det ska gå att ringa längs alla statliga vägar i länet senast 2030 och nya master samordnas mellan operatörerna på lika villkor.";
    private const string Libraries = "Folkbiblioteken lånar ut surfplattor och ger enskild handledning två gånger i veckan åt den som vill lära sig att använda e-tjänster.";
    private const string Schools = "Gymnasieskolorna i länet delar lärare i programmering och erbjuder fjärrundervisning där underlaget är för litet för en egen grupp.";
    private const string Energy = "Regionens fastigheter ska sänka sin energianvändning med en fjärdedel genom solceller på taken och styrning av ventilationen nattetid.";
    private const string FollowUp = "Planen följs upp varje år i mars av regionens kansli och resultatet redovisas för regionstyrelsen före sommaren.";

    // Each section as “number|title|text”; the level is the number's depth. Then what is expected of each older one.
    [TestCase("ett infogat avsnitt flyttar alla nummer",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile, "3|Uppföljning|" + FollowUp },
        new[] { "1|Energi|" + Energy, "2|Fiber|" + Fibre, "3|Mobilnät|" + Mobile, "4|Uppföljning|" + FollowUp },
        new[] { "1→2 Renumbered", "2→3 Renumbered", "3→4 Renumbered", "+1" })]
    [TestCase("samma sak",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile }, new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile },
        new[] { "1→1 Same", "2→2 Same" })]
    [TestCase("ny rubrik över samma text",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile }, new[] { "1|Snabb uppkoppling|" + Fibre, "2|Mobilnät|" + Mobile },
        new[] { "1→1 Renamed", "2→2 Same" })]
    [TestCase("rubrikerna har bytt plats, texterna inte: texten är avsnittet",
        new[] { "1|Skola|" + Libraries, "2|Bibliotek|" + Schools }, new[] { "1|Bibliotek|" + Libraries, "2|Skola|" + Schools },
        new[] { "1→1 Renamed", "2→2 Renamed" })]
    [TestCase("numren har bytt plats",
        new[] { "1|Skola|" + Schools, "2|Bibliotek|" + Libraries }, new[] { "1|Bibliotek|" + Libraries, "2|Skola|" + Schools },
        new[] { "1→2 Renumbered", "2→1 Renumbered" })]
    [TestCase("samma rubrik över en ny text",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile }, new[] { "1|Fiber|" + Energy, "2|Mobilnät|" + Mobile },
        new[] { "1→1 Rewritten", "2→2 Same" })]
    [TestCase("samma nummer, allt annat nytt",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile }, new[] { "1|Fiber|" + Fibre, "2|Bibliotekens roll|" + Libraries },
        new[] { "1→1 Same", "2→∅ Removed", "+2" })]
    [TestCase("ett avsnitt tas bort",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile, "3|Uppföljning|" + FollowUp }, new[] { "1|Fiber|" + Fibre, "2|Uppföljning|" + FollowUp },
        new[] { "1→1 Same", "2→∅ Removed", "3→2 Renumbered" })]
    [TestCase("två avsnitt blir ett",
        new[] { "1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile, "3|Uppföljning|" + FollowUp },
        new[] { "1|Uppkoppling|" + Fibre + "\n" + Mobile, "2|Uppföljning|" + FollowUp },
        new[] { "1→1 Merged|Renamed", "2→1 Merged|Renamed", "3→2 Renumbered" })]
    [TestCase("delarna går upp i sitt kapitel",
        new[] { "1|Nät|", "1.1|Fiber|" + Fibre, "1.2|Mobilnät|" + Mobile }, new[] { "1|Nät|" + Fibre + "\n" + Mobile },
        new[] { "1→1 Same", "1.1→1 Merged", "1.2→1 Merged" })]
    [TestCase("ett kapitel utan egen text får ny rubrik",
        new[] { "1|Nät|", "1.1|Fiber|" + Fibre, "1.2|Mobilnät|" + Mobile }, new[] { "1|Uppkopplat län|", "1.1|Fiber|" + Fibre, "1.2|Mobilnät|" + Mobile },
        new[] { "1→1 Renamed", "1.1→1.1 Same", "1.2→1.2 Same" })]
    [TestCase("samma rubrik under varje kapitel följer sitt kapitel",
        new[] { "1|Fiber|" + Fibre, "1.1|Åtgärder|Kommunerna gräver.", "2|Mobilnät|" + Mobile, "2.1|Åtgärder|Operatörerna bygger." },
        new[] { "1|Energi|" + Energy, "1.1|Åtgärder|Regionen bygger om.", "2|Fiber|" + Fibre, "2.1|Åtgärder|Kommunerna gräver.", "3|Mobilnät|" + Mobile, "3.1|Åtgärder|Operatörerna bygger." },
        new[] { "1→2 Renumbered", "1.1→2.1 Renumbered", "2→3 Renumbered", "2.1→3.1 Renumbered", "+1", "+1.1" })]
    [TestCase("ett kapitel med en vanlig underrubrik tas bort: den hamnar inte hos någon annan",
        new[] { "1|Fiber|" + Fibre, "1.1|Åtgärder|Kommunerna gräver.", "2|Mobilnät|" + Mobile, "2.1|Åtgärder|Operatörerna bygger." },
        new[] { "1|Mobilnät|" + Mobile, "1.1|Åtgärder|Operatörerna bygger.", "2|Energi|" + Energy, "2.1|Åtgärder|Regionen bygger om." },
        new[] { "1→∅ Removed", "1.1→∅ Removed", "2→1 Renumbered", "2.1→1.1 Renumbered", "+2", "+2.1" })]
    [TestCase("rättat stavfel i en kort rubrik utan text",
        new[] { "1|Mål och inriktnig för länet|" }, new[] { "1|Mål och inriktning för länet|" },
        new[] { "1→1 Renamed" })]
    public void Tells_what_became_of_each_section(string _, string[] older, string[] newer, string[] expected)
    {
        SectionTree before = Tree(older), after = Tree(newer);

        string[] account = [.. SectionMatcher.Match(before, after).Select(change => Said(change, before, after))];

        Assert.That(account, Has.Length.EqualTo(expected.Length), string.Join(", ", account));
        Assert.Multiple(() =>
        {
            for (int i = 0; i < expected.Length; i++)
                Assert.That(account[i], Is.EqualTo(expected[i]).Or.AnyOf([.. Alternatives(expected[i])]));
        });
    }

    [Test]
    public void Of_two_that_become_one_exactly_one_goes_on_and_the_other_is_merged()
    {
        SectionTree before = Tree("1|Fiber|" + Fibre, "2|Mobilnät|" + Mobile), after = Tree("1|Uppkoppling|" + Fibre + "\n" + Mobile);

        var fates = SectionMatcher.Match(before, after).Select(c => c.Fate);

        Assert.That(fates, Is.EquivalentTo(new[] { SectionFate.Renamed, SectionFate.Merged }));
    }

    [Test]
    public void A_text_with_small_changes_is_the_same_and_says_how_alike()
    {
        SectionTree before = Tree("1|Fiber|" + Fibre), after = Tree("1|Fiber|" + Fibre.Replace("97", "98", StringComparison.Ordinal));

        SectionChange change = SectionMatcher.Match(before, after).Single();

        Assert.That(change.Fate, Is.EqualTo(SectionFate.Same));
        Assert.That(change.Similarity, Is.InRange(0.8, 0.99));
    }

    [Test]
    public void Every_section_stands_once_whatever_the_trees_hold()
    {
        string[] same = [.. Enumerable.Range(0, 300).Select(_ => "|Åtgärder|ord ord ord ord ord ord ord ord ord ord")];
        SectionTree before = Tree([.. same, "1|Fiber|" + Fibre]), after = Tree([.. same, .. same, "7|Fiber|" + Fibre]);

        var changes = SectionMatcher.Match(before, after);

        Assert.Multiple(() =>
        {
            Assert.That(changes.Where(c => c.Before is not null).Select(c => c.Before!.Value), Is.EqualTo(Enumerable.Range(0, 301)));
            var continued = changes.Where(c => c.Fate is not (SectionFate.Merged or SectionFate.Removed)).Select(c => c.After);
            Assert.That(continued, Is.EquivalentTo(Enumerable.Range(0, 601)));
            Assert.That(changes[300], Is.EqualTo(new SectionChange(300, 600, SectionFate.Renumbered, 1)));
        });
    }

    private static IEnumerable<string> Alternatives(string expected)
    {
        int space = expected.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? [expected] : expected[(space + 1)..].Split('|').Select(fate => $"{expected[..space]} {fate}");
    }

    private static string Said(SectionChange change, SectionTree before, SectionTree after) => change.Before is { } b
        ? $"{before.Sections[b].Number}→{(change.After is { } a ? after.Sections[a].Number : "∅")} {change.Fate}"
        : $"+{after.Sections[change.After!.Value].Number}";

    private static SectionTree Tree(params string[] sections) => new("Plan", [.. sections.Select((line, i) =>
    {
        string[] parts = line.Split('|');
        string? number = parts[0].Length == 0 ? null : parts[0];
        return new Section
        {
            Id = new SectionId($"s{i}"), Number = number, Title = parts[1], Level = 1 + (number?.Count(c => c == '.') ?? 0), PageFrom = 1, PageTo = 1, Text = parts[2],
        };
    })]);
}
