namespace Remiss.Domain.Stances;

/// <summary>A place where a cue's pattern fits: its first and last token, and the tokens it takes up itself.</summary>
internal readonly record struct CueMatch(StanceCue Cue, int First, int Last, int[] Taken);

/// <summary>
/// Finds the cues in a sentence. Patterns are indexed by their first word, gaps are bounded, so the
/// work per word is bounded whatever the text.
/// </summary>
internal static class CueMatcher
{
    private const int IndexedLetters = 3;

    // A gap narrower than this does not reach over a comma.
    private const int WideGap = 4;

    private static readonly Dictionary<string, List<CompiledCue>> ByWord = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, List<CompiledCue>> ByBeginning = new(StringComparer.Ordinal);

    static CueMatcher()
    {
        foreach (StanceCue cue in StanceLexicon.Cues)
        {
            var compiled = new CompiledCue(cue);
            foreach (string word in compiled.Elements[0].Words) Add(ByWord, word, compiled);
            foreach (string beginning in compiled.Elements[0].Beginnings) Add(ByBeginning, beginning[..IndexedLetters], compiled);
        }
    }

    private static void Add(Dictionary<string, List<CompiledCue>> index, string key, CompiledCue cue)
    {
        if (!index.TryGetValue(key, out List<CompiledCue>? cues)) index[key] = cues = [];
        if (!cues.Contains(cue)) cues.Add(cue);
    }

    /// <summary>The cues of a sentence in text order; where two claim a word, the one with more words has it.</summary>
    public static List<CueMatch> Find(List<Token> tokens, Sentence sentence)
    {
        var found = new List<CueMatch>();
        var taken = new List<int>(8);
        for (int i = sentence.First; i < sentence.Last; i++)
        {
            string form = tokens[i].Form;
            if (ByWord.TryGetValue(form, out List<CompiledCue>? exact)) Try(exact, tokens, sentence, i, taken, found);
            if (form.Length >= IndexedLetters && ByBeginning.TryGetValue(form[..IndexedLetters], out List<CompiledCue>? begun))
            {
                Try(begun, tokens, sentence, i, taken, found);
            }
        }
        return WithoutOverlap(found);
    }

    private static void Try(List<CompiledCue> cues, List<Token> tokens, Sentence sentence, int at, List<int> taken, List<CueMatch> found)
    {
        int start = sentence.First;
        foreach (CompiledCue cue in cues)
        {
            if (!cue.Elements[0].Fits(tokens[at].Form) || cue.Elements[0].AtStart && at != start) continue;
            taken.Clear();
            taken.Add(at);
            if (Continue(cue.Elements, 1, tokens, at + 1, sentence.Last, taken)) found.Add(new CueMatch(cue.Cue, at, taken[^1], [.. taken]));
        }
    }

    private static bool Continue(CueElement[] elements, int element, List<Token> tokens, int at, int end, List<int> taken)
    {
        if (element == elements.Length) return true;
        CueElement wanted = elements[element];
        for (int skipped = 0; at + skipped < end; skipped++)
        {
            Token token = tokens[at + skipped];
            if (wanted.Fits(token.Form) && token.Kind == TokenKind.Word)
            {
                taken.Add(at + skipped);
                if (Continue(elements, element + 1, tokens, at + skipped + 1, end, taken)) return true;
                taken.RemoveAt(taken.Count - 1);
            }
            if (skipped >= wanted.Gap || EndsGap(tokens, at + skipped) || token.Kind == TokenKind.Comma && wanted.Gap < WideGap) break;
        }
        return wanted.Optional && Continue(elements, element + 1, tokens, at, end, taken);
    }

    private static bool EndsGap(List<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Break || tokens[at].Form is "att" or "men" or "utan" or "medan" or "eftersom"
        || tokens[at].Form == "som" && !(at > 0 && tokens[at - 1].Form is "framstår" or "anses" or "bedöms" or "uppfattas" or "upplevs");

    private static List<CueMatch> WithoutOverlap(List<CueMatch> found)
    {
        if (found.Count < 2) return found;
        found.Sort(static (a, b) =>
        {
            int byKind = a.Cue.IsGeneric.CompareTo(b.Cue.IsGeneric);
            if (byKind != 0) return byKind;
            int byWords = b.Taken.Length.CompareTo(a.Taken.Length);
            if (byWords != 0) return byWords;
            int byPlace = a.First.CompareTo(b.First);
            if (byPlace != 0) return byPlace;
            int byEnd = a.Last.CompareTo(b.Last);
            return byEnd != 0 ? byEnd : string.CompareOrdinal(a.Cue.Pattern, b.Cue.Pattern);
        });
        var taken = new HashSet<int>();
        var kept = new List<CueMatch>(found.Count);
        foreach (CueMatch match in found)
        {
            if (Array.Exists(match.Taken, taken.Contains)) continue;
            taken.UnionWith(match.Taken);
            kept.Add(match);
        }
        kept.Sort(static (a, b) => a.First.CompareTo(b.First));
        return kept;
    }

    private sealed class CompiledCue
    {
        public CompiledCue(StanceCue cue)
        {
            Cue = cue;
            var elements = new List<CueElement>();
            int gap = 0;
            foreach (string part in cue.Pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.StartsWith("..", StringComparison.Ordinal)) gap = part[2] - '0';
                else
                {
                    var element = new CueElement(part, gap);
                    elements.Add(element);
                    // What may be missing hands its gap on to the word after it.
                    if (!element.Optional) gap = 0;
                }
            }
            Elements = [.. elements];
        }

        public StanceCue Cue { get; }

        public CueElement[] Elements { get; }
    }

    private sealed class CueElement
    {
        public CueElement(string pattern, int gap)
        {
            Gap = gap;
            Optional = pattern.EndsWith('?');
            AtStart = pattern.StartsWith('^');
            string[] words = pattern.TrimStart('^').TrimEnd('?').Split('|');
            Words = [.. words.Where(w => !w.Contains('*', StringComparison.Ordinal))];
            Endings = [.. words.Where(w => w.StartsWith('*')).Select(w => w[1..])];
            Beginnings = [.. words.Where(w => w.EndsWith('*')).Select(w => w[..^1])];
        }

        public int Gap { get; }

        public bool Optional { get; }

        public bool AtStart { get; }

        public HashSet<string> Words { get; }

        public string[] Beginnings { get; }

        public string[] Endings { get; }

        public bool Fits(string form) => Words.Contains(form) || StanceWords.StartsWithAny(form, Beginnings) || Endings.Length > 0 && StanceWords.EndsWithAny(form, Endings);
    }
}
