using System.Collections.Immutable;
using Remiss.Cli.Evaluation;

namespace Remiss.Cli.Json;

/// <summary>Precision, recall and their harmonic mean.</summary>
internal sealed record ScoreJson(double Precision, double Recall, double F1)
{
    public static ScoreJson Of(Score score) => new(score.Precision, score.Recall, score.F1);
}

/// <summary>How well annotated replies were read, for machines.</summary>
internal sealed record GoldJson(
    int Replies, ScoreJson Segmentation, ScoreJson Explicit, ScoreJson All, double Stance, double OverallStance,
    int LedgerHoles, ImmutableArray<GoldDifference> Differences)
{
    public static GoldJson Of(GoldReport report) => new(
        report.Replies, ScoreJson.Of(report.Segmentation), ScoreJson.Of(report.Explicit), ScoreJson.Of(report.All),
        report.Stance.Value, report.OverallStance.Value, report.LedgerHoles, report.Differences);
}
