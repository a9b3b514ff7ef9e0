using System.Text;
using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Docx;

/// <summary>One level of a numbering definition.</summary>
internal sealed class DocxNumberingLevel
{
    public int Start { get; set; } = 1;

    public NumberStyle Style { get; set; } = NumberStyle.Decimal;

    /// <summary>The pattern with %1 for the first level's number and so on.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>The level writes all numbers of its pattern as digits.</summary>
    public bool IsLegal { get; set; }

    /// <summary>The paragraph style that is bound to the level.</summary>
    public string? ParagraphStyle { get; set; }
}

/// <summary>
/// The automatic numbers of a DOCX, counted paragraph by paragraph as Word counts them, so that a
/// heading that Word shows as <c>3.1</c> is read as <c>3.1</c>.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, DocxNumberingLevel?[]> _abstracts = [];
    private readonly Dictionary<int, string> _styleLinks = [];
    private readonly Dictionary<int, Instance> _instances = [];
    private readonly Dictionary<int, int[]> _counters = [];

    public static DocxNumbering Read(SafePackage package, string part)
    {
        var numbering = new DocxNumbering();
        using PartReader? xml = package.OpenXml(part);
        if (xml is null) return numbering;
        DocxNumberingLevel?[]? levels = null;
        DocxNumberingLevel? level = null;
        Instance? instance = null;
        int abstractId = 0, overridden = 0;
        while (xml.Read())
        {
            if (!xml.IsStart) continue;
            switch (xml.Name)
            {
                case "abstractNum":
                    (levels, instance, level) = (new DocxNumberingLevel?[Levels], null, null);
                    abstractId = xml.Number("abstractNumId") ?? -1;
                    numbering._abstracts[abstractId] = levels;
                    break;
                case "num":
                    (instance, levels, level) = (new Instance(), null, null);
                    numbering._instances[xml.Number("numId") ?? -1] = instance;
                    break;
                case "abstractNumId" when instance is not null: instance.Abstract = xml.Number("val") ?? -1; break;
                case "numStyleLink" when levels is not null && xml.Attribute("val") is { } link: numbering._styleLinks[abstractId] = link; break;
                case "lvlOverride": overridden = Clamp(xml.Number("ilvl")); break;
                case "startOverride" when instance is not null: instance.Starts[overridden] = xml.Number("val"); break;
                case "lvl":
                    level = new DocxNumberingLevel();
                    if (levels is not null) levels[Clamp(xml.Number("ilvl"))] = level;
                    else if (instance is not null) instance.Overrides[Clamp(xml.Number("ilvl"))] = level;
                    break;
                default:
                    if (level is not null) ReadLevel(xml, level);
                    break;
            }
        }
        return numbering;
    }

    /// <summary>Follows numberings that are only a link to a style's numbering.</summary>
    public void ResolveStyleLinks(DocxStyles styles)
    {
        foreach ((int id, string style) in _styleLinks)
        {
            if (styles.Find(style, s => s.NumberingId) is { } numId
                && _instances.TryGetValue(numId, out Instance? instance)
                && instance.Abstract != id && _abstracts.TryGetValue(instance.Abstract, out DocxNumberingLevel?[]? levels))
            {
                _abstracts[id] = levels;
            }
        }
    }

    /// <summary>The level that a paragraph style is bound to in a numbering, or null.</summary>
    public int? LevelOfStyle(int numberingId, string? styleId)
    {
        if (styleId is null || !_instances.TryGetValue(numberingId, out Instance? instance)
            || !_abstracts.TryGetValue(instance.Abstract, out DocxNumberingLevel?[]? levels))
        {
            return null;
        }
        int found = Array.FindIndex(levels, l => l?.ParagraphStyle == styleId);
        return found < 0 ? null : found;
    }

    /// <summary>Counts one paragraph and gives its number or bullet as shown; null where the numbering is not defined.</summary>
    public (string Label, NumberStyle Style)? Next(int numberingId, int levelIndex)
    {
        levelIndex = Clamp(levelIndex);
        if (!_instances.TryGetValue(numberingId, out Instance? instance)) return null;
        if (Level(instance, levelIndex) is not { } level) return null;
        int[] counters = Counters(instance);
        if (!instance.IsStarted)
        {
            instance.IsStarted = true;
            for (int i = 0; i < Levels; i++)
            {
                if (instance.Starts[i] is not null) counters[i] = 0;
            }
        }
        counters[levelIndex] = counters[levelIndex] == 0 ? Start(instance, levelIndex) + 1 : counters[levelIndex] + 1;
        for (int i = levelIndex + 1; i < Levels; i++) counters[i] = 0;
        return (Label(instance, level, levelIndex, counters), level.Style);
    }

    /// <summary>A counter holds its number plus one; 0 means not started, since a numbering may start from 0.</summary>
    private int[] Counters(Instance instance)
    {
        if (!_counters.TryGetValue(instance.Abstract, out int[]? counters))
            _counters[instance.Abstract] = counters = new int[Levels];
        return counters;
    }

    private string Label(Instance instance, DocxNumberingLevel level, int levelIndex, int[] counters)
    {
        if (level.Style == NumberStyle.Bullet) return "•";
        var label = new StringBuilder();
        string pattern = level.Pattern;
        for (int i = 0; i < pattern.Length && label.Length < 100; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                label.Append(pattern[i]);
                continue;
            }
            int index = pattern[++i] - '1';
            int number = counters[index] == 0 ? Start(instance, index) : counters[index] - 1;
            NumberStyle style = Level(instance, index)?.Style ?? NumberStyle.Decimal;
            bool asDigits = level.IsLegal && style != NumberStyle.None || style == NumberStyle.Bullet;
            label.Append(NumberFormat.Write(number, asDigits ? NumberStyle.Decimal : style));
        }
        return label.ToString().Trim();
    }

    private int Start(Instance instance, int index) => instance.Starts[index] ?? Level(instance, index)?.Start ?? 1;

    private DocxNumberingLevel? Level(Instance instance, int index) =>
        instance.Overrides[index] ?? (_abstracts.TryGetValue(instance.Abstract, out DocxNumberingLevel?[]? levels) ? levels[index] : null);

    private static int Clamp(int? level) => Math.Clamp(level ?? 0, 0, Levels - 1);

    private static void ReadLevel(PartReader xml, DocxNumberingLevel level)
    {
        switch (xml.Name)
        {
            case "start": level.Start = xml.Number("val") ?? 1; break;
            case "lvlText": level.Pattern = xml.Attribute("val") ?? ""; break;
            case "isLgl": level.IsLegal = xml.IsOn(); break;
            case "pStyle": level.ParagraphStyle = xml.Attribute("val"); break;
            case "numFmt":
                level.Style = xml.Attribute("val") switch
                {
                    "bullet" => NumberStyle.Bullet,
                    "none" => NumberStyle.None,
                    "decimalZero" => NumberStyle.DecimalZero,
                    "lowerLetter" => NumberStyle.LowerLetter,
                    "upperLetter" => NumberStyle.UpperLetter,
                    "lowerRoman" => NumberStyle.LowerRoman,
                    "upperRoman" => NumberStyle.UpperRoman,
                    _ => NumberStyle.Decimal,
                };
                break;
        }
    }

    /// <summary>A numbering in use: its definition and what it overrides.</summary>
    private sealed class Instance
    {
        public int Abstract { get; set; } = -1;

        public bool IsStarted { get; set; }

        public int?[] Starts { get; } = new int?[Levels];

        public DocxNumberingLevel?[] Overrides { get; } = new DocxNumberingLevel?[Levels];
    }
}
