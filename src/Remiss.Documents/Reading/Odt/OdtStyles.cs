using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Odt;

/// <summary>One paragraph or text style of an ODT, as far as it says what a paragraph is.</summary>
internal sealed class OdtStyle
{
    public string? Parent { get; set; }

    public string? DisplayName { get; set; }

    public int? OutlineLevel { get; set; }

    public string? ListStyle { get; set; }

    public bool? IsBold { get; set; }

    public bool? IsHidden { get; set; }

    /// <summary>In points.</summary>
    public double? Size { get; set; }

    public bool StartsPage { get; set; }

    public bool EndsPage { get; set; }
}

/// <summary>One level of a list or of the chapter numbering.</summary>
internal sealed class OdtLevel
{
    public NumberStyle Style { get; set; }

    public string Prefix { get; set; } = "";

    public string Suffix { get; set; } = "";

    public int Start { get; set; } = 1;

    /// <summary>How many levels' numbers are shown.</summary>
    public int Shown { get; set; } = 1;
}

/// <summary>The styles, lists and chapter numbering of an ODT, from both of its parts.</summary>
internal sealed class OdtStyles
{
    public const int Levels = 10;

    /// <summary>The name under which the chapter numbering is kept among the lists.</summary>
    public const string Outline = "\u0001outline";

    private const int MaxChain = 20;

    private readonly Dictionary<string, OdtStyle> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OdtLevel?[]> _lists = new(StringComparer.Ordinal);
    private OdtStyle? _style;
    private OdtLevel?[]? _list;
    private OdtLevel? _level;

    /// <summary>Takes in one element, wherever styles stand.</summary>
    public void Take(PartReader xml)
    {
        switch (xml.Name)
        {
            case "style":
                _style = new OdtStyle
                {
                    Parent = xml.Attribute("parent-style-name"),
                    DisplayName = xml.Attribute("display-name"),
                    OutlineLevel = xml.Number("default-outline-level"),
                    ListStyle = xml.Attribute("list-style-name"),
                    StartsPage = !string.IsNullOrEmpty(xml.Attribute("master-page-name")),
                };
                if (xml.Attribute("name") is { } name) _styles[name] = _style;
                break;
            case "paragraph-properties" when _style is not null:
                _style.StartsPage |= xml.Attribute("break-before") == "page";
                _style.EndsPage |= xml.Attribute("break-after") == "page";
                break;
            case "text-properties" when _style is not null && _level is null: TakeText(xml, _style); break;
            case "list-style" or "outline-style":
                (_list, _level, _style) = (new OdtLevel?[Levels], null, null);
                _lists[xml.Name == "outline-style" ? Outline : xml.Attribute("name") ?? ""] = _list;
                break;
            case "list-level-style-number" or "outline-level-style" or "list-level-style-bullet" or "list-level-style-image" when _list is not null:
                _level = Level(xml);
                _list[Math.Clamp((xml.Number("level") ?? 1) - 1, 0, Levels - 1)] = _level;
                break;
        }
        if (xml.Name is "style") _level = null;
    }

    public OdtLevel?[]? List(string? name) => name is not null && _lists.TryGetValue(name, out OdtLevel?[]? list) ? list : null;

    /// <summary>The style and those it inherits from, with their names, itself first.</summary>
    public IEnumerable<(string Name, OdtStyle Style)> Chain(string? name)
    {
        for (int i = 0; i < MaxChain && name is not null && _styles.TryGetValue(name, out OdtStyle? style); i++)
        {
            yield return (name, style);
            name = style.Parent;
        }
    }

    public T? Find<T>(string? name, Func<OdtStyle, T?> property)
        where T : struct
    {
        foreach ((_, OdtStyle style) in Chain(name))
        {
            if (property(style) is { } value) return value;
        }
        return null;
    }

    private static void TakeText(PartReader xml, OdtStyle style)
    {
        if (xml.Attribute("font-weight") is { } weight) style.IsBold = weight is "bold" or "600" or "700" or "800" or "900";
        if (xml.Attribute("display") is { } display) style.IsHidden = display == "none";
        if (xml.Attribute("font-size") is { } size && size.EndsWith("pt", StringComparison.Ordinal)
            && double.TryParse(size.AsSpan(0, size.Length - 2), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double points)
            && double.IsFinite(points))
        {
            style.Size = points;
        }
    }

    private static OdtLevel Level(PartReader xml)
    {
        string? format = xml.Attribute("num-format");
        return new OdtLevel
        {
            Prefix = xml.Attribute("num-prefix") ?? "",
            Suffix = xml.Attribute("num-suffix") ?? "",
            Start = xml.Number("start-value") ?? 1,
            Shown = Math.Clamp(xml.Number("display-levels") ?? 1, 1, Levels),
            Style = xml.Name is "list-level-style-bullet" or "list-level-style-image" ? NumberStyle.Bullet : format switch
            {
                "1" => NumberStyle.Decimal,
                "a" => NumberStyle.LowerLetter,
                "A" => NumberStyle.UpperLetter,
                "i" => NumberStyle.LowerRoman,
                "I" => NumberStyle.UpperRoman,
                _ => NumberStyle.None,
            },
        };
    }
}

/// <summary>Counts the automatic numbers of one list or of the chapters.</summary>
internal sealed class OdtCounter(OdtLevel?[] levels)
{
    private readonly int?[] _numbers = new int?[OdtStyles.Levels];

    public void Restart() => Array.Clear(_numbers);

    /// <summary>Counts one item, and gives its label and kind; null where the level is not defined.</summary>
    public (string Label, NumberStyle Style)? Next(int level, int? start)
    {
        level = Math.Clamp(level, 0, OdtStyles.Levels - 1);
        if (levels[level] is not { } definition) return null;
        _numbers[level] = start ?? (_numbers[level] is { } number ? number + 1 : definition.Start);
        for (int i = level + 1; i < OdtStyles.Levels; i++) _numbers[i] = null;
        if (definition.Style == NumberStyle.Bullet) return ("•", NumberStyle.Bullet);
        if (definition.Style == NumberStyle.None) return (definition.Prefix.Trim() + definition.Suffix.Trim(), NumberStyle.None);
        var numbers = new List<string>();
        for (int i = Math.Max(0, level - definition.Shown + 1); i <= level; i++)
        {
            if (levels[i] is { } upper && NumberFormat.Write(_numbers[i] ?? upper.Start, upper.Style) is { Length: > 0 } written) numbers.Add(written);
        }
        return ((definition.Prefix + string.Join('.', numbers) + definition.Suffix).Trim(), definition.Style);
    }
}
