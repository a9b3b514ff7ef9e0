using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

/// <summary>Reads the words after <c>under rubriken</c>, <c>i avsnittet om</c>, <c>kapitlet som behandlar</c> as a possible title.</summary>
internal sealed class TitlePhrases(string text, List<Token> tokens)
{
    private const int MaxWords = 14;
    private const int MaxQuoted = 200;

    /// <summary>Words that end a title that is not quoted, since a title seldom holds them and a clause does.</summary>
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase)
    {
        "bör", "ska", "skall", "är", "var", "saknas", "saknar", "anser", "kan", "behöver", "behövs", "finns", "anges", "framgår", "beskrivs",
        "föreslås", "föreslår", "har", "vill", "menar", "ser", "skulle", "måste", "lyfts", "nämns", "där", "vilket", "vilken", "samtidigt",
        "blir", "ger", "tar", "tas", "står", "skriver", "redovisas", "uppger", "instämmer", "tillstyrker", "avstyrker", "delar", "noterar",
    };

    public bool TryRead(int i, ReferenceWord word, out SectionReference? reference, out int end)
    {
        reference = null;
        end = i + 1;
        int at = i + 1;
        if (at >= tokens.Count || tokens[at].LinesBefore > 1) return false;
        bool introduced = word.Definite && SkipIntroduction(ref at);
        if (at >= tokens.Count) return false;
        if (IsQuote(at)) return TryQuoted(i, at, word, out reference, out end);
        bool named = word.Definite && tokens[at].Kind == TokenKind.Word && char.IsUpper(text[tokens[at].Start]) && tokens[at].LinesBefore < 2;
        if (!introduced && !named) return false;
        var phrase = new StringBuilder();
        int last = at;
        for (; last < tokens.Count && last - at < MaxWords * 2; last++)
        {
            Token token = tokens[last];
            if (token.LinesBefore > 1) break;
            // A title may hold a comma; where the sentence went on after it, the longest title that fits decides.
            if (token.Kind == TokenKind.Mark && !IsMark(last, '-', '–', '/', '&', ',')) break;
            if (last > at && token.Kind == TokenKind.Word && Stops.Contains(Tokens.Text(text, token).ToString())) break;
            if (token.SpaceBefore && phrase.Length > 0) phrase.Append(' ');
            phrase.Append(Tokens.Text(text, token));
        }
        if (last == at) return false;
        reference = Make(i, last, word, phrase.ToString(), quoted: false);
        // Only the introducing word is used up: what follows may hold references of its own.
        end = at;
        return true;
    }

    /// <summary>Steps over <c>om</c>, <c>som rör</c>, <c>som handlar om</c>, <c>kring</c>.</summary>
    private bool SkipIntroduction(ref int at)
    {
        if (Tokens.Is(text, tokens[at], "om", "kring", "rörande", "angående", "gällande"))
        {
            at++;
            return true;
        }
        if (!Tokens.Is(text, tokens[at], "som") || at + 1 >= tokens.Count) return false;
        if (!Tokens.Is(text, tokens[at + 1], "behandlar", "rör", "gäller", "handlar", "avser", "beskriver", "tar", "heter", "berör")) return false;
        at += 2;
        if (at < tokens.Count && Tokens.Is(text, tokens[at], "om", "upp")) at++;
        return true;
    }

    private bool TryQuoted(int i, int open, ReferenceWord word, out SectionReference? reference, out int end)
    {
        reference = null;
        end = i + 1;
        for (int close = open + 1; close < tokens.Count && tokens[close].Start - tokens[open].Start < MaxQuoted; close++)
        {
            if (tokens[close].LinesBefore > 1) return false;
            if (!IsQuote(close)) continue;
            if (close == open + 1) return false;
            string phrase = string.Join(' ', text[tokens[open].End..tokens[close].Start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            reference = Make(i, close + 1, word, phrase, quoted: true);
            end = close + 1;
            return true;
        }
        return false;
    }

    private SectionReference Make(int first, int end, ReferenceWord word, string phrase, bool quoted) =>
        new(TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End), ReferenceKind.Title, word.Ground, []) { Title = phrase, Quoted = quoted };

    private bool IsQuote(int i) => IsMark(i, '”', '"', '“', '»', '«', '’', '\'', '„');

    private bool IsMark(int i, params ReadOnlySpan<char> marks) => Tokens.IsMark(text, tokens[i], marks);
}
