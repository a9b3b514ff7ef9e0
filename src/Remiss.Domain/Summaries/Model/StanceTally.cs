using System.Collections.Immutable;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries.Model;

/// <summary>How many of each stance, always in the same order: from support to opposition, then those that take no side.</summary>
internal sealed class StanceTally
{
    public static readonly ImmutableArray<Stance> Order =
    [
        Stance.Supports, Stance.SupportsWithComments, Stance.Doubtful, Stance.Opposes, Stance.NoObjection, Stance.Abstains, Stance.NotStated,
    ];

    private readonly int[] _counts = new int[Order.Length];

    public int Total { get; private set; }

    public int this[Stance stance] => _counts[Place(stance)];

    public void Add(Stance stance)
    {
        _counts[Place(stance)]++;
        Total++;
    }

    public ImmutableArray<StanceCount> Counts => [.. Order.Select(s => new StanceCount(s, this[s]))];

    public IEnumerable<Stance> Present => Order.Where(s => this[s] > 0);

    /// <summary>
    /// The stance of a body with several comments on one thing: the most critical that it states, so
    /// that no opposition disappears behind a kind word.
    /// </summary>
    public static Stance MoreCritical(Stance one, Stance other) => Weight(one) >= Weight(other) ? one : other;

    private static int Weight(Stance stance) => stance switch
    {
        Stance.Opposes => 6,
        Stance.Doubtful => 5,
        Stance.SupportsWithComments => 4,
        Stance.Supports => 3,
        Stance.NoObjection => 2,
        Stance.Abstains => 1,
        _ => 0,
    };

    private static int Place(Stance stance) => Order.IndexOf(stance) is >= 0 and var place ? place : Order.Length - 1;
}
