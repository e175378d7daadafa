package courant.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where a database is and who we are there.
///
/// @param jdbcUrl `jdbc:postgresql://…`, without user and password
/// @param user role that signs in
/// @param password its password, empty when the server asks for none
public record DatabaseAccess(String jdbcUrl, String user, String password) {
    public Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /// Without the password, so that it never reaches a log.
    @Override
    public String toString() {
        return user + " @ " + jdbcUrl;
    }
}
