using System.Text;
using Remiss.Cli;
using Remiss.Cli.Terminal;

// Results are files and pipes as often as a screen: always UTF-8, without a mark at the start.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CliApp.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
