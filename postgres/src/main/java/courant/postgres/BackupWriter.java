package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import courant.postgres.Manifest.SequenceState;
import courant.postgres.Manifest.TableContent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Writes one backup.
record BackupWriter(DatabaseAccess access, Path file) {
    private static final String NOT_ALLOWED = "42501";

    BackupReceipt write() {
        try (Connection connection = access.open()) {
            connection.setReadOnly(true);
            BackupSession.begin(connection, Connection.TRANSACTION_REPEATABLE_READ);
            return writeWholeOrNot(connection);
        } catch (SQLException failure) {
            throw problem(failure).refused(failure);
        } catch (IOException failure) {
            throw DatabaseProblem.of(Kind.BACKUP_NOT_WRITTEN, file, failure).refused(failure);
        }
    }

    private DatabaseProblem problem(SQLException failure) {
        return NOT_ALLOWED.equals(failure.getSQLState())
                ? DatabaseProblem.of(Kind.BACKUP_HIDDEN_ROWS, access.jdbcUrl(), access.user(), failure.getMessage())
                : DatabaseProblem.of(Kind.BACKUP_NOT_WRITTEN, file, failure.getMessage());
    }

    private BackupReceipt writeWholeOrNot(Connection connection) throws SQLException, IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Path partial = Files.createTempFile(folder, file.getFileName() + ".", ".partial");
        try {
            BackupReceipt receipt = writeTo(partial, connection);
            Folders.renameDurably(partial, file);
            return receipt;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static BackupReceipt writeTo(Path partial, Connection connection) throws SQLException, IOException {
        MessageDigest digest = Checksum.start();
        Manifest manifest;
        try (OutputStream bytes =
                        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)), digest);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            manifest = writeTables(zip, connection);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return new BackupReceipt(manifest.tables().size(), manifest.rows(), Checksum.hex(digest));
    }

    private static Manifest writeTables(ZipOutputStream zip, Connection connection) throws SQLException, IOException {
        Schema schema = Schema.of(connection);
        Instant snapshot = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<TableContent> tables = new ArrayList<>();
        for (Schema.Table table : schema.tables()) {
            tables.add(writeTable(zip, connection, table));
        }
        List<SequenceState> sequences = new ArrayList<>();
        for (String sequence : schema.sequences()) {
            sequences.add(stateOf(connection, sequence));
        }
        String server = Schema.strings(connection, "show server_version").getFirst();
        return new Manifest(snapshot, server, schema.version(), tables, sequences);
    }

    private static TableContent writeTable(ZipOutputStream zip, Connection connection, Schema.Table table)
            throws SQLException, IOException {
        MessageDigest digest = Checksum.start();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        zip.putNextEntry(new ZipEntry(Manifest.entryOf(table)));
        long rows = copy.copyOut(
                "copy %s (%s) to stdout with (format csv, header true, encoding 'UTF8')"
                        .formatted(table.sqlName(), table.sqlColumns()),
                new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new TableContent(table, rows, Checksum.hex(digest));
    }

    /// Sequences stand outside of the snapshot: their value may be ahead of the rows, never behind.
    private static SequenceState stateOf(Connection connection, String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select last_value, is_called from " + Schema.qualified(sequence))) {
            row.next();
            return new SequenceState(sequence, row.getLong(1), row.getBoolean(2));
        }
    }
}
