using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Remiss.Cli.Tests.Architecture;

/// <summary>Proves the arrows between the projects (docs/adr/0006) from what the compiler wrote into the assemblies.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Ours = ["Remiss.Domain", "Remiss.Application", "Remiss.Documents", "remiss"];

    [TestCase("Remiss.Domain")]
    [TestCase("Remiss.Documents", "Remiss.Domain")]
    [TestCase("Remiss.Application", "Remiss.Domain")]
    [TestCase("remiss", "Remiss.Domain", "Remiss.Application", "Remiss.Documents")]
    public void Points_only_at(string assembly, params string[] allowed)
    {
        var pointsAt = ReferencesOf(assembly).Where(Ours.Contains);

        Assert.That(pointsAt, Is.SubsetOf(allowed));
    }

    [Test]
    public void The_domain_uses_no_package()
    {
        var foreign = ReferencesOf("Remiss.Domain").Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.That(foreign, Is.Empty);
    }

    // Types whose use would give the domain a disk, a network, a clock or the machine's mood.
    [TestCase("System.IO", "File", "Directory", "FileStream", "FileInfo", "DirectoryInfo", "StreamReader", "StreamWriter", "Path")]
    [TestCase("System", "Console", "Random", "TimeProvider", "AppDomain")]
    [TestCase("System.Diagnostics", "Process", "Stopwatch")]
    [TestCase("System.Net.Http", "HttpClient")]
    public void The_domain_touches_nothing_outside(string @namespace, params string[] types)
    {
        var touched = Read("Remiss.Domain", reader => reader.TypeReferences
            .Select(reader.GetTypeReference)
            .Where(type => reader.GetString(type.Namespace) == @namespace)
            .Select(type => reader.GetString(type.Name))
            .Where(types.Contains)
            .ToList());

        Assert.That(touched, Is.Empty);
    }

    [TestCase("get_Now")]
    [TestCase("get_UtcNow")]
    [TestCase("get_Today")]
    [TestCase("get_CurrentCulture")]
    [TestCase("get_CurrentUICulture")]
    [TestCase("NewGuid")]
    [TestCase("get_NewLine")]
    [TestCase("get_TickCount64")]
    [TestCase("GetEnvironmentVariable")]
    public void The_domain_asks_neither_clock_nor_machine(string member)
    {
        var called = Read("Remiss.Domain", reader => reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Select(reference => reader.GetString(reference.Name))
            .ToList());

        Assert.That(called, Has.None.EqualTo(member));
    }

    private static List<string> ReferencesOf(string assembly) => Read(assembly, reader => reader.AssemblyReferences
        .Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
        .ToList());

    private static T Read<T>(string assembly, Func<MetadataReader, T> read)
    {
        string folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        using var file = new PEReader(File.OpenRead(Path.Combine(folder, assembly + ".dll")));
        return read(file.GetMetadataReader());
    }
}
