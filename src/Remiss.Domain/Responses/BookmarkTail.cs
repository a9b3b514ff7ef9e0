using Remiss.Domain.References;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// A PDF's bookmarks that extraction put after the text: the headings once more, in order, with nothing under
/// them. Each reader may have marked them; this finds them in any reader's blocks.
/// </summary>
internal static class BookmarkTail
{
    private const int Fewest = 3;

    public static void Mark(string text, List<Passage> passages)
    {
        foreach (Passage passage in passages)
        {
            if (passage.Form == BlockKind.PageFurniture) passage.Role = PassageRole.Furniture;
        }
        var earlier = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            if (passages[i].Span.Length <= 250) earlier.TryAdd(Key(text, passages[i]), i);
        }
        int first = passages.Count;
        int repeats = 0;
        for (int i = passages.Count - 1; i >= 0 && passages[i].Span.Length <= 250; i--)
        {
            if (passages[i].Role == PassageRole.Furniture) continue;
            if (earlier[Key(text, passages[i])] >= i) break;
            repeats++;
            first = i;
        }
        if (repeats < Fewest) return;
        for (int i = first; i < passages.Count; i++) passages[i].Role = PassageRole.Furniture;
    }

    private static string Key(string text, Passage passage) => TitleIndex.Squeeze(passage.Span.In(text));
}
