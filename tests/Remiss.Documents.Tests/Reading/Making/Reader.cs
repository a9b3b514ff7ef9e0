using System.Text;
using System.Xml;
using Remiss.Documents.Reading;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading.Making;

/// <summary>Reads bytes as the product does, and checks of every text what its type promises.</summary>
internal static class Reader
{
    public static async Task<Result<ReadFile>> TryRead(byte[] bytes, string name = "svar", ReadLimits? limits = null)
    {
        Exception? stumbled = null;
        var reader = new DocumentReader(limits) { Stumbled = e => stumbled = e };
        Result<ReadFile> result = await reader.ReadAsync(new SourceFile(name, bytes), CancellationToken.None);
        // Broken XML and broken packages are damage in the file; anything else is a fault of the reader.
        Assert.That(stumbled, Is.Null.Or.InstanceOf<XmlException>().Or.InstanceOf<InvalidDataException>(), stumbled?.ToString());
        if (result.IsOk)
        {
            Assert.That(result.Value.Texts, Is.Not.Empty, "a file that was read has a text");
            foreach (ReadText text in result.Value.Texts) CheckInvariants(text.Text);
        }
        else
        {
            Assert.That(result.Failure.Message.Swedish, Does.StartWith("Filen ”").And.EndWith("."));
            Assert.That(result.Failure.Message.English, Does.StartWith("The file “").And.EndWith("."));
        }
        return result;
    }

    public static async Task<ReadFile> Read(byte[] bytes, string name = "svar")
    {
        Result<ReadFile> result = await TryRead(bytes, name);
        Assert.That(result.IsOk, Is.True, result.Failure?.Message.Swedish);
        return result.Value;
    }

    public static async Task<DocumentText> ReadOne(byte[] bytes) => (await Read(bytes)).Texts.Single().Text;

    /// <summary>The reason a file is refused, in Swedish.</summary>
    public static async Task<string> Refusal(byte[] bytes, string name = "svar.pdf", ReadLimits? limits = null)
    {
        Result<ReadFile> result = await TryRead(bytes, name, limits);
        Assert.That(result.IsOk, Is.False, "the file was read");
        Assert.That(result.Failure!.Message.Swedish, Does.Contain($"”{name}”"), "the message names the file");
        return result.Failure.Message.Swedish;
    }

    /// <summary>The blocks as lines such as <c>Heading1 Inledning</c>, easy to compare at a glance.</summary>
    public static string[] Outline(DocumentText text) =>
        [.. text.Blocks.Select(b => $"{b.Kind}{(b.Level > 0 ? b.Level : "")} {text.TextOf(b)}")];

    public static string[] Of(DocumentText text, BlockKind kind) =>
        [.. text.Blocks.Where(b => b.Kind == kind).Select(text.TextOf)];

    /// <summary>What <see cref="DocumentText"/> promises.</summary>
    public static void CheckInvariants(DocumentText text)
    {
        Assert.That(TextNormaliser.Normalise(text.Text), Is.EqualTo(text.Text), "the text is normalised");
        int end = 0;
        foreach (TextBlock block in text.Blocks)
        {
            Assert.That(block.Span.Start, Is.GreaterThanOrEqualTo(end), "blocks are in order and apart");
            Assert.That(block.Span.Length, Is.GreaterThan(0), "no block is empty");
            Assert.That(block.Span.End, Is.LessThanOrEqualTo(text.Text.Length), "blocks lie inside the text");
            CheckGap(text.Text[end..block.Span.Start]);
            string own = text.TextOf(block);
            Assert.That(own.Trim(), Is.EqualTo(own), "blocks are trimmed");
            Assert.That(block.Page, Is.EqualTo(text.Pages.PageAt(block.Span.Start)), "a block's page is the map's");
            Assert.That(block.Level > 0, Is.EqualTo(block.Kind is BlockKind.Heading or BlockKind.ListItem), "headings and points have a level");
            end = block.Span.End;
        }
        CheckGap(text.Text[end..]);
        Assert.That(text.Pages.Starts, Is.Ordered.Ascending);
        Assert.That(text.Pages.Starts[0], Is.Zero);
        Assert.That(text.Pages.Starts[^1], Is.LessThanOrEqualTo(text.Text.Length));
    }

    /// <summary>Between blocks stand only white space and at most one mark of a point.</summary>
    private static void CheckGap(string gap)
    {
        string[] words = gap.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.That(string.Join(' ', words), Has.Length.LessThanOrEqualTo(110), "only the mark of a point is left out");
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
