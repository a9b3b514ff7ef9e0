using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Remiss.Application.Documents;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Responses;

/// <summary>An invented strategy and replies to it, for tests that do not go through files.</summary>
internal static class Strategies
{
    public static SectionTree Tree { get; } = new("Digital strategi för Mittsund 2032–2040",
    [
        Make("1", "Inledning", 1, "Strategin gäller hela länet.", 1),
        Make("2", "Vision och mål", 1, "Länet ska vara helt uppkopplat.", 2),
        Make("3", "Fokusområden", 1, "", 3),
        Make("3.1", "Trygg digital vård", 2, "Vårdcentraler och sjukhus delar journaler. Patienten läser sin journal.", 3),
        Make("3.2", "Näringslivets behov", 2, "Företagen behöver fiber, bredband och kompetens.", 4),
        Make("3.3", "Förvaltningens utveckling", 2, "Nämnderna automatiserar beslut.", 5),
        Make("4", "Genomförande och uppföljning", 1, "Uppföljning sker varje år.", 6),
    ], new PageMap([0, 100, 200, 300, 400, 500]));

    /// <summary>The strategy as if it had been imported; its rows do not exist.</summary>
    public static StoredDocument Stored()
    {
        var ids = Tree.Sections.ToImmutableDictionary(s => s.Id, _ => StoredSectionId.New());
        return new StoredDocument
        {
            Version = DocumentVersionId.New(),
            Text = PlainTextBlocks.Read(Text),
            Tree = Tree,
            Ids = ids,
            Keys = ids.ToDictionary(i => i.Value, i => (SectionId?)i.Key),
        };
    }

    /// <summary>The strategy as a text file.</summary>
    public static string Text
    {
        get
        {
            var text = new StringBuilder("Digital strategi för Mittsund 2032–2040\n\n");
            foreach (Section section in Tree.Sections) text.Append(CultureInfo.InvariantCulture, $"{section.Number} {section.Title}\n\n{section.Text}\n\n");
            return text.ToString();
        }
    }

    /// <summary>A reply of that body.</summary>
    public static DocumentText Reply(string body, string more = "") => PlainTextBlocks.Read(ReplyText(body, more));

    /// <summary>A reply of that body, as a text file; what is <paramref name="more"/> stands at its end.</summary>
    public static string ReplyText(string body, string more = "") => $"""
        {body}
        Kommunstyrelsen
        Datum 2026-11-20
        Dnr KS 2026/417

        Yttrande över Digital strategi för Mittsund 2032–2040

        {body} tackar för möjligheten att lämna synpunkter.

        Allmänna synpunkter

        {body} tillstyrker förslaget i stort men saknar en plan för kostnaderna.

        3.1 Trygg digital vård

        Kommunen anser att åtgärd 1 bör tidigareläggas. Kommunen avstyrker att journaler delas utan samtycke.

        I avsnitt 3.9 nämns statsbidrag, och i avsnitt 3.2 s. 4 bör företagens fiber få mer plats.

        Kommunen vill särskilt lyfta fram att fiber och bredband till företag på landsbygden behöver byggas ut.

        Uppföljningen bör ske tillsammans med kommunerna varje halvår.
        {more}
        """;

    private static Section Make(string number, string title, int level, string text, int page) => new()
    {
        Id = new SectionId(number),
        Number = number,
        Title = title,
        Level = level,
        PageFrom = page,
        PageTo = number == "3" ? 5 : page,
        Text = text,
        Items = number == "3.1" ? [new SectionItem(1, null, "Dela journaler.", page)] : [],
    };
}
