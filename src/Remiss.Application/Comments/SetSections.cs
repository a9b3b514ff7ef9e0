using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.References;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>
/// Says which sections comments are about: typed as a person writes them (<c>3.1–3.4, 5</c>), chosen by id, or both. What the
/// document does not have is refused and named; nothing is invented.
/// </summary>
public static class SetSections
{
    private const int LongestTyped = 2_000;
    private const int MostSections = 500;

    /// <summary>The choice.</summary>
    /// <param name="Consultation">Whose.</param>
    /// <param name="Which">The comments.</param>
    /// <param name="Mode">Whether these are the sections, more of them, or not theirs.</param>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which, SectionsMode Mode) : ICommand<EditReceipt>
    {
        /// <summary>Sections as typed, or null.</summary>
        public string? Typed { get; init; }

        /// <summary>Sections by id, each as a whole or one of its points.</summary>
        public ImmutableArray<SectionChoice> Sections { get; init; } = [];

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Which).IsSelection();
            RuleFor(c => c.Mode).IsInEnum().Says("Säg om avsnitten ska ersätta, läggas till eller tas bort.", "Say whether to replace, add or remove the sections.");
            RuleFor(c => c.Typed).IsOptionalText(LongestTyped, "Avsnitten", "The sections");
            RuleFor(c => c.Sections).Must(s => !s.IsDefault && s.Length <= MostSections)
                .Says($"Välj högst {MostSections} avsnitt.", $"Choose at most {MostSections} sections.");
            // Replacing by nothing takes all away; adding or removing nothing is a slip.
            RuleFor(c => c).Must(c => c.Mode == SectionsMode.Replace || !string.IsNullOrWhiteSpace(c.Typed) || !c.Sections.IsDefaultOrEmpty)
                .Says("Ange minst ett avsnitt.", "Give at least one section.");
        }
    }

    internal sealed class Handler(CommentEditor editor, StoredDocuments documents) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public async Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await documents.CurrentAsync(command.Consultation, cancellationToken).ConfigureAwait(false) is not { } document) return new Invalid(CommentPhrases.NoDocument);
            Result<ImmutableArray<ChosenSection>> chosen = Choose(command, document);
            if (!chosen.IsOk) return chosen.Failure;
            return await editor.MarkAsync(
                nameof(SetSections), command.Which,
                comment => MarkEdits.Sections(comment, command.Mode, AsTagged(comment, chosen.Value, document), editor.Stamp),
                cancellationToken).ConfigureAwait(false);
        }

        private static Result<ImmutableArray<ChosenSection>> Choose(Command command, StoredDocument document)
        {
            var chosen = new List<ChosenSection>();
            foreach (SectionChoice choice in command.Sections)
            {
                if (document.KeyOf(choice.Section) is not { } key || document.Tree.Find(key) is not { } section || (choice.Item != 0 && section.Items.All(i => i.Number != choice.Item)))
                    return new Invalid(new Phrase("Ett av avsnitten finns inte i dokumentet. Läs in sidan igen och välj på nytt.", "One of the sections is not in the document. Load the page again and choose anew."), nameof(Command.Sections));
                chosen.Add(new ChosenSection(document.IdOf(key).Value, document.ItemKeyOf(key, choice.Item)));
            }
            Result<ImmutableArray<SectionTag>> typed = TypedSections.Read(command.Typed ?? string.Empty, document.Tree);
            if (!typed.IsOk) return typed.Failure is Invalid invalid ? invalid with { Field = nameof(Command.Typed) } : typed.Failure;
            chosen.AddRange(typed.Value.Select(t => new ChosenSection(document.IdOf(t.Section!.Value).Value, document.ItemKeyOf(t.Section.Value, t.Item ?? 0))));
            return ImmutableArray.CreateRange(chosen.Distinct());
        }

        /// <summary>A tag may bear the id that the section had in an older version: then that tag is meant, and no second one made.</summary>
        private static ImmutableArray<ChosenSection> AsTagged(KeptComment comment, ImmutableArray<ChosenSection> chosen, StoredDocument document) =>
        [
            .. chosen.Select(c => comment.Tags.FirstOrDefault(t => t.Section != c.Section && document.ItemOf(new StoredSectionId(t.Section), t.Item) == document.ItemOf(new StoredSectionId(c.Section), c.Item)
                    && document.KeyOf(new StoredSectionId(t.Section)) is { } key && document.IdOf(key).Value == c.Section) is { } older
                ? new ChosenSection(older.Section, older.Item) : c),
        ];
    }
}

/// <summary>A section that is chosen by id.</summary>
/// <param name="Section">The section.</param>
/// <param name="Item">Its numbered point, or 0 for the section as a whole.</param>
public readonly record struct SectionChoice(StoredSectionId Section, int Item = 0);

/// <summary>The rule that every choice of comments keeps.</summary>
internal static class SelectionRule
{
    public static IRuleBuilderOptions<T, CommentSelection> IsSelection<T>(this IRuleBuilder<T, CommentSelection> rule) => rule
        .Must(s => s is { IsSound: true }).Says(CommentPhrases.Select.Swedish, CommentPhrases.Select.English);
}
