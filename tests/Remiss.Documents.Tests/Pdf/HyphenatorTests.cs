using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Pdf.Text;

namespace Remiss.Documents.Tests.Pdf;

public sealed class HyphenatorTests
{
    [TestCase("verksamhetsplan", "verksamhets|plan")]
    [TestCase("kompetensförsörjning", "kompetens|försörjning")]
    [TestCase("regionstyrelsen", "region|styrelsen")]
    [TestCase("bredbandsutbyggnaden", "bredbands|utbyggnaden")]
    [TestCase("informationssäkerhet", "informations|säkerhet")]
    [TestCase("byggnadsnämnden", "byggnads|nämnden")]
    [TestCase("utbildningssatsning", "utbildnings|satsning")]
    [TestCase("Klimatåtgärderna", "Klimat|åtgärderna")]
    [TestCase("tillgängligheten", "tillgänglig|heten")]
    [TestCase("dokumentstyrning", "dokument|styrning")]
    public void Breaks_compounds_at_their_joints(string word, string expected) => Assert.That(Shown(word), Is.EqualTo(expected));

    [TestCase("stark")]
    [TestCase("strategi")]
    [TestCase("kommunerna")]
    [TestCase("samverkan")]
    [TestCase("behandling")]
    [TestCase("ringsignal")]
    [TestCase("elementstapel")]
    [TestCase("oförtjänst")]
    [TestCase("decentraliserad")]
    [TestCase("samarbete")]
    [TestCase("RM2027")]
    public void Leaves_words_whole_where_no_joint_is_sure(string word) => Assert.That(Shown(word), Is.EqualTo(word));

    [Test]
    public void Does_not_take_the_end_of_a_noun_for_a_joint_of_its_own() =>
        Assert.That(Shown("personuppgiftsbehandling"), Does.Not.Contain("be|handling").And.Contain("|behandling"));

    [Test]
    public void Keeps_four_letters_on_each_side_of_any_word() => Prop.ForAll<string>(word =>
        Hyphenator.Joints(word ?? "").All(at => at >= Hyphenator.Least && word!.Length - at >= Hyphenator.Least)).QuickCheckThrowOnFailure();

    private static string Shown(string word)
    {
        var joints = Hyphenator.Joints(word);
        for (var i = joints.Count - 1; i >= 0; i--) word = word.Insert(joints[i], "|");
        return word;
    }
}
