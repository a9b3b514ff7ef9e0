using Remiss.Documents.Letters;

namespace Remiss.Cli.Demo;

/// <summary>How a body writes.</summary>
internal enum DemoHabit
{
    /// <summary>Ranges in headings with bullets under them, general remarks first.</summary>
    Ranges,

    /// <summary>Headings that repeat the number and the title.</summary>
    NumberedHeadings,

    /// <summary>Headings that repeat the title only.</summary>
    TitleHeadings,

    /// <summary>Running text that refers as it goes: <c>avsnitten 3.1, 3.3 och 4.2</c>, <c>(3.4)</c>.</summary>
    InText,

    /// <summary>References by page.</summary>
    Pages,

    /// <summary>A table of section and comment.</summary>
    Table,

    /// <summary>An extract of minutes with the reply inside.</summary>
    Minutes,

    /// <summary>No reference at all: only the words tell what it is about.</summary>
    WordingOnly,

    /// <summary>General remarks only.</summary>
    General,

    /// <summary>Has no comments.</summary>
    NoObjection,

    /// <summary>Declines to answer.</summary>
    Abstains,
}

/// <summary>In which file a reply arrives.</summary>
internal enum DemoFormat
{
    Pdf,
    Docx,
    Mail,
    MailWithPdf,
    Text,
    TextInWindows1252,
}

/// <summary>A reply before it is a file.</summary>
internal sealed record DemoReply(int Number, DemoSender Sender, DemoHabit Habit, DemoFormat Format, DateOnly Date, string Writer, Letter Letter);
