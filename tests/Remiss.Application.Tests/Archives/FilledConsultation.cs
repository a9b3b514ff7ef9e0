using System.Text;
using Remiss.Application.Bodies;
using Remiss.Application.Comments;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Application.Tests.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Archives;

/// <summary>Store tests that need a consultation with something of everything in it.</summary>
public abstract class FilledConsultation(TestDatabase database) : StoreTest(database)
{
    /// <summary>A consultation with a document, bodies, replies that were split and changed by a person.</summary>
    protected async Task<(OrganisationId Organisation, ConsultationId Consultation, Actor Coordinator)> AFilledConsultationAsync()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync("Digital strategi för Mittsund 2032–2040");
        await DoAsync(new ImportDocument.Command(consultation, "strategi.txt", Encoding.UTF8.GetBytes(Strategies.Text)), coordinator);
        foreach (string name in new[] { "Norrviks kommun", "Sjöbacka kommun" })
            await DoAsync(new AddBody.Command(organisation, new BodyFacts(name, BodyKind.Municipality)));
        Registered first = await RegisterAsync(consultation, coordinator, "Norrviks kommun");
        await RegisterAsync(consultation, coordinator, "Sjöbacka kommun");
        var comment = (await RowsAsync<CommentRowIds>(
            "SELECT comment_id AS id, version FROM comment WHERE response_version_id = @Version ORDER BY start_at", new { first.Version }))[0];
        await DoAsync(new SetStance.Command(consultation, CommentSelection.Of([new SeenComment(comment.Id, comment.Version)]), Stance.Opposes), coordinator);
        return (organisation, consultation, coordinator);
    }

    /// <summary>Registers a reply of that body, as a text file.</summary>
    protected Task<Registered> RegisterAsync(ConsultationId consultation, Actor actor, string body) => DoAsync(
        new RegisterResponse.Command(consultation, new SourceFile($"{body}.txt", Encoding.UTF8.GetBytes(Strategies.ReplyText(body))), ResponseChannel.File), actor);

    private sealed record CommentRowIds
    {
        public CommentId Id { get; init; }

        public int Version { get; init; }
    }
}
