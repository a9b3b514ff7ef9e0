using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;

namespace Remiss.Cli.Evaluation;

/// <summary>
/// Measures <see cref="SectionRanker"/> on comments whose section is known. The file is JSON:
/// <c>{"document":{"title","sections":[{"number","title","text"}]},"comments":[{"text","section"}]}</c>, where
/// <c>section</c> is the number of a section.
/// </summary>
internal static class TopicEvaluation
{
    /// <summary>A comment of so many words or more is long.</summary>
    public const int LongFrom = 15;

    /// <summary>The confidence from which a suggestion is accepted, unless the caller says otherwise.</summary>
    public const double DefaultAccept = 0.8;

    /// <summary>How many times the comments are split into a half that teaches and a half that is ranked.</summary>
    public const int Splits = 20;

    private const int TopFew = 3;

    private sealed record Input(Document? Document, ImmutableArray<Remark?>? Comments);

    private sealed record Document(string? Title, ImmutableArray<Part?>? Sections);

    private sealed record Part(string? Number, string? Title, string? Text);

    private sealed record Remark(string? Text, string? Section);

    /// <summary>Ranks the document's sections for each comment and sums up; refused where the text is not of the form.</summary>
    public static Result<TopicReport> Run(string json, double accept = DefaultAccept)
    {
        Result<Input> read = Read(json);
        if (!read.IsOk) return read.Failure;
        ImmutableArray<Part?> parts = read.Value.Document?.Sections ?? [];
        ImmutableArray<Remark?> remarks = read.Value.Comments ?? [];
        if (parts.IsDefaultOrEmpty) return Refused("Filen saknar dokumentets avsnitt (document.sections).", "The file lacks the document's sections (document.sections).");
        if (remarks.IsDefaultOrEmpty) return Refused("Filen saknar synpunkter (comments).", "The file lacks comments (comments).");
        for (int i = 0; i < remarks.Length; i++)
        {
            if (remarks[i] is { Text: not null, Section: not null }) continue;
            return Refused(
                $"Synpunkt nummer {i + 1} saknar text eller avsnitt (text, section).",
                $"Comment number {i + 1} lacks its text or section (text, section).");
        }

        SectionTree tree = TreeOf(read.Value.Document?.Title, parts);
        var ranker = new SectionRanker(tree);
        ImmutableArray<TopicComment> comments = [.. remarks.Select(r => Ranked(ranker, r!.Text!, r.Section!))];
        return new TopicReport(accept, Figures(comments, accept), Figures([.. comments.Where(IsLong)], accept), comments, Teaching(tree, ranker, comments, accept));
    }

    // Only what the annotation says counts as confirmed; a section that the document lacks teaches nothing.
    private static TeachingFigures? Teaching(SectionTree tree, SectionRanker ranker, ImmutableArray<TopicComment> comments, double accept)
    {
        if (comments.Length < 2) return null;
        ILookup<string, SectionId> ids = tree.Sections.ToLookup(s => s.Number ?? s.Title, s => s.Id, StringComparer.Ordinal);
        var untaught = ImmutableArray.CreateBuilder<TopicComment>();
        var taught = ImmutableArray.CreateBuilder<TopicComment>();
        for (int seed = 1; seed <= Splits; seed++)
        {
            TopicComment[] shuffled = [.. comments];
            new Random(seed).Shuffle(shuffled);
            TopicComment[] hidden = shuffled[(shuffled.Length / 2)..];
            SectionRanker learned = ranker.WithConfirmed(
                shuffled[..(shuffled.Length / 2)].SelectMany(c => ids[c.Gold].Take(1).Select(id => (c.Text, id))));
            untaught.AddRange(hidden);
            taught.AddRange(hidden.Select(c => Ranked(learned, c.Text, c.Gold)));
        }
        return new TeachingFigures(Splits, Figures(untaught.ToImmutable(), accept), Figures(taught.ToImmutable(), accept));
    }

    private static Result<Input> Read(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<Input>(json, JsonSerializerOptions.Web) is { } input) return input;
            return Refused("Filen är tom på innehåll.", "The file has no content.");
        }
        catch (JsonException error)
        {
            long line = (error.LineNumber ?? 0) + 1;
            return Refused(
                $"Filen är inte JSON i den form som behövs; felet finns på rad {line}.",
                $"The file is not JSON of the form that is needed; the error is on line {line}.");
        }
    }

    private static Invalid Refused(string swedish, string english) => new(new Phrase(swedish, english));

    private static SectionTree TreeOf(string? title, ImmutableArray<Part?> parts) => new(
        title ?? string.Empty,
        [
            .. parts.Select((part, i) => new Section
            {
                // The place keeps ids apart where a number stands twice.
                Id = new SectionId($"{i}:{part?.Number}"),
                Number = part?.Number,
                Title = part?.Title ?? string.Empty,
                Level = part?.Number?.Split('.', StringSplitOptions.RemoveEmptyEntries).Length ?? 1,
                PageFrom = 1,
                PageTo = 1,
                Text = part?.Text ?? string.Empty,
            }),
        ]);

    private static TopicComment Ranked(SectionRanker ranker, string text, string gold) => new(
        text,
        gold,
        [.. ranker.Rank(text).Select(s => new RankedSection(s.Section.Number ?? s.Section.Title, s.Confidence))]);

    private static bool IsLong(TopicComment comment) =>
        comment.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LongFrom;

    private static TopicFigures Figures(ImmutableArray<TopicComment> comments, double accept)
    {
        if (comments.IsEmpty) return new TopicFigures(0, 0, 0, 0, 0);
        double count = comments.Length;
        ImmutableArray<TopicComment> accepted = [.. comments.Where(c => c.Ranked[0].Confidence >= accept)];
        return new TopicFigures(
            comments.Length,
            comments.Count(IsFirst) / count,
            comments.Count(c => c.Ranked.Take(TopFew).Any(s => s.Number == c.Gold)) / count,
            accepted.Length / count,
            accepted.IsEmpty ? 0 : (double)accepted.Count(IsFirst) / accepted.Length);
    }

    private static bool IsFirst(TopicComment comment) => comment.Ranked[0].Number == comment.Gold;
}
