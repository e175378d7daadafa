package courant.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a backup covers: the tables and sequences of the schema `courant`, and the version the migrations gave it.
///
/// @param version of the latest migration; empty without migrations
/// @param sequences their names
record Schema(String version, List<Table> tables, List<String> sequences) {
    private static final String NAME = "courant";
    /// Kept by the migrations in each database; never copied from one to another.
    private static final String MIGRATIONS = "flyway_schema_history";

    Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /// @param columns those that are stored, not computed, in the order of the table
    record Table(String name, List<String> columns) {
        Table {
            columns = List.copyOf(columns);
        }

        /// `"courant"."unit"`
        String sqlName() {
            return qualified(name);
        }

        String sqlColumns() {
            return String.join(", ", columns.stream().map(Schema::quoted).toList());
        }
    }

    static Schema of(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String table : names(connection, "r")) {
            if (!table.equals(MIGRATIONS)) {
                tables.add(new Table(table, columns(connection, table)));
            }
        }
        return new Schema(version(connection), tables, names(connection, "S"));
    }

    private static String version(Connection connection) throws SQLException {
        if (strings(connection, "select to_regclass(?)", qualified(MIGRATIONS)).isEmpty()) {
            return "";
        }
        List<String> newestFirst = strings(
                connection,
                "select version from " + qualified(MIGRATIONS)
                        + " where success and version is not null order by installed_rank desc");
        return newestFirst.isEmpty() ? "" : newestFirst.getFirst();
    }

    private static List<String> names(Connection connection, String kind) throws SQLException {
        return strings(connection, """
                select relname::text from pg_class
                where relnamespace = to_regnamespace(?) and relkind::text = ?
                order by relname
                """, NAME, kind);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(connection, """
                select attname::text from pg_attribute
                where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = ''
                order by attnum
                """, qualified(table));
    }

    /// The first column of each row, nulls left out.
    static List<String> strings(Connection connection, String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String value = rows.getString(1);
                    if (value != null) {
                        found.add(value);
                    }
                }
            }
            return found;
        }
    }

    static String qualified(String name) {
        return quoted(NAME) + "." + quoted(name);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
