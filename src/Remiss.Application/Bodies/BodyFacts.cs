using FluentValidation;
using Remiss.Application.Pipeline;

namespace Remiss.Application.Bodies;

/// <summary>What is kept of a body.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of body it is.</param>
public sealed record BodyFacts(string Name, BodyKind Kind)
{
    /// <summary>Its official code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its organisation number, <c>NNNNNN-NNNN</c>, or null.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>The address that invitations go to, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Whom to turn to there, or null.</summary>
    public string? ContactName { get; init; }

    /// <summary>The same without blanks around, and empty texts as null.</summary>
    internal BodyFacts Trimmed() => new(Name.Trim(), Kind)
    {
        Code = Text(Code),
        OrganisationNumber = Text(OrganisationNumber),
        Email = Text(Email),
        ContactName = Text(ContactName),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The rules of form.</summary>
    internal sealed class Validator : AbstractValidator<BodyFacts>
    {
        public Validator()
        {
            RuleFor(b => b.Name).IsShortText(300, "Instansens namn", "The body's name");
            RuleFor(b => b.Kind).Must(Enum.IsDefined).Says("Typen av instans finns inte.", "There is no such kind of body.");
            RuleFor(b => b.Code).Must((b, code) => string.IsNullOrWhiteSpace(code) || b.Kind.Fits(code.Trim()))
                .Says("Koden har fel form: en kommun har fyra siffror (1480), en region eller länsstyrelse två (14).", "The code has the wrong form: a municipality has four digits (1480), a region or county board two (14).");
            RuleFor(b => b.OrganisationNumber).Must(n => string.IsNullOrWhiteSpace(n) || IsOrganisationNumber(n.Trim()))
                .Says("Organisationsnumret ska skrivas med tio siffror: NNNNNN-NNNN.", "The organisation number is written with ten digits: NNNNNN-NNNN.");
            RuleFor(b => b.Email).IsOptionalEmail();
            RuleFor(b => b.ContactName).Must(text => text is null || (text.Length <= 200 && !text.Any(char.IsControl)))
                .Says("Kontaktpersonens namn får vara högst 200 tecken på en rad.", "The contact's name may be at most 200 characters on one line.");
        }

        private static bool IsOrganisationNumber(string text) =>
            text.Length == 11 && text[6] == '-' && text.Where((_, i) => i != 6).All(char.IsAsciiDigit);
    }
}

/// <summary>A body as it is kept.</summary>
public sealed record BodyRow
{
    internal const string Columns =
        "b.body_id AS id, b.organisation_id, b.name, b.kind, b.code, b.organisation_number, b.email, b.contact_name, b.is_retired, b.version";

    /// <summary>Which.</summary>
    public BodyId Id { get; init; }

    /// <summary>In whose register.</summary>
    public OrganisationId OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What kind of body it is.</summary>
    public BodyKind Kind { get; init; }

    /// <summary>Its official code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its organisation number, or null.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>The address that invitations go to, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Whom to turn to there, or null.</summary>
    public string? ContactName { get; init; }

    /// <summary>Whether it is no longer asked.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Its version, to be handed back with a change.</summary>
    public int Version { get; init; }

    /// <summary>What a person can change.</summary>
    internal BodyFacts Facts => new(Name, Kind) { Code = Code, OrganisationNumber = OrganisationNumber, Email = Email, ContactName = ContactName };
}
