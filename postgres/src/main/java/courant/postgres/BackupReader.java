package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import courant.postgres.Manifest.SequenceState;
import courant.postgres.Manifest.TableContent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Verifies one backup and loads it.
record BackupReader(Path file, DatabaseAccess access, Set<String> seeded) {

    BackupReceipt restore() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = verify(zip);
            load(zip, manifest);
            return new BackupReceipt(
                    manifest.tables().size(), manifest.rows(), Checksum.of(Files.newInputStream(file)));
        } catch (ZipException | EOFException damaged) {
            throw DatabaseProblem.of(Kind.BACKUP_DAMAGED, file, damaged.getMessage())
                    .refused(damaged);
        } catch (IOException failure) {
            throw DatabaseProblem.of(Kind.BACKUP_NOT_READABLE, file, failure).refused(failure);
        }
    }

    /// The whole file is read and compared with its manifest before the database is asked anything.
    private Manifest verify(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw Manifest.damaged(file, Manifest.ENTRY).refused();
        }
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        Manifest manifest = Manifest.parse(text, file);
        for (TableContent content : manifest.tables()) {
            String found = Checksum.of(read(zip, content.table()));
            if (!found.equals(content.sha256())) {
                throw Manifest.damaged(file, Manifest.entryOf(content.table())).refused();
            }
        }
        return manifest;
    }

    private InputStream read(ZipFile zip, Schema.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.entryOf(table));
        if (entry == null) {
            throw Manifest.damaged(file, Manifest.entryOf(table)).refused();
        }
        return zip.getInputStream(entry);
    }

    private void load(ZipFile zip, Manifest manifest) throws IOException {
        try (Connection connection = access.open()) {
            BackupSession.begin(connection, Connection.TRANSACTION_READ_COMMITTED);
            Schema schema = Schema.of(connection);
            refuseOtherSchema(manifest.schema(), schema);
            try (Statement statement = connection.createStatement()) {
                lock(statement, schema);
                refuseRows(connection, schema);
                loadUnderLock(zip, manifest, connection, statement);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw DatabaseProblem.of(Kind.RESTORE_FAILED, access.jdbcUrl(), failure.getMessage())
                    .refused(failure);
        }
    }

    private void refuseOtherSchema(Schema ofBackup, Schema ofDatabase) {
        if (!ofBackup.version().equals(ofDatabase.version())) {
            throw DatabaseProblem.of(
                            Kind.BACKUP_OTHER_SCHEMA_VERSION,
                            access.jdbcUrl(),
                            versionInWords(ofBackup),
                            versionInWords(ofDatabase))
                    .refused();
        }
        if (!ofBackup.equals(ofDatabase)) {
            Set<String> different = new TreeSet<>();
            ofBackup.tables().stream()
                    .filter(table -> !ofDatabase.tables().contains(table))
                    .forEach(table -> different.add(table.name()));
            ofDatabase.tables().stream()
                    .filter(table -> !ofBackup.tables().contains(table))
                    .forEach(table -> different.add(table.name()));
            if (!ofBackup.sequences().equals(ofDatabase.sequences())) {
                different.addAll(ofBackup.sequences());
            }
            throw DatabaseProblem.of(Kind.BACKUP_OTHER_TABLES, access.jdbcUrl(), String.join(", ", different))
                    .refused();
        }
    }

    private static String versionInWords(Schema schema) {
        return schema.version().isEmpty() ? "—" : schema.version();
    }

    private static void lock(Statement statement, Schema schema) throws SQLException {
        for (Schema.Table table : schema.tables()) {
            statement.execute("lock table only " + table.sqlName() + " in access exclusive mode");
        }
    }

    private void refuseRows(Connection connection, Schema schema) throws SQLException {
        List<String> filled = new ArrayList<>();
        for (Schema.Table table : schema.tables()) {
            boolean rows = !Schema.strings(connection, "select 1 from only " + table.sqlName() + " limit 1")
                    .isEmpty();
            if (rows && !seeded.contains(table.name())) {
                filled.add(table.name());
            }
        }
        if (!filled.isEmpty()) {
            throw DatabaseProblem.of(Kind.DATABASE_NOT_EMPTY, access.jdbcUrl(), String.join(", ", filled))
                    .refused();
        }
    }

    /// Triggers rest, since their effects are in the backup already. Foreign keys are checked once, at the end:
    /// tables may then refer to each other in any order.
    private void loadUnderLock(ZipFile zip, Manifest manifest, Connection connection, Statement statement)
            throws SQLException, IOException {
        List<String> wakeTriggers = Guards.wakeTriggers(connection);
        List<String> hardenKeys = Guards.hardenKeys(connection);
        Guards.execute(statement, Guards.restTriggers(connection));
        Guards.execute(statement, Guards.softenKeys(connection));
        statement.execute("set constraints all deferred");
        if (!seeded.isEmpty()) {
            empty(statement, manifest);
        }
        for (TableContent content : manifest.tables()) {
            loadTable(zip, content, connection);
        }
        statement.execute("set constraints all immediate");
        Guards.execute(statement, hardenKeys);
        Guards.execute(statement, wakeTriggers);
        for (SequenceState sequence : manifest.sequences()) {
            set(connection, sequence);
        }
    }

    /// All at once, so that no foreign key stands in the way.
    private static void empty(Statement statement, Manifest manifest) throws SQLException {
        List<String> names = manifest.tables().stream()
                .map(content -> "only " + content.table().sqlName())
                .toList();
        if (!names.isEmpty()) {
            statement.execute("truncate " + String.join(", ", names));
        }
    }

    private void loadTable(ZipFile zip, TableContent content, Connection connection) throws SQLException, IOException {
        Schema.Table table = content.table();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows;
        try (InputStream csv = read(zip, table)) {
            rows = copy.copyIn(
                    "copy %s (%s) from stdin with (format csv, header match, encoding 'UTF8')"
                            .formatted(table.sqlName(), table.sqlColumns()),
                    csv);
        }
        if (rows != content.rows()) {
            throw Manifest.damaged(file, Manifest.entryOf(table) + ", " + rows + " ≠ " + content.rows())
                    .refused();
        }
    }

    private static void set(Connection connection, SequenceState sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, Schema.qualified(sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }
}
