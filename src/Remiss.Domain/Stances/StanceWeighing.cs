using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>A stance and whether a formula states it (else it is gathered from how the writer judges and wishes).</summary>
internal readonly record struct WeighedStance(StanceReading Reading, bool IsExplicit)
{
    public static WeighedStance None => new(StanceReading.None, false);
}

/// <summary>How the findings of one comment add up to one stance.</summary>
internal static class StanceWeighing
{
    /// <summary>The stance of the findings together.</summary>
    public static WeighedStance Weigh(List<Finding> findings)
    {
        if (findings.Count == 0) return WeighedStance.None;
        Finding? approval = First(findings, f => f.Approves);
        Finding? refusal = First(findings, f => f.Sense == CueSense.Oppose) ?? First(findings, f => f.Sense == CueSense.Doubt);
        Finding? wish = First(findings, f => f.Sense is CueSense.Wish or CueSense.Lack);
        if (refusal is { } against)
        {
            // "Vi tillstyrker förslaget men ifrågasätter nivån" approves with remarks; a welcomed aim alone does not.
            if (approval is { OnIntention: false } before && before.First < against.First && !IsHalfAgreement(before, findings)) return Explicit(Stance.SupportsWithComments, before);
            return Explicit(against.Sense == CueSense.Oppose ? Stance.Opposes : Stance.Doubtful, against);
        }
        if (approval is { } approving)
        {
            bool reserved = findings.Exists(f => f.Sense is CueSense.Wish or CueSense.Lack or CueSense.Emphasis or CueSense.Reserve or CueSense.Partly
                or CueSense.Flaw or CueSense.Worry);
            return Explicit(reserved ? Stance.SupportsWithComments : Stance.Supports, approving);
        }
        if (First(findings, f => f.Sense == CueSense.Abstain) is { } abstains) return Explicit(Stance.Abstains, abstains);
        if (First(findings, f => f.Sense == CueSense.NoRemark) is { } none)
        {
            Finding? remark = First(findings, f => f.First > none.First && f.Sense is CueSense.Wish or CueSense.Lack or CueSense.Flaw);
            return remark is { } wished
                ? Explicit(Stance.SupportsWithComments, wished)
                : Explicit(Stance.NoObjection, none);
        }
        if (findings.Exists(f => f.Sense == CueSense.CannotJudge)) return WeighedStance.None;
        return Gathered(findings, wish);
    }

    // "Vi kan bara delvis instämma i analysen och ifrågasätter slutsatserna": the doubt is what is said.
    private static bool IsHalfAgreement(Finding approval, List<Finding> findings) =>
        approval.Sense == CueSense.Agree && findings.Exists(f => f.Sense == CueSense.Partly && f.First < approval.First);

    private static WeighedStance Gathered(List<Finding> findings, Finding? wish)
    {
        Finding? asked = wish ?? First(findings, f => f.Sense == CueSense.Emphasis);
        if (asked is { } asking) return Implied(Stance.SupportsWithComments, asking);
        Finding? fault = First(findings, f => f.Sense == CueSense.Flaw) ?? First(findings, f => f.Sense == CueSense.Worry);
        Finding? praise = First(findings, f => f.Sense == CueSense.Praise);
        bool partly = findings.Exists(f => f.Sense is CueSense.Partly or CueSense.Reserve);
        if (fault is { } wrong) return Implied(praise is null ? Stance.Doubtful : Stance.SupportsWithComments, wrong);
        return praise is { } good ? Implied(partly ? Stance.SupportsWithComments : Stance.Supports, good) : WeighedStance.None;
    }

    private static Finding? First(List<Finding> findings, Predicate<Finding> wanted)
    {
        int index = findings.FindIndex(wanted);
        return index < 0 ? null : findings[index];
    }

    private static WeighedStance Explicit(Stance stance, Finding finding) => new(new StanceReading(stance, finding.Words), true);

    private static WeighedStance Implied(Stance stance, Finding finding) => new(new StanceReading(stance, finding.Words), false);
}
