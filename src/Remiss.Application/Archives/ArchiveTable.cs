using System.Collections.Immutable;
using Remiss.Application.Database;

namespace Remiss.Application.Archives;

/// <summary>A table's part in the archive of one consultation.</summary>
/// <param name="Name">The table.</param>
/// <param name="From">From <c>FROM</c> on: which of its rows (as <c>t</c>) belong to <c>@consultation</c>.</param>
/// <param name="Parents">The columns that must point at a row of the same archive, with its table. What points outside would be someone else's.</param>
internal sealed record ArchiveTable(string Name, string From, params (string Column, string Table)[] Parents)
{
    private const string CommentNo = "comment_no";

    // Local numbers are not carried along: in the archive a comment is known by its id alone.
    private static readonly ImmutableHashSet<string> PointsAtComment = ["comment_tag", "disposition"];

    /// <summary>The tables in the order in which they can be filled.</summary>
    public static ImmutableArray<ArchiveTable> All { get; } =
    [
        new("account", """
            FROM account t WHERE t.account_id IN (SELECT account_id FROM consultation_role WHERE consultation_id = @consultation)
            OR t.account_id IN (SELECT d.assigned_to FROM disposition d JOIN comment k ON k.comment_no = d.comment_no WHERE k.consultation_id = @consultation)
            """),
        new("body", """
            FROM body t WHERE t.body_id IN (SELECT body_id FROM invitation WHERE consultation_id = @consultation)
            OR t.body_id IN (SELECT body_id FROM response_body WHERE consultation_id = @consultation)
            OR t.body_id IN (SELECT s.body_id FROM response_sender s JOIN response r ON r.response_id = s.response_id WHERE r.consultation_id = @consultation)
            """),
        new("consultation", OfConsultation("consultation")),
        new("consultation_role", OfConsultation("consultation_role"), ("consultation_id", "consultation"), ("account_id", "account")),
        new("document", OfConsultation("document"), ("consultation_id", "consultation")),
        new("document_version", Via("document_version", "document", "document_id"), ("document_id", "document")),
        new("section", OfDocumentVersion("section"), ("document_version_id", "document_version")),
        new("section_item", OfDocumentVersion("section_item"), ("document_version_id", "document_version")),
        new("section_mapping", OfDocumentVersion("section_mapping"), ("document_version_id", "document_version")),
        new("question", OfConsultation("question"), ("consultation_id", "consultation")),
        new("invitation", OfConsultation("invitation"), ("consultation_id", "consultation"), ("body_id", "body")),
        new("invitation_event", Via("invitation_event", "invitation", "invitation_id"), ("invitation_id", "invitation")),
        new("response", OfConsultation("response"), ("consultation_id", "consultation")),
        new("response_body", OfConsultation("response_body"), ("consultation_id", "consultation"), ("body_id", "body"), ("response_id", "response")),
        new("response_sender", Via("response_sender", "response", "response_id"), ("response_id", "response"), ("body_id", "body")),
        new("response_version", OfConsultation("response_version"), ("consultation_id", "consultation"), ("response_id", "response")),
        new("reservation", OfResponseVersion("reservation"), ("response_version_id", "response_version")),
        new("response_file", OfResponseVersion("response_file"), ("response_version_id", "response_version")),
        new("answer", OfResponseVersion("answer"), ("response_version_id", "response_version"), ("question_id", "question")),
        new("comment", OfConsultation("comment"), ("consultation_id", "consultation"), ("response_version_id", "response_version")),
        new("comment_tag", OfComment("comment_tag"), ("comment_id", "comment")),
        new("ledger_run", OfResponseVersion("ledger_run"), ("response_version_id", "response_version")),
        new("unresolved_reference", OfResponseVersion("unresolved_reference"), ("response_version_id", "response_version")),
        new("comment_change", OfResponseVersion("comment_change"), ("response_version_id", "response_version")),
        new("disposition", OfComment("disposition"), ("comment_id", "comment"), ("assigned_to", "account")),
        // What was not finished cannot be finished elsewhere.
        new("summary", "FROM summary t WHERE t.consultation_id = @consultation AND t.state IN ('Done', 'Failed')", ("consultation_id", "consultation")),
        new("summary_file", "FROM summary_file t JOIN summary s ON s.summary_id = t.summary_id WHERE s.consultation_id = @consultation AND s.state IN ('Done', 'Failed')", ("summary_id", "summary")),
        new("mail", OfConsultation("mail"), ("consultation_id", "consultation"), ("invitation_id", "invitation")),
    ];

    /// <summary>The columns as the archive has them: without local numbers and without passwords.</summary>
    public ImmutableArray<ColumnShape> Columns { get; } =
    [
        .. SchemaShape.Tables[Name].Where(c => c.Name is not "organisation_id" and not "consultation_no" and not "password_hash" && (c.Name != CommentNo || PointsAtComment.Contains(Name)))
            .Select(c => c.Name == CommentNo ? new ColumnShape("comment_id", ColumnKind.Guid, IsNullable: false) : c),
    ];

    /// <summary>Whether its rows hang on a comment by its local number.</summary>
    public bool IsOfComment => PointsAtComment.Contains(Name);

    /// <summary>The columns that hold the name of a stored file.</summary>
    public ImmutableArray<string> FileColumns => Name is "document_version" or "response_file" or "summary_file" ? ["sha256"] : [];

    /// <summary>A select of its rows, in an order that is the same wherever they are kept.</summary>
    public string Select => $"SELECT {string.Join(", ", Columns.Select(c => (c.Name == "comment_id" && IsOfComment ? "k." : "t.") + c.Name))} {From} ";

    /// <summary>An insert of one row; local numbers are found by the comment's id.</summary>
    public string Insert
    {
        get
        {
            var own = Columns.Where(c => c.Name != "comment_id" || !IsOfComment).Select(c => c.Name).ToList();
            var into = own.ToList();
            var values = own.Select(c => "@" + c).ToList();
            if (IsOfComment)
            {
                into.Add(CommentNo);
                values.Add(CommentNo);
            }
            if (SchemaShape.Tables[Name].Any(c => c.Name == "organisation_id"))
            {
                into.Add("organisation_id");
                values.Add("@organisation_id");
            }
            string columns = string.Join(", ", into);
            return IsOfComment
                ? $"INSERT INTO {Name} ({columns}) SELECT {string.Join(", ", values)} FROM comment WHERE comment_id = @comment_id"
                : $"INSERT INTO {Name} ({columns}) VALUES ({string.Join(", ", values)})";
        }
    }

    private static string OfConsultation(string table) => $"FROM {table} t WHERE t.consultation_id = @consultation";

    private static string Via(string table, string parent, string key) =>
        $"FROM {table} t JOIN {parent} p ON p.{key} = t.{key} WHERE p.consultation_id = @consultation";

    private static string OfDocumentVersion(string table) =>
        $"FROM {table} t JOIN document_version v ON v.document_version_id = t.document_version_id JOIN document d ON d.document_id = v.document_id WHERE d.consultation_id = @consultation";

    private static string OfResponseVersion(string table) =>
        $"FROM {table} t JOIN response_version v ON v.response_version_id = t.response_version_id WHERE v.consultation_id = @consultation";

    private static string OfComment(string table) =>
        $"FROM {table} t JOIN comment k ON k.comment_no = t.comment_no WHERE k.consultation_id = @consultation";
}
