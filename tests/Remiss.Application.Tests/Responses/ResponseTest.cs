using System.Text;
using Remiss.Application.Bodies;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Responses;

/// <summary>What the tests of replies share.</summary>
public abstract class ResponseTest(TestDatabase database) : StoreTest(database)
{
    /// <summary>A reply of that body, as a text file.</summary>
    protected static SourceFile AReply(string body, string more = "", string? name = null) =>
        new(name ?? $"{body}.txt", Encoding.UTF8.GetBytes(Strategies.ReplyText(body, more)));

    /// <summary>A file that no reader takes.</summary>
    protected static SourceFile AnUnreadableFile(string name = "skräp.bin") => new(name, new byte[] { 0, 1, 2, 3, 255, 254, 0, 0, 7, 7, 7, 0, 1 });

    protected Task<BodyId> ABodyAsync(OrganisationId organisation, string name) =>
        DoAsync(new AddBody.Command(organisation, new BodyFacts(name, BodyKind.Municipality)));

    protected Task<Registered> RegisterAsync(ConsultationId consultation, SourceFile file, Actor? actor = null) =>
        DoAsync(new RegisterResponse.Command(consultation, file, ResponseChannel.File), actor);

    protected async Task<int> CountAsync(string what, object parameters) => (await RowsAsync<int>($"SELECT COUNT(*) FROM {what}", parameters))[0];
}
