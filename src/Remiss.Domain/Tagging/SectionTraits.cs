using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>
/// What kind of section it is by the habits of Swedish public documents. Replies speak of what is
/// proposed and assessed; text of law and its commentary use every word of the matter and would
/// win every ranking, and background is seldom remarked upon.
/// </summary>
/// <param name="Proposes">It announces a proposal.</param>
/// <param name="Assesses">It announces an assessment.</param>
/// <param name="IsOverview">Its title says that it tells of the document or of what lies behind it.</param>
/// <param name="IsBackground">It is an overview or stands in one, and announces nothing.</param>
/// <param name="Weight">What its score is multiplied by.</param>
internal readonly record struct SectionTraits(bool Proposes, bool Assesses, bool IsOverview, bool IsBackground, double Weight)
{
    private const double LawWeight = 0.5;
    private const double BackgroundWeight = 0.8;
    private const double NoTextWeight = 0.9;
    private const double ProposalWeight = 1.2;
    private const int ShortestText = 40;
    private const int MostLevels = 9;

    // A box or run-in heading at the start: "Regeringens förslag:", "Utredningens bedömning:".
    private const int LeadLength = 700;
    private const int WordToColon = 26;

    private static readonly string[] LawTitles =
    [
        "författningskommentar", "specialmotivering", "förslag till lag", "förslaget till lag", "förslag till förordning", "lagtext",
        "lagförslag", "författningsförslag", "upprättat lagförslag", "upprättade lagförslag", "propositionens lagförslag",
        "hemställan", "förslag till riksdagsbeslut",
    ];

    private static readonly string[] BackgroundTitles =
    [
        "gällande rätt", "gällande regler", "nuvarande", "svensk rätt", "inledning", "bakgrund", "sammanfattning", "ärendet och dess beredning",
        "ärendebeskrivning", "allmänt", "innehåll", "förord", "syfte", "utgångspunkter", "referenser", "källor", "ordlista", "läsanvisning", "bilaga",
        "uppdraget", "om dokumentet", "om strategin", "om planen", "om programmet",
    ];

    public static SectionTraits Of(SectionTree document, Section section)
    {
        ReadOnlySpan<char> lead = section.Text.AsSpan(0, Math.Min(section.Text.Length, LeadLength));
        bool proposes = IsAnnounced(lead, "förslag");
        bool assesses = IsAnnounced(lead, "bedömning");
        double weight = 1;
        bool isBackground = false;
        foreach (Section scope in document.SelfAndAncestors(section).Take(MostLevels))
        {
            if (Begins(scope.Title, LawTitles) || IsBareDecision(scope.Title)) weight = Math.Min(weight, LawWeight);
            // A chapter of background may still hold a section that proposes.
            isBackground |= Begins(scope.Title, BackgroundTitles) && (scope.Id == section.Id || !(proposes || assesses));
        }
        if (isBackground) weight = Math.Min(weight, BackgroundWeight);
        if (section.Text.Length < ShortestText) weight *= NoTextWeight;
        if (weight >= NoTextWeight && (proposes || assesses)) weight *= ProposalWeight;
        return new SectionTraits(proposes, assesses, Begins(section.Title, BackgroundTitles), isBackground, weight);
    }

    // The closing formula of a bill; "Beslut om sanktionsavgift" is a matter.
    private static bool IsBareDecision(string title) => title.AsSpan().Trim().Equals("beslut", StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string title, string[] beginnings)
    {
        ReadOnlySpan<char> trimmed = title.AsSpan().TrimStart();
        foreach (string beginning in beginnings)
        {
            if (!trimmed.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) continue;
            if (trimmed.Length == beginning.Length || !char.IsLetter(trimmed[beginning.Length])) return true;
        }
        return false;
    }

    // The word, then at most a few more within the same sentence, then a colon.
    private static bool IsAnnounced(ReadOnlySpan<char> lead, string word)
    {
        while (true)
        {
            int at = lead.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            lead = lead[(at + word.Length)..];
            int stop = lead[..Math.Min(lead.Length, WordToColon)].IndexOfAny('.', ':');
            if (stop >= 0 && lead[stop] == ':') return true;
        }
    }
}
