using Remiss.Domain.Summaries;
namespace Remiss.Domain.Tests.Summaries;
public sealed class DumpTests
{
    [Test]
    public void Dump()
    {
        Directory.CreateDirectory("/tmp/compose");
        foreach (SummaryOrder order in Enum.GetValues<SummaryOrder>())
        File.WriteAllText($"/tmp/compose/{order}.txt", SummaryText.Flatten(SummaryComposer.Compose(SampleData.Whole() with { Order = order }, SampleData.Theme)));
    }
}
