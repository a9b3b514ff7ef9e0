using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Remiss.Application.Mail;

/// <summary>What mail needs. A host that has settings of its own (the section <c>Mail</c>) adds them before, once <see cref="MailSettings.Check"/> has found nothing.</summary>
internal static class MailServices
{
    public static void AddRemissMail(this IServiceCollection services)
    {
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton(provider => provider.GetRequiredService<MailSettings>().CreateTransport());
        // The host has checked the texts when it started (MailTemplates.Check); here it would be too late for a sentence.
        services.TryAddSingleton(provider => MailTemplates.Load(provider.GetRequiredService<MailSettings>().Templates).Value);
        services.AddScoped<Outbox>();
    }
}
