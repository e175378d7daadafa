package courant.platform.database;

import courant.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A raw connection under the application's role, as an intruder who broke the application would have it.
public final class AsApplication implements AutoCloseable {
    private final Connection connection;

    public AsApplication(DatabaseAccess owner) throws SQLException {
        connection = owner.open();
        run("set role courant_app");
        run("set search_path to courant");
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
