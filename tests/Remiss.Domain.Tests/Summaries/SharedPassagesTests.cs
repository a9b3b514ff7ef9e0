using System.Globalization;
using Remiss.Domain.Summaries.Passages;

namespace Remiss.Domain.Tests.Summaries;

public sealed class SharedPassagesTests
{
    private const string Long = "Kommunen vill se en tydlig plan för hur bredband ska byggas ut på landsbygden före år 2030.";

    [Test]
    public void Finds_the_same_words_whatever_their_case_and_punctuation()
    {
        SharedPassage passage = Find((0, Long), (1, "Något helt annat som ingen annan har skrivit i sitt svar."), (2, Long.ToUpperInvariant().Replace(".", " !", StringComparison.Ordinal))).Single();
        Assert.That(passage.Units, Is.EqualTo(new[] { 0, 2 }));
        Assert.That(passage.Verbatim, Is.True);
    }

    [Test]
    public void Finds_nearly_the_same_words_and_says_that_they_are_not_the_same()
    {
        SharedPassage passage = Find((0, Long), (1, Long.Replace("tydlig", "bra", StringComparison.Ordinal))).Single();
        Assert.That(passage.Verbatim, Is.False);
        Assert.That(passage.Text, Is.EqualTo(Long));
    }

    [Test]
    public void Leaves_passages_that_share_half_their_words() =>
        Assert.That(Find((0, Long), (1, "Kommunen vill se en tydlig plan för hur skolor och sjukhus ska värmas med lokal energi.")), Is.Empty);

    [Test]
    public void Leaves_short_passages() => Assert.That(Find((0, "Vi har inga synpunkter på förslaget alls."), (1, "Vi har inga synpunkter på förslaget alls.")), Is.Empty);

    [Test]
    public void Leaves_a_passage_that_one_sender_repeats() => Assert.That(Find((0, Long), (0, Long)), Is.Empty);

    [Test]
    public void Puts_the_most_shared_first()
    {
        const string other = "Regionen bör ta fram en gemensam modell för uppföljning tillsammans med alla kommuner.";
        SharedPassage[] found = Find((0, Long), (1, Long), (1, other), (2, other), (3, other));
        Assert.That(found.Select(f => f.Text), Is.EqualTo(new[] { other, Long }));
    }

    [Test]
    public void Finds_near_likenesses_among_many_passages()
    {
        var units = new List<(int, string)>();
        for (int i = 0; i < 600; i++) units.Add((i, Different(i)));
        for (int i = 0; i < 600; i++) units.Add((1000 + i, Different(i).Replace("plan", "tidsplan", StringComparison.Ordinal)));
        SharedPassage[] found = Find([.. units]);
        Assert.That(found, Has.Length.EqualTo(600));
        Assert.That(found.All(f => f.Units.Length == 2), Is.True);
    }

    private static string Different(int seed)
    {
        var random = new Random(seed);
        string words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => "ord" + random.Next(5000).ToString(CultureInfo.InvariantCulture)));
        return $"{words(12)} plan {words(12)}";
    }

    private static SharedPassage[] Find(params (int Sender, string Text)[] units) => [.. SharedPassages.Find([.. units.Select(u => new PassageUnit(u.Sender, u.Text))])];
}
