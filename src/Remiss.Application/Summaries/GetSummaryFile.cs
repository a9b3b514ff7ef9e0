using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Summaries;

/// <summary>A file of a summary.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record SummaryFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>A file of a finished summary, exactly as it was made.</summary>
public static class GetSummaryFile
{
    private const string Select = "SELECT name, sha256 FROM summary_file WHERE summary_id = @Id AND format = @Format";

    /// <summary>Which, and in which format: <c>pdf</c>, or <c>json</c> for all it was made from (see <see cref="SummarySnapshot"/>).</summary>
    public sealed record Query(SummaryId Id, string Format) : IQuery<SummaryFile>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Summary, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Format).IsShortText(20, "Formatet", "The format");
    }

    internal sealed class Handler(DbSession session, FileStore files) : IRequestHandler<Query, Result<SummaryFile>>
    {
        public async Task<Result<SummaryFile>> Handle(Query query, CancellationToken cancellationToken)
        {
            FileRow? row = await session.FindAsync<FileRow>(Select, new { query.Id, query.Format }, cancellationToken).ConfigureAwait(false);
            if (row is null) return NotMade;
            Result<ReadOnlyMemory<byte>> bytes = await files.GetAsync(row.Sha256, cancellationToken).ConfigureAwait(false);
            return bytes.Map(content => new SummaryFile(row.Name, content));
        }
    }

    private static Failure NotMade { get; } = new NotFound(new Phrase(
        "Sammanställningen är inte färdig, eller finns inte i det formatet.",
        "The summary is not finished, or does not exist in that format."));

    private sealed record FileRow
    {
        public string Name { get; init; } = string.Empty;

        public string Sha256 { get; init; } = string.Empty;
    }
}
