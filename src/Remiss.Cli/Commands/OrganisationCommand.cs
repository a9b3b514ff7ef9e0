using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss organisation add</c>: who runs consultations here.</summary>
internal static class OrganisationCommand
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string>("name") { Description = screen.In("Organisationens namn.", "The organisation's name."), HelpName = screen.In("NAMN", "NAME") };
        var add = new Command("add", screen.In("Lägger till en organisation som ska hålla remisser.", "Adds an organisation that will run consultations.")) { name };
        StoreOptions.Options store = StoreOptions.Add(add, screen);
        add.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
        {
            Result<OrganisationId> id = await host.SendAsync(new CreateOrganisation.Command(parsed.GetValue(name)!), cancel);
            return id.Map(_ => new List<string> { screen.In($"Organisationen {parsed.GetValue(name)} finns nu.", $"The organisation {parsed.GetValue(name)} has been added.") });
        }, stop));
        return new Command("organisation", screen.In("Organisationer som håller remisser.", "Organisations that run consultations.")) { add };
    }
}
