using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

/// <summary>What a reference counts in.</summary>
public enum ReferenceKind
{
    /// <summary>A section by its number: <c>avsnitt 3.1</c>, <c>kap. 4</c>, <c>(10.2.4)</c>.</summary>
    Section,

    /// <summary>A numbered thing of a named kind, which may be a section or a point in one: <c>mål 3</c>, <c>åtgärd 12</c>, <c>punkt 4 c</c>.</summary>
    Item,

    /// <summary>A page: <c>s. 146</c>, <c>sidan sex</c>.</summary>
    Page,

    /// <summary>A section by its title: <c>under rubriken X</c>, <c>i avsnittet om X</c>.</summary>
    Title,

    /// <summary>A part, <c>del 2</c>: often one of the reply's own, so it needs a document that has it.</summary>
    Part,

    /// <summary>An annex, <c>bilaga 1</c>: often one of the reply's own, so it needs a document that has it.</summary>
    Annex,
}

/// <summary>One number, or a run of numbers, of a reference.</summary>
/// <param name="From">The first number as it is said: <c>3.1</c>, <c>IV</c>, <c>4 c</c>.</param>
/// <param name="To">The last number of a range, or null.</param>
/// <param name="OpenEnded">Whether it goes on from there (<c>ff.</c>).</param>
public readonly record struct NumberRange(string From, string? To = null, bool OpenEnded = false)
{
    /// <summary>The point inside the section, <c>3.2 p. 4</c>, or null.</summary>
    public int? Item { get; init; }
}

/// <summary>A reference to the consulted document, as the reply writes it.</summary>
/// <param name="Span">Where it stands, its word and its numbers together.</param>
/// <param name="Kind">What it counts in.</param>
/// <param name="Word">The word it is made with, in its ground form (<c>avsnitt</c>, <c>mål</c>); empty for a bare number.</param>
/// <param name="Numbers">Its numbers; empty for a title.</param>
public sealed record SectionReference(TextSpan Span, ReferenceKind Kind, string Word, ImmutableArray<NumberRange> Numbers)
{
    /// <summary>The words that may be a title, on one line, longest reading; null but for <see cref="ReferenceKind.Title"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the title was quoted, so that its end is certain.</summary>
    public bool Quoted { get; init; }

    /// <summary>The other document it belongs to, as in <c>SOU 2021:94 s. 12</c> or <c>avsnitt 3 i prop. 2016/17:1</c>; null where none is named.</summary>
    public string? OtherDocument { get; init; }
}
