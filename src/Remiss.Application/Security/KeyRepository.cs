using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;

namespace Remiss.Application.Security;

/// <summary>Keeps the keys that protect cookies in the database, so that any node can read any cookie.</summary>
internal sealed class KeyRepository(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    private const string List = "SELECT key_xml FROM data_protection_key ORDER BY created_at, friendly_name";

    private const string Insert = """
        INSERT INTO data_protection_key (friendly_name, key_xml, created_at)
        SELECT @friendlyName, @xml, @now WHERE NOT EXISTS (SELECT 1 FROM data_protection_key WHERE friendly_name = @friendlyName)
        """;

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => Run(async session =>
        (await session.ListAsync<string>(List, null, CancellationToken.None).ConfigureAwait(false)).Select(xml => XElement.Parse(xml)).ToList());

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => Run(session => session.ExecuteAsync(
        Insert, new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting), now = clock.GetUtcNow() }, CancellationToken.None));

    // The framework asks at start and then every day, and knows no asynchronous way.
    private T Run<T>(Func<DbSession, Task<T>> work) => Task.Run(async () =>
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DbSession>()).ConfigureAwait(false);
    }).GetAwaiter().GetResult();
}
