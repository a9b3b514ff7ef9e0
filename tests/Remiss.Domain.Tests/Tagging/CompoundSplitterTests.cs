using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Tagging;

namespace Remiss.Domain.Tests.Tagging;

[TestFixture]
internal sealed class CompoundSplitterTests
{
    private static readonly CompoundSplitter Splitter = new(
    [
        "bredband", "utbyggnad", "kollektiv", "trafik", "trafiken", "skada", "ersättningar", "arbete", "kyrka", "råd", "gator", "belysning",
        "för", "lagen", "kommunen", "samverkan", "kvinna", "jour", "länstrafik",
    ]);

    [TestCase("bredbandsutbyggnad", "bredband utbyggnad", Description = "linking s")]
    [TestCase("bredbandsutbyggnaden", "bredband utbyggnad", Description = "inflected end")]
    [TestCase("kollektivtrafik", "kollektiv trafik", Description = "no link")]
    [TestCase("skadeersättning", "skada ersättningar", Description = "a becomes e")]
    [TestCase("arbetsskadeersättningen", "arbete skada ersättningar", Description = "three parts")]
    [TestCase("gatubelysning", "gator belysning", Description = "a becomes u")]
    [TestCase("kvinnojouren", "kvinna jour", Description = "a becomes o")]
    [TestCase("kommunsamverkan", "kommunen samverkan", Description = "known by its definite form only")]
    public void Splits_what_the_document_explains(string word, string parts) =>
        Assert.That(string.Join(' ', Splitter.Split(word)), Is.EqualTo(parts));

    [TestCase("förlagen", Description = "a function word is no part")]
    [TestCase("bredband", Description = "a simple word")]
    [TestCase("bredbandsfrågor", Description = "an end the document lacks")]
    [TestCase("", Description = "nothing")]
    public void Leaves_other_words_whole(string word) => Assert.That(Splitter.Split(word), Is.Empty);

    [Test]
    public void Prefers_few_parts() =>
        Assert.That(new CompoundSplitter(["läns", "trafik", "länstrafik", "kort"]).Split("länstrafikkort"), Is.EqualTo(["länstrafik", "kort"]));

    [Test]
    public void Does_not_depend_on_the_order_of_the_vocabulary()
    {
        string[] words = ["gator", "gatan", "gatorna", "belysning", "belysningen"];
        Assert.That(new CompoundSplitter(words.Reverse()).Split("gatubelysningar"), Is.EqualTo(new CompoundSplitter(words).Split("gatubelysningar")));
    }

    [Test]
    public void Takes_any_words() => Prop.ForAll<string?[]?, string?>((vocabulary, word) =>
    {
        var splitter = new CompoundSplitter((vocabulary ?? []).Select(w => w ?? string.Empty));
        return splitter.Split(word ?? string.Empty).Length is 0 or >= 2;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Takes_a_word_of_one_letter_repeated() =>
        Assert.That(new CompoundSplitter(["aaa", "aaaa", "aaaaa"]).Split(new string('a', 60)).Length, Is.LessThanOrEqualTo(60));
}
