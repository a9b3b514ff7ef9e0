using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Documents;

/// <summary>Writes the rows of a document's version; once written they never change.</summary>
internal static class VersionRows
{
    private const string AddVersion = """
        INSERT INTO document_version (document_version_id, document_id, number, title, file_name, sha256, text_json, reason, imported_by, imported_at)
        VALUES (@Id, @Document, @Number, @Title, @FileName, @Sha256, @TextJson, @Reason, @ImportedBy, @ImportedAt)
        """;

    private const string AddSection = """
        INSERT INTO section (document_version_id, section_id, section_key, ordinal, number, title, level, page_from, page_to, section_text)
        VALUES (@version, @id, @key, @ordinal, @Number, @Title, @Level, @PageFrom, @PageTo, @Text)
        """;

    private const string AddItem = """
        INSERT INTO section_item (document_version_id, section_id, number, item_key, label, item_text, page)
        VALUES (@version, @id, @Number, @key, @Label, @Text, @Page)
        """;

    private const string AddMapping = """
        INSERT INTO section_mapping (document_version_id, section_id, becomes_section_id, how, similarity)
        VALUES (@version, @Id, @Becomes, @how, @Similarity)
        """;

    /// <summary>Whether the two trees would be kept as the same rows.</summary>
    public static bool AreSame(SectionTree a, SectionTree b) => a.Title == b.Title && a.Sections.Length == b.Sections.Length
        && a.Sections.Zip(b.Sections).All(pair => pair.First with { Items = [] } == pair.Second with { Items = [] } && pair.First.Items.SequenceEqual(pair.Second.Items));

    /// <summary>Writes them in the open transaction.</summary>
    public static async Task AddAsync(DbSession session, NewVersion version, SectionTree tree, SectionLineage lineage, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(AddVersion, version, cancellationToken).ConfigureAwait(false);
        var sections = tree.Sections.Select((s, i) => new
        {
            version = version.Id,
            id = lineage.Ids[i],
            key = s.Id.Value,
            ordinal = i + 1,
            s.Number,
            s.Title,
            s.Level,
            s.PageFrom,
            s.PageTo,
            s.Text,
        });
        await session.ExecuteAsync(AddSection, sections, cancellationToken).ConfigureAwait(false);
        var items = tree.Sections.SelectMany((s, i) => s.Items.Select((item, n) => new
        {
            version = version.Id,
            id = lineage.Ids[i],
            item.Number,
            key = lineage.ItemKeys[i][n],
            item.Label,
            item.Text,
            item.Page,
        }));
        await session.ExecuteAsync(AddItem, items, cancellationToken).ConfigureAwait(false);
        var mappings = lineage.Mappings.Select(m => new { version = version.Id, m.Id, m.Becomes, how = m.How.ToString(), m.Similarity });
        await session.ExecuteAsync(AddMapping, mappings, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The facts of a version that is written.</summary>
internal sealed record NewVersion
{
    public required DocumentVersionId Id { get; init; }

    public required DocumentId Document { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required string TextJson { get; init; }

    public string? Reason { get; init; }

    public AccountId? ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}
