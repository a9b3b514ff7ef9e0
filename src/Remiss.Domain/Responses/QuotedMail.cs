using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Sets aside the invitation that a mail quotes under its answer: the region's own words are no comment on them.
/// They stay in the text, as what belongs to the page.
/// </summary>
internal static class QuotedMail
{
    /// <summary>With fewer words above it the quoted mail is perhaps a forwarded reply, and is kept.</summary>
    private const int FewestWords = 12;

    private static readonly Regex Begins = Patterns.Of(
        @"^(?:-{2,} ?(?:ursprungligt|vidarebefordrat|original|forwarded) ?(?:meddelande|message)|(?:från|from): ?.{0,200}(?:@|(?:skickat|sent|datum|date):)|(?:den|on) .{5,80}(?:skrev|wrote)\b)");

    public static DocumentText SetAside(DocumentText mail, bool hasAttachments)
    {
        int first = mail.Blocks.Length;
        for (int i = 0; i < mail.Blocks.Length; i++)
        {
            if (!Begins.IsMatch(ReplyText.OneLine(mail.Text, mail.Blocks[i].Span, 300))) continue;
            var above = new TextSpan(0, mail.Blocks[i].Span.Start);
            if (hasAttachments || SentenceForm.WordCount(mail.Text, above, FewestWords) >= FewestWords) first = i;
            break;
        }
        var blocks = mail.Blocks.Select((b, i) => i >= first || mail.Text[b.Span.Start] == '>' ? b with { Kind = BlockKind.PageFurniture, Level = 0, Quoted = true } : b).ToImmutableArray();
        return blocks.SequenceEqual(mail.Blocks) ? mail : mail with { Blocks = blocks };
    }
}
