using Remiss.Domain.Results;

namespace Remiss.Application.Questions;

/// <summary>What may be done to questions that others see, change and answer at the same time.</summary>
internal static class QuestionRules
{
    /// <summary>Why the list cannot be set, or null.</summary>
    public static Failure? Refusal(SetQuestions.Command command, Dictionary<QuestionId, Question> now)
    {
        if (command.Questions.Any(q => q.Id is { } id && !now.ContainsKey(id)) || command.Removed.Any(id => !now.ContainsKey(id)))
            return new Conflict(new Phrase("En av frågorna finns inte längre. Läs in frågorna på nytt.", "One of the questions does not exist any more. Load the questions again."));
        HashSet<QuestionId> named = [.. command.Removed, .. command.Questions.Select(q => q.Id).OfType<QuestionId>()];
        if (named.Count != command.Removed.Length + command.Questions.Count(q => q.Id is not null))
            return new Invalid(new Phrase("En fråga kan inte både ändras och tas bort.", "A question cannot both be changed and removed."), "Removed");
        if (now.Values.FirstOrDefault(q => !named.Contains(q.Id)) is { } added)
        {
            return new Conflict(new Phrase(
                $"Någon annan har lagt till frågan ”{added.Text}”. Läs in frågorna på nytt, så att den inte försvinner.",
                $"Someone else has added the question “{added.Text}”. Load the questions again, so that it is not lost."));
        }
        foreach (SetQuestions.Item item in command.Questions)
        {
            if (item.Id is not { } id) continue;
            Question old = now[id];
            if (old.Version != item.Version)
            {
                return new Conflict(new Phrase(
                    $"Någon annan har ändrat en fråga. Den lyder nu ”{old.Text}”; du skrev ”{item.Text}”. Inget har sparats.",
                    $"Someone else has changed a question. It now says “{old.Text}”; you wrote “{item.Text}”. Nothing was saved."));
            }
            if (old.Answers > 0 && (item.Kind != old.Kind || item.Section != old.Section || Moves(old, item))) return Answered(old);
        }
        return command.Removed.Select(id => now[id]).FirstOrDefault(q => q.Answers > 0) is { } lost ? Answered(lost) : null;
    }

    // An answer is kept as an option's place.
    private static bool Moves(Question old, SetQuestions.Item item) => item.Options.Length < old.Options.Length
        || old.Options.Select((option, i) => item.Options.IndexOf(option) is var now && now >= 0 && now != i).Any(moved => moved);

    /// <summary>Whether nothing changes but perhaps its place.</summary>
    public static bool IsSame(Question old, SetQuestions.Item item) => old.Kind == item.Kind && old.Text == item.Text.Trim() && old.IsRequired == item.IsRequired
        && old.Section == item.Section && old.Options.SequenceEqual(item.Options.Select(o => o.Trim()));

    private static Conflict Answered(Question question) => new(new Phrase(
        $"Frågan ”{question.Text}” är redan besvarad. Den kan omformuleras och få fler alternativ sist, men inte tas bort eller besvaras på annat sätt. Lägg till en ny fråga i stället.",
        $"The question “{question.Text}” has been answered already. It can be reworded and get more options at the end, but not be removed or be answered in another way. Add a new question instead."));
}
