using System.Net;
using System.Text;

namespace Remiss.Documents.Reading.Mail;

/// <summary>
/// Reduces an HTML mail to its text: paragraphs, line breaks, points and table rows stay; scripts,
/// styles and everything hidden go. It reads forward once, resolves nothing, and loads nothing.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "section", "article", "dl",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "div", "tr", "li", "dt", "dd", "header", "footer", "address", "form" };

    // Their content is no text of the mail.
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal) { "script", "style", "title", "template", "noscript", "svg", "object", "select" };

    public static string Read(string html)
    {
        var text = new Writer();
        int at = 0;
        bool hasTagEnds = true;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0 || !hasTagEnds) open = html.Length;
            text.Add(html.AsSpan(at, open - at));
            if (open == html.Length) break;
            if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0)
            {
                int end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = end < 0 ? html.Length : end + 3;
                continue;
            }
            if (!IsTag(html, open))
            {
                text.Add("<");
                at = open + 1;
                continue;
            }
            int close = html.IndexOf('>', open);
            if (close < 0)
            {
                hasTagEnds = false;
                at = open + 1;
                continue;
            }
            at = close + 1;
            string name = TagName(html, open + 1, close);
            if (Dropped.Contains(name) && html[close - 1] != '/') at = EndOfDropped(html, name, at);
            else Tag(name, text);
        }
        return text.ToString();
    }

    private static bool IsTag(string html, int open) =>
        open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?');

    private static void Tag(string name, Writer text)
    {
        string plain = name.StartsWith('/') ? name[1..] : name;
        if (plain == "br") text.AddBreak();
        else if (Paragraphs.Contains(plain)) text.Break(2);
        else if (Lines.Contains(plain)) text.Break(1);
        if (name == "li") text.Add("• ");
        if (name is "td" or "th") text.Tab();
    }

    private static string TagName(string html, int start, int end)
    {
        int stop = start;
        while (stop < end && stop - start < 20 && (char.IsAsciiLetterOrDigit(html[stop]) || stop == start && html[stop] == '/')) stop++;
        return html[start..stop].ToLowerInvariant();
    }

    /// <summary>After the closing tag; the end of the text where there is none, as in a browser.</summary>
    private static int EndOfDropped(string html, string name, int from)
    {
        int end = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return html.Length;
        int close = html.IndexOf('>', end);
        return close < 0 ? html.Length : close + 1;
    }

    /// <summary>Folds white space, and holds line breaks back until text comes.</summary>
    private sealed class Writer
    {
        private readonly StringBuilder _text = new();
        private int _breaks;
        private bool _space;
        private bool _tab;

        public void Add(ReadOnlySpan<char> raw)
        {
            if (raw.IsEmpty) return;
            string decoded = raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw.ToString();
            foreach (char c in decoded)
            {
                if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
                {
                    _space = true;
                    continue;
                }
                Separate();
                _text.Append(c);
            }
        }

        /// <summary>One line break more, up to a blank line.</summary>
        public void AddBreak() => Break(_breaks + 1);

        /// <summary>At least so many line breaks before the next text.</summary>
        public void Break(int lines)
        {
            _breaks = Math.Min(2, Math.Max(_breaks, lines));
            (_space, _tab) = (false, false);
        }

        public void Tab() => _tab = true;

        public override string ToString() => _text.ToString();

        private void Separate()
        {
            if (_text.Length > 0)
            {
                if (_breaks > 0) _text.Append('\n', _breaks);
                else if (_tab) _text.Append('\t');
                else if (_space && !char.IsWhiteSpace(_text[^1])) _text.Append(' ');
            }
            (_breaks, _space, _tab) = (0, false, false);
        }
    }
}
