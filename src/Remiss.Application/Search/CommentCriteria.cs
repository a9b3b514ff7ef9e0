using System.Collections.Immutable;
using Dapper;
using FluentValidation;
using Remiss.Application.Dispositions;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;

namespace Remiss.Application.Search;

/// <summary>How far a comment's tagging has come.</summary>
public enum Tagging
{
    /// <summary>It has a section that counts.</summary>
    Settled,

    /// <summary>It has none that counts, but a suggestion that no one has answered.</summary>
    Suggested,

    /// <summary>It has neither.</summary>
    Untagged,
}

/// <summary>Which comments are wanted; null asks for nothing, and all that is asked for must hold.</summary>
public sealed record CommentCriteria
{
    private const int LongestName = 200;

    /// <summary>Tagged with this section or one below it (suggestions too, unless <see cref="Tagging"/> says otherwise).</summary>
    public StoredSectionId? Section { get; init; }

    /// <summary>Of this reply.</summary>
    public ResponseId? Response { get; init; }

    /// <summary>Of a reply that this body gave, alone or with others.</summary>
    public BodyId? Body { get; init; }

    /// <summary>Of a reply with a sender whose name holds this.</summary>
    public string? Sender { get; init; }

    /// <summary>With this stance.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Tagged so far. Together with <see cref="Section"/> it asks for tags of that kind on that section.</summary>
    public Tagging? Tagging { get; init; }

    /// <summary>Reviewed by a person, or not.</summary>
    public bool? IsReviewed { get; init; }

    /// <summary>On the document as a whole, or not.</summary>
    public bool? IsGeneral { get; init; }

    /// <summary>With a disposition in this state; a comment that has none is open.</summary>
    public DispositionState? DispositionState { get; init; }

    /// <summary>With a disposition of this kind.</summary>
    public DispositionKind? DispositionKind { get; init; }

    /// <summary>Of a reply received on this day or later.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Of a reply received on this day or earlier.</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>Whether it asks something of the reply and not only of the comment.</summary>
    internal bool AsksOfReply => Body is not null || !string.IsNullOrWhiteSpace(Sender) || ReceivedFrom is not null || ReceivedTo is not null || Response is not null;

    internal sealed class Validator : AbstractValidator<CommentCriteria>
    {
        public Validator()
        {
            RuleFor(c => c.Sender).IsOptionalText(LongestName, "Avsändaren", "The sender");
            RuleFor(c => c).Must(c => c.ReceivedFrom is not { } from || c.ReceivedTo is not { } to || from <= to)
                .Says("Perioden slutar före den börjar. Byt plats på datumen.", "The period ends before it begins. Swap the dates.");
        }
    }
}

/// <summary>The criteria as conditions, with their values.</summary>
internal sealed class CommentConditions
{
    private readonly List<string> _ofComment = [];
    private readonly List<Func<string, string>> _ofNumber = [];
    private readonly string _consultation;
    private readonly bool _asksOfReply;
    private string? _inSections;

    /// <param name="criteria">What is asked for.</param>
    /// <param name="consultation">What <c>consultation_id</c> must be: <c>= @consultation</c>, or <c>IN</c> and a select.</param>
    /// <param name="sections">The sections that the criteria's section stands for; empty where it stands for none.</param>
    public CommentConditions(CommentCriteria criteria, string consultation, ImmutableArray<Guid> sections)
    {
        _consultation = consultation;
        _asksOfReply = criteria.AsksOfReply;
        if (_asksOfReply) _ofComment.Add($"k.response_version_id IN ({Replies(criteria, consultation)})");
        if (criteria.Stance is { } stance) _ofComment.Add(With("k.stance = @stance", "stance", stance.ToString()));
        if (criteria.IsGeneral is { } general) _ofComment.Add(general ? "k.is_general = 1" : "k.is_general = 0");
        if (criteria.IsReviewed is { } reviewed) _ofComment.Add(reviewed ? "k.reviewed_at IS NOT NULL" : "k.reviewed_at IS NULL");
        AddTags(criteria, sections);
        if (criteria.DispositionKind is { } kind) _ofNumber.Add(no => $"EXISTS ({Disposition(no)} AND d.kind = @kind)");
        if (criteria.DispositionState is { } state)
            _ofNumber.Add(no => state == DispositionState.Open ? $"NOT EXISTS ({Disposition(no)} AND d.state <> @state)" : $"EXISTS ({Disposition(no)} AND d.state = @state)");
        Values.Add("kind", criteria.DispositionKind?.ToString());
        Values.Add("state", criteria.DispositionState?.ToString());
    }

    /// <summary>The values that the conditions name; whoever uses them adds its own.</summary>
    public DynamicParameters Values { get; } = new();

    /// <summary>Whether the comment's own row <c>k</c> must be read.</summary>
    public bool AsksOfComment => _ofComment.Count > 0;

    /// <summary>The conditions on a comment <c>k</c>.</summary>
    // Replies that came again are few: leaving out what they replaced is cheaper than asking each comment for its reply.
    public string Sql => string.Join(
        " AND ", ["k.is_current = 1", OfNumber("k.comment_no", onlyIndexed: false), .. _asksOfReply ? [] : new[] { $"k.response_version_id NOT IN (SELECT w.response_version_id {Replaced(string.Empty)})" }]);

