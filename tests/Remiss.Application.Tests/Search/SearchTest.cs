using System.Collections.Immutable;
using System.Text;
using Remiss.Application.Bodies;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Application.Tests.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Search;

/// <summary>Store tests with comments to be found. Each comment is known by one word that only it has.</summary>
public abstract class SearchTest(TestDatabase database) : StoreTest(database)
{
    /// <summary>The words that tell the comments of <see cref="Reply"/> apart, in their order there.</summary>
    protected static readonly ImmutableArray<string> Keys = ["äldre", "journaler", "täckning", "årligen", "försörjning"];

    /// <summary>A reply of five comments: two on 3.1, one on 3.2, one on 3.3 and one on no section.</summary>
    protected static string Reply(string body, string more = "") => $"""
        {body}
        Kommunstyrelsen
        Datum 2026-11-02
        Dnr KS 2026/417

        Yttrande över Digital strategi för Mittsund 2032–2040

        3.1 Trygg digital vård

        Kommunen anser att bredbandet behöver nå alla äldre på öarna.

        Kommunen avstyrker att journaler delas utan patientens samtycke.

        3.2 Näringslivets behov

        Företagen behöver en snabb bredbandsutbyggnad och 100 % täckning, anser kommunen.

        3.3 Förvaltningens utveckling

        Kommunen föreslår att nämnderna årligen prövar EG-direktivet.

        Allmänna synpunkter

        Kommunen önskar en kompetens-
        försörjning som når hela länet.
        {more}
        """;

    /// <summary>A consultation on the strategy; the bodies are in the register.</summary>
    protected async Task<(OrganisationId Organisation, ConsultationId Consultation, Actor Coordinator)> AConsultationToSearchAsync()
    {
        var made = await AConsultationAsync("Digital strategi för Mittsund 2032–2040");
        await DoAsync(new ImportDocument.Command(made.Consultation, "strategi.txt", Encoding.UTF8.GetBytes(Strategies.Text)), made.Coordinator);
        foreach (string name in new[] { "Norrviks kommun", "Sjöbacka kommun" })
            await DoAsync(new AddBody.Command(made.Organisation, new BodyFacts(name, BodyKind.Municipality)));
        return made;
    }

    protected Task<Registered> RegisterAsync(ConsultationId consultation, string body, string? text = null, DateOnly? received = null) => DoAsync(
        new RegisterResponse.Command(consultation, AFile(text ?? Reply(body)), ResponseChannel.File) { ReceivedOn = received });

    protected static SourceFile AFile(string text) => new("svar.txt", Encoding.UTF8.GetBytes(text));

    protected Task<CommentPage> SearchAsync(ConsultationId consultation, string words, CommentCriteria? criteria = null) =>
        DoAsync(new SearchComments.Query(consultation, words) { Criteria = criteria ?? new() });

    /// <summary>The keys of what was found, in the order of the reply; nothing may be found twice.</summary>
    protected static string KeysOf(CommentPage page)
    {
        Assert.That(page.Rows.Select(r => r.Id), Is.Unique);
        Assert.That(page.Total, Is.GreaterThanOrEqualTo(page.Rows.Length));
        return string.Join(' ', Keys.Where(k => page.Rows.Any(r => r.Quote.Contains(k, StringComparison.Ordinal))));
    }
}
