using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Tests.Terminal;

public sealed class LanguagesTests
{
    [TestCase("LANG=en_GB.UTF-8", "", ExpectedResult = Language.English)]
    [TestCase("LANG=sv_SE.UTF-8", "", ExpectedResult = Language.Swedish)]
    [TestCase("LANG=C.UTF-8", "", ExpectedResult = Language.Swedish)]
    [TestCase("LANG=de_DE.UTF-8", "", ExpectedResult = Language.Swedish)]
    [TestCase("", "", ExpectedResult = Language.Swedish)]
    [TestCase("LANG=en_GB LC_ALL=sv_SE", "", ExpectedResult = Language.Swedish)]
    [TestCase("LC_ALL=sv_SE REMISS_LANG=en", "", ExpectedResult = Language.English)]
    [TestCase("REMISS_LANG=en", "--lang sv", ExpectedResult = Language.Swedish)]
    [TestCase("", "doctor --lang=en", ExpectedResult = Language.English)]
    [TestCase("", "doctor --lang:en", ExpectedResult = Language.English)]
    [TestCase("", "doctor --lang", ExpectedResult = Language.Swedish)]
    [TestCase("", "split -- --lang en", ExpectedResult = Language.Swedish)]
    public Language Chooses(string variables, string args)
    {
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        return Languages.Choose(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), environment.GetValueOrDefault);
    }
}
