using Remiss.Cli.Pipeline;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Pipeline;

public sealed class RealPathTests
{
    [Test]
    public void A_file_is_the_same_through_linked_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write("svar/norr/a.pdf", "x");
        Directory.CreateSymbolicLink(folder["genväg"], folder["svar"]);
        Directory.CreateSymbolicLink(folder["svar/relativ"], "norr");

        Assert.Multiple(() =>
        {
            Assert.That(RealPath.Of(folder["genväg/relativ/a.pdf"]), Is.EqualTo(RealPath.Of(folder["svar/norr/a.pdf"])));
            Assert.That(RealPath.Of(folder["genväg/b.pdf"]), Is.Not.EqualTo(RealPath.Of(folder["svar/norr/b.pdf"])));
        });
    }

    [Test]
    public void Links_in_a_circle_end()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(folder["a"], folder["b"]);
        Directory.CreateSymbolicLink(folder["b"], folder["a"]);

        Assert.That(RealPath.Of(folder["a/x.pdf"]), Does.EndWith("x.pdf"));
    }
}
