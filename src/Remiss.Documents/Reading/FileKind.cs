namespace Remiss.Documents.Reading;

/// <summary>What a file is by its bytes: the kinds that are read, and those that are known well enough to say what to do instead.</summary>
internal enum FileKind
{
    Pdf,
    Docx,
    Odt,
    Email,
    Text,

    Empty,
    DamagedPackage,
    OldWord,
    EncryptedOffice,
    OutlookMessage,
    OutlookWrapping,
    Rtf,
    Spreadsheet,
    Presentation,
    Image,
    Html,
    Xml,
    Archive,
    Binary,
}
