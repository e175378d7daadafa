package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The table of contents of a backup: a text file of lines with fields between tabs.
///
/// ```
/// courant-backup  1
/// created         2026-11-24T12:00:00Z
/// server          18.6
/// schema          12
/// table           unit   3   9f86d081…   id   name
/// sequence        unit_id_seq   3   true
/// sha256          of the lines above
/// ```
///
/// @param created when the snapshot was taken
/// @param server version of PostgreSQL that wrote it
/// @param schemaVersion of the latest migration; empty without migrations
record Manifest(
        Instant created,
        String server,
        String schemaVersion,
        List<TableContent> tables,
        List<SequenceState> sequences) {
    static final String ENTRY = "manifest.tsv";
    static final int FORMAT = 1;
    private static final String SIGNATURE = "courant-backup";
    private static final String SEAL = "sha256";

    /// @param rows how many
    /// @param sha256 of the CSV, in hexadecimal
    record TableContent(Schema.Table table, long rows, String sha256) {}

    /// @param value the last value, or the next one when `called` is false
    record SequenceState(String name, long value, boolean called) {}

    static String entryOf(Schema.Table table) {
        return "tables/" + table.name() + ".csv";
    }

    long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }

    Schema schema() {
        return new Schema(
                schemaVersion,
                tables.stream().map(TableContent::table).toList(),
                sequences.stream().map(SequenceState::name).toList());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line(SIGNATURE, FORMAT));
        lines.add(line("created", created));
        lines.add(line("server", server));
        lines.add(line("schema", schemaVersion));
        for (TableContent content : tables) {
            String columns = String.join("\t", content.table.columns());
            lines.add(line("table", content.table.name(), content.rows, content.sha256, columns));
        }
        for (SequenceState sequence : sequences) {
            lines.add(line("sequence", sequence.name, sequence.value, sequence.called));
        }
        String body = String.join("\n", lines) + "\n";
        return body + line(SEAL, Checksum.of(body)) + "\n";
    }

    private static String line(Object... fields) {
        return String.join("\t", Arrays.stream(fields).map(String::valueOf).toList());
    }

    /// @param file named in the problem
    static Manifest parse(String text, Path file) {
        List<String> lines = text.lines().toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (!first.equals(line(SIGNATURE, FORMAT))) {
            throw DatabaseProblem.of(Kind.BACKUP_UNKNOWN_FORMAT, file, first.replace('\t', ' '), FORMAT)
                    .refused();
        }
        String body = text.substring(0, Math.max(0, text.lastIndexOf(SEAL + "\t")));
        if (!text.equals(body + line(SEAL, Checksum.of(body)) + "\n")) {
            throw damaged(file, ENTRY).refused();
        }
        Instant created = Instant.EPOCH;
        String server = "";
        String schemaVersion = "";
        List<TableContent> tables = new ArrayList<>();
        List<SequenceState> sequences = new ArrayList<>();
        for (int i = 1; i < lines.size() - 1; i++) {
            List<String> fields = List.of(lines.get(i).split("\t", -1));
            try {
                switch (fields.getFirst()) {
                    case "created" -> created = Instant.parse(fields.get(1));
                    case "server" -> server = fields.get(1);
                    case "schema" -> schemaVersion = fields.get(1);
                    case "table" ->
                        tables.add(new TableContent(
                                new Schema.Table(fields.get(1), fields.subList(4, fields.size())),
                                Long.parseLong(fields.get(2)),
                                fields.get(3)));
                    case "sequence" ->
                        sequences.add(new SequenceState(
                                fields.get(1), Long.parseLong(fields.get(2)), Boolean.parseBoolean(fields.get(3))));
                    default -> throw new NumberFormatException(fields.getFirst());
                }
            } catch (NumberFormatException | DateTimeParseException | IndexOutOfBoundsException unreadable) {
                throw damaged(file, ENTRY + ":" + (i + 1)).refused(unreadable);
            }
        }
        return new Manifest(created, server, schemaVersion, tables, sequences);
    }

    /// @param place the entry, and what of it, in no language
    static DatabaseProblem damaged(Path file, String place) {
        return DatabaseProblem.of(Kind.BACKUP_DAMAGED, file, place);
    }
}
