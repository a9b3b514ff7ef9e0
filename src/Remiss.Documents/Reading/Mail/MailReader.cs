using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Mail;

/// <summary>
/// Reads a mail: its body and each attachment become texts of their own, attached mails included. What
/// cannot be read is named with its reason; pictures of the signature are passed over, in sight.
/// </summary>
internal sealed class MailReader(DocumentReader reader, ReadLimits limits)
{
    private int _depth;
    private int _partsLeft = limits.MaxMailParts;

    public async Task<Result<ReadFile>> ReadAsync(SourceFile file, CancellationToken cancellationToken)
    {
        MimePart root = MimePart.Parse(file.Bytes, file.Name, limits);
        if (root.MediaType == "multipart/encrypted" || IsEncrypted(root)) return Refusals.Encrypted(file.Name);
        MailEnvelope envelope = MailEnvelopes.Read(root.Headers);
        MailParts parts = MailParts.Sort(root);
        var texts = ImmutableArray.CreateBuilder<ReadText>();
        var unread = ImmutableArray.CreateBuilder<UnreadPart>();
        if (Body(parts, file.Name) is { } body)
            texts.Add(new ReadText(envelope.Subject ?? file.Name, body, IsMailBody: true));

        int number = 0;
        foreach (MimePart attachment in parts.Attachments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (_partsLeft-- <= 0) return Refusals.TooManyParts(file.Name, limits.MaxMailParts);
            string name = Name(attachment, number);
            await ReadAttachmentAsync(attachment, name, texts, unread, cancellationToken).ConfigureAwait(false);
        }
        if (texts.Count == 0) return unread.Count == 0 ? Refusals.MailWithoutText(file.Name) : Refusals.MailUnread(file.Name, unread[0].Reason);
        if (parts.SkippedPictures > 0) texts[0] = WithPictureRemark(texts[0], parts.SkippedPictures);
        return new ReadFile(file.Name, SourceFormat.Email, texts.ToImmutable()) { Unread = unread.ToImmutable(), Mail = envelope };
    }

    private async Task ReadAttachmentAsync(
        MimePart part, string name, ImmutableArray<ReadText>.Builder texts, ImmutableArray<UnreadPart>.Builder unread, CancellationToken cancellationToken)
    {
        var file = new SourceFile(name, part.Decoded());
        FileKind kind = IsEncrypted(part) ? FileKind.EncryptedOffice
            : part.MediaType == "message/rfc822" ? FileKind.Email
            : FormatDetector.Detect(file.Bytes, limits);
        switch (kind)
        {
            case FileKind.Email:
                Result<ReadFile> mail = await ReadNestedAsync(file, cancellationToken).ConfigureAwait(false);
                if (mail.IsOk)
                {
                    texts.AddRange(mail.Value.Texts);
                    unread.AddRange(mail.Value.Unread);
                }
                else unread.Add(new UnreadPart(name, mail.Failure));
                break;
            case FileKind.Html:
                if (AsText(HtmlText.Read(part.Text()), name) is { } html) texts.Add(new ReadText(name, html));
                else unread.Add(new UnreadPart(name, Refusals.NoText(name)));
                break;
            default:
                Result<DocumentText> text = await reader.ReadTextAsync(kind, file, cancellationToken).ConfigureAwait(false);
                if (text.IsOk) texts.Add(new ReadText(name, text.Value));
                else unread.Add(new UnreadPart(name, text.Failure));
                break;
        }
    }

    private async Task<Result<ReadFile>> ReadNestedAsync(SourceFile file, CancellationToken cancellationToken)
    {
        if (_depth >= limits.MaxMailDepth) return Refusals.MailTooDeep(file.Name);
        _depth++;
        try
        {
            return await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (ReadRefusedException refused)
        {
            return refused.Failure;
        }
        finally
        {
            _depth--;
        }
    }

    private DocumentText? Body(MailParts parts, string fileName)
    {
        var body = new StringBuilder();
        foreach (MimePart part in parts.Texts)
        {
            string text = MailBodies.Read(part).Trim();
            if (text.Length == 0) continue;
            if (body.Length > 0) body.Append("\n\n");
            body.Append(text);
        }
        return AsText(body.ToString(), fileName);
    }

    private DocumentText? AsText(string raw, string fileName)
    {
        if (raw.Length > limits.MaxTextLength) throw new ReadRefusedException(Refusals.TextTooLong(fileName, limits.MaxTextLength));
        DocumentText text = PlainTextBlocks.Read(raw.Replace('\f', '\n')) with { Format = SourceFormat.Email };
        return text.Blocks.IsEmpty ? null : text;
    }

    private static bool IsEncrypted(MimePart part) =>
        part.MediaType is "application/pkcs7-mime" or "application/x-pkcs7-mime" && (part.Type["smime-type"] ?? "enveloped-data") == "enveloped-data";

    private static string Name(MimePart part, int number)
    {
        if (part.FileName is { } name && MailEnvelopes.Line(name) is { } line) return line;
        if (part.MediaType == "message/rfc822" && MailEnvelopes.Read(MimeHeaders.Parse(part.Decoded(), out _, out _)).Subject is { } subject) return subject;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bilaga {number}");
    }

    private static ReadText WithPictureRemark(ReadText text, int pictures) => text with
    {
        Text = text.Text with
        {
            Remarks = text.Text.Remarks.Add(new Phrase(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Infogade bilder eller kontaktkort i meddelandet har inte lästs: {pictures}."),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Pictures or contact cards set into the message were not read: {pictures}."))),
        },
    };
}
