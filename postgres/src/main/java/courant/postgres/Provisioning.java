package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// What the platform expects in a fresh server: the role `courant`, and a database of that name which it owns.
///
/// The owner migrates, backs up and restores, so it sees every row (`BYPASSRLS`) and may make the role under which
/// the application works (`CREATEROLE`), which does not. It is no superuser.
///
/// @param maintenance the superuser in the database `postgres`, which is always there
/// @param ownDatabase the superuser in the database `courant`
/// @param owner the role to make, with its password
record Provisioning(DatabaseAccess maintenance, DatabaseAccess ownDatabase, DatabaseAccess owner) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "courant";
    static final String DATABASE = "courant";
    private static final String WRONG_PASSWORD = "28P01";

    static Provisioning at(int port, Passwords passwords) {
        return new Provisioning(
                new DatabaseAccess(url(port, "postgres"), SUPERUSER, passwords.superuser()),
                new DatabaseAccess(url(port, DATABASE), SUPERUSER, passwords.superuser()),
                new DatabaseAccess(url(port, DATABASE), OWNER, passwords.owner()));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Changes nothing that is already so.
    void apply(Layout layout) throws SQLException {
        try (Connection connection = maintenance.open();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER);
            }
            statement.execute("alter role " + OWNER + " login nosuperuser nocreatedb createrole noreplication bypassrls"
                    + " password '" + owner.password() + "'");
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            followCollation(statement);
        } catch (SQLException failure) {
            if (WRONG_PASSWORD.equals(failure.getSQLState())) {
                throw DatabaseProblem.of(Kind.PASSWORD_LOST, layout.superuserPassword(), layout.superuserPassword())
                        .refused(failure);
            }
            throw failure;
        }
    }

    /// Newer programs may bring a newer ICU that sorts otherwise: an index on text built by the old one would lie.
    private void followCollation(Statement statement) throws SQLException {
        String outdated = "select from pg_database where datname = '%s'"
                + " and datcollversion is distinct from pg_database_collation_actual_version(oid)";
        if (exists(statement, outdated.formatted(DATABASE))) {
            try (Connection connection = ownDatabase.open();
                    Statement rebuild = connection.createStatement()) {
                rebuild.execute("reindex database " + DATABASE);
            }
            for (String database : List.of(DATABASE, "postgres", "template1")) {
                statement.execute("alter database " + database + " refresh collation version");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
