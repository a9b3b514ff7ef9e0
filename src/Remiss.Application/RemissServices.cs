using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Remiss.Application.Auditing;
using Remiss.Application.Comments;
using Remiss.Application.Bodies;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Invitations;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Responses;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Application.Summaries;
using Remiss.Application.Work;

namespace Remiss.Application;

/// <summary>Joins the use cases for a host. The host adds what it has: readers and writers of files, settings, logging.</summary>
public static class RemissServices
{
    /// <summary>Adds the store and every use case of this assembly.</summary>
    public static IServiceCollection AddRemiss(this IServiceCollection services, DatabaseSettings database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("Remiss");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = ActivatorUtilities.CreateInstance<KeyRepository>(provider)));
        services.AddSingleton(new RemissDatabase(database));
        services.AddSingleton<Migrator>();
        services.TryAddSingleton(new WorkSettings());
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<Worker>();
        services.AddScoped<DbSession>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Scope>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<OwnTransaction>();
        services.AddScoped<RefusalLog>();
        services.AddScoped<FileStore>();
        services.AddScoped<WorkItems>();
        services.AddScoped<WorkQueue>();
        services.AddScoped<SummaryInputs>();
        services.AddSingleton<StoredDocumentCache>();
        services.AddScoped<StoredDocuments>();
        services.AddScoped<CommentTerms>();
        services.AddScoped(scope => new SplitRows(scope.GetRequiredService<DbSession>(), scope.GetRequiredService<CommentTerms>(), scope.GetRequiredService<WorkItems>()));
        services.AddScoped<ResponseSenders>();
        services.AddScoped<ResponseWriter>();
        services.AddScoped<ReplyReading>();
        services.AddScoped<WithoutText>();
        services.AddScoped<FormRows>();
        services.AddScoped<InvitationStates>();
        services.AddScoped<InvitationMails>();
        services.AddScoped<CommentRows>();
        services.AddScoped<CommentWriter>();
        services.AddScoped<CommentHistory>();
        services.AddScoped<CommentConflicts>();
        services.AddScoped<CommentEditor>();
        services.AddScoped<BodyRegister>();
        services.AddScoped<ArchivedConsultations>();
        services.AddRemissMail();
        services.AddScoped<ServiceFactory>(scope => scope.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        // Outermost first.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReadOnlyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        foreach (Type type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            if (type.GetCustomAttribute<WorkKindAttribute>() is { } work) services.AddKeyedScoped(typeof(IWorkHandler), work.Kind, type);
            foreach (Type port in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                Type kind = port.GetGenericTypeDefinition();
                if (kind == typeof(IRequestHandler<,>)) services.AddTransient(port, type);
                else if (kind == typeof(IValidator<>)) services.AddSingleton(port, type);
            }
        }
        return services;
    }
}
