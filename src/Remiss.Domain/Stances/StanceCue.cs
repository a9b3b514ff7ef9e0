namespace Remiss.Domain.Stances;

/// <summary>What a phrase says of the writer's position, before negation and context are weighed.</summary>
internal enum CueSense
{
    /// <summary>A formula of approval: <c>tillstyrker</c>, <c>ställer sig bakom</c>. Negated: opposes.</summary>
    Support,

    /// <summary>Agreement with an assessment: <c>delar bedömningen</c>. Negated: opposes.</summary>
    Agree,

    /// <summary>Favour: <c>positiv till</c>, <c>välkomnar</c>. Negated: doubt.</summary>
    Favour,

    /// <summary>The proposal is called good: <c>är väl avvägd</c>. Negated: a flaw.</summary>
    Praise,

    /// <summary>A formula of refusal: <c>avstyrker</c>. Negated: no objection.</summary>
    Oppose,

    /// <summary>Doubt: <c>ifrågasätter</c>, <c>är kritisk</c>, <c>befarar</c>. Negated: nothing.</summary>
    Doubt,

    /// <summary>A flaw of substance: <c>är problematiskt</c>. Negated: nothing.</summary>
    Flaw,

    /// <summary>A risk is named: <c>riskerar att</c>. Negated: praise.</summary>
    Worry,

    /// <summary>Something is missing or unclear: <c>saknar</c>, <c>oklart</c>. Negated: praise.</summary>
    Lack,

    /// <summary>Something should be done or added: <c>bör</c>, <c>behöver kompletteras</c>.</summary>
    Wish,

    /// <summary>Something is stressed: <c>vill lyfta</c>, <c>betonar</c>.</summary>
    Emphasis,

    /// <summary>A reservation that is tied to an approval: <c>under förutsättning att</c>.</summary>
    Reserve,

    /// <summary>An approval in the main, so not in all: <c>i huvudsak</c>, <c>i stort</c>.</summary>
    Partly,

    /// <summary>No remarks: <c>har inga synpunkter</c>, <c>inget att erinra</c>.</summary>
    NoRemark,

    /// <summary>Declines to answer: <c>avstår från att yttra sig</c>.</summary>
    Abstain,

    /// <summary>Cannot judge: <c>kan inte ta ställning</c>.</summary>
    CannotJudge,

    /// <summary>A phrase that looks like a cue and is none: <c>det bör framhållas</c>.</summary>
    Nothing,
}

/// <summary>
/// A phrase pattern with its sense. In a pattern, words are separated by spaces; <c>a|b</c> is either word,
/// <c>ord*</c> any word with that beginning, <c>*ord</c> (not first) any with that ending, a word ending in <c>?</c> may be missing,
/// <c>..3</c> up to three words of any kind within the clause, <c>^a|b</c> the first word of a sentence.
/// </summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Sense">What it says.</param>
/// <param name="FixedPolarity">The pattern holds its own negation; a negator around it changes nothing.</param>
/// <param name="Negated">What it says under a negation; null for what the sense tells.</param>
/// <param name="IsGeneric">The pattern goes by endings and gives way to any other.</param>
internal sealed record StanceCue(string Pattern, CueSense Sense, bool FixedPolarity = false, CueSense? Negated = null, bool IsGeneric = false);
