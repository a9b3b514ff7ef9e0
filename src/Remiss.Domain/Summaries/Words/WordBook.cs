using System.Collections.Immutable;
using System.Text;

namespace Remiss.Domain.Summaries.Words;

/// <summary>The words of one summary: the catalogue with what the theme says otherwise.</summary>
internal sealed class WordBook(ImmutableDictionary<string, string> overrides)
{
    /// <summary>A fixed word.</summary>
    public string this[Word word] => overrides.TryGetValue(word.Key, out string? text) ? text : word.Swedish;

    /// <summary>A sentence with its slots filled; a slot that the theme's text lacks is left out, an unknown one stays as it is.</summary>
    public string Say(Word word, params ReadOnlySpan<string> values)
    {
        string text = this[word];
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var said = new StringBuilder(text.Length + 32);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && char.IsAsciiDigit(text[i + 1]) && text[i + 1] - '0' < values.Length)
            {
                said.Append(values[text[i + 1] - '0']);
                i += 2;
            }
            else said.Append(text[i]);
        }
        return said.ToString();
    }

    /// <summary>A sentence in the form that its number asks for; the number is {0}, the rest follow.</summary>
    public string Count(CountedWord word, long number, params ReadOnlySpan<string> values)
    {
        string[] all = [Swedish.Number(number), .. values];
        return Say(number == 1 ? word.One : word.Many, all);
    }
}
