package courant.postgres;

import java.nio.file.Path;
import java.util.Set;

/// Everything people entered, in one file that outlives the program: a zip of one CSV per table and a manifest.
///
/// A backup holds the rows and the sequences of the schema `courant`, not the tables themselves: those come from
/// the migrations, whose version the manifest names. It needs no program beside this one, works between any two
/// servers, and can be read in thirty years with an archive tool and a spreadsheet. Rows stream through: memory
/// does not grow with the tables.
public final class Backup {
    private Backup() {}

    /// Writes every table as of one moment, while others go on working.
    ///
    /// @param access the owner of the tables, whom row-level security does not limit
    /// @param file replaced whole, or left as it was; readable by its owner only
    /// @throws DatabaseException when the database cannot be read, hides rows, or the file cannot be written
    public static BackupReceipt write(DatabaseAccess access, Path file) {
        return new BackupWriter(access, file.toAbsolutePath()).write();
    }

    /// Loads a backup into a database that the migrations prepared and nobody has used.
    ///
    /// The whole file is verified first; then all is loaded in one transaction, or nothing.
    ///
    /// @param access the owner of the tables
    /// @throws DatabaseException when the file is damaged, the schema differs, or a table already holds rows
    public static BackupReceipt restore(Path file, DatabaseAccess access) {
        return restore(file, access, Set.of());
    }

    /// @param seeded names of the tables that the migrations fill themselves; the rows of the backup replace theirs
    public static BackupReceipt restore(Path file, DatabaseAccess access, Set<String> seeded) {
        return new BackupReader(file.toAbsolutePath(), access, seeded).restore();
    }
}
