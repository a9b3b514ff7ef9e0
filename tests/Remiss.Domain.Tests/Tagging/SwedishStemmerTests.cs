using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Tagging;

namespace Remiss.Domain.Tests.Tagging;

[TestFixture]
internal sealed class SwedishStemmerTests
{
    // Each case follows from one rule of the published algorithm.
    [TestCase("jakten", "jakt", Description = "-en")]
    [TestCase("jaktkarlarnes", "jaktkarlarn", Description = "-es, as -arnes is no suffix of its own")]
    [TestCase("kommunernas", "kommun", Description = "-ernas")]
    [TestCase("flickorna", "flick", Description = "-orna")]
    [TestCase("möjligheterna", "möj", Description = "-heterna, then -lig")]
    [TestCase("klokheten", "klok", Description = "-heten")]
    [TestCase("jämförelse", "jämför", Description = "-e, then -els")]
    [TestCase("vänlig", "vän", Description = "-lig")]
    [TestCase("färdig", "färd", Description = "-ig")]
    [TestCase("arbetslöst", "arbetslös", Description = "-löst becomes -lös")]
    [TestCase("smakfullt", "smakfull", Description = "-fullt becomes -full")]
    [TestCase("bostads", "bostad", Description = "-s after a letter that may stand before it")]
    [TestCase("process", "process", Description = "no -s after s")]
    [TestCase("mindre", "mindr", Description = "-e")]
    [TestCase("friskt", "frisk", Description = "-kt has its t taken where both stand in R1")]
    [TestCase("klokt", "klokt", Description = "-kt does not lie in R1")]
    [TestCase("byggd", "bygg", Description = "-gd begins where R1 begins")]
    [TestCase("hittad", "hitt", Description = "-ad")]
    [TestCase("andet", "andet", Description = "R1 starts after three letters at the least, so -andet is not in it")]
    [TestCase("anden", "and", Description = "but -en is")]
    [TestCase("ö", "ö", Description = "too short")]
    [TestCase("", "", Description = "nothing")]
    [TestCase("åå", "åå", Description = "no consonant")]
    public void Follows_the_published_rules(string word, string stem)
    {
        Assert.That(SwedishStemmer.Stem(word), Is.EqualTo(stem));
        Assert.That(SwedishStemmer.Stem(word.AsSpan()), Is.EqualTo(stem));
    }

    [TestCase("kommun", "kommuner", "kommunen", "kommunerna", "kommunernas", "kommuns")]
    [TestCase("avgift", "avgiften", "avgifter", "avgifterna", "avgifternas", "avgiftens")]
    [TestCase("åtgärd", "åtgärder", "åtgärden", "åtgärderna")]
    public void Brings_the_forms_of_a_noun_together(params string[] forms) =>
        Assert.That(forms.Select(SwedishStemmer.Stem).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void A_stem_begins_its_word_and_never_fails() => Prop.ForAll<string?>(word =>
    {
        string text = word ?? string.Empty;
        return text.StartsWith(SwedishStemmer.Stem(text), StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();
}
