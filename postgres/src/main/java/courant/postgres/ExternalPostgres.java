package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL server that somebody else runs, named by one URL.
///
/// @param access where it is and who we are there
public record ExternalPostgres(DatabaseAccess access) {
    /// The oldest major version whose SQL we use.
    public static final int OLDEST_MAJOR_VERSION = 16;

    private static final String JDBC = "jdbc:";
    private static final int DEFAULT_PORT = 5432;

    /// Reads `postgresql://user:password@host:port/database?option=value`, the same with `postgres:` or `jdbc:` in
    /// front, or the JDBC form with `user` and `password` among the options. Reserved characters are
    /// percent-encoded.
    ///
    /// @throws DatabaseException when the URL lacks a host, a database or a user
    public static ExternalPostgres of(String url) {
        String plain = url.strip();
        URI uri = parse(plain.startsWith(JDBC) ? plain.substring(JDBC.length()) : plain);
        String user = "";
        String password = "";
        String credentials = uri.getRawUserInfo();
        if (credentials != null) {
            int colon = credentials.indexOf(':');
            user = decode(colon < 0 ? credentials : credentials.substring(0, colon));
            password = colon < 0 ? "" : decode(credentials.substring(colon + 1));
        }
        List<String> options = new ArrayList<>();
        for (String option :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
            if (option.startsWith("user=")) {
                user = decode(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decode(option.substring("password=".length()));
            } else {
                options.add(option);
            }
        }
        if (user.isEmpty()) {
            throw unreadable();
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String query = options.isEmpty() ? "" : "?" + String.join("&", options);
        String jdbcUrl = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
        return new ExternalPostgres(new DatabaseAccess(jdbcUrl, user, password));
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            boolean database = uri.getRawPath() != null && uri.getRawPath().length() > 1;
            if (ours && uri.getHost() != null && database) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Its message would quote the password; ours does not.
            throw unreadable();
        }
        throw unreadable();
    }

    /// Never quotes the URL: it may hold a password.
    private static DatabaseException unreadable() {
        return DatabaseProblem.of(Kind.URL_UNREADABLE, "URL").refused();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Signs in once and looks at the version.
    ///
    /// @return the access, now known to work
    /// @throws DatabaseException when the server cannot be reached, refuses us, or is too old
    public DatabaseAccess check() {
        try (Connection connection = access.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int / 10000, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST_MAJOR_VERSION) {
                throw DatabaseProblem.of(Kind.SERVER_TOO_OLD, access.jdbcUrl(), row.getString(2), OLDEST_MAJOR_VERSION)
                        .refused();
            }
            return access;
        } catch (SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            boolean login = state.startsWith("28") || state.startsWith("3D");
            throw DatabaseProblem.of(
                            login ? Kind.LOGIN_REFUSED : Kind.SERVER_UNREACHABLE,
                            access.jdbcUrl(),
                            access.user(),
                            failure.getMessage())
                    .refused(failure);
        }
    }
}
