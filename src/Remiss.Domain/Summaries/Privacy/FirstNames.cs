using System.Collections.Frozen;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>Given names that are common in Sweden, for telling a person from an organisation. A name that is missing costs nothing: the rule does not rest on it alone.</summary>
internal static class FirstNames
{
    private static readonly FrozenSet<string> Names = (
        "adam agneta ahmad ahmed albin alexander alexandra ali alice alva amanda amina anders andreas anette anita ann anna anne annelie annika " +
        "anton arne arvid astrid axel barbro bengt berit bernt bertil birgit birgitta bo britt britta björn börje camilla carina carl carolina " +
        "caroline cecilia charlotta charlotte christer christian christina claes dan daniel david denise dennis ebba edvin elin elina elisabeth " +
        "ella ellen elsa emelie emil emma emmanuel erik erika eric eva fatima filip fredrik frida gabriel georg gerd gun gunilla gunnar gustaf " +
        "gustav göran hampus hanna hannah hans harald hassan helen helena helene henrik hugo håkan ida inga ingela inger ingrid ingvar irene isabelle " +
        "jakob jan jasmin jennifer jenny jens jesper jessica joakim johan johanna johannes john johnny jonas jonathan josef josefin josefine julia jörgen " +
        "kaj karin karl karolina katarina kent kerstin kim kjell klara klas kristian kristina kristoffer kurt lars lasse leif lena lennart leo lina " +
        "linda linn linnea linnéa linus lisa lotta louise lovisa lucas ludvig lukas maj maja magdalena magnus malin margareta margaretha maria mariam marianne " +
        "marie martin martina mats mattias max maximilian melker mia michael mikael mikaela mohamed mohammed moa mona monica monika märta märit nathalie nils " +
        "noah nora ola olle olof olov oscar oskar otto patric patrik paul per peter pernilla petra pia pontus pär ragnar rasmus rebecca rebecka " +
        "reza robert robin roger roland rolf ronny rune rut sabina samuel sandra sara sarah sebastian siv simon sofia sofie solveig stefan stellan sten " +
        "stig stina susanne sven svante sylvia sören teodor teresa thomas tilda tim tina tobias tomas tommy tone tor torbjörn tord tore tove ulf ulla ulrika " +
        "urban vera veronica veronika victor victoria viktor viktoria vilhelm vincent viola wilhelm wilma yasmin yngve yusuf yvonne åke åsa örjan")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a given name, or two joined by a hyphen (<c>Ann-Marie</c>).</summary>
    public static bool Contains(string word)
    {
        if (Names.Contains(word)) return true;
        int hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Names.Contains(word[..hyphen]) && Names.Contains(word[(hyphen + 1)..]);
    }
}
