using Remiss.Domain.References;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>Tells what each passage of a reply does: only those that say something of the matter become comments.</summary>
internal sealed class PassageClassifier(string text, List<Passage> passages)
{
    /// <summary>A longer passage is argument, whatever formula it begins with.</summary>
    private const int LongestFormula = 1500;

    /// <summary>Gives every passage its role and returns where the body begins (the number of passages before it).</summary>
    public int Classify()
    {
        BookmarkTail.Mark(text, passages);
        int body = BodyStart();
        HeadingSort scope = HeadingSort.Topic;
        Passage? leadIn = null;
        for (int i = 0; i < passages.Count; i++)
        {
            Passage passage = passages[i];
            if (passage.Role == PassageRole.Furniture) continue;
            passage.Role = i < body ? BeforeBody(passage) : InBody(i, scope, leadIn);
            if (passage.Role == PassageRole.Heading && passage.Form == BlockKind.Heading) scope = SortOf(passage, i <= body);
            leadIn = passage.Form == BlockKind.ListItem ? leadIn : OpensList(i) ? passage : null;
        }
        TableRows.Mark(text, passages);
        return body;
    }

    public HeadingSort SortOf(Passage heading, bool isFirst) => HeadingSorts.Of(OneLine(heading.Span, 200), isFirst);

    /// <summary>The first passage that is running text, or a heading that opens such: letterhead comes before.</summary>
    private int BodyStart()
    {
        int heading = -1;
        for (int i = 0; i < passages.Count; i++)
        {
            Passage passage = passages[i];
            if (passage.Role == PassageRole.Furniture) continue;
            if (passage.Form == BlockKind.Heading)
            {
                var sort = SortOf(passage, isFirst: true);
                if (heading < 0 && sort is not HeadingSort.Subject && (passage.Stated || sort != HeadingSort.Topic)) heading = i;
                continue;
            }
            bool running = passage.Form is BlockKind.Paragraph or BlockKind.TableCell or BlockKind.ListItem
                && !IsLetterhead(passage) && (SentenceForm.IsSentence(text, passage.Span) || SaysSomething(passage));
            running |= NamesSection(passage);
            if (running) return heading >= 0 ? Math.Min(heading, i) : i;
            if (passage.Form != BlockKind.Heading && !IsLetterhead(passage) && heading >= 0 && passage.Form == BlockKind.ListItem) return heading;
            if (passage.Form is BlockKind.Paragraph && heading >= 0) heading = -1;
        }
        return passages.Count;
    }

    private PassageRole BeforeBody(Passage passage) => passage.Form switch
    {
        BlockKind.PageFurniture or BlockKind.ContentsEntry => PassageRole.Furniture,
        BlockKind.Heading => PassageRole.Heading,
        _ => ReplyFormulas.IsTemplateResidue(OneLine(passage.Span, 200)) && passage.Span.Length < 60 ? PassageRole.Furniture : PassageRole.Formality,
    };

    private PassageRole InBody(int i, HeadingSort scope, Passage? leadIn)
    {
        Passage passage = passages[i];
        switch (passage.Form)
        {
            case BlockKind.PageFurniture or BlockKind.ContentsEntry:
                return PassageRole.Furniture;
            case BlockKind.Footnote:
                return PassageRole.Background;
            case BlockKind.Heading:
                return IsSpokenHeading(passage) ? ByWords(passage, scope) : OpensList(i) && IsClause(passage) ? PassageRole.LeadIn : PassageRole.Heading;
        }
        if (scope == HeadingSort.Formality) return PassageRole.Formality;
        if (passage.Form == BlockKind.ListItem)
        {
            if (leadIn is { Role: PassageRole.Background or PassageRole.Formality } above) return SaysSomething(passage) ? PassageRole.Body : above.Role;
            return ByWords(passage, scope);
        }
        if (IsLetterhead(passage) || ReplyFormulas.IsTemplateResidue(OneLine(passage.Span, 200))) return PassageRole.Formality;
        if (!SentenceForm.IsSentence(text, passage.Span) && !OpensList(i)) return ByForm(i, scope);
        PassageRole role = ByWords(passage, scope);
        return role is PassageRole.Body or PassageRole.Courtesy && OpensList(i) && IsBareLeadIn(passage) ? PassageRole.LeadIn : role;
    }

    /// <summary>Words without a sentence's end: a title, a name under the reply, or a comment that left out its full stop.</summary>
    private PassageRole ByForm(int i, HeadingSort scope)
    {
        Passage passage = passages[i];
        int words = SentenceForm.WordCount(text, passage.Span, 13);
        if (SaysSomething(passage) || words > 12) return ByWords(passage, scope);
        if (NamesSection(passage)) return PassageRole.Heading;
        if (passage.Form == BlockKind.TableCell) return words >= 4 ? PassageRole.Body : PassageRole.Heading;
        bool opensText = i + 1 < passages.Count && passages[i + 1].Form is BlockKind.Paragraph or BlockKind.ListItem && SentenceForm.IsSentence(text, passages[i + 1].Span);
        return opensText && text[passage.Span.End - 1] != ',' && words > 0 && char.IsUpper(text[passage.Span.Start]) ? PassageRole.Heading : PassageRole.Formality;
    }

