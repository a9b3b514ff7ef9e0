using System.Globalization;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>
/// The page numbers that cross references print. They are known after a first walk, and a number's width may
/// move text; so it is told which references were printed with what, and the walks go on until nothing moves.
/// </summary>
/// <param name="known">Where anchors stood in the walk before.</param>
/// <param name="digits">How many digits to leave room for where a page is not known; in a fixed set, everywhere.</param>
/// <param name="isFixed">Whether every number takes the same room, so that numbers cannot move text.</param>
internal sealed class PageNumbers(IReadOnlyDictionary<string, Place> known, int digits, bool isFixed = false)
{
    private const char FigureSpace = '\u2007';
    private readonly Dictionary<string, int> _printed = new(StringComparer.Ordinal);

    /// <summary>The number to print for a target, or a place holder of the guessed width.</summary>
    public string Reference(Anchor target)
    {
        var text = Known(target) ?? new string('0', digits);
        if (isFixed) text = text.PadLeft(digits, FigureSpace);
        _printed[target.Name] = text.Length;
        return text;
    }

    /// <summary>The number of the page where a target stands, or null.</summary>
    public string? Known(Anchor target) =>
        known.TryGetValue(target.Name, out var place) ? Number(place) : null;

    /// <summary>Whether printing these places instead would take the same room: digits are all equally wide.</summary>
    public bool FitsAsWell(IReadOnlyDictionary<string, Place> found) =>
        isFixed || _printed.All(printed => !found.TryGetValue(printed.Key, out var place) || Number(place).Length == printed.Value);

    private static string Number(Place place) => (place.Page + 1).ToString(CultureInfo.InvariantCulture);
}
