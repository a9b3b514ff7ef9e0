namespace Remiss.Application;

/// <summary>A typed identifier: a guid that cannot be mistaken for that of something else.</summary>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The guid itself.</summary>
    Guid Value { get; }

    /// <summary>The identifier of that guid.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Identifies an organisation that runs consultations.</summary>
public readonly record struct OrganisationId(Guid Value) : IIdentifier<OrganisationId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an account.</summary>
public readonly record struct AccountId(Guid Value) : IIdentifier<AccountId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static AccountId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static AccountId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a consulted body (remissinstans).</summary>
public readonly record struct BodyId(Guid Value) : IIdentifier<BodyId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static BodyId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static BodyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a distribution list (sändlista).</summary>
public readonly record struct DistributionListId(Guid Value) : IIdentifier<DistributionListId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static DistributionListId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DistributionListId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a consultation (remiss).</summary>
public readonly record struct ConsultationId(Guid Value) : IIdentifier<ConsultationId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static ConsultationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ConsultationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a consulted document.</summary>
public readonly record struct DocumentId(Guid Value) : IIdentifier<DocumentId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static DocumentId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DocumentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a version of a consulted document.</summary>
public readonly record struct DocumentVersionId(Guid Value) : IIdentifier<DocumentVersionId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static DocumentVersionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DocumentVersionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a section, the same in every version of its document.</summary>
public readonly record struct StoredSectionId(Guid Value) : IIdentifier<StoredSectionId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static StoredSectionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static StoredSectionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a question.</summary>
public readonly record struct QuestionId(Guid Value) : IIdentifier<QuestionId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static QuestionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static QuestionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an invitation (utskick).</summary>
public readonly record struct InvitationId(Guid Value) : IIdentifier<InvitationId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static InvitationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a reply (remissvar).</summary>
public readonly record struct ResponseId(Guid Value) : IIdentifier<ResponseId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static ResponseId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ResponseId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a version of a reply.</summary>
public readonly record struct ResponseVersionId(Guid Value) : IIdentifier<ResponseVersionId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static ResponseVersionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ResponseVersionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a comment (synpunkt).</summary>
public readonly record struct CommentId(Guid Value) : IIdentifier<CommentId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static CommentId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static CommentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a change of comments.</summary>
public readonly record struct CommentChangeId(Guid Value) : IIdentifier<CommentChangeId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static CommentChangeId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static CommentChangeId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a compiled summary.</summary>
public readonly record struct SummaryId(Guid Value) : IIdentifier<SummaryId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static SummaryId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SummaryId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a piece of work.</summary>
public readonly record struct WorkItemId(Guid Value) : IIdentifier<WorkItemId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static WorkItemId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static WorkItemId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a mail in the outbox.</summary>
public readonly record struct MailId(Guid Value) : IIdentifier<MailId>
{
    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static MailId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static MailId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
