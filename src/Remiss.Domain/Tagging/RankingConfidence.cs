namespace Remiss.Domain.Tagging;

/// <summary>What a ranking shows of its own reliability.</summary>
/// <param name="Best">The score of the first section.</param>
/// <param name="Second">The score of the second, 0 where there is none.</param>
/// <param name="WholeWordMargin">
/// By whole words alone, without parts, roots and letter groups: the lead of the first section over the best other,
/// as a share of the higher score; negative where another section is ahead.
/// </param>
/// <param name="Matched">How many different words with a subject the text shares with the first section.</param>
internal readonly record struct RankingEvidence(double Best, double Second, double WholeWordMargin, int Matched);

/// <summary>
/// Turns the evidence of a ranking into a confidence. A logistic model of four signals: how far the first
/// section leads, how much was found at all, on how many words it rests, and whether whole words agree.
/// The coefficients were fitted on remarks to five Swedish bills and checked on two others: of the suggestions at 0.8
/// and above, 86 % were right on the former and 88 % on the latter, about half of all remarks in both.
/// </summary>
internal static class RankingConfidence
{
    private const double Intercept = -2.87;
    private const double Lead = 1.67;
    private const double Strength = 0.63;
    private const double Width = 0.90;
    private const double Agreement = 2.84;

    // The model gives the chance of the single suggestion; a threshold asks about all above it, which
    // are surer than the one that just passes.
    private const double FromSingleToGroup = 0.72;

    private const int EnoughWords = 8;
    private const double MostOnOneWord = 0.5;

    /// <summary>0 to 1.</summary>
    public static double Of(RankingEvidence evidence)
    {
        if (evidence.Matched == 0 || !(evidence.Best > 0)) return 0;
        double lead = Math.Clamp((evidence.Best - Math.Max(0, evidence.Second)) / evidence.Best, 0, 1);
        double logit = Intercept + FromSingleToGroup
            + (Lead * lead)
            + (Strength * Math.Log(1 + evidence.Best))
            + (Width * Math.Min(evidence.Matched, EnoughWords) / EnoughWords)
            + (Agreement * Math.Clamp(evidence.WholeWordMargin, -1, 1));
        double confidence = 1 / (1 + Math.Exp(-logit));
        // One shared word is a coincidence until another confirms it.
        return evidence.Matched == 1 ? Math.Min(confidence, MostOnOneWord) : confidence;
    }
}
