using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>What is said of comments and their changes.</summary>
internal static class CommentPhrases
{
    public static Phrase NotSplit { get; } = new(
        "Svaret är inte uppdelat i synpunkter än. Vänta tills det är inläst.", "The reply is not split into comments yet. Wait until it has been read.");

    public static Phrase OlderVersion { get; } = new(
        "Det finns en nyare version av svaret. Ändra synpunkterna i den.", "There is a newer version of the reply. Change the comments in that one.");

    public static Phrase Gone { get; } = new(
        "Synpunkten är inte längre en synpunkt: den har slagits ihop, delats eller strukits. Läs in svaret igen.",
        "The comment is no longer one: it was merged, split or dismissed. Load the reply again.");

    public static Phrase ChangedSince { get; } = new(
        "Någon annan har ändrat den sedan du läste in den. Läs in den igen.", "Someone else has changed it since you loaded it. Load it again.");

    public static Phrase Answered { get; } = new(
        "Synpunkten har en hantering eller ett bemötande. Ta bort eller flytta det först, så att det inte försvinner med synpunkten.",
        "The comment has a disposition or a reply. Remove or move it first, so that it does not disappear with the comment.");

    public static Phrase Select { get; } = new(
        "Välj synpunkter en och en eller med ett filter, och var och en bara en gång.", "Choose comments one by one or by a filter, and each only once.");

    public static Phrase NoSuggestion { get; } = new(
        "Synpunkten har inget sådant förslag längre.", "The comment no longer has such a suggestion.");

    public static Phrase NothingToChange { get; } = new("Den är redan så.", "It is that way already.");

    public static Phrase NoDocument { get; } = new(
        "Remissen har inget dokument än. Importera det först, så att det finns avsnitt att välja bland.",
        "The consultation has no document yet. Import it first, so that there are sections to choose from.");

    /// <summary>What was done, as the history names it.</summary>
    public static Phrase Kind(string kind) => kind switch
    {
        nameof(SetSections) => new("valde avsnitt", "chose sections"),
        nameof(MarkGeneral) => new("sade om den gäller hela dokumentet", "said whether it is on the whole document"),
        nameof(MergeComments) => new("slog ihop synpunkter", "merged comments"),
        nameof(SplitComment) => new("delade en synpunkt", "split a comment"),
        nameof(MakeComment) => new("gjorde text till synpunkt", "made text a comment"),
        nameof(DismissComment) => new("strök en synpunkt", "dismissed a comment"),
        nameof(SetStance) => new("satte ställningstagande", "set a stance"),
        nameof(SetOverallStance) => new("satte svarets ställningstagande", "set the reply's stance"),
        nameof(AcceptSuggestions) => new("godtog förslag", "accepted suggestions"),
        nameof(RefuseSuggestions) => new("avvisade förslag", "refused suggestions"),
        nameof(MarkReviewed) => new("granskade", "reviewed"),
        nameof(UndoChange) => new("ångrade en ändring", "undid a change"),
        _ => new(kind, kind),
    };

    /// <summary>A stance in words.</summary>
    public static Phrase Stance(Domain.Stances.Stance stance) => stance switch
    {
        Domain.Stances.Stance.Supports => new("tillstyrker", "supports"),
        Domain.Stances.Stance.SupportsWithComments => new("tillstyrker med synpunkter", "supports with comments"),
        Domain.Stances.Stance.Doubtful => new("tveksam", "doubtful"),
        Domain.Stances.Stance.Opposes => new("avstyrker", "opposes"),
        Domain.Stances.Stance.NoObjection => new("ingen erinran", "no objection"),
        Domain.Stances.Stance.Abstains => new("avstår", "abstains"),
        _ => new("tar inte ställning", "takes no position"),
    };
}
