using Remiss.Application.Consultations;
using Remiss.Application.Responses;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Search;

/// <summary>Words that find comments and words that do not.</summary>
public sealed class SearchCommentsTests(TestDatabase database) : SearchTest(database)
{
    private ConsultationId _consultation;
    private OrganisationId _organisation;
    private Actor _coordinator = Actor.Nobody;

    [OneTimeSetUp]
    public async Task RegisterOneReplyAsync()
    {
        (_organisation, _consultation, _coordinator) = await AConsultationToSearchAsync();
        await RegisterAsync(_consultation, "Norrviks kommun");
    }

    [TestCase("bredband", "äldre")]
    [TestCase("bredbandet", "äldre")]
    [TestCase("BREDBANDETS", "äldre")]
    [TestCase("Äldre", "äldre")]
    [TestCase("aldre", "")]
    [TestCase("öarna", "äldre")]
    [TestCase("journal", "journaler")]
    [TestCase("företag", "täckning")]
    [TestCase("kommunens", "äldre journaler täckning årligen försörjning")]
    [TestCase("direktiv", "årligen")]
    [TestCase("EG-direktivet", "årligen")]
    [TestCase("kompetensförsörjning", "försörjning")]
    [TestCase("journaler samtycke", "journaler")]
    [TestCase("samtycket, och journalen", "journaler")]
    [TestCase("journaler bredband", "")]
    [TestCase("bredbandsut", "")]
    [TestCase("100 %", "täckning")]
    [TestCase("\"delas utan patientens\"", "journaler")]
    [TestCase("”DELAS  utan patientens”", "journaler")]
    [TestCase("\"utan delas\"", "")]
    [TestCase("\"journal\"", "")]
    [TestCase("\"patientens samtycke", "journaler")]
    [TestCase("\"100 % täckning\" företag", "täckning")]
    [TestCase("\"kompetensförsörjning som når\"", "försörjning")]
    [TestCase("x' OR '1'='1", "")]
    [TestCase("bredband%", "äldre")]
    [TestCase("bred_and", "")]
    [TestCase("[b]redband", "")]
    [TestCase("zzzz", "")]
    public async Task Words_find_the_comments_that_have_them_all(string words, string keys) =>
        Assert.That(KeysOf(await SearchAsync(_consultation, words)), Is.EqualTo(keys));

    [TestCase("bredband", "äldre täckning")]
    [TestCase("bredbandsut", "täckning")]
    [TestCase("kommun jour", "journaler")]
    [TestCase("bredband på", "äldre")]
    [TestCase("journ ", "journaler")]
    public async Task The_last_word_may_go_on(string words, string keys)
    {
        CommentPage found = await DoAsync(new SearchComments.Query(_consultation, words.TrimEnd()) { LastWordGoesOn = true });

        Assert.That(KeysOf(found), Is.EqualTo(keys));
    }

    [TestCase("")]
    [TestCase(" \t\n")]
    [TestCase("och att som")]
    [TestCase("% _ [ ] \" '")]
    [TestCase("a b c 1 2")]
    [TestCase("ett ord två ordet tre orden fyra fisk fem fågel sex hästar sju katter åtta hundar nio grisar tio kor elva får tolv getter")]
    [TestCase("ord ")]
    public async Task What_cannot_be_searched_for_is_refused_in_words(string words)
    {
        string typed = words == "ord " ? string.Concat(Enumerable.Repeat(words, 2500)) : words;

        Result<CommentPage> result = await SendAsync(new SearchComments.Query(_consultation, typed));

        Assert.That(result.Failure, Is.InstanceOf<Invalid>());
    }

    [Test]
    public async Task The_marks_are_the_words_and_the_phrase()
    {
        CommentPage found = await SearchAsync(_consultation, "kommun \"utan patientens samtycke\"");

        CommentLine row = found.Rows.Single();
        Assert.That(row.Marks.Select(m => m.In(row.Quote)), Is.EqualTo(new[] { "Kommunen", "utan patientens samtycke" }));
        Assert.That(row.Senders, Is.EqualTo(new[] { "Norrviks kommun" }));
    }

    [Test]
    public async Task The_comment_that_says_it_most_comes_first()
    {
        var (_, consultation, _) = await AConsultationToSearchAsync();
        await RegisterAsync(consultation, "Norrviks kommun", Reply("Norrviks kommun", "\n\nKommunen anser att fiber är viktigt, för fiber och åter fiber bär allt.\n\nKommunen anser att fiber behövs på många ställen i det stora och vidsträckta länet, liksom mobilmaster och kablar av olika slag."));

        CommentPage found = await SearchAsync(consultation, "fiber");

        Assert.That(found.IsRanked, Is.True);
        Assert.That(found.Total, Is.EqualTo(2));
        Assert.That(found.Rows[0].Quote, Does.Contain("åter"));
    }

    [Test]
    public async Task Only_the_newest_version_of_a_reply_is_searched()
    {
        var (_, consultation, _) = await AConsultationToSearchAsync();
        Registered first = await RegisterAsync(consultation, "Norrviks kommun");
        string changed = Reply("Norrviks kommun").Replace("journaler", "provsvar", StringComparison.Ordinal);
        await DoAsync(new AddResponseVersion.Command(first.Response, AFile(changed)));

        Assert.That((await SearchAsync(consultation, "journaler")).Total, Is.Zero);
        Assert.That((await SearchAsync(consultation, "provsvar")).Total, Is.EqualTo(1));
        Assert.That((await SearchAsync(consultation, "bredband")).Total, Is.EqualTo(1));
        Assert.That((await DoAsync(new ListComments.Query(consultation))).Total, Is.EqualTo(5));
    }

    [Test]
    public async Task Without_a_role_nothing_is_found()
    {
        Actor stranger = await APersonAsync(_organisation), boss = await APersonAsync(_organisation, administrator: true);
        Actor elsewhere = await APersonAsync(await AnOrganisationAsync());

        foreach (Actor actor in new[] { stranger, boss, elsewhere, Actor.Nobody })
        {
            Assert.That((await SendAsync(new SearchComments.Query(_consultation, "bredband"), actor)).Failure, Is.InstanceOf<NotFound>());
            Assert.That((await SendAsync(new ListComments.Query(_consultation), actor)).Failure, Is.InstanceOf<NotFound>());
        }
        foreach (Actor actor in new[] { stranger, boss })
            Assert.That((await DoAsync(new SearchAllComments.Query(_organisation, "bredband"), actor)).Total, Is.Zero);
        Assert.That((await SendAsync(new SearchAllComments.Query(_organisation, "bredband"), elsewhere)).Failure, Is.InstanceOf<NotFound>());
    }

    [Test]
    public async Task All_consultations_are_those_with_a_role()
    {
        ConsultationId other = await DoAsync(new CreateConsultation.Command(_organisation, "Kulturplan för Mittsund"), await APersonAsync(_organisation));
        await RegisterAsync(other, "Sjöbacka kommun");

        CommentPage own = await DoAsync(new SearchAllComments.Query(_organisation, "bredband"), _coordinator);
        CommentPage all = await DoAsync(new SearchAllComments.Query(_organisation, "bredband"));

        Assert.That(own.Rows.Select(r => r.Consultation), Is.EqualTo(new[] { _consultation }));
        Assert.That(all.Rows.Select(r => r.Consultation), Is.EquivalentTo(new[] { _consultation, other }));
        Assert.That((await SendAsync(new SearchAllComments.Query(_organisation, "bredband") { Criteria = new() { Section = StoredSectionId.New() } })).Failure, Is.InstanceOf<Invalid>());
    }
}
