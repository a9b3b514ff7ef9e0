using Remiss.Application.Search;

namespace Remiss.Application.Tests.Search;

/// <summary>Forms of a word that must be found by each other.</summary>
public sealed class SearchStemTests
{
    [TestCase("bredband bredbandet bredbandets bredbands")]
    [TestCase("direktiv direktivet direktivets direktiven")]
    [TestCase("samtycke samtycket samtyckets")]
    [TestCase("yttrande yttrandet yttranden")]
    [TestCase("förhållande förhållandet förhållanden")]
    [TestCase("kvalitet kvaliteten kvaliteter")]
    [TestCase("universitet universitetet universitetets")]
    [TestCase("möjlighet möjligheten möjligheter")]
    [TestCase("budget budgeten")]
    [TestCase("område området områden")]
    [TestCase("mål målet målen")]
    [TestCase("ansvar ansvaret ansvarets")]
    [TestCase("badstrand badstranden badstrands")]
    [TestCase("journal journaler journalen journalerna")]
    public void Forms_of_a_word_have_one_key(string forms) =>
        Assert.That(forms.Split(' ').Select(SearchStem.Of).Distinct().Count(), Is.EqualTo(1), string.Join(' ', forms.Split(' ').Select(SearchStem.Of)));
}
