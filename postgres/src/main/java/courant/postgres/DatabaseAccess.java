package courant.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where a database is and who we are there.
///
/// @param jdbcUrl `jdbc:postgresql://…`, without user and password
/// @param user role that signs in
/// @param password its password, empty when the server asks for none
public record DatabaseAccess(String jdbcUrl, String user, String password) {
    private static final String LOGIN_LIMIT_SECONDS = "20";

    /// Opens one session; gives up on a server that does not answer within 20 s.
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", LOGIN_LIMIT_SECONDS);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /// Without the password, so that it never reaches a log.
    @Override
    public String toString() {
        return user + " @ " + jdbcUrl;
    }
}
