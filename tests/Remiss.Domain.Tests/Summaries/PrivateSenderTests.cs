using Remiss.Domain.Summaries;
using Remiss.Domain.Summaries.Privacy;

namespace Remiss.Domain.Tests.Summaries;

public sealed class PrivateSenderTests
{
    [TestCase("Siv Backlund")]
    [TestCase("Amira Haddad")]
    [TestCase("Karl-Erik von Ahn")]
    [TestCase("anna ekstam")]
    [TestCase("Lars-Göran Persson i Norrvik")]
    [TestCase("K. Nordqvist")]
    [TestCase("siv.backlund@post.example")]
    [TestCase("Anna")]
    [TestCase("Karin Bank")]
    [TestCase("Anna Ekstam och Bo Lund")]
    public void Holds_back_a_persons_name(string name) => Assert.That(IsPrivate(new ReplyBuilder("1", name)), Is.True);

    [TestCase("Norrviks kommun")]
    [TestCase("Region Mittsund")]
    [TestCase("Sjöbacka stad")]
    [TestCase("Länsstyrelsen i Mittsunds län")]
    [TestCase("Mittsunds handelskammare")]
    [TestCase("Ekhamra Bredband AB")]
    [TestCase("Björklidens byaförening")]
    [TestCase("Trafikverket")]
    [TestCase("Lantbrukarnas Riksförbund")]
    [TestCase("Svenskt Näringsliv")]
    [TestCase("Mittsunds universitet")]
    [TestCase("MKF")]
    [TestCase("Max AB")]
    [TestCase("Stiftelsen Anna Ekstams minne")]
    [TestCase("Norrviks pensionärsråd")]
    [TestCase("registrator@norrvik.example")]
    [TestCase("Kommunstyrelsen")]
    [TestCase("")]
    public void Prints_an_organisations_name(string name) => Assert.That(IsPrivate(new ReplyBuilder("1", name)), Is.False);

    [TestCase("svar_07.pdf", false)]
    [TestCase("032_bo_yttrande.txt", false)]
    [TestCase("yttrande-digital-strategi.docx", false)]
    [TestCase("Norrviks kommun.pdf", false)]
    [TestCase("Anna Ekstam.eml", true)]
    [TestCase("svar-anna-ekstam.pdf", true)]
    [TestCase("bo_lundqvist.txt", true)]
    public void Judges_a_files_name_by_names_alone(string name, bool expected) =>
        Assert.That(IsPrivate(new ReplyBuilder("1", name) { IsUnnamed = true }), Is.EqualTo(expected));

    [Test]
    public void Takes_unknown_words_for_an_organisation_when_the_reply_has_a_registration_number()
    {
        Assert.That(IsPrivate(new ReplyBuilder("1", "Stora Eknippan") { RegistrationNumber = "2026/14" }), Is.False);
        Assert.That(IsPrivate(new ReplyBuilder("1", "Stora Eknippan")), Is.True);
    }

    [Test]
    public void Never_takes_a_joint_reply_of_organisations_for_a_person() =>
        Assert.That(IsPrivate(new ReplyBuilder("1", "Norrvik och Sjöbacka") { Senders = ["Norrviks kommun", "Sjöbacka kommun"] }), Is.False);

    private static bool IsPrivate(ReplyBuilder builder)
    {
        SummarisedResponse response = builder.Build();
        return PrivateSender.IsPrivate(response.Name, response.Split);
    }
}
