using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Remiss.Application.Tests.Security;

public sealed class KeyRepositoryTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task What_one_node_protects_another_one_reads()
    {
        await using ServiceProvider other = Provider(Settings);
        string protectedText = Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("prov").Protect("hej på dig");

        Assert.That(other.GetRequiredService<IDataProtectionProvider>().CreateProtector("prov").Unprotect(protectedText), Is.EqualTo("hej på dig"));
        Assert.That(await RowsAsync<string>("SELECT friendly_name FROM data_protection_key"), Has.Count.EqualTo(1));
    }
}
