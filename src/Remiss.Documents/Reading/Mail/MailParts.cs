namespace Remiss.Documents.Reading.Mail;

/// <summary>The parts of a mail by what they are for: the text that is read first, the attachments, and what is only dressing.</summary>
internal sealed class MailParts
{
    public List<MimePart> Texts { get; } = [];

    public List<MimePart> Attachments { get; } = [];

    /// <summary>Inline pictures, contact cards, calendar marks and signatures of the transport.</summary>
    public int SkippedPictures { get; private set; }

    public static MailParts Sort(MimePart root)
    {
        var parts = new MailParts();
        parts.Take(root, isRelated: false);
        return parts;
    }

    private void Take(MimePart part, bool isRelated)
    {
        if (part.MediaType == "multipart/alternative" && part.IsMultipart) TakeAlternative(part);
        else if (part.IsMultipart)
        {
            bool related = part.MediaType == "multipart/related";
            for (int i = 0; i < part.Parts.Count; i++) Take(part.Parts[i], related && i > 0);
        }
        else if (part.IsText && !part.IsAttachment && !isRelated) Texts.Add(part);
        else if (IsDressing(part, isRelated)) SkippedPictures++;
        else if (part.MediaType is not ("application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature"))
        {
            if (!part.MediaType.StartsWith("multipart/", StringComparison.Ordinal)) Attachments.Add(part);
            // A multipart without parts is text that was labelled wrongly, or nothing.
            else if (part.Body.Length > 0) Texts.Add(part);
        }
    }

    /// <summary>The same text in several forms: the plain one, unless it is a stub beside the HTML; and the files that any form brings along.</summary>
    private void TakeAlternative(MimePart part)
    {
        var forms = part.Parts.ConvertAll(p => Sort(p));
        MailParts? plain = forms.Find(f => f.Texts.Count > 0 && f.Texts.TrueForAll(t => t.MediaType == "text/plain"));
        MailParts? rich = forms.FindLast(f => f.Texts.Exists(t => t.MediaType == "text/html"));
        MailParts? chosen = plain ?? rich ?? forms.Find(f => f.Texts.Count > 0);
        if (plain is not null && rich is not null)
        {
            int plainLength = Length(plain), richLength = Length(rich);
            if (plainLength * 4 < richLength && richLength > 200 || plainLength == 0) chosen = rich;
        }
        if (chosen is not null) Texts.AddRange(chosen.Texts);
        foreach (MailParts form in forms)
        {
            Attachments.AddRange(form.Attachments.Where(a => a.MediaType != "text/calendar"));
            SkippedPictures += form.SkippedPictures;
        }
    }

    private static int Length(MailParts form) => form.Texts.Sum(t => MailBodies.Read(t).Trim().Length);

    private static bool IsDressing(MimePart part, bool isRelated)
    {
        if (part.MediaType is "text/vcard" or "text/x-vcard" or "text/calendar" or "text/directory") return true;
        bool isPicture = part.MediaType.StartsWith("image/", StringComparison.Ordinal);
        bool isReferredTo = part.Headers["Content-ID"] is not null;
        // Some programs call a signature's logo an attachment; that the body's own group holds it under an id tells better.
        return isPicture && (part.Disposition.Value == "attachment"
            ? isRelated && isReferredTo
            : isRelated || isReferredTo || part.Disposition.Value == "inline");
    }
}
