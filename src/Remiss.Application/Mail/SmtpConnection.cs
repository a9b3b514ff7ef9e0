using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Remiss.Application.Mail;

/// <summary>One answer of a mail server: its code and what it says (RFC 5321, 4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsYes => Code is >= 200 and < 400;

    public bool IsForever => Code is >= 500 and < 600;

    /// <summary>For a person: on one line, without controls, cut where it is long.</summary>
    public string Text
    {
        get
        {
            string line = new(string.Join(' ', Lines).Select(letter => Mailbox.IsControl(letter) ? ' ' : letter).ToArray());
            if (line.Length > 200) line = line[..200] + "…";
            return string.Create(CultureInfo.InvariantCulture, $"{Code} {line}").Trim();
        }
    }
}

/// <summary>The server said something that is no answer of a mail server.</summary>
internal sealed class SmtpTalkException() : IOException("Not an SMTP answer.");

/// <summary>The line between us and a mail server: sends commands, reads answers within bounds, goes over to TLS.</summary>
internal sealed class SmtpConnection(TimeSpan timeout) : IAsyncDisposable
{
    // RFC 5321, 4.5.3.1.5 allows 512 characters; real servers say more, hostile ones never stop.
    private const int MaxLine = 4096;
    private const int MaxLines = 200;

    private readonly byte[] _buffer = new byte[MaxLine];
    private Socket? _socket;
    private Stream? _stream;
    private int _start;
    private int _end;

    /// <summary>Our own end of the line, as an address literal: what EHLO says, without telling any name.</summary>
    public string LocalName => _socket?.LocalEndPoint is IPEndPoint { Address: var address }
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) is { AddressFamily: AddressFamily.InterNetworkV6 } six
            ? $"[IPv6:{new IPAddress(six.GetAddressBytes())}]" : $"[{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}]"
        : "[127.0.0.1]";

    public Task ConnectAsync(string host, int port, CancellationToken cancellationToken) => WithinAsync(async token =>
    {
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await _socket.ConnectAsync(host, port, token).ConfigureAwait(false);
        _stream = new NetworkStream(_socket, ownsSocket: true);
        return true;
    }, cancellationToken);

    /// <summary>Goes over to TLS. What came before it in the clear is thrown away, so that nobody between can slip answers in.</summary>
    public Task SecureAsync(string host, X509Certificate2Collection? trusted, CancellationToken cancellationToken) => WithinAsync(async token =>
    {
        if (_start != _end) throw new SmtpTalkException();
        var secure = new SslStream(_stream!, leaveInnerStreamOpen: false);
        _stream = secure;
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (trusted is not null)
        {
            // Only these, not the machine's as well. An own issuer's revocation list is seldom to be had.
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }
        await secure.AuthenticateAsClientAsync(options, token).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    /// <summary>Sends a command, which must be one line of ASCII, and reads the answer.</summary>
    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        if (command.Any(letter => letter is < ' ' or > '~')) throw new ArgumentException("A command must be one line of ASCII.", nameof(command));
        await SendAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends bytes as they are. The bound on time is for each piece, so that a large mail may take its time.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        const int Piece = 1 << 15;
        for (int start = 0; start < bytes.Length; start += Piece)
        {
            ReadOnlyMemory<byte> piece = bytes.Slice(start, Math.Min(Piece, bytes.Length - start));
            await WithinAsync(async token =>
            {
                await _stream!.WriteAsync(piece, token).ConfigureAwait(false);
                await _stream.FlushAsync(token).ConfigureAwait(false);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the other side has hung up, as far as can be seen from here without waiting.</summary>
    public bool HasHungUp() => _socket is null || _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0;

    /// <summary>Reads one answer, of one line or several.</summary>
    public Task<SmtpReply> ReadAsync(CancellationToken cancellationToken, TimeSpan? longest = null) => WithinAsync(async token =>
    {
        var lines = new List<string>();
        while (true)
        {
            string line = await ReadLineAsync(token).ConfigureAwait(false);
            bool isReply = line.Length >= 3 && line[..3].All(char.IsAsciiDigit) && line[0] is >= '2' and <= '5' && (line.Length == 3 || line[3] is ' ' or '-');
            if (!isReply || lines.Count == MaxLines) throw new SmtpTalkException();
            lines.Add(line.Length > 4 ? line[4..] : string.Empty);
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply(int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture), lines);
        }
    }, cancellationToken, longest);

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null) await _stream.DisposeAsync().ConfigureAwait(false);
        _socket?.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            int end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            if (end >= 0)
            {
                string line = Encoding.UTF8.GetString(_buffer, _start, end - _start).TrimEnd('\r');
                _start = end + 1;
                return line;
            }
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
            if (_end == MaxLine) throw new SmtpTalkException();
            int read = await _stream!.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0) throw new EndOfStreamException("Closed by the server.");
            _end += read;
        }
    }

    // A step that takes too long is a TimeoutException, a step that the caller stops is a cancellation: they end differently.
    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken, TimeSpan? longest = null)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(longest ?? timeout);
        try
        {
            return await step(limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
