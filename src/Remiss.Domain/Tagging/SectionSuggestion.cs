using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>A section that a text may concern, judged by its wording alone.</summary>
/// <param name="Section">The section.</param>
/// <param name="Confidence">
/// 0 to 1. Of suggestions that are first in their ranking and at least this sure, about this share or more is
/// right (see <see cref="RankingConfidence"/> for how that was measured).
/// </param>
public readonly record struct SectionSuggestion(Section Section, double Confidence);
