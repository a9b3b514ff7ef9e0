using System.Collections.Immutable;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Summaries.Quoting;

/// <summary>A run of a reply as this summary may print it: a private sender's name, address and telephone are taken out in sight.</summary>
internal static class QuotedText
{
    public static ImmutableArray<string> Paragraphs(ReplyView reply, TextSpan span)
    {
        ImmutableArray<string> paragraphs = Quotation.Paragraphs(reply.Split, span);
        return reply.IsHidden ? [.. paragraphs.Select(p => Hide(reply, p))] : paragraphs;
    }

    public static string OnOneLine(ReplyView reply, TextSpan span) => Hide(reply, Quotation.OnOneLine(reply.Split, span));

    /// <summary>A short piece; numbers of persons are taken out before the cut, so that half of one is not left.</summary>
    public static string Beginning(ReplyView reply, TextSpan span, int limit) =>
        Excerpt.Beginning(PersonalNumbers.Remove(OnOneLine(reply, span)), limit);

    /// <summary>A text about a reply, without what tells who a private sender is.</summary>
    public static string Hide(ReplyView reply, string text)
    {
        if (!reply.IsHidden) return text;
        text = Contacts.RemoveNames(text, reply.Split.Senders.IsDefault ? [] : reply.Split.Senders);
        if (reply.Split.Organisation is { } organisation) text = Contacts.RemoveNames(text, [organisation]);
        return Contacts.Remove(Contacts.RemoveNames(text, [reply.Source.Name]));
    }
}
