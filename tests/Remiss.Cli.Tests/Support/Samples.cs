namespace Remiss.Cli.Tests.Support;

/// <summary>Small invented texts that the commands are tried on.</summary>
internal static class Samples
{
    public const string Document = """
        Bredbandsplan för Region Mittsund

        1 Inledning

        Planen anger hur bredband och mobilnät ska byggas ut i länet under de kommande fem åren.

        2 Mål

        2.1 Fiber

        Minst 97 procent av hushållen ska kunna ansluta sig till fibernätet senast 2029. Kommunerna samordnar grävning.

        2.2 Mobiltäckning

        Det ska gå att ringa längs alla statliga vägar i länet senast 2030. Master samordnas mellan operatörerna.

        3 Uppföljning

        Planen följs upp varje år i mars av regionens kansli.

        """;

    public const string Reply = """
        Norrviks kommun
        Datum: 2026-09-04
        Dnr: KS 2026/118

        Remissvar om bredbandsplanen

        Norrviks kommun tillstyrker förslaget till plan.

        Avsnitt 2.1 Fiber

        Kommunen tillstyrker målet om fiber. Det bör framgå hur byalagens nät ska tas om hand.

        Avsnitt 2.2 Mobiltäckning

        Kommunen avstyrker målet om mobiltäckning eftersom enskilda vägar inte omfattas.

        """;

    public const string OtherReply = """
        Sjöbacka kommun
        Datum: 2026-09-07
        Dnr: KS 2026/204

        Sjöbacka kommun är i huvudsak positiv till planen.

        Avsnitt 3 Uppföljning

        Kommunen är tveksam till att planen ska följas upp redan i mars.

        """;
}
