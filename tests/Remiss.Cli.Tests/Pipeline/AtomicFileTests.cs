using Remiss.Cli.Pipeline;
using Remiss.Cli.Tests.Support;
using Remiss.Domain.Results;

namespace Remiss.Cli.Tests.Pipeline;

public sealed class AtomicFileTests
{
    [Test]
    public void A_writer_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("ut.pdf", "gammal");

        Result<int> result = AtomicFile.Write<int>(path, stream =>
        {
            stream.WriteByte(1);
            return new Invalid(new Phrase("Nej.", "No."));
        });

        Assert.Multiple(() =>
        {
            Assert.That(result.IsOk, Is.False);
            Assert.That(File.ReadAllText(path), Is.EqualTo("gammal"));
            Assert.That(folder.Files(), Is.EqualTo(new[] { "ut.pdf" }));
        });
    }

    [Test]
    public void A_writer_that_throws_leaves_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write<int>(folder["ut.pdf"], stream =>
        {
            stream.WriteByte(1);
            throw new OperationCanceledException();
        }));

        Assert.That(folder.Files(), Is.Empty);
    }

    [Test]
    public void A_full_disk_is_a_sentence_and_no_exception()
    {
        using var folder = new TemporaryFolder();

        Result<int> result = AtomicFile.Write<int>(folder["ut.pdf"], _ => throw new IOException("No space left on device"));

        Assert.Multiple(() =>
        {
            Assert.That(result.Failure!.Message.Swedish, Does.Contain("ut.pdf kan inte skrivas").And.Contain("No space left on device"));
            Assert.That(folder.Files(), Is.Empty);
        });
    }

    [Test]
    public void Replaces_the_old_file_with_the_whole_new_one()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("ut.pdf", "en gammal och längre");

        AtomicFile.Write(path, "ny"u8.ToArray());

        Assert.That(File.ReadAllText(path), Is.EqualTo("ny"));
    }
}
