using System.Collections.Immutable;
using Remiss.Documents.Letters;

namespace Remiss.Cli.Demo;

/// <summary>What a reply says, by the habit of the one who writes it.</summary>
internal sealed class DemoReplyBody(
    DemoSender sender, DemoRandom random, DemoWords words, ImmutableSortedDictionary<string, string> titles,
    IReadOnlyDictionary<string, int> pages)
{
    private readonly DemoBank _bank = DemoBank.Shared;
    private readonly List<LetterBlock> _blocks = [];

    /// <summary>The blocks between the title and the signature.</summary>
    public IReadOnlyList<LetterBlock> Write(DemoHabit habit)
    {
        switch (habit)
        {
            case DemoHabit.Ranges: Ranges(); break;
            case DemoHabit.NumberedHeadings: UnderHeadings(topic => $"{topic.Number} {titles[topic.Number]}"); break;
            case DemoHabit.TitleHeadings: UnderHeadings(topic => titles[topic.Number]); break;
            case DemoHabit.InText: InText(); break;
            case DemoHabit.Pages: ByPage(); break;
            case DemoHabit.Table: Table(); break;
            case DemoHabit.Minutes: Minutes(); break;
            case DemoHabit.WordingOnly: WordingOnly(); break;
            case DemoHabit.General: General(); break;
            case DemoHabit.NoObjection: Short(_bank.Phrases.NoObjection); break;
            case DemoHabit.Abstains: Short(_bank.Phrases.Abstains, _bank.Phrases.AbstainReasons); break;
        }
        return _blocks;
    }

    private void Ranges()
    {
        Heading("Sammanfattning");
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Improve));
        Heading("Allmänna synpunkter");
        Paragraph(words.Say(_bank.Phrases.General.Improve));
        Paragraph(words.Say(_bank.Phrases.General.Support));
        int split = random.Between(3, 4);
        Heading($"Avsnitt 3.1–3.{split}");
        Points(_bank.Focus[..split]);
        Heading(split == 4 ? $"Avsnitt 3.5 {titles["3.5"]}" : "Avsnitt 3.4 och 3.5");
        Points(_bank.Focus[split..]);
        DemoTopic last = random.Pick(_bank.Others);
        Heading(last.Number.Contains('.', StringComparison.Ordinal) ? $"Avsnitt {last.Number}" : $"Kapitel {last.Number}");
        Paragraph(words.Comment(last, words.AnyStance()));
    }

    private void UnderHeadings(Func<DemoTopic, string> heading)
    {
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Of(random.Below(3) == 0 ? DemoStance.Support : DemoStance.Improve)));
        if (random.Below(2) == 0)
        {
            Heading("Övergripande synpunkter");
            Paragraph(words.Say(_bank.Phrases.General.Improve));
        }
        IEnumerable<DemoTopic> topics = random.Some(_bank.Focus, random.Between(2, 4))
            .Concat(random.Some(_bank.Others, random.Between(1, 3)))
            .OrderBy(topic => topic.Number, StringComparer.Ordinal);
        foreach (DemoTopic topic in topics)
        {
            Heading(heading(topic));
            DemoStance stance = words.AnyStance();
            Paragraph(words.Comment(topic, stance));
            if (random.Below(2) == 0) Paragraph(words.Say(topic.Bodies(stance)), words.More(topic, stance));
        }
    }

    private void InText()
    {
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Improve));
        List<DemoTopic> topics = random.Some(_bank.All, 4);
        Paragraph(words.Fill($"{{Kort}} tillstyrker det som föreslås i avsnitten {topics[0].Number}, {topics[1].Number} och {topics[2].Number}."),
            words.Say(topics[1].Support));
        Paragraph($"När det gäller avsnitt {topics[3].Number} vill {sender.Short} framföra följande.", words.Comment(topics[3], words.AnyStance()));
        DemoTopic aside = random.Pick(_bank.Focus);
        Paragraph(words.Comment(aside, DemoStance.Improve).TrimEnd('.') + $" ({aside.Number}).");
        DemoTopic named = random.Pick(_bank.Focus);
        Paragraph($"Under rubriken {titles[named.Number]} anges flera mål.", words.Say(_bank.Phrases.Openings.Doubt, named.About), words.Say(named.Doubt));
        Paragraph(words.Say(_bank.Phrases.General.Support));
    }

    private void ByPage()
    {
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Support));
        foreach (DemoTopic topic in random.Some(_bank.All, 4))
        {
            string where = pages.TryGetValue(topic.Number, out int page) ? $"På sidan {page} behandlas {topic.About}." : $"I avsnitt {topic.Number} behandlas {topic.About}.";
            Paragraph(words.Comment(topic, words.AnyStance(), where));
        }
    }

    private void Table()
    {
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Improve));
        Paragraph("Synpunkterna redovisas i tabellen.");
        var rows = random.Some(_bank.All, random.Between(4, 6))
            .Select(topic => ImmutableArray.Create($"Avsnitt {topic.Number}", words.Comment(topic, words.AnyStance())));
        _blocks.Add(new LetterTable([["Avsnitt", "Synpunkt"], .. rows]));
    }

    private void Minutes()
    {
        Heading("Förslag till beslut");
        Paragraph("Kommunstyrelsen beslutar att som svar på remissen anta yttrandet nedan.");
        Heading("Ärendet");
        Paragraph(words.Say(_bank.Phrases.Background));
        Heading("Yttrande");
        Paragraph(words.Say(_bank.Phrases.Overall.Improve));
        foreach (DemoTopic topic in random.Some(_bank.Focus, 3))
        {
            Heading($"Fokusområde {topic.Number} {titles[topic.Number]}", 3);
            Paragraph(words.Comment(topic, words.AnyStance()));
        }
        Heading("Kommunstyrelsens beslut");
        Paragraph("Kommunstyrelsen beslutar enligt förslaget.");
    }

    private void WordingOnly()
    {
        Paragraph(words.Say(_bank.Phrases.Courtesy), words.Say(_bank.Phrases.Overall.Improve));
        foreach (DemoTopic topic in random.Some(_bank.Focus, 3).Concat(random.Some(_bank.Others, 2)))
        {
            DemoStance stance = words.AnyStance();
            Paragraph(words.Say(topic.Bodies(stance)), words.More(topic, stance));
        }
    }

    private void General()
    {
        Paragraph(words.Say(_bank.Phrases.Overall.Improve));
        Paragraph(words.Say(_bank.Phrases.General.Improve), words.Say(_bank.Phrases.General.Improve));
        Paragraph(words.Say(_bank.Phrases.General.Doubt));
        Paragraph(words.Say(_bank.Phrases.General.Support));
    }

    private void Short(params ImmutableArray<string>[] sentences) => Paragraph([.. sentences.Select(choices => words.Say(choices))]);

    private void Points(IEnumerable<DemoTopic> topics)
    {
        Paragraph(words.Say(_bank.Phrases.LeadIns));
        ImmutableArray<DemoTopic> spoken = [.. topics];
        int each = spoken.Length == 1 ? 4 : 2;
        _blocks.Add(new LetterBullets([.. spoken.SelectMany(topic => random.Some(topic.Points, each))]));
    }

    private void Heading(string text, int level = 2) => _blocks.Add(new LetterHeading(level, text));

    private void Paragraph(params string[] sentences) => _blocks.Add(new LetterParagraph(string.Join(' ', sentences)));
}
