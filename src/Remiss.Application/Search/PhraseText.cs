using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Application.Search;

/// <summary>
/// A text in the form in which phrases are compared: lower case, one space wherever there is space or a line break, a word
/// that was hyphenated over a line end put together. Knows where each of its characters came from.
/// </summary>
internal sealed class PhraseText
{
    private readonly string _text;
    private readonly ImmutableArray<int> _from;

    private PhraseText(string text, ImmutableArray<int> from) => (_text, _from) = (text, from);

    /// <summary>Whether there is nothing to compare.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>The form of a normalised text.</summary>
    public static PhraseText Of(string normal)
    {
        var text = new StringBuilder(normal.Length);
        var from = ImmutableArray.CreateBuilder<int>(normal.Length);
        for (int at = 0; at < normal.Length; at++)
        {
            char c = normal[at];
            if (c == '-' && AfterBreak(normal, at) is { } next)
            {
                at = next - 1;
                continue;
            }
            if (char.IsWhiteSpace(c))
            {
                if (text.Length == 0 || text[^1] == ' ') continue;
                c = ' ';
            }
            text.Append(char.ToLowerInvariant(c is '–' or '—' ? '-' : c is '’' ? '\'' : c));
            from.Add(at);
        }
        if (text.Length > 0 && text[^1] == ' ') (text.Length, from.Count) = (text.Length - 1, from.Count - 1);
        return new PhraseText(text.ToString(), from.ToImmutable());
    }

    /// <summary>Whether the phrase stands here, not in the middle of a word.</summary>
    public bool Has(PhraseText phrase) => PlacesOf(phrase).Any();

    /// <summary>Where the phrase stands, in the text that this was made of.</summary>
    public IEnumerable<TextSpan> PlacesOf(PhraseText phrase)
    {
        int length = phrase._text.Length;
        for (int at = Next(0); length > 0 && at >= 0; at = Next(at + 1))
        {
            bool begins = at == 0 || !(char.IsLetterOrDigit(_text[at - 1]) && char.IsLetterOrDigit(_text[at]));
            int end = at + length;
            bool ends = end == _text.Length || !(char.IsLetterOrDigit(_text[end]) && char.IsLetterOrDigit(_text[end - 1]));
            if (begins && ends) yield return TextSpan.FromBounds(_from[at], _from[end - 1] + 1);
        }

        int Next(int start) => _text.IndexOf(phrase._text, start, StringComparison.Ordinal);
    }

    // "bredbands-⏎utbyggnad": where the word goes on, or null where the hyphen is one.
    private static int? AfterBreak(string text, int hyphen)
    {
        if (hyphen == 0 || !char.IsLetter(text[hyphen - 1])) return null;
        int next = hyphen + 1;
        bool lineBroke = false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) lineBroke |= text[next++] == '\n';
        return lineBroke && next < text.Length && char.IsLower(text[next]) ? next : null;
    }
}
