using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>
/// Brings Sweden's municipalities, regions and county administrative boards with their official codes into the register.
/// Again after an update of the program: names follow, while addresses and the site's own bodies stay as they are.
/// </summary>
public static class ImportRegister
{
    /// <summary>In whose register.</summary>
    public sealed record Command(OrganisationId Organisation) : ICommand<BodyImportReport>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Handler(BodyRegister register) : IRequestHandler<Command, Result<BodyImportReport>>
    {
        public Task<Result<BodyImportReport>> Handle(Command command, CancellationToken cancellationToken) =>
            register.ApplyAsync(command.Organisation, [.. OfficialBodies.All.Select((b, i) => new BodyLine(i + 2) { Name = b.Name, Kind = b.Kind, Code = b.Code })], cancellationToken);
    }
}

/// <summary>A municipality, region or county administrative board.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Code">Statistics Sweden's code: four digits for a municipality, its county's two for the others.</param>
/// <param name="Name">Its official name.</param>
/// <param name="County">The county's name.</param>
public sealed record OfficialBody(BodyKind Kind, string Code, string Name, string County);

/// <summary>The bodies that ship with the program: 290 municipalities, 21 regions and 21 county administrative boards.</summary>
public static class OfficialBodies
{
    /// <summary>
    /// All of them. Gotland's municipality does a region's work as well and stands as both, so that a choice of all
    /// municipalities or of all regions is whole.
    /// </summary>
    public static ImmutableArray<OfficialBody> All { get; } = Read();

    private static ImmutableArray<OfficialBody> Read()
    {
        using var stream = typeof(OfficialBodies).Assembly.GetManifestResourceStream("bodies/register.csv")!;
        using var reader = new StreamReader(stream);
        var all = ImmutableArray.CreateBuilder<OfficialBody>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(';');
            all.Add(new OfficialBody(Enum.Parse<BodyKind>(cells[0]), cells[1], cells[2], cells[3]));
        }
        return all.ToImmutable();
    }
}
