using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Stances;

public sealed class StanceReaderProperties
{
    private static readonly string[] Pieces =
    [
        "tillstyrker", "avstyrker", "inte", "inga synpunkter", "men", "att", ",", ".", "?", "\n", "\n\n", "• ", ":", " – ", "ställer sig", "positiv",
        "till", "förslaget", "utredningen", "liksom", "bör", "saknar", "kan", "ta ställning", "avstår från att yttra sig", "-\n", "\u00AD", "\uD83D", "s. 3",
        "ifrågasätter", "om", "eftersom", "och", "i huvudsak", "ti11styrker", "\0", "A",
        "TILLSTYRKER", "INSTÄMMER I", "INTE",
    ];

    private static Gen<string> Texts =>
        from pieces in Gen.ListOf(Gen.Frequency((8, Gen.Elements(Pieces)), (1, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""))))
        select string.Join(' ', pieces);

    private static Gen<TextSpan> Spans =>
        from start in Gen.Choose(-5, 200)
        from length in Gen.Frequency((9, Gen.Choose(-5, 300)), (1, Gen.Constant(int.MaxValue)))
        select new TextSpan(start, length);

    [Test]
    public void Any_text_and_any_span_give_a_stance_with_words_inside_the_text()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), Spans.ToArbitrary(), Spans.ToArbitrary(), (text, span, other) =>
        {
            StanceReading reading = StanceReader.Read(text, span, new StanceContext(other, other));
            return reading.Evidence is { } words
                ? words.Start >= 0 && words.Length > 0 && words.End <= text.Length
                : reading.Stance == Stance.NotStated;
        }));
    }

    [Test]
    public void Turns_ascend_inside_the_span()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), Spans.ToArbitrary(), (text, span) =>
        {
            int[] turns = [.. StanceReader.Turns(text, span)];
            long end = Math.Min(text.Length, (long)Math.Max(0, span.Start) + Math.Max(0, span.Length));
            return turns.All(t => t > Math.Max(0, span.Start) && t < end) && turns.SequenceEqual(turns.Distinct().Order());
        }));
    }

    [Test]
    public void The_same_text_gives_the_same_stance_in_any_culture()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var whole = new TextSpan(0, text.Length);
            StanceReading plain = StanceReader.Read(text, whole, default);
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
                return StanceReader.Read(text, whole, default) == plain;
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }));
    }

    [Test]
    public void The_stance_of_the_whole_is_total_too()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), Spans.ToArbitrary(), Spans.ToArbitrary(), (text, one, two) =>
        {
            var comments = new[] { one, two }.Select(s => new StancedComment(s, StanceReader.Read(text, s, default), false, false)).ToList();
            StanceReading reading = StanceReader.Overall(text, comments);
            return reading == StanceReader.Overall(text, comments)
                && (reading.Evidence is not { } words || words.Start >= 0 && words.End <= text.Length);
        }));
    }
}
