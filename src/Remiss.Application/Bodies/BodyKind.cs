using System.Collections.Frozen;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>What kind of body (remissinstans) it is.</summary>
public enum BodyKind
{
    /// <summary>Kommun; its code is Statistics Sweden's four digits.</summary>
    Municipality,

    /// <summary>Region; its code is the county's two digits.</summary>
    Region,

    /// <summary>Länsstyrelse; its code is the county's two digits.</summary>
    CountyBoard,

    /// <summary>Another state authority (statlig myndighet).</summary>
    StateAuthority,

    /// <summary>University or university college (lärosäte).</summary>
    University,

    /// <summary>Company (företag).</summary>
    Company,

    /// <summary>Association, union or other organisation (förening).</summary>
    Association,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>The kinds in words.</summary>
public static class BodyKinds
{
    private static readonly FrozenDictionary<string, BodyKind> Words = new (string Word, BodyKind Kind)[]
    {
        ("kommun", BodyKind.Municipality), ("municipality", BodyKind.Municipality),
        ("region", BodyKind.Region),
        ("länsstyrelse", BodyKind.CountyBoard), ("countyboard", BodyKind.CountyBoard), ("county board", BodyKind.CountyBoard), ("county administrative board", BodyKind.CountyBoard),
        ("myndighet", BodyKind.StateAuthority), ("statlig myndighet", BodyKind.StateAuthority), ("stateauthority", BodyKind.StateAuthority), ("state authority", BodyKind.StateAuthority),
        ("lärosäte", BodyKind.University), ("universitet", BodyKind.University), ("högskola", BodyKind.University), ("university", BodyKind.University),
        ("företag", BodyKind.Company), ("bolag", BodyKind.Company), ("company", BodyKind.Company),
        ("förening", BodyKind.Association), ("organisation", BodyKind.Association), ("association", BodyKind.Association),
        ("övrig", BodyKind.Other), ("annan", BodyKind.Other), ("other", BodyKind.Other),
    }.ToFrozenDictionary(w => w.Word, w => w.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind that a person names in either language (<c>kommun</c>, <c>County board</c>), or null.</summary>
    public static BodyKind? Parse(string word) => Words.TryGetValue(word.Trim(), out BodyKind kind) ? kind : null;

    /// <summary>What the kind is called.</summary>
    public static Phrase Name(this BodyKind kind) => kind switch
    {
        BodyKind.Municipality => new("kommun", "municipality"),
        BodyKind.Region => new("region", "region"),
        BodyKind.CountyBoard => new("länsstyrelse", "county administrative board"),
        BodyKind.StateAuthority => new("myndighet", "state authority"),
        BodyKind.University => new("lärosäte", "university"),
        BodyKind.Company => new("företag", "company"),
        BodyKind.Association => new("förening", "association"),
        BodyKind.Other => new("övrig", "other"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether the code has the form that the kind's official codes have; kinds without official codes take any short code.</summary>
    public static bool Fits(this BodyKind kind, string code) => kind switch
    {
        BodyKind.Municipality => code.Length == 4 && code.All(char.IsAsciiDigit),
        BodyKind.Region or BodyKind.CountyBoard => code.Length == 2 && code.All(char.IsAsciiDigit),
        _ => code.Length is > 0 and <= 20 && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
    };
}
