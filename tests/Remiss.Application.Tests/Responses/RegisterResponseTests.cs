using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Responses;
using Remiss.Application.Work;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Responses;

public sealed class RegisterResponseTests(TestDatabase database) : ResponseTest(database)
{
    [Test]
    public async Task Reads_splits_and_names_the_sender()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId body = await ABodyAsync(organisation, "Norrviks kommun");

        Registered registered = await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator);

        Assert.Multiple(() =>
        {
            Assert.That(registered.Number, Is.EqualTo(1));
            Assert.That(registered.State, Is.EqualTo(ResponseVersionState.Split));
            Assert.That(registered.Senders, Is.EqualTo(new[] { new ResponseSender("Norrviks kommun", body) }));
            Assert.That(registered.IsSenderOpen, Is.False);
            Assert.That(registered.Comments, Is.GreaterThan(3));
            Assert.That(registered.WasThere, Is.False);
        });
        Assert.That(await CountAsync("comment WHERE response_version_id = @Version", new { registered.Version }), Is.EqualTo(registered.Comments));
        Assert.That(await CountAsync("audit_entry WHERE action = 'RegisterResponse' AND consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_file_again_finds_the_first()
    {
        var (_, consultation, _) = await AConsultationAsync();
        Registered first = await RegisterAsync(consultation, AReply("Norrviks kommun"));

        Registered again = await RegisterAsync(consultation, AReply("Norrviks kommun", name: "kopia.txt"));

        Assert.That((again.Response, again.WasThere, again.Comments), Is.EqualTo((first.Response, true, first.Comments)));
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
        Assert.That(await CountAsync("audit_entry WHERE action = 'RegisterResponse' AND consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_file_answers_another_consultation_too()
    {
        var (_, first, _) = await AConsultationAsync();
        var (_, second, _) = await AConsultationAsync();
        await RegisterAsync(first, AReply("Norrviks kommun"));

        Assert.That((await RegisterAsync(second, AReply("Norrviks kommun"))).WasThere, Is.False);
    }

    [Test]
    public async Task Another_file_of_a_body_that_has_answered_is_refused_and_leaves_nothing()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");
        await RegisterAsync(consultation, AReply("Norrviks kommun"));

        var second = await SendAsync(new RegisterResponse.Command(consultation, AReply("Kommunstyrelsen i Norrviks kommun", "Mer."), ResponseChannel.File));

        Assert.That(second.Failure, Is.TypeOf<Conflict>());
        Assert.That(second.Failure!.Message.Swedish, Does.Contain("Norrviks kommun har redan svarat (svar 1)").And.Contain("ny version"));
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_kept_with_the_reason()
    {
        var (_, consultation, _) = await AConsultationAsync();

        Registered registered = await RegisterAsync(consultation, AnUnreadableFile());

        Assert.That(registered.State, Is.EqualTo(ResponseVersionState.Unreadable));
        Assert.That(registered.Unreadable, Is.Not.Null);
        SourceFile kept = await DoAsync(new GetResponseFile.Query(registered.Version, 1));
        Assert.That((kept.Name, kept.Bytes.ToArray()), Is.EqualTo(("skräp.bin", AnUnreadableFile().Bytes.ToArray())));
        Assert.That((await SendAsync(new SplitAgain.Command(registered.Version))).Failure, Is.Not.Null);
    }

    [Test]
    public async Task An_empty_file_and_a_day_to_come_are_refused()
    {
        var (_, consultation, _) = await AConsultationAsync();

        var empty = await SendAsync(new RegisterResponse.Command(consultation, new SourceFile("tom.txt", default), ResponseChannel.File));
        var tomorrow = await SendAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File) { ReceivedOn = Clock.Today().AddDays(1) });

        Assert.That(empty.Failure, Is.TypeOf<Invalid>());
        Assert.That(tomorrow.Failure, Is.TypeOf<Invalid>().With.Property(nameof(Invalid.Field)).EqualTo("ReceivedOn"));
    }

    [Test]
    public async Task A_mail_tells_its_sender_and_its_day()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        BodyId body = await ABodyAsync(organisation, "Sjöbacka kommun");
        byte[] mail = Encoding.UTF8.GetBytes(
            "From: Sjöbacka kommun <remiss@sjobacka.example>\r\nTo: remiss@mittsund.example\r\nSubject: Svar\r\nDate: Thu, 29 Oct 2026 10:15:00 +0100\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVi tillstyrker förslaget. Fiber till landsbygden bör byggas ut.\r\n");

        Registered registered = await DoAsync(new RegisterResponse.Command(consultation, new SourceFile("svar.eml", mail), ResponseChannel.Mail));

        Assert.That(registered.Senders, Is.EqualTo(new[] { new ResponseSender("Sjöbacka kommun", body) }));
        Assert.That(await RowsAsync<DateOnly>("SELECT received_on FROM response_version WHERE response_version_id = @Version", new { registered.Version }), Is.EqualTo(new[] { new DateOnly(2026, 10, 29) }));
    }

    [Test]
    public async Task A_joint_reply_answers_for_each_of_its_bodies()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        BodyId[] bodies = [await ABodyAsync(organisation, "Norrviks kommun"), await ABodyAsync(organisation, "Ekhamra kommun")];

        await DoAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File) { Bodies = [.. bodies] });
        var second = await SendAsync(new RegisterResponse.Command(consultation, AReply("Ekhamra kommun"), ResponseChannel.File));

        Assert.That(second.Failure?.Message.Swedish, Does.StartWith("Ekhamra kommun har redan svarat"));
    }

    [Test]
    public async Task A_private_person_is_no_body_and_its_name_is_not_in_the_audit()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");

        Registered registered = await DoAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.Post)
        {
            SenderNames = ["Maj Ekblad"],
            IsPrivatePerson = true,
        });

        Assert.That(registered.Senders, Is.EqualTo(new[] { new ResponseSender("Maj Ekblad", null, true) }));
        Assert.That(await RowsAsync<string>("SELECT after_json FROM audit_entry WHERE consultation_id = @consultation AND action = 'RegisterResponse'", new { consultation }), Has.All.Not.Contains("Ekblad"));
    }

    [Test]
    public async Task A_worker_splits_what_was_registered_without_waiting_once()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        BodyId body = await ABodyAsync(organisation, "Norrviks kommun");
        Registered waiting = await DoAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File) { SplitNow = false });
        Registered unreadable = await DoAsync(new RegisterResponse.Command(consultation, AnUnreadableFile(), ResponseChannel.File) { SplitNow = false });
        Assert.That((waiting.State, waiting.Comments), Is.EqualTo((ResponseVersionState.Received, 0)));

        await Services.GetRequiredService<Worker>().RunOnceAsync(default);
        Registered now = await RegisterAsync(consultation, AReply("Norrviks kommun"));

        Assert.That((now.Response, now.State), Is.EqualTo((waiting.Response, ResponseVersionState.Split)));
        Assert.That(now.Comments, Is.GreaterThan(3));
        Assert.That(now.Senders, Is.EqualTo(new[] { new ResponseSender("Norrviks kommun", body) }));
        Assert.That((await RegisterAsync(consultation, AnUnreadableFile())).State, Is.EqualTo(ResponseVersionState.Unreadable), unreadable.Unreadable?.Swedish);
        Assert.That(await RowsAsync<string>("SELECT state FROM work_item WHERE kind = 'split-response'"), Is.All.EqualTo("Done"));
    }

    [Test]
    public async Task An_archived_consultation_takes_nothing_and_one_without_a_role_sees_nothing()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        var stranger = await SendAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File), await APersonAsync(organisation));
        await DoAsync(new Application.Consultations.ArchiveConsultation.Command(consultation, 1));

        var late = await SendAsync(new RegisterResponse.Command(consultation, AReply("Norrviks kommun"), ResponseChannel.File));

        Assert.That(stranger.Failure, Is.TypeOf<NotFound>());
        Assert.That(late.Failure, Is.TypeOf<Conflict>());
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.Zero);
    }
}
