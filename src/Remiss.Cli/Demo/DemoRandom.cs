namespace Remiss.Cli.Demo;

/// <summary>
/// A small generator of our own (SplitMix64), so that a seed gives the same replies on every version
/// of .NET. Never for anything secret.
/// </summary>
internal sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one reply: the same whatever came before it.</summary>
    public static DemoRandom For(int seed, int index) => new(unchecked(((ulong)(uint)seed << 32) ^ (ulong)(uint)index * 0x9E3779B97F4A7C15));

    /// <summary>A number from 0 up to, not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A number of the closed range.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Some of the items in their own order, each at most once.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var chosen = new List<T>();
        for (int i = 0; i < items.Count && chosen.Count < count; i++)
        {
            if (Below(items.Count - i) < count - chosen.Count) chosen.Add(items[i]);
        }
        return chosen;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
