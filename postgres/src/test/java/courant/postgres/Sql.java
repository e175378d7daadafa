package courant.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Statements in one line each.
final class Sql {
    private Sql() {}

    static String ask(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = access.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(DatabaseAccess access, String... statements) throws SQLException {
        try (Connection connection = access.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static int port(EmbeddedPostgres postgres) {
        return URI.create(postgres.owner().jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }
}
