using System.Collections.Immutable;

namespace Remiss.Application.Archives;

/// <summary>The first file of an archive, <c>manifest.json</c>: what it is and the checksum of every other file in it.</summary>
public sealed record ArchiveManifest
{
    /// <summary>The name of the format.</summary>
    public const string FormatName = "remiss-archive";

    /// <summary>The format's own version.</summary>
    public const int FormatVersion = 1;

    /// <summary>Where it stands in the archive.</summary>
    internal const string Path = "manifest.json";

    /// <summary><c>remiss-archive</c>.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>The format's version.</summary>
    public int Version { get; init; }

    /// <summary>The number of the database scripts it was written with: says which columns the tables have.</summary>
    public int Schema { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset ExportedAt { get; init; }

    /// <summary>The organisation that ran the consultation.</summary>
    public string Organisation { get; init; } = string.Empty;

    /// <summary>The consultation.</summary>
    public Guid ConsultationId { get; init; }

    /// <summary>What it is about.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>All other files of the archive.</summary>
    public ImmutableArray<ArchiveFile> Files { get; init; } = [];
}

/// <summary>One file of an archive.</summary>
/// <param name="Path">Where it stands in it.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hex digits.</param>
public sealed record ArchiveFile(string Path, long Length, string Sha256);
