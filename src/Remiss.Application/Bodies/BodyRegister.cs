using System.Data.Common;
using System.Globalization;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>What an import of bodies did.</summary>
/// <param name="Added">New in the register.</param>
/// <param name="Changed">Known, and told anew.</param>
/// <param name="Unchanged">Known, and told the same.</param>
public sealed record BodyImportReport(int Added, int Changed, int Unchanged);

/// <summary>A body as a file tells of it; what the file leaves out (null) stays as the register has it.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record BodyLine(int Line)
{
    public string? Name { get; init; }

    public BodyKind? Kind { get; init; }

    public string? Code { get; init; }

    public string? OrganisationNumber { get; init; }

    public string? Email { get; init; }

    public string? ContactName { get; init; }
}

/// <summary>
/// Brings a file's bodies into the register, in the command's transaction: all or none. A body is known by its kind and
/// official code, and otherwise by its name; so the same file can be imported again, and names that have changed follow.
/// </summary>
internal sealed class BodyRegister(DbSession session, AuditTrail audit)
{
    private const string SelectAll = $"SELECT {BodyRow.Columns} FROM body b WHERE b.organisation_id = @organisation";

    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    /// <summary>The comparison that the register's names are unique under.</summary>
    internal static IEqualityComparer<string> SameName { get; } = Swedish.GetStringComparer(CompareOptions.IgnoreCase);

    /// <summary>Adds and changes; or tells which lines contradict the register, and the command's transaction undoes all.</summary>
    public async Task<Result<BodyImportReport>> ApplyAsync(OrganisationId organisation, IReadOnlyList<BodyLine> lines, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<BodyRow>(SelectAll, new { organisation }, cancellationToken).ConfigureAwait(false);
        var byCode = rows.Where(r => r.Code is not null).DistinctBy(r => (r.Kind, r.Code)).ToDictionary(r => (r.Kind, r.Code!));
        var byName = rows.ToDictionary(r => r.Name, SameName);
        var problems = new LineProblems();
        var plan = new List<(BodyRow? Row, BodyFacts Facts)>();
        foreach (BodyLine line in lines)
        {
            BodyRow? row = Known(line, byCode, byName, problems);
            if (problems.Has(line.Line)) continue;
            if ((line.Name ?? row?.Name) is not { } name)
            {
                problems.Add(line.Line, new("namnet saknas, och koden finns inte i registret", "the name is missing, and the code is not in the register"));
                continue;
            }
            plan.Add((row, Joined(name, line, row)));
        }
        if (problems.Failure() is { } failure) return failure;
        try
        {
            return await StoreAsync(organisation, plan, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
        {
            return new Conflict(new Phrase(
                "Ett namn i filen finns redan på en annan instans i registret, eller så ändrade någon registret samtidigt. Inget har importerats. Försök igen, och rätta namnet i registret om felet kommer tillbaka.",
                "A name of the file belongs to another body of the register already, or someone changed the register at the same time. Nothing was imported. Try again, and correct the name in the register if it happens once more."));
        }
    }

    private static BodyRow? Known(
        BodyLine line, Dictionary<(BodyKind, string), BodyRow> byCode, Dictionary<string, BodyRow> byName, LineProblems problems)
    {
        if (line is { Code: { } code, Kind: { } kind } && byCode.TryGetValue((kind, code), out BodyRow? coded)) return coded;
        if (line.Name is null || !byName.TryGetValue(line.Name, out BodyRow? named)) return null;
        if (named.Code is not null && line.Code is not null)
        {
            problems.Add(line.Line, new(
                $"{line.Name} finns redan i registret som {named.Kind.Name().Swedish} med koden {named.Code}",
                $"{line.Name} is in the register already as a {named.Kind.Name().English} with the code {named.Code}"));
        }
        return named;
    }

    // A kind with an official code is what it is; a file without the code cannot change it.
    private static BodyFacts Joined(string name, BodyLine line, BodyRow? row) => new(name, row is { Code: not null } ? row.Kind : line.Kind ?? row?.Kind ?? BodyKind.Other)
    {
        Code = line.Code ?? row?.Code,
        OrganisationNumber = line.OrganisationNumber ?? row?.OrganisationNumber,
        Email = line.Email ?? row?.Email,
        ContactName = line.ContactName ?? row?.ContactName,
    };

    private async Task<Result<BodyImportReport>> StoreAsync(
        OrganisationId organisation, List<(BodyRow? Row, BodyFacts Facts)> plan, CancellationToken cancellationToken)
    {
        int added = 0, changed = 0;
        foreach (var (row, facts) in plan)
        {
            if (row is null)
            {
                BodyId id = BodyId.New();
                await session.ExecuteAsync(AddBody.Insert, AddBody.Values(id, organisation, facts), cancellationToken).ConfigureAwait(false);
                audit.Note("body", id.Value, null, facts);
                added++;
            }
            else if (row.Facts != facts)
            {
                if (await session.ExecuteAsync(ChangeBody.Update, ChangeBody.Values(row.Id, row.Version, facts, row.IsRetired), cancellationToken).ConfigureAwait(false) == 0)
                    return ChangeBody.Stale(row, facts, row.IsRetired);
                audit.Note("body", row.Id.Value, row.Facts, facts);
                changed++;
            }
        }
        return new BodyImportReport(added, changed, plan.Count - added - changed);
    }
}
