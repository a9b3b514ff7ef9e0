using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Remiss.Application.Database;

/// <summary>How values stand in the two databases: guids, times and days as text in SQLite, as their own types in SQL Server.</summary>
internal static class DapperTypes
{
    /// <summary>Milliseconds, as both databases keep them; fixed width, so that text sorts as time does.</summary>
    internal const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private const string DayFormat = "yyyy-MM-dd";
    private static readonly TimeHandler Times = new();
    private static readonly DayHandler Days = new();

    /// <summary>Must have run before the first query; repeated calls do no harm.</summary>
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(Times);
        SqlMapper.AddTypeHandler(Days);
        MethodInfo add = typeof(DapperTypes).GetMethod(nameof(AddIdentifier), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (Type type in typeof(DapperTypes).Assembly.GetTypes().Where(t => t.IsValueType && Implements(t)))
            add.MakeGenericMethod(type).Invoke(null, null);
    }

    private static bool Implements(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    private static void AddIdentifier<T>()
        where T : struct, IIdentifier<T> => SqlMapper.AddTypeHandler(new IdentifierHandler<T>());

    private static void Set(IDbDataParameter parameter, Guid value)
    {
        if (parameter is SqliteParameter) parameter.Value = value.ToString().ToUpperInvariant();
        else
        {
            parameter.DbType = DbType.Guid;
            parameter.Value = value;
        }
    }

    /// <summary>Gives a parameter a value in the form its database keeps it; typed ids go in as their guid.</summary>
    internal static void Assign(IDbDataParameter parameter, object value)
    {
        switch (value)
        {
            case Guid guid: Set(parameter, guid); break;
            case DateTimeOffset time: Times.SetValue(parameter, time); break;
            case DateOnly day: Days.SetValue(parameter, day); break;
            case Enum name: parameter.Value = name.ToString(); break;
            case string text when parameter is SqlParameter server:
                // Of two sizes only, so that the server keeps one plan and not one for every length.
                server.Size = text.Length <= 4_000 ? 4_000 : -1;
                server.Value = text;
                break;
            default: parameter.Value = value; break;
        }
    }

    private static Guid GuidOf(object value) => value is Guid guid ? guid : Guid.Parse((string)value, CultureInfo.InvariantCulture);

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => Set(parameter, value);

        public override Guid Parse(object value) => GuidOf(value);
    }

    private sealed class IdentifierHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, IIdentifier<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => Set(parameter, value.Value);

        public override T Parse(object value) => T.From(GuidOf(value));
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqliteParameter) parameter.Value = value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
            else
            {
                if (parameter is SqlParameter server) server.SqlDbType = SqlDbType.DateTime2;
                parameter.Value = new DateTime(value.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Unspecified);
            }
        }

        public override DateTimeOffset Parse(object value) => value is DateTime time
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
            : DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is SqliteParameter) parameter.Value = value.ToString(DayFormat, CultureInfo.InvariantCulture);
            else
            {
                if (parameter is SqlParameter server) server.SqlDbType = SqlDbType.Date;
                parameter.Value = value.ToDateTime(TimeOnly.MinValue);
            }
        }

        public override DateOnly Parse(object value) => value is DateTime time
            ? DateOnly.FromDateTime(time)
            : DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture);
    }
}
