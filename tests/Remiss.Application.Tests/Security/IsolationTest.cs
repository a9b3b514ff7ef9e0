using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Archives;
using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Invitations;
using Remiss.Application.Json;
using Remiss.Application.Mail;
using Remiss.Application.Questions;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Application.Summaries;
using Remiss.Application.Tests.Archives;
using Remiss.Application.Tests.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Security;

/// <summary>Two consultations of one organisation that share no one, a third of another, and ids of all they hold.</summary>
public abstract partial class IsolationTest(TestDatabase database) : FilledConsultation(database)
{
    private static readonly string[] Tables =
    [
        "organisation", "body", "distribution_list", "document", "question", "invitation", "response", "response_version", "comment", "comment_change", "summary", "mail", "work_item",
    ];

    /// <summary>A consultation with something of everything, and its coordinator.</summary>
    public sealed record Holding(OrganisationId Organisation, ConsultationId Consultation, Actor Coordinator, IReadOnlyDictionary<string, Guid> Ids)
    {
        /// <summary>The first of that table.</summary>
        public Guid Of(string table) => Ids[table];
    }

    /// <summary>The one that is attacked.</summary>
    public Holding Victim { get; private set; } = null!;

    /// <summary>The attacker's own, in the same organisation.</summary>
    public Holding Own { get; private set; } = null!;

