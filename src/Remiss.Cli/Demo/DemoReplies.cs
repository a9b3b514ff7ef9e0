using System.Collections.Immutable;
using System.Globalization;
using Remiss.Documents.Letters;

namespace Remiss.Cli.Demo;

/// <summary>The invented replies: the same number and seed give the same replies.</summary>
internal static class DemoReplies
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    // The first replies are cast by hand, so that a small demonstration shows each habit and format once.
    private static readonly ImmutableArray<(DemoSender Sender, DemoHabit Habit, DemoFormat Format)> Cast =
    [
        (Municipality("Norrvik"), DemoHabit.Ranges, DemoFormat.Pdf),
        (new DemoSender("Sjöbacka kommun", "kommunen", "Sjöbacka", DemoGender.Common), DemoHabit.NumberedHeadings, DemoFormat.Docx),
        (Municipality("Björkliden"), DemoHabit.InText, DemoFormat.Mail),
        (new DemoSender("Ekhamra kommun", "kommunen", "Ekhamra", DemoGender.Common), DemoHabit.TitleHeadings, DemoFormat.Pdf),
        (new DemoSender("Tallmora kommun, Stenvika kommun och Lövåkers kommun", "kommunerna", "de tre kommunerna", DemoGender.Plural)
        {
            Members = ["Tallmora kommun", "Stenvika kommun", "Lövåkers kommun"],
        }, DemoHabit.Table, DemoFormat.Docx),
        (new DemoSender("Länsstyrelsen i Mittsunds län", "länsstyrelsen", "länet", DemoGender.Common), DemoHabit.NumberedHeadings, DemoFormat.Pdf),
        (new DemoSender("Hedåsa kommun", "kommunen", "Hedåsa", DemoGender.Common), DemoHabit.Abstains, DemoFormat.Text),
        (Municipality("Vinteråker"), DemoHabit.NoObjection, DemoFormat.Mail),
        (Municipality("Rönnmark"), DemoHabit.Minutes, DemoFormat.Docx),
        (new DemoSender("Mittsunds högskola", "högskolan", "länet", DemoGender.Common), DemoHabit.WordingOnly, DemoFormat.Pdf),
        (new DemoSender("Näringslivsrådet i Mittsund", "rådet", "Mittsund", DemoGender.Neuter), DemoHabit.InText, DemoFormat.Text),
        (new DemoSender("Norra Mittsunds kommunalförbund", "förbundet", "Norra Mittsund", DemoGender.Neuter), DemoHabit.Pages, DemoFormat.MailWithPdf),
        (new DemoSender("Pensionärsrådet i Mittsunds län", "rådet", "länet", DemoGender.Neuter), DemoHabit.General, DemoFormat.TextInWindows1252),
    ];

    /// <summary>The replies.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What makes them differ from another set.</param>
    /// <param name="pages">The page of each section in the strategy, for those who refer by page.</param>
    public static IEnumerable<DemoReply> Compose(int count, int seed, IReadOnlyDictionary<string, int> pages)
    {
        ImmutableSortedDictionary<string, string> titles = DemoStrategy.SectionTitles();
        for (int i = 0; i < count; i++)
        {
            DemoRandom random = DemoRandom.For(seed, i);
            var (sender, habit, format) = i < Cast.Length ? Cast[i] : Extra(i, random);
            yield return Compose(i, sender, habit, format, random, titles, pages);
        }
    }

    private static DemoSender Municipality(string place) =>
        new($"{DemoSender.Genitive(place)} kommun", "kommunen", place, DemoGender.Common);

    private static (DemoSender Sender, DemoHabit Habit, DemoFormat Format) Extra(int index, DemoRandom random)
    {
        DemoSender sender = DemoSender.Invented(index - Cast.Length, DemoBank.Shared.Phrases);
        if (Cast.Any(cast => cast.Sender.Name == sender.Name)) sender = Municipality("Södra " + sender.Place);
        DemoHabit habit = random.Pick(Enum.GetValues<DemoHabit>());
        if (habit == DemoHabit.Minutes && !sender.IsMunicipality) habit = DemoHabit.NumberedHeadings;
        DemoFormat format = random.Pick(Enum.GetValues<DemoFormat>());
        if (habit == DemoHabit.Table && format is not (DemoFormat.Docx or DemoFormat.Pdf)) format = DemoFormat.Docx;
        return (sender, habit, format);
    }

    private static DemoReply Compose(
        int index, DemoSender sender, DemoHabit habit, DemoFormat format, DemoRandom random,
        ImmutableSortedDictionary<string, string> titles, IReadOnlyDictionary<string, int> pages)
    {
        DemoPhrases phrases = DemoBank.Shared.Phrases;
        var words = new DemoWords(sender, random, phrases);
        DateOnly date = new DateOnly(2026, 8, 17).AddDays(random.Below(44));
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) date = date.AddDays(-2);
        string number = RegistrationNumber(sender, random);
        string writer = $"{random.Pick(phrases.FirstNames)} {random.Pick(phrases.LastNames)}";
        bool minutes = habit == DemoHabit.Minutes;
        var blocks = ImmutableArray.CreateBuilder<LetterBlock>();
        blocks.Add(Head(sender, date, number, minutes, random));
        if (!minutes) blocks.Add(new LetterLines([DemoStrategy.Region, "Regionala utvecklingsnämnden", "remiss@mittsund.example"]));
        blocks.Add(new LetterHeading(1, minutes
            ? $"§ {random.Between(71, 139)} Svar på remiss om {DemoStrategy.Title}"
            : $"{random.Pick(["Yttrande över", "Remissvar:", "Svar på remiss:"])} {DemoStrategy.Title}, dnr {DemoStrategy.RegistrationNumber}"));
        if (sender.Members.Count > 1)
            blocks.Add(new LetterParagraph($"{sender.Name} lämnar härmed ett gemensamt yttrande."));
        blocks.AddRange(new DemoReplyBody(sender, random, words, titles, pages).Write(habit));
        if (habit is not (DemoHabit.Abstains or DemoHabit.NoObjection or DemoHabit.Minutes) && random.Below(2) == 0)
            blocks.Add(new LetterParagraph(words.Say(phrases.Closings)));
        blocks.AddRange(End(sender, date, writer, random, phrases, minutes));
        var letter = new Letter
        {
            Title = minutes ? "Protokollsutdrag" : $"Remissvar från {sender.Name}",
            Author = sender.Name,
            Written = new DateTimeOffset(date, new TimeOnly(10, random.Below(60)), TimeSpan.FromHours(2)),
            Footer = random.Below(3) == 0 ? null : $"{sender.Name} • {sender.Slug}.example",
            PageMark = random.Pick([PageMark.Bracketed, PageMark.Bracketed, PageMark.Words]),
            Blocks = blocks.ToImmutable(),
        };
        return new DemoReply(index + 1, sender, habit, format, date, writer, letter);
    }

    private static LetterHead Head(DemoSender sender, DateOnly date, string number, bool minutes, DemoRandom random)
    {
        string day = random.Below(2) == 0 ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("d MMMM yyyy", Swedish);
        ImmutableArray<string> right = minutes
            ? ["PROTOKOLLSUTDRAG", $"Sammanträdesdatum {date:yyyy-MM-dd}", $"Dnr {number}"]
            : [$"Datum {day}", $"{random.Pick(["Dnr", "Dnr:", "Diarienummer", "Vår referens"])} {number}", $"Er referens {DemoStrategy.RegistrationNumber}"];
        ImmutableArray<string> left = sender.Members.Count > 1 ? [.. sender.Members]
            : sender.IsMunicipality ? [sender.Name, minutes ? "Kommunstyrelsen" : "Kommunledningsförvaltningen"]
            : [sender.Name];
        return new LetterHead(left, right);
    }

    private static IEnumerable<LetterBlock> End(DemoSender sender, DateOnly date, string writer, DemoRandom random, DemoPhrases phrases, bool minutes)
    {
        if (minutes)
        {
            yield return new LetterLines(["Utdragets riktighet bestyrks", writer, "kommunsekreterare"]);
            yield break;
        }
        if (sender.Name.StartsWith("Länsstyrelsen", StringComparison.Ordinal))
        {
            yield return new LetterParagraph($"Beslut i detta ärende har fattats av landshövding {random.Pick(phrases.FirstNames)} {random.Pick(phrases.LastNames)}. Föredragande har varit {random.Pick(phrases.Officials)} {writer}.");
            yield break;
        }
        if (sender.IsMunicipality && sender.Members.Count == 1)
            yield return new LetterParagraph($"{Capital(random.Pick(phrases.Boards))} beslutade den {date.ToString("d MMMM", Swedish)}, § {random.Between(71, 139)}, att lämna yttrandet.");
        yield return new LetterLines([$"För {sender.Name}", writer, random.Pick(phrases.Officials)]);
    }

    private static string RegistrationNumber(DemoSender sender, DemoRandom random)
    {
        int serial = random.Between(112, 988);
        if (sender.Name.StartsWith("Länsstyrelsen", StringComparison.Ordinal)) return $"401-{serial + 2000}-2026";
        if (!sender.IsMunicipality) return $"2026/{serial}";
        return random.Below(3) switch
        {
            0 => $"KS 2026/{serial}",
            1 => $"26KS{serial}",
            _ => $"2026-0{serial}",
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
