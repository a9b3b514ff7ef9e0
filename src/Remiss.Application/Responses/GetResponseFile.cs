using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>The bytes of a reply's file, as they came; checked against their fingerprint.</summary>
public static class GetResponseFile
{
    private const string Find = "SELECT name, sha256 FROM response_file WHERE response_version_id = @Version AND ordinal = @Ordinal";

    /// <summary>Which file of which version.</summary>
    public sealed record Query(ResponseVersionId Version, int Ordinal) : IQuery<SourceFile>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.ResponseVersion, Version.Value);
    }

    internal sealed class Handler(DbSession session, FileStore files) : IRequestHandler<Query, Result<SourceFile>>
    {
        public async Task<Result<SourceFile>> Handle(Query query, CancellationToken cancellationToken)
        {
            Row? row = await session.FindAsync<Row>(Find, new { query.Version, query.Ordinal }, cancellationToken).ConfigureAwait(false);
            if (row is null) return Result<SourceFile>.Fail(Refusals.NotThere);
            return (await files.GetAsync(row.Sha256, cancellationToken).ConfigureAwait(false)).Map(bytes => new SourceFile(row.Name, bytes));
        }
    }

    private sealed record Row
    {
        public string Name { get; init; } = string.Empty;

        public string Sha256 { get; init; } = string.Empty;
    }
}
