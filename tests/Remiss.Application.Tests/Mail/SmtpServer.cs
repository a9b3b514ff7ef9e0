using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Remiss.Application.Mail;

namespace Remiss.Application.Tests.Mail;

/// <summary>A mail that the server took.</summary>
internal sealed record TakenMail(string[] To, bool Secure, string? User, string Raw)
{
    public string Header(string name) => Raw.Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
        .Where(line => line.StartsWith(name + ": ", StringComparison.Ordinal)).Select(line => line[(name.Length + 2)..]).Single();
}

/// <summary>A real mail server on loopback (the npm package smtp-server), as a process of its own. See smtp/server.mjs for what it can be told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<JsonElement> _events = [];
    private readonly List<TaskCompletionSource> _waiters = [];

    private SmtpServer(Process process) => _process = process;

    public int Port { get; private set; }

    public TakenMail[] Mails => [.. Events("mail").Select(one => new TakenMail(
        [.. one.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], one.GetProperty("secure").GetBoolean(), one.GetProperty("user").GetString(),
        Encoding.ASCII.GetString(one.GetProperty("raw").GetBytesFromBase64())))];

    public static async Task<SmtpServer> StartAsync(object? options = null)
    {
        string folder = Path.Combine(SourceFolder(), "tests", "Remiss.Application.Tests", "Mail", "smtp");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add("server.mjs");
        start.ArgumentList.Add(JsonSerializer.Serialize(options ?? new { }));
        var server = new SmtpServer(Process.Start(start)!);
        server._process.OutputDataReceived += (_, line) => server.Take(line.Data);
        server._process.BeginOutputReadLine();
        Task<string> error = server._process.StandardError.ReadToEndAsync();
        Task listening = server.WhenAsync("listening");
        if (await Task.WhenAny(listening, server._process.WaitForExitAsync()) != listening)
            Assert.Fail($"The mail server did not start. Run npm ci in {folder}. {await error}");
        server.Port = server.Events("listening")[0].GetProperty("port").GetInt32();
        return server;
    }

    public JsonElement[] Events(string name)
    {
        lock (_events) return [.. _events.Where(one => one.GetProperty("event").GetString() == name)];
    }

    /// <summary>Waits until the server has told of so many.</summary>
    public async Task WhenAsync(string name, int count = 1)
    {
        while (true)
        {
            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_events)
            {
                if (Events(name).Length >= count) return;
                _waiters.Add(next);
            }
            await next.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Settings that send to this server, in the clear.</summary>
    public MailSettings Settings => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Security = MailSecurity.None,
        TimeoutSeconds = 20,
        LastAnswerSeconds = 20,
        FromAddress = "remiss@mittsund.example",
        FromName = "Region Mittsund",
    };

    /// <summary>Kills it, as a machine that goes down.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A port on which nobody listens.</summary>
    public static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Take(string? line)
    {
        if (line is null) return;
        TaskCompletionSource[] waiters;
        lock (_events)
        {
            _events.Add(JsonDocument.Parse(line).RootElement);
            waiters = [.. _waiters];
            _waiters.Clear();
        }
        foreach (TaskCompletionSource waiter in waiters) waiter.TrySetResult();
    }

    private static string SourceFolder()
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Remiss.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run inside the source tree.");
    }
}

/// <summary>A certificate for loopback that no machine knows, as files.</summary>
internal sealed class OwnCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remiss-certificate-").FullName;

    public OwnCertificate(string name = "localhost")
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificatePath => Path.Combine(_folder, "cert.pem");

    public string KeyPath => Path.Combine(_folder, "key.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
