using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

/// <summary>
/// Finds what a reply says of places in the consulted document: by number, page or title, in any
/// inflection and with the damage that extraction does. What only looks like it (statutes, other
/// documents, dates, amounts, page marks) is left alone. See <c>domain.md</c>, "References to sections".
/// </summary>
public static class ReferenceGrammar
{
    /// <summary>All references of a text in the order they begin. Any string; linear time. What may be a title can hold later references; nothing else overlaps.</summary>
    public static ImmutableArray<SectionReference> Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>The references that lie in a part of a text; spans count in the whole text.</summary>
    public static ImmutableArray<SectionReference> Parse(string text, TextSpan within) =>
        new ReferenceParser(text, ReferenceTokens.Read(text, within)).All();

    /// <summary>
    /// The number that a heading begins with (<c>8 Överväganden</c>, <c>3.1–3.4 Välfärden</c>, <c>IV. Mål</c>), and
    /// where its title begins; null where it begins with something else, such as a year or an amount.
    /// </summary>
    public static HeadingNumber? NumberOfHeading(string text, TextSpan heading)
    {
        var tokens = ReferenceTokens.Read(text, heading);
        return new ReferenceParser(text, tokens).Heading();
    }
}

/// <summary>The number in front of a heading.</summary>
/// <param name="Numbers">The number, or the numbers of a range or list.</param>
/// <param name="TitleStart">Where the title begins in the text.</param>
/// <param name="Mark">The character after the number where it is one of a list's, <c>)</c> or <c>.</c>; null otherwise.</param>
public readonly record struct HeadingNumber(ImmutableArray<NumberRange> Numbers, int TitleStart, char? Mark);
