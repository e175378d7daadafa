package courant.postgres;

/// What was written or restored.
///
/// @param tables how many, empty ones included
/// @param rows in all tables together
/// @param sha256 of the backup file, in hexadecimal as `sha256sum` prints it
public record BackupReceipt(int tables, long rows, String sha256) {}
