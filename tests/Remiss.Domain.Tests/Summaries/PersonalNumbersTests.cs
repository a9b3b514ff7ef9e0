using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Summaries.Privacy;

namespace Remiss.Domain.Tests.Summaries;

public sealed class PersonalNumbersTests
{
    [TestCase("121212-1212")]
    [TestCase("19121212-1212")]
    [TestCase("1212121212")]
    [TestCase("191212121212")]
    [TestCase("121212+1212")]
    [TestCase("121212 1212")]
    [TestCase("121212 - 1212")]
    [TestCase("121212–1212")]
    [TestCase("121212-\n1212")]
    [TestCase("121272-1219", TestName = "A_coordination_number")]
    public void Takes_out_a_number_in_every_form(string number) =>
        Assert.That(PersonalNumbers.Remove($"Jag ({number}), bosatt i Norrvik."), Is.EqualTo("Jag ([personnummer borttaget]), bosatt i Norrvik."));

    [TestCase("121212-1213", TestName = "A_wrong_check_digit")]
    [TestCase("556012-5790", TestName = "A_month_that_does_not_exist")]
    [TestCase("212000-1355", TestName = "An_organisation_number")]
    [TestCase("121232-1215", TestName = "A_day_that_does_not_exist")]
    [TestCase("KS 2026-00121", TestName = "A_registration_number")]
    [TestCase("070-555 12 34", TestName = "A_telephone_number")]
    [TestCase("1121212121212", TestName = "A_longer_run_of_digits")]
    [TestCase("121212-12121", TestName = "A_longer_run_after_the_hyphen")]
    [TestCase("mellan 2027–2031 och 1 200 000 kronor", TestName = "Years_and_amounts")]
    public void Leaves_other_numbers(string text) => Assert.That(PersonalNumbers.Remove(text), Is.SameAs(text));

    [Test]
    public void Takes_out_several_and_keeps_what_stands_between() =>
        Assert.That(PersonalNumbers.Remove("121212-1212, 1912 och 191212121212."), Is.EqualTo("[personnummer borttaget], 1912 och [personnummer borttaget]."));

    [Test]
    public void Never_throws_and_leaves_nothing_to_take_out() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            string once = PersonalNumbers.Remove(text ?? "");
            return PersonalNumbers.Remove(once) == once;
        }).QuickCheckThrowOnFailure();
}
