using System.Diagnostics.CodeAnalysis;

namespace Remiss.Application.Responses;

/// <summary>How much the columns hold, in UTF-16 units.</summary>
internal static class Limits
{
    public const int Name = 300;
    public const int RegistrationNumber = 100;
    public const int Board = 300;
    public const int Paragraph = 100;
    public const int Reason = 2_000;
    public const int Who = 500;

    /// <summary>
    /// What the program read out of a file and no one typed: cut where it is longer than any real one. A pair of
    /// surrogates is not cut apart.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int most)
    {
        if (text is null || text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
