using Remiss.Domain.Results;

namespace Remiss.Documents.Reading;

/// <summary>
/// Leaves a reader from deep inside a stream or a parser, where no return value reaches; caught in
/// <see cref="DocumentReader"/> and nowhere else, so that no caller of the library ever sees it.
/// </summary>
internal sealed class ReadRefusedException(Failure failure) : Exception(failure.Message.English)
{
    public Failure Failure { get; } = failure;
}
