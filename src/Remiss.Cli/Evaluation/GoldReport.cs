using System.Collections.Immutable;

namespace Remiss.Cli.Evaluation;

/// <summary>Precision, recall and their harmonic mean, each 0 to 1, with what they were counted from.</summary>
public sealed record Score(double Precision, double Recall, double F1, int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>The score of counts; of nothing against nothing it is 1.</summary>
    public static Score Of(int truePositives, int falsePositives, int falseNegatives)
    {
        double precision = truePositives + falsePositives == 0 ? 1 : (double)truePositives / (truePositives + falsePositives);
        double recall = truePositives + falseNegatives == 0 ? 1 : (double)truePositives / (truePositives + falseNegatives);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Score(Round(precision), Round(recall), Round(f1), truePositives, falsePositives, falseNegatives);
    }

    private static double Round(double value) => Math.Round(value, 4);
}

/// <summary>A share of right answers.</summary>
public sealed record Accuracy(double Value, int Right, int Of)
{
    /// <summary>The share; of none it is 1.</summary>
    public static Accuracy From(int right, int of) => new(of == 0 ? 1 : Math.Round((double)right / of, 4), right, of);
}

/// <summary>One thing that differs from the gold, for a person to look at.</summary>
/// <param name="File">The reply.</param>
/// <param name="What"><c>missed</c>, <c>extra</c>, <c>sections</c>, <c>stance</c> or <c>overallStance</c>.</param>
/// <param name="Gold">What the gold says.</param>
/// <param name="Found">What Remiss says.</param>
/// <param name="Text">The comment's first words.</param>
public sealed record GoldDifference(string File, string What, string Gold, string Found, string Text);

/// <summary>How well replies were read, measured on annotated ones (<c>remiss evaluate</c>).</summary>
public sealed record GoldReport
{
    /// <summary>Replies measured: those with both text and gold.</summary>
    public required int Replies { get; init; }

    /// <summary>Comments found: one to one with the gold's, overlap over union at least one half.</summary>
    public required Score Segmentation { get; init; }

    /// <summary>Section numbers of the gold comments that name them in a heading or in the text.</summary>
    public required Score Explicit { get; init; }

    /// <summary>Sections of all comments, <c>general</c> among them.</summary>
    public required Score All { get; init; }

    /// <summary>Stance of the gold's comments.</summary>
    public required Accuracy Stance { get; init; }

    /// <summary>Stance of the replies as a whole.</summary>
    public required Accuracy OverallStance { get; init; }

    /// <summary>Characters in no ledger span: must be 0.</summary>
    public required int LedgerHoles { get; init; }

    /// <summary>All that differs, reply by reply.</summary>
    public ImmutableArray<GoldDifference> Differences { get; init; } = [];
}