    /// <summary>One of another organisation.</summary>
    public Holding Elsewhere { get; private set; } = null!;

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new MailSettings { FromAddress = "remiss@mittsund.example" });

    [OneTimeSetUp]
    public async Task ArrangeAsync()
    {
        var (organisation, first, owner) = await AFilledConsultationAsync();
        Victim = await FillAsync(organisation, first, owner);
        Actor mallory = await APersonAsync(organisation);
        ConsultationId second = await DoAsync(new CreateConsultation.Command(organisation, "Plan för biblioteken") { OpensOn = new DateOnly(2026, 11, 2), Deadline = new DateOnly(2026, 12, 15) }, mallory);
        await DoAsync(new ImportDocument.Command(second, "strategi.txt", Encoding.UTF8.GetBytes(Strategies.Text)), mallory);
        await RegisterAsync(second, mallory, "Norrviks kommun");
        Own = await FillAsync(organisation, second, mallory);
        var (other, third, stranger) = await AFilledConsultationAsync();
        Elsewhere = await FillAsync(other, third, stranger);
    }

    private async Task<Holding> FillAsync(OrganisationId organisation, ConsultationId consultation, Actor coordinator)
    {
        BodyId body = await DoAsync(new AddBody.Command(organisation, new BodyFacts($"Alviks kommun {Guid.NewGuid():N}", BodyKind.Other) { Email = "a@alvik.example" }));
        await DoAsync(new CreateDistributionList.Command(organisation, $"Lista {Guid.NewGuid():N}"));
        await DoAsync(new SetQuestions.Command(consultation, [new SetQuestions.Item(QuestionKind.Text, "Vad saknas?")]), coordinator);
        await DoAsync(new Invite.Command(consultation, [body]), coordinator);
        int version = (await DoAsync(new GetConsultation.Query(consultation), coordinator)).Version;
        await DoAsync(new OpenConsultation.Command(consultation, version), coordinator);
        await DoAsync(new SendInvitations.Command(consultation), coordinator);
        await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        var ids = new Dictionary<string, Guid> { ["consultation"] = consultation.Value, ["account"] = coordinator.Account!.Value.Value };
        foreach (string table in Tables)
        {
            string where = table switch
            {
                "organisation" or "body" or "distribution_list" or "work_item" => "organisation_id = @organisation",
                "comment_change" => "response_version_id IN (SELECT response_version_id FROM response_version WHERE consultation_id = @consultation)",
                _ => "consultation_id = @consultation",
            };
            var found = await RowsAsync<Guid>($"SELECT {table}_id FROM {table} WHERE {where} ORDER BY {table}_id", new { organisation, consultation });
            if (found.Count > 0) ids[table] = found[^1];
        }
        var of = new { document = ids["document"] };
        ids["document_version"] = (await RowsAsync<Guid>("SELECT document_version_id FROM document_version WHERE document_id = @document", of))[0];
        ids["section"] = (await RowsAsync<Guid>("SELECT s.section_id FROM section s JOIN document_version v ON v.document_version_id = s.document_version_id WHERE v.document_id = @document ORDER BY s.ordinal", of))[0];
        return new Holding(organisation, consultation, coordinator, ids);
    }

    /// <summary>Everything of a consultation and its register as it stands, to see that an attack has changed nothing.</summary>
    protected async Task<string> PictureAsync(Holding of)
    {
        var files = FilesOf(await ExportAsync(of.Consultation));
        var lists = await RowsAsync<string>("SELECT name FROM distribution_list WHERE organisation_id = @Organisation ORDER BY name", new { of.Organisation });
        return string.Join('\n', files.Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal) && f.Key != "data/audit.json")
            .OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {Encoding.UTF8.GetString(f.Value)}")) + string.Join('\n', lists);
    }

    /// <summary>Sends a request of any kind, and tells why it was refused; null where it was not, with what it gave.</summary>
    protected async Task<(Failure? Refused, string Given)> AttackAsync(object request, Actor actor)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        Type given = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        MethodInfo send = typeof(IMediator).GetMethods().Single(m => m.Name == nameof(IMediator.Send) && m.ReturnType.IsGenericType && m.GetGenericArguments().Length == 1).MakeGenericMethod(given);
        var sending = (Task)send.Invoke(scope.ServiceProvider.GetRequiredService<IMediator>(), [request, CancellationToken.None])!;
        await sending;
        object result = sending.GetType().GetProperty("Result")!.GetValue(sending)!;
        var failure = (Failure?)result.GetType().GetProperty("Failure")!.GetValue(result);
        return (failure, failure is null ? JsonSerializer.Serialize(result.GetType().GetProperty("Value")!.GetValue(result), StoreJson.Options) : string.Empty);
    }

    /// <summary>The archive of a consultation.</summary>
    protected async Task<byte[]> ExportAsync(ConsultationId consultation)
    {
        using var output = new MemoryStream();
        await DoAsync(new ExportConsultation.Query(consultation, output));
        return output.ToArray();
    }

    /// <summary>An archive as someone forges it who knows the format: all ids new but those that are kept, all checksums right.</summary>
    protected static byte[] Forged(byte[] archive, IEnumerable<Guid> kept, Func<string, string, string>? edit = null)
    {
        Dictionary<Guid, Guid> renamed = kept.ToDictionary(k => k);
        Guid New(Guid old) => renamed.TryGetValue(old, out Guid known) ? known : renamed[old] = Guid.CreateVersion7();
        var files = FilesOf(archive);
        var manifest = StoreJson.Read<ArchiveManifest>(Encoding.UTF8.GetString(files["manifest.json"]));
        foreach (string path in files.Keys.Where(p => p.StartsWith("data/", StringComparison.Ordinal)).ToList())
        {
            string text = AnyId().Replace(Encoding.UTF8.GetString(files[path]), m => New(Guid.Parse(m.Value)).ToString());
            // A mail's message id is in the world once.
            if (path == "data/mail.json") text = "[]";
            files[path] = Encoding.UTF8.GetBytes(edit is null ? text : edit(path, text));
        }
        manifest = manifest with
        {
            ConsultationId = New(manifest.ConsultationId),
            Files = [.. manifest.Files.Select(f => new ArchiveFile(f.Path, files[f.Path].Length, FileStore.NameOf(files[f.Path])))],
        };
        files["manifest.json"] = Encoding.UTF8.GetBytes(StoreJson.Write(manifest));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using Stream entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Takes a forged archive in as an administrator, who then makes himself its coordinator.</summary>
    protected async Task<(ConsultationId Consultation, Actor Administrator)> TakeInAsync(byte[] forged)
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor administrator = await APersonAsync(organisation, administrator: true);
        ConsultationId consultation = await DoAsync(new ImportConsultation.Command(organisation, new MemoryStream(forged)), administrator);
        int version = (await RowsAsync<int>("SELECT version FROM consultation WHERE consultation_id = @consultation", new { consultation }))[0];
        await DoAsync(new SetRoles.Command(consultation, version, [new SetRoles.Assignment(administrator.Account!.Value, Role.Coordinator)]), administrator);
        return (consultation, administrator);
    }

    private static Dictionary<string, byte[]> FilesOf(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using Stream stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AnyId();
}
