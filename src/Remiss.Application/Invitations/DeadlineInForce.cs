namespace Remiss.Application.Invitations;

/// <summary>The last day that holds for an invited body: the later of its own (anstånd) and the consultation's.</summary>
internal static class DeadlineInForce
{
    /// <summary>The day, of an invitation <c>i</c> and its consultation <c>c</c>; null where neither has one.</summary>
    public const string Sql = "CASE WHEN i.deadline > c.deadline THEN i.deadline ELSE COALESCE(c.deadline, i.deadline) END";
}
