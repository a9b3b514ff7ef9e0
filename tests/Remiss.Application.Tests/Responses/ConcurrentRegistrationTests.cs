using System.Globalization;
using System.Text;
using Remiss.Application.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Responses;

public sealed class ConcurrentRegistrationTests(TestDatabase database) : ResponseTest(database)
{
    private const int Clients = 20;

    [Test]
    public async Task A_hundred_replies_from_twenty_clients_at_once_are_a_hundred_rows()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        const int Each = 5;
        string[] names = [.. Enumerable.Range(0, Clients * Each).Select(i => $"{(char)('A' + (i / 10))}{(char)('a' + (i % 10))}bo kommun")];
        foreach (string name in names) await ABodyAsync(organisation, name);

        var results = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var own = new List<Result<Registered>>();
            foreach (string name in names.Skip(client * Each).Take(Each))
                own.Add(await SendAsync(new RegisterResponse.Command(consultation, AReply(name), ResponseChannel.File)));
            return own;
        })));

        Assert.That(results.SelectMany(r => r).Select(r => r.Failure?.Message.English), Is.All.Null);
        var numbers = await RowsAsync<int>("SELECT number FROM response WHERE consultation_id = @consultation ORDER BY number", new { consultation });
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, names.Length)));
        Assert.That(await CountAsync("response_body WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(names.Length));
        Assert.That(await CountAsync("comment WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(results.SelectMany(r => r).Sum(r => r.Value.Comments)));
    }

    [Test]
    public async Task The_same_file_from_twenty_clients_is_one_reply()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");

        var results = await AtOnceAsync(_ => new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File));

        Assert.That(results.Select(r => r.Failure?.Message.English), Is.All.Null);
        Assert.That(results.Select(r => r.Value.Response).Distinct().Count(), Is.EqualTo(1));
        Assert.That(results.Count(r => !r.Value.WasThere), Is.EqualTo(1));
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_file_for_twenty_consultations_at_once_is_kept_once()
    {
        var consultations = new List<ConsultationId>();
        for (int i = 0; i < Clients; i++) consultations.Add((await AConsultationAsync()).Consultation);
        var file = new SourceFile("svar.txt", Encoding.UTF8.GetBytes(Strategies.ReplyText("Norrviks kommun", Guid.NewGuid().ToString())));

        var results = await AtOnceAsync(i => new RegisterResponse.Command(consultations[i], file, ResponseChannel.File));

        Assert.That(results.Select(r => r.Failure?.Message.English), Is.All.Null);
        Assert.That(await CountAsync("stored_file WHERE sha256 = @name", new { name = Files.FileStore.NameOf(file.Bytes.Span) }), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_files_of_one_body_at_once_one_stands_and_the_other_is_a_conflict()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");

        var results = await AtOnceAsync(i => new RegisterResponse.Command(
            consultation, AReply("Norrviks kommun", i.ToString(CultureInfo.InvariantCulture)), ResponseChannel.File));

        Assert.That(results.Count(r => r.IsOk), Is.EqualTo(1));
        Assert.That(results.Where(r => !r.IsOk).Select(r => r.Failure), Is.All.TypeOf<Conflict>());
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
    }

    private Task<Result<Registered>[]> AtOnceAsync(Func<int, RegisterResponse.Command> command) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => SendAsync(command(i)))));
}
