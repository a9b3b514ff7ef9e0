using System.Collections.Concurrent;
using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Domain.Sections;

namespace Remiss.Application.Documents;

/// <summary>Hands out the consulted documents of consultations as one tree each, from a small cache: versions never change.</summary>
public sealed class StoredDocuments(DbSession session, StoredDocumentCache cache)
{
    private const string ListCurrent = """
        SELECT d.document_id, d.ordinal, d.title AS document_title, v.document_version_id AS version_id, v.title AS version_title
        FROM document d JOIN document_version v ON v.document_id = d.document_id
        WHERE d.consultation_id = @consultation
            AND v.number = (SELECT MAX(w.number) FROM document_version w WHERE w.document_id = d.document_id)
        ORDER BY d.ordinal
        """;

    private const string FindText = "SELECT text_json FROM document_version WHERE document_version_id = @version";

    private const string ListSections = """
        SELECT section_id, section_key, number, title, level, page_from, page_to, section_text
        FROM section WHERE document_version_id = @version ORDER BY ordinal
        """;

    private const string ListItems =
        "SELECT section_id, number, item_key, label, item_text, page FROM section_item WHERE document_version_id = @version ORDER BY section_id, number";

    private const string ListMappings =
        "SELECT section_id, becomes_section_id FROM section_mapping WHERE document_version_id = @version";

    /// <summary>The consultation's documents in their newest versions, joined; null when none is imported.</summary>
    public async Task<StoredDocument?> CurrentAsync(ConsultationId consultation, CancellationToken cancellationToken)
    {
        var current = await session.ListAsync<CurrentRow>(ListCurrent, new { consultation }, cancellationToken).ConfigureAwait(false);
        if (current.Count == 0) return null;
        // A document's title can be changed; its versions cannot.
        string key = string.Join('|', current.Select(c => $"{c.VersionId} {c.DocumentTitle}"));
        if (cache.Find(key) is { } known) return known;
        var parts = ImmutableArray.CreateBuilder<DocumentPart>(current.Count);
        foreach (CurrentRow row in current)
        {
            StoredVersion version = (await VersionAsync(row.VersionId, row.VersionTitle, cancellationToken).ConfigureAwait(false))!;
            parts.Add(new DocumentPart(row.DocumentId, row.Ordinal, row.DocumentTitle, version));
        }
        StoredDocument joined = JoinedDocument.Of(parts.MoveToImmutable());
        // Also where a transaction may still undo what it read: the ids of versions never come again.
        cache.Keep(key, joined);
        return joined;
    }

    /// <summary>One version with its sections and what it made of all ids before.</summary>
    internal async Task<StoredVersion> VersionAsync(DocumentVersionId version, string title, CancellationToken cancellationToken)
    {
        string json = (await session.FindAsync<string>(FindText, new { version }, cancellationToken).ConfigureAwait(false))!;
        var rows = await session.ListAsync<SectionRow>(ListSections, new { version }, cancellationToken).ConfigureAwait(false);
        var items = (await session.ListAsync<ItemRow>(ListItems, new { version }, cancellationToken).ConfigureAwait(false)).ToLookup(i => i.SectionId);
        var mappings = await session.ListAsync<MappingRow>(ListMappings, new { version }, cancellationToken).ConfigureAwait(false);
        var text = StoredText.Read(json);
        var tree = new SectionTree(title, [.. rows.Select(r => r.ToSection(items[r.SectionId]))], text.Pages);
        return new StoredVersion(
            version, text, tree, [.. rows.Select(r => r.SectionId)], mappings.ToImmutableDictionary(m => m.SectionId, m => m.BecomesSectionId))
        {
            ItemKeys = [.. rows.Select(r => items[r.SectionId].Select(i => i.ItemKey).ToImmutableArray())],
        };
    }

    private sealed record CurrentRow
    {
        public DocumentId DocumentId { get; init; }

        public int Ordinal { get; init; }

        public string DocumentTitle { get; init; } = string.Empty;

        public DocumentVersionId VersionId { get; init; }

        public string VersionTitle { get; init; } = string.Empty;
    }

    private sealed record SectionRow
    {
        public StoredSectionId SectionId { get; init; }

        public string SectionKey { get; init; } = string.Empty;

        public string? Number { get; init; }

        public string Title { get; init; } = string.Empty;

        public int Level { get; init; }

        public int PageFrom { get; init; }

        public int PageTo { get; init; }

        public string SectionText { get; init; } = string.Empty;

        public Section ToSection(IEnumerable<ItemRow> items) => new()
        {
            Id = new SectionId(SectionKey),
            Number = Number,
            Title = Title,
            Level = Level,
            PageFrom = PageFrom,
            PageTo = PageTo,
            Text = SectionText,
            Items = [.. items.Select(i => new SectionItem(i.Number, i.Label, i.ItemText, i.Page))],
        };
    }

    private sealed record ItemRow
    {
        public StoredSectionId SectionId { get; init; }

        public int Number { get; init; }

        public int ItemKey { get; init; }

        public string? Label { get; init; }

        public string ItemText { get; init; } = string.Empty;

        public int Page { get; init; }
    }

    private sealed record MappingRow
    {
        public StoredSectionId SectionId { get; init; }

        public StoredSectionId? BecomesSectionId { get; init; }
    }
}

/// <summary>Joined documents by the versions they are made of. One per process; keeps the latest few.</summary>
public sealed class StoredDocumentCache
{
    private const int Most = 16;
    private readonly ConcurrentDictionary<string, (StoredDocument Document, long Used)> _kept = new(StringComparer.Ordinal);
    private long _clock;

    internal StoredDocument? Find(string key)
    {
        if (!_kept.TryGetValue(key, out var found)) return null;
        _kept[key] = (found.Document, Interlocked.Increment(ref _clock));
        return found.Document;
    }

    internal void Keep(string key, StoredDocument document)
    {
        _kept[key] = (document, Interlocked.Increment(ref _clock));
        while (_kept.Count > Most) _kept.TryRemove(_kept.MinBy(k => k.Value.Used).Key, out _);
    }
}
