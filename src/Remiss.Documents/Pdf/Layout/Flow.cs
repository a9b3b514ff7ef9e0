using Remiss.Documents.Pdf.Drawing;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>Something that takes its place in the column, on one page or more.</summary>
internal abstract class Flowable
{
    /// <summary>Free height above, dropped at the top of a page.</summary>
    public double Above { get; init; }

    /// <summary>Free height below.</summary>
    public double Below { get; init; }

    /// <summary>Whether it must not be the last thing on a page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether it begins a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>The height that must be free where it begins.</summary>
    public abstract double Head { get; }

    /// <summary>Its whole height.</summary>
    public abstract double Whole { get; }

    /// <summary>Takes its place from <see cref="Flow.Y"/> on, over as many pages as it needs.</summary>
    public abstract void Place(Flow flow);
}

/// <summary>Ends the page.</summary>
internal sealed class PageEnd : Flowable
{
    public override double Head => 0;

    public override double Whole => 0;

    public override void Place(Flow flow)
    {
    }
}

/// <summary>
/// Fills page after page. The same walk measures (without a painter: only where things come to stand)
/// and draws, so that both always agree.
/// </summary>
internal sealed class Flow(Painter? painter, Action<int>? onPage)
{
    private const int LongestChain = 12;

    private readonly List<Flowable> _chain = [];
    private double _below;

    /// <summary>Draws; null while measuring.</summary>
    public Painter? Painter => painter;

    /// <summary>Where anchors were met.</summary>
    public Dictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The page at hand, from 0; -1 before the first.</summary>
    public int Page { get; private set; } = -1;

    /// <summary>The height of the next free place.</summary>
    public double Y { get; set; }

    /// <summary>The free height left on the page.</summary>
    public double Remaining => Sheet.Bottom - Y;

    /// <summary>Whether nothing stands on the page yet.</summary>
    public bool IsAtTop => Y <= Sheet.Top + 0.01;

    /// <summary>Lets everything take its place, and returns the number of pages.</summary>
    public int Run(IEnumerable<Flowable> flowables)
    {
        foreach (var flowable in flowables)
        {
            if (flowable.StartsPage || flowable is PageEnd) EndPageFor(flowable);
            if (flowable is PageEnd) continue;
            _chain.Add(flowable);
            if (!flowable.KeepWithNext || _chain.Count >= LongestChain) PlaceChain();
        }

        PlaceChain();
        if (Page < 0) NextPage();
        painter?.EndPage();
        return Page + 1;
    }

    /// <summary>Goes to the top of the next page.</summary>
    public void NextPage() => NextPage(isBare: false);

    private void NextPage(bool isBare)
    {
        painter?.EndPage();
        Page++;
        onPage?.Invoke(Page);
        Y = Sheet.Top;
        _below = 0;
        painter?.BeginPage(Page, isBare);
    }

    /// <summary>Notes that an anchor stands here.</summary>
    public void Note(string? anchor)
    {
        if (anchor is not null) Places.TryAdd(anchor, new Place(Page, Y));
    }

    private void EndPageFor(Flowable next)
    {
        PlaceChain();
        if (Page < 0 || !IsAtTop || next is CoverPage) NextPage(next is CoverPage);
    }

    private void PlaceChain()
    {
        if (_chain.Count == 0) return;
        if (Page < 0) NextPage();
        var needed = 0.0;
        var below = _below;
        for (var i = 0; i < _chain.Count; i++)
        {
            needed += Math.Max(below, _chain[i].Above) + (i + 1 < _chain.Count ? _chain[i].Whole : _chain[i].Head);
            below = _chain[i].Below;
        }

        if (needed > Remaining && !IsAtTop) NextPage();
        foreach (var flowable in _chain)
        {
            var gap = IsAtTop ? 0 : Math.Max(_below, flowable.Above);
            if (gap > 0 && gap + flowable.Head > Remaining) NextPage();
            else Y += gap;
            flowable.Place(this);
            _below = flowable.Below;
        }

        _chain.Clear();
    }
}
