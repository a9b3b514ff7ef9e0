using System.Collections.Immutable;

namespace Remiss.Cli.Evaluation;

/// <summary>How well sections are found by wording alone, on annotated comments. In camel case it is the form of <c>--json</c>.</summary>
/// <param name="Accept">The confidence from which a suggestion counts as accepted.</param>
/// <param name="All">Over all comments.</param>
/// <param name="Long">Over those of <see cref="TopicEvaluation.LongFrom"/> words or more.</param>
/// <param name="Comments">Each comment with its ranking, in the order of the file.</param>
/// <param name="Teaching">What teaching by half of the sections does for the other half; null where there is but one comment.</param>
internal sealed record TopicReport(
    double Accept, TopicFigures All, TopicFigures Long, ImmutableArray<TopicComment> Comments, TeachingFigures? Teaching);

/// <summary>Figures over the hidden halves of several splits, each comment once per split that hides it.</summary>
/// <param name="Splits">How many times the comments were split, each time in another way.</param>
/// <param name="Untaught">The hidden comments ranked by the document alone.</param>
/// <param name="Taught">The same comments, when the sections of the visible half were confirmed.</param>
internal sealed record TeachingFigures(int Splits, TopicFigures Untaught, TopicFigures Taught);

/// <summary>Shares from 0 to 1 over a group of comments; all 0 where the group is empty.</summary>
/// <param name="Count">How many comments there are.</param>
/// <param name="Top1">The share whose section is ranked first.</param>
/// <param name="Top3">The share whose section is among the first three.</param>
/// <param name="Coverage">The share whose first suggestion is accepted.</param>
/// <param name="Precision">The share of those accepted that are right; 0 where none is, as the coverage then tells.</param>
internal sealed record TopicFigures(int Count, double Top1, double Top3, double Coverage, double Precision);

/// <summary>One comment, its section by the annotation, and the sections as ranked, best first.</summary>
internal sealed record TopicComment(string Text, string Gold, ImmutableArray<RankedSection> Ranked);

/// <summary>A section in a ranking; its title stands in for the number where it has none.</summary>
internal sealed record RankedSection(string Number, double Confidence);
