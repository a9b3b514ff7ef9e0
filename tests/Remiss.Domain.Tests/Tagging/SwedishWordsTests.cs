using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Tagging;

namespace Remiss.Domain.Tests.Tagging;

[TestFixture]
internal sealed class SwedishWordsTests
{
    [TestCase("Fiber, tåg & bussar!", "fiber tåg bussar")]
    [TestCase("EG-direktivet och EGdirektivet", "eg direktivet och eg direktivet")]
    [TestCase("kollektiv-\n  trafiken går", "kollektivtrafiken går")]
    [TestCase("kollektiv-\noch taxitrafik", "kollektiv och taxitrafik")]
    [TestCase("kollektiv- och taxitrafik", "kollektiv och taxitrafik")]
    [TestCase("år 2030, 5 § i SFS 2010:1846", "år 2030 sfs 2010 1846")]
    [TestCase("vård\u00ADcentral", "vårdcentral")]
    [TestCase("a\u030Akern", "åkern")]
    [TestCase("", "")]
    [TestCase("-", "")]
    [TestCase("slut-", "slut")]
    public void Cuts_text_into_words(string text, string words) =>
        Assert.That(string.Join(' ', SwedishWords.In(text)), Is.EqualTo(words));

    [Test]
    public void Cuts_what_is_too_long_to_be_a_word() =>
        Assert.That(SwedishWords.In(new string('x', 100_000)).Single(), Has.Length.EqualTo(SwedishWords.LongestWord));

    [TestCase("I går sade Ekhamra tingsrätt nej till Norrvik.", "ekhamra tingsrätt norrvik")]
    [TestCase("Sjöverket anser det. Skogen växer.", "sjöverket")]
    [TestCase("Frågan om LSS och PBL.", "")]
    [TestCase("Norrviks högskola svarar. Skogens kolförråd växer.", "norrviks högskola")]
    public void Tells_the_names_of_those_who_speak(string text, string names) =>
        Assert.That(string.Join(' ', SwedishWords.Read(text).Where(w => w.IsName).Select(w => w.Word)), Is.EqualTo(names));

    [Test]
    public void Knows_function_words_and_what_all_replies_say()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SwedishWords.IsFunctionWord("eftersom"), Is.True);
            Assert.That(SwedishWords.IsFunctionWord("och"), Is.True);
            Assert.That(SwedishWords.IsFunctionWord("bredband"), Is.False);
            Assert.That(SwedishWords.IsReplyWord(SwedishStemmer.Stem("tillstyrker")), Is.True);
            Assert.That(SwedishWords.IsReplyWord(SwedishStemmer.Stem("bredband")), Is.False);
        });
    }

    [Test]
    public void Finds_turns_of_phrase() =>
        Assert.That(SwedishWords.FormulasIn("Bredband: lämnas utan erinran"), Is.EqualTo(["lämn utan", "utan erinran"]));

    [Test]
    public void Reads_any_text() => Prop.ForAll<string?>(text =>
        SwedishWords.In(text ?? string.Empty).All(w => w.Length is > 1 and <= SwedishWords.LongestWord)).QuickCheckThrowOnFailure();
}
