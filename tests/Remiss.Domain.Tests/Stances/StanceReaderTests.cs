using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Stances;

public sealed class StanceReaderTests
{
    private static StanceReading Read(string text, StanceContext context = default) =>
        StanceReader.Read(text, new TextSpan(0, text.Length), context);

    [TestCaseSource(typeof(StanceSentences), nameof(StanceSentences.All))]
    public void Reads_the_stance_of_a_sentence(Stance expected, string text)
    {
        Assert.That(Read(text).Stance, Is.EqualTo(expected));
    }
}
