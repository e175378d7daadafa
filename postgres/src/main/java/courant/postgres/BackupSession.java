package courant.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// One transaction in which values have one textual form on every server, and no row is silently left out.
final class BackupSession {
    private BackupSession() {}

    static void begin(Connection connection, int isolation) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        try (Statement statement = connection.createStatement()) {
            // Off means refuse, not ignore: a row that a policy would hide becomes an error.
            statement.execute("set local row_security = off");
            statement.execute("set local datestyle = 'ISO, YMD'");
            statement.execute("set local intervalstyle = 'postgres'");
            statement.execute("set local timezone = 'UTC'");
            statement.execute("set local extra_float_digits = 1");
            statement.execute("set local bytea_output = 'hex'");
            statement.execute("set local search_path = pg_catalog");
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }
}