    /// <summary>From <c>FROM</c> on: the comments <c>k</c> of <c>@consultation</c> that are wanted, each once, in no order; only their numbers.</summary>
    // Where a section is asked for, and nothing that stands in the comments' own long rows, those are not read.
    public string Wanted => _inSections is null || AsksOfComment
        ? $"FROM comment k WHERE k.consultation_id = @consultation AND {Sql}"
        : $"""
            FROM (SELECT DISTINCT s.comment_no {_inSections} AND s.comment_no IN
                (SELECT n.comment_no FROM comment n WHERE n.consultation_id = @consultation AND n.is_current = 1)) k
            WHERE {OfNumber("k.comment_no", onlyIndexed: true)}
            """;

    /// <summary>The conditions on a comment by its number.</summary>
    /// <param name="no">The number, as SQL.</param>
    /// <param name="onlyIndexed">Whether it came from the index of words, so that it is current but perhaps of a version that was replaced.</param>
    public string OfNumber(string no, bool onlyIndexed)
    {
        List<string> all = [.. _ofComment, .. _ofNumber.Select(c => c(no))];
        if (onlyIndexed && !_asksOfReply) all.Add($"{no} NOT IN (SELECT x.comment_no {Replaced("JOIN comment x ON x.response_version_id = w.response_version_id")})");
        return all.Count == 0 ? "1 = 1" : string.Join(" AND ", all);
    }

    private void AddTags(CommentCriteria criteria, ImmutableArray<Guid> sections)
    {
        static string Of(string no) => $"SELECT 1 FROM comment_tag t WHERE t.comment_no = {no} AND t.status";
        if (criteria.Section is null)
        {
            if (criteria.Tagging is Tagging.Settled) _ofNumber.Add(no => $"EXISTS ({Of(no)} = 'Settled')");
            else if (criteria.Tagging is Tagging.Suggested) _ofNumber.Add(no => $"EXISTS ({Of(no)} = 'Suggested') AND NOT EXISTS ({Of(no)} = 'Settled')");
            else if (criteria.Tagging is Tagging.Untagged) _ofNumber.Add(no => $"NOT EXISTS ({Of(no)} IN ('Settled', 'Suggested'))");
            return;
        }
        string status = criteria.Tagging switch { null => "IN ('Settled', 'Suggested')", Tagging.Settled => "= 'Settled'", Tagging.Suggested => "= 'Suggested'", _ => "= 'None'" };
        Values.Add("sections", sections);
        _inSections = $"FROM comment_tag s WHERE s.section_id IN @sections AND s.status {status}";
        _ofNumber.Add(no => $"{no} IN (SELECT s.comment_no {_inSections})");
    }

    private static string Disposition(string no) => $"SELECT 1 FROM disposition d WHERE d.comment_no = {no}";

    private string Replies(CommentCriteria criteria, string consultation)
    {
        var of = new List<string> { $"v.consultation_id {consultation}", "r.response_id = v.response_id", "r.current_version = v.number" };
        if (criteria.Response is { } response) of.Add(With("r.response_id = @response", "response", response));
        if (criteria.ReceivedFrom is { } from) of.Add(With("v.received_on >= @from", "from", from));
        if (criteria.ReceivedTo is { } to) of.Add(With("v.received_on <= @to", "to", to));
        if (criteria.Body is { } body) of.Add(With("EXISTS (SELECT 1 FROM response_body b WHERE b.response_id = r.response_id AND b.body_id = @body)", "body", body));
        if (Database.SoughtText.Of(criteria.Sender) is { } sender)
            of.Add(With("EXISTS (SELECT 1 FROM response_sender n WHERE n.response_id = r.response_id AND CHARINDEX(@sender, LOWER(n.name)) > 0)", "sender", sender));
        return $"SELECT v.response_version_id FROM response_version v CROSS JOIN response r WHERE {string.Join(" AND ", of)}";
    }

    // From the versions w that a newer one of the same reply replaced.
    private string Replaced(string join) => $"""
        FROM response q JOIN response_version w ON w.response_id = q.response_id {join}
        WHERE q.consultation_id {_consultation} AND q.current_version > 1 AND w.number <> q.current_version
        """;

    private string With(string condition, string name, object value)
    {
        Values.Add(name, value);
        return condition;
    }

    /// <summary>The ids of a section and all below it, under every id they ever had; empty where the document has no such section now.</summary>
    public static ImmutableArray<Guid> SectionsUnder(StoredDocument? document, StoredSectionId? section)
    {
        if (section is not { } id || document?.KeyOf(id) is not { } key) return [];
        SectionTree tree = document.Tree;
        int first = tree.IndexOf(key);
        int end = first + 1;
        while (end < tree.Sections.Length && tree.Sections[end].Level > tree.Sections[first].Level) end++;
        return [.. document.Keys.Where(k => k.Value is { } now && tree.IndexOf(now) is var at && at >= first && at < end).Select(k => k.Key.Value)];
    }
}
