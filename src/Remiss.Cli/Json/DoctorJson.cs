using System.Collections.Immutable;
using Remiss.Cli.Commands;
using Remiss.Domain.Results;

namespace Remiss.Cli.Json;

/// <summary>What is installed, for machines.</summary>
internal sealed record DoctorJson(bool CanCompile, ImmutableArray<DoctorPartJson> Parts, DoctorStoreJson Store)
{
    public static DoctorJson Of(ImmutableArray<DoctorLine> lines, bool able, DoctorStore store, Language language) => new(
        able, [.. lines.Select(line => new DoctorPartJson(
            line.Name, line.Installed, line.Needed, line.Version, line.Where, line.Package, line.Installed ? null : line.WithoutIt.In(language)))],
        new DoctorStoreJson(store.Database, store.Exists, store.Files, [.. store.Damage.Select(d => d.In(language))], [.. store.Waiting.Select(w => w.In(language))]));
}

/// <summary>Settings and store; <c>damage</c> is empty where all is well.</summary>
internal sealed record DoctorStoreJson(string? Database, bool Exists, int Files, ImmutableArray<string> Damage, ImmutableArray<string> Waiting);

/// <summary>One part; <c>withoutIt</c> only where it is missing.</summary>
internal sealed record DoctorPartJson(string Name, bool Installed, bool Needed, string? Version, string? Path, string Package, string? WithoutIt);
