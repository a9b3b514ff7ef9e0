using Remiss.Cli.Pipeline;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Pipeline;

public sealed class ReplyFilesTests
{
    [Test]
    public void Takes_subfolders_and_passes_over_what_is_hidden_or_housekeeping()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "b.pdf", "a.txt", "norr/c.eml", ".dold/d.pdf", ".e.pdf", "~$f.docx", "Thumbs.db", "norr/desktop.ini" })
            folder.Write(name, "x");

        var names = ReplyFiles.Find([folder.Path], []).Value.Select(file => file.Name);

        Assert.That(names, Is.EqualTo(new[] { "a.txt", "b.pdf", "norr/c.eml" }));
    }

    [Test]
    public void A_linked_folder_does_not_lead_in_circles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("norr/a.txt", "x");
        Directory.CreateSymbolicLink(folder["norr/runt"], folder.Path);

        Assert.That(ReplyFiles.Find([folder.Path], []).Value, Has.Length.EqualTo(1));
    }

    [Test]
    public void Leaves_out_the_consulted_document_though_it_lies_among_the_replies()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plan.txt", "x");
        folder.Write("svar.txt", "y");

        var names = ReplyFiles.Find([folder.Path], [folder["./plan.txt"]]).Value.Select(file => file.Name);

        Assert.That(names, Is.EqualTo(new[] { "svar.txt" }));
    }

    [Test]
    public void A_missing_path_among_several_is_named()
    {
        using var folder = new TemporaryFolder();

        Assert.That(ReplyFiles.Find([folder.Path, folder["borta"]], []).Failure!.Message.Swedish, Does.Contain("borta finns inte"));
    }
}
