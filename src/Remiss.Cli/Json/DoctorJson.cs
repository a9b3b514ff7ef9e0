using System.Collections.Immutable;
using Remiss.Cli.Commands;
using Remiss.Domain.Results;

namespace Remiss.Cli.Json;

/// <summary>What is installed, for machines.</summary>
internal sealed record DoctorJson(bool CanCompile, ImmutableArray<DoctorPartJson> Parts)
{
    public static DoctorJson Of(ImmutableArray<DoctorLine> lines, bool able, Language language) => new(
        able, [.. lines.Select(line => new DoctorPartJson(
            line.Name, line.Installed, line.Needed, line.Version, line.Where, line.Package, line.Installed ? null : line.WithoutIt.In(language)))]);
}

/// <summary>One part; <c>withoutIt</c> only where it is missing.</summary>
internal sealed record DoctorPartJson(string Name, bool Installed, bool Needed, string? Version, string? Path, string Package, string? WithoutIt);
