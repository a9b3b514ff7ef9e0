using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

internal sealed class ReplyAssemblerTests
{
    private static readonly ReadText Body = new("Svar från Norrvik", PlainTextBlocks.Read("Hej! Bifogat finns vårt svar."), IsMailBody: true);
    private static readonly ReadText Letter = new("svar.txt", PlainTextBlocks.Read("Första sidan.\fAndra sidan tillstyrker."));

    [Test]
    public void The_mails_body_comes_first_and_nothing_is_lost()
    {
        var joined = ReplyAssembler.Join(File(Letter, Body), null);
        Assert.That(joined.Text, Is.EqualTo(Body.Text.Text + "\n\n" + Letter.Text.Text));
        Assert.That(joined.Blocks.Select(joined.TextOf), Is.EqualTo(Body.Text.Blocks.Select(Body.Text.TextOf).Concat(Letter.Text.Blocks.Select(Letter.Text.TextOf))));
        Assert.That(joined.Remarks, Is.Empty);
    }

    [Test]
    public void Pages_go_on_counting()
    {
        var joined = ReplyAssembler.Join(File(Body, Letter), null);
        Assert.That(joined.Pages.Count, Is.EqualTo(3));
        Assert.That(joined.Pages.PageAt(joined.Text.IndexOf("Andra", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(joined.Blocks[^1].Page, Is.EqualTo(3));
    }

    [Test]
    public void The_same_text_twice_counts_once_and_is_said()
    {
        var twin = new ReadText("svar.pdf", PlainTextBlocks.Read("Första sidan. Andra sidan\ntillstyrker."));
        var joined = ReplyAssembler.Join(File(Letter, twin), null);
        Assert.That(joined.Text, Is.EqualTo(Letter.Text.Text));
        Assert.That(joined.Remarks.Single().Swedish, Does.Contain("svar.pdf").And.Contain("svar.txt"));
    }

    [Test]
    public void The_consulted_document_sent_back_is_left_out_in_sight()
    {
        string consulted = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"ord{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"));
        var sentBack = new ReadText("remissversion.docx", PlainTextBlocks.Read(consulted.Replace(" ordb", "\nordb", StringComparison.Ordinal)));
        var joined = ReplyAssembler.Join(File(Letter, sentBack), consulted);
        Assert.That(joined.Text, Is.EqualTo(Letter.Text.Text));
        Assert.That(joined.Remarks.Single().English, Does.Contain("remissversion.docx"));
        Assert.That(ReplyAssembler.Join(File(sentBack), consulted).Text, Is.EqualTo(sentBack.Text.Text), "all that was sent is kept");
    }

    [Test]
    public void The_invitation_that_a_mail_quotes_is_no_comment()
    {
        var mail = new ReadText("Sv: Remiss", PlainTextBlocks.Read(
            "Norrviks kommun tillstyrker planen i sin helhet och ser fram emot att delta i arbetet.\n\nFrån: region@mittsund.example\nSkickat: den 3 mars 2031\n\nVi anser att planen är viktig och bör besvaras.\n"), IsMailBody: true);
        var split = ResponseSplitter.Split(ReplyAssembler.Join(File(mail), null));
        Assert.That(Replies.Comments(split), Has.Length.EqualTo(1));
        Assert.That(Replies.KindAt(split, "Vi anser"), Is.EqualTo(LedgerKind.PageFurniture));
    }

    [Test]
    public void A_forwarded_reply_is_kept()
    {
        var mail = new ReadText("Vb: Svar", PlainTextBlocks.Read("Se nedan.\n\nFrån: norrvik@kommun.example\nSkickat: den 3 mars 2031\n\nVi anser att planen bör kortas.\n"), IsMailBody: true);
        Assert.That(Replies.Comments(ResponseSplitter.Split(ReplyAssembler.Join(File(mail), null))), Does.Contain("Vi anser att planen bör kortas."));
    }

    private static ReadFile File(params ReadText[] texts) => new("mail.eml", SourceFormat.Email, [.. texts]);
}
