using System.Data.Common;
using Microsoft.Data.Sqlite;
using Remiss.Domain.Results;

namespace Remiss.Application.Database;

/// <summary>The machine's fault, not the user's: the same command may work later. Nothing was half done.</summary>
public static class OutOfOrder
{
    /// <summary>The sentence for a disk that does not do what it should.</summary>
    public static Failure Of(IOException exception) => new Conflict(new Phrase(
        $"Disken gick inte att läsa eller skriva ({exception.Message}). Inget har sparats. Kontrollera att det finns plats och rättigheter, och försök igen.",
        $"The disk could not be read or written ({exception.Message}). Nothing was saved. Check that there is space and that the rights are there, and try again."));

    /// <summary>The sentence for what the driver reported.</summary>
    public static Failure Of(DbException exception) => new Conflict(exception is not SqliteException file
        ? new Phrase(
            "Databasen svarar inte. Inget har sparats. Försök igen om en stund; kvarstår felet, be driften se till databasservern.",
            "The database does not answer. Nothing was saved. Try again in a while; if it goes on, ask operations to look at the database server.")
        : file.SqliteErrorCode switch
        {
            13 => new Phrase(
                "Disken är full. Inget har sparats. Frigör utrymme och försök igen.",
                "The disk is full. Nothing was saved. Free some space and try again."),
            5 or 6 => new Phrase(
                "Databasen är upptagen av ett annat program. Inget har sparats. Försök igen om en stund.",
                "The database is in use by another program. Nothing was saved. Try again in a while."),
            8 => new Phrase(
                "Databasen är skrivskyddad. Inget har sparats. Kontrollera rättigheterna till filen och dess mapp.",
                "The database is read-only. Nothing was saved. Check the rights to the file and its folder."),
            14 => new Phrase(
                "Databasen går inte att öppna. Kontrollera att mappen finns och att programmet får skriva där.",
                "The database cannot be opened. Check that the folder exists and that the program may write there."),
            11 or 26 => new Phrase(
                "Databasfilen är skadad eller är ingen databas. Inget har sparats. Återställ den senaste säkerhetskopian med ”remiss restore”.",
                "The database file is damaged or no database. Nothing was saved. Bring back the latest backup with 'remiss restore'."),
            _ => new Phrase(
                "Databasen gick inte att läsa eller skriva. Inget har sparats. Kontrollera disken och försök igen.",
                "The database could not be read or written. Nothing was saved. Check the disk and try again."),
        });
}