    private PassageRole ByWords(Passage passage, HeadingSort scope)
    {
        if (scope == HeadingSort.Formality) return PassageRole.Formality;
        if (passage.Span.Length > LongestFormula) return PassageRole.Body;
        // A point is what its lead-in makes it; on its own it may well begin as a mandate does.
        if (passage.Form == BlockKind.ListItem) return ReplyFormulas.IsFormality(OneLine(passage.Span, 600)) ? PassageRole.Formality : PassageRole.Body;
        int courtesy = 0, formality = 0, background = 0, others = 0;
        bool opinion = false, retelling = false;
        foreach (TextSpan span in SentenceForm.Sentences(text, passage.Span))
        {
            string sentence = OneLine(span, 600);
            bool guides = ReplyFormulas.IsGuide(sentence);
            if (guides) passage.IsGuide = true;
            if (ReplyFormulas.IsFormality(sentence)) formality++;
            else if (ReplyFormulas.IsFarewell(sentence)) courtesy++;
            else if (guides || ReplyFormulas.IsCourtesy(sentence))
            {
                courtesy++;
                // A guide names its subjects with the words of a stance ("faktorer som saknas i förslaget"); thanks do not.
                opinion |= (!guides || sentence.Contains(" men ", StringComparison.Ordinal)) && Stance(span) is { Stance: not Stances.Stance.NotStated };
            }
            else if ((ReplyFormulas.IsBackground(sentence) || (retelling && ReplyFormulas.GoesOnRetelling(sentence))) && !ReplyFormulas.IsOpinion(sentence))
            {
                background++;
                retelling = true;
            }
            else
            {
                others++;
                // Who names a place in the document speaks of it, also where the heading promises only background.
                opinion |= (scope == HeadingSort.Background && ReferenceGrammar.Parse(text, span).Length > 0) || ReplyFormulas.IsOpinion(sentence) || Stance(span) is { Stance: not Stances.Stance.NotStated };
            }
        }
        if (opinion) return PassageRole.Body;
        if (scope == HeadingSort.Background) return PassageRole.Background;
        if (formality > 0 && others <= formality) return PassageRole.Formality;
        if (courtesy > 0 && others <= courtesy + (passage.IsGuide ? 1 : 0)) return PassageRole.Courtesy;
        return background > 0 && others <= background + 1 ? PassageRole.Background : PassageRole.Body;
    }

    private StanceReading Stance(TextSpan span) => StanceReader.Read(text, span, default);

    private bool SaysSomething(Passage passage) =>
        passage.Span.Length is >= 8 and <= LongestFormula && Stance(passage.Span) is { Stance: not Stances.Stance.NotStated }
        && (SentenceForm.WordCount(text, passage.Span, 3) >= 2 || text[passage.Span.End - 1] == '.') && !HeadingSorts.IsSubject(OneLine(passage.Span, 200));

    /// <summary>A line that is a section's number or name and so a heading, whatever its form: <c>Avsnitt 3.1</c> in a table's cell.</summary>
    private bool NamesSection(Passage passage) =>
        passage.Form != BlockKind.ListItem && passage.Span.Length <= 120 && !SentenceForm.IsSentence(text, passage.Span)
        && ReferenceGrammar.Parse(text, passage.Span) is [{ Kind: ReferenceKind.Section or ReferenceKind.Item } first, ..] && first.Span.Start == passage.Span.Start;

    private bool IsLetterhead(Passage passage)
    {
        if (passage.Span.Length > 400) return false;
        string line = OneLine(passage.Span, 400);
        return ReplyFormulas.IsContact(line) && !(passage.Span.Length > 120 && SentenceForm.IsSentence(text, passage.Span));
    }

    /// <summary>An answer that only looks like a heading: <c>Kommunen tillstyrker förslaget.</c>, or <c>Inga synpunkter</c> alone on its line.</summary>
    private bool IsSpokenHeading(Passage passage)
    {
        if (passage.Stated || passage.Span.Length > 200) return false;
        Stance stance = Stance(passage.Span).Stance;
        if (stance is Stances.Stance.NoObjection or Stances.Stance.Abstains) return SentenceForm.WordCount(text, passage.Span, 9) <= 8;
        return stance != Stances.Stance.NotStated && text[passage.Span.End - 1] == '.' && SentenceForm.WordCount(text, passage.Span, 5) >= 4;
    }

    private bool OpensList(int i)
    {
        if (passages[i].Form is not (BlockKind.Paragraph or BlockKind.Heading)) return false;
        int next = i + 1;
        while (next < passages.Count && passages[next].Form == BlockKind.PageFurniture) next++;
        return next < passages.Count && passages[next].Form == BlockKind.ListItem;
    }

    private bool IsClause(Passage passage)
    {
        string words = OneLine(passage.Span, 200);
        return EndsOpen(words) || ReplyFormulas.IsCourtesy(words);
    }

    private static bool EndsOpen(string words) => words.TrimEnd(':', ' ').EndsWith(" att", StringComparison.OrdinalIgnoreCase);

    private bool IsBareLeadIn(Passage passage)
    {
        var sentences = SentenceForm.Sentences(text, passage.Span);
        if (sentences.Count > 1) return false;
        string words = OneLine(passage.Span, 300);
        if (EndsOpen(words)) return true;
        if (words.Contains(" men ", StringComparison.Ordinal)) return false;
        return ReplyFormulas.IsCourtesy(words) || words.Contains("följande", StringComparison.OrdinalIgnoreCase)
            // A second clause says something of its own: "Kommunen stödjer ambitionerna och vill lyfta behovet av:".
            || (words.EndsWith(':') && SentenceForm.WordCount(text, passage.Span, 10) <= (words.Contains(" och ", StringComparison.Ordinal) ? 6 : 8));
    }

    private string OneLine(TextSpan span, int most) => ReplyText.OneLine(text, span, most);
}

/// <summary>Small helps on a reply's text.</summary>
internal static class ReplyText
{
    /// <summary>The run on one line, cut at <paramref name="most"/> characters, words broken at a line's end joined.</summary>
    public static string OneLine(string text, TextSpan span, int most)
    {
        var line = new System.Text.StringBuilder();
        int end = Math.Min(span.End, span.Start + most);
        for (int i = span.Start; i < end; i++)
        {
            char c = text[i];
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }
}
