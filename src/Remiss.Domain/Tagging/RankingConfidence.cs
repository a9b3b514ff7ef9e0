namespace Remiss.Domain.Tagging;

/// <summary>What speaks for one place being meant.</summary>
/// <param name="Score">Its score by wording.</param>
/// <param name="Announces">It announces a proposal or an assessment.</param>
/// <param name="IsNamedKind">The text names that kind and not the other.</param>
/// <param name="IsBackground">It tells of what lies behind the proposals, or of the document.</param>
/// <param name="HasParts">It is a chapter whose sections can be meant in its stead.</param>
internal readonly record struct PlaceEvidence(double Score, bool Announces, bool IsNamedKind, bool IsBackground, bool HasParts);

/// <summary>
/// The chance of each place that a text concerns it, beside the chance that it concerns none: a conditional logit
/// model (softmax). Its coefficients were fitted on remarks to six Swedish bills and to an invented strategy with general
/// remarks, each document judged by a model that had not seen it: of what it was sure of (0.8 and above) 93 % was right,
/// and on two bills kept aside 89 %, about half of all remarks.
/// </summary>
internal static class RankingConfidence
{
    private const double PerScore = 0.223;
    private const double PerShareOfBest = 1.72;
    private const double IfAnnounces = 1.49;
    private const double IfNamedKind = 1.36;
    private const double IfBackground = -1.72;
    private const double IfHasParts = -1.86;

    // Speaking for none: a general remark is as long as any, so it grows with the words that some place shares.
    private const double None = 1.9;
    private const double NonePerLogOfMatched = 0.8;

    // The model gives the chance of the single suggestion; a threshold asks about all above it, which
    // are surer than the one that just passes.
    private const double FromSingleToGroup = 0.45;

    /// <summary>How much speaks for the place, as a logarithm of odds.</summary>
    /// <param name="place">The evidence.</param>
    /// <param name="best">The highest score of any place.</param>
    public static double Odds(PlaceEvidence place, double best) =>
        (PerScore * place.Score)
        + (best > 0 ? PerShareOfBest * place.Score / best : 0)
        + (place.Announces ? IfAnnounces : 0)
        + (place.IsNamedKind ? IfNamedKind : 0)
        + (place.IsBackground ? IfBackground : 0)
        + (place.HasParts ? IfHasParts : 0);

    /// <summary>The chance of each place from their odds, 0 to 1, together at most 1.</summary>
    /// <param name="odds">The odds of each.</param>
    /// <param name="mostMatched">The most different words with a subject that the text shares with any place.</param>
    public static double[] Chances(double[] odds, int mostMatched)
    {
        double none = None + (NonePerLogOfMatched * Math.Log(1 + mostMatched));
        double highest = Math.Max(none, odds.Max());
        double sum = Math.Exp(none - highest) + odds.Sum(o => Math.Exp(o - highest));
        return [.. odds.Select(o => Math.Exp(o - highest) / sum)];
    }

    /// <summary>The confidence in the first suggestion by its chance.</summary>
    public static double OfFirst(double chance) => chance >= 1 ? 1 : 1 / (1 + (Math.Exp(-FromSingleToGroup) * (1 - chance) / chance));
}
