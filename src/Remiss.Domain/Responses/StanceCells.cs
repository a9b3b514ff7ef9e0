using System.Text.RegularExpressions;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Responses;

/// <summary>Reads a table's cell that holds a stance and nothing else: <c>Tillstyrker med synpunkter</c>.</summary>
internal static class StanceCells
{
    private static readonly (Regex Form, Stance Stance)[] Forms =
    [
        (Patterns.Of(@"^(?:tillstyrk(?:er|s|es|an|t)|stöd(?:er|jer|s|js)|bifall(?:er|s)?|instämmer|positiv\p{L}?)$"), Stance.Supports),
        (Patterns.Of(@"^(?:(?:tillstyrk(?:er|s|es|an|t)|stöd(?:er|jer|s|js)|instämmer|positiv\p{L}?),? (?:delvis|i huvudsak|i stort|(?:med|men|under förutsättning) ?.{0,60})|(?:delvis|i huvudsak|i stort)(?: (?:tillstyrk\p{L}+|positiv\p{L}?))?)$"), Stance.SupportsWithComments),
        (Patterns.Of(@"^(?:tveksam\p{L}*|tvekan|frågande)$"), Stance.Doubtful),
        (Patterns.Of(@"^(?:avstyrk(?:er|s|es|an|t)|avvisar|avslag|motsätter sig|negativ\p{L}?)$"), Stance.Opposes),
        (Patterns.Of(@"^(?:(?:ingen|inga|inget) (?:särskilda |ytterligare )?(?:erinran|erinringar|synpunkt|synpunkter|invändning|invändningar|kommentar|kommentarer|anmärkning|anmärkningar|att erinra|att invända)|utan erinran)$"), Stance.NoObjection),
        (Patterns.Of(@"^(?:avstår(?: från (?:att yttra sig|yttrande|att svara|att lämna synpunkter))?|yttrar sig (?:inte|ej))$"), Stance.Abstains),
        (Patterns.Of(@"^(?:tar (?:inte|ej) ställning|ingen ställning|ej angivet|neutral\p{L}?)$"), Stance.NotStated),
    ];

    /// <summary>The stance that the words state, or null where they say anything else.</summary>
    public static Stance? Of(string words)
    {
        string bare = words.TrimEnd('.', '!', ':', ' ');
        foreach ((Regex form, Stance stance) in Forms)
        {
            if (form.IsMatch(bare)) return stance;
        }
        return null;
    }
}
