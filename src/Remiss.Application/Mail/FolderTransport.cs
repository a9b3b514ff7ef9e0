using System.Globalization;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Writes each mail as an <c>.eml</c> file: how a machine without a mail server works, and where a demonstration's
/// mail is read. The file is named by the message id, so the same mail never makes a second;
/// one that is sent again to another address gets a file of its own beside it.
/// </summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.WhyNotSendable() is { } failure) return new MailOutcome.RefusedForever(failure.Message);
        byte[] bytes = MimeWriter.Write(message);
        string temporary = Path.Combine(folder, $".remiss-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, message.Id.Value + ".eml");
            for (int copy = 2; File.Exists(path); copy++)
            {
                byte[] there = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
                if (there.AsSpan().SequenceEqual(bytes)) return new MailOutcome.Sent(path);
                path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{message.Id.Value}-{copy}.eml"));
            }
            await WriteAsync(temporary, bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: false);
            return new MailOutcome.Sent(path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new MailOutcome.TryLater(new Phrase(
                $"Mejlet gick inte att skriva i mappen {folder}: datorn svarar ”{broken.Message.TrimEnd('.')}”. Se till att det finns plats och skrivrätt.",
                $"The mail could not be written into the folder {folder}: the machine says \"{broken.Message.TrimEnd('.')}\". See to it that there is room and the right to write."));
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.TryLater(MailPhrases.Stopped);
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // The disk is gone: the half file keeps a name that says it is one.
            return;
        }
    }
}
