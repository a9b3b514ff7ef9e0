namespace Remiss.Application;

/// <summary>Calendar days in Sweden: deadlines are days there, wherever the machine stands.</summary>
public static class SwedishDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The day it is now.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>A moment as clocks in Sweden show it.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The day it is at a moment.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
