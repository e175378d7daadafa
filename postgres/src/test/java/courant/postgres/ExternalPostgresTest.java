package courant.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/// A server of somebody else, named by one URL.
class ExternalPostgresTest {
    @Test
    void everyUsualFormOfTheUrlIsRead() {
        DatabaseAccess expected = new DatabaseAccess(
                "jdbc:postgresql://db.example.org:6000/courant?sslmode=require", "anne", "a@b:c/+ é");
        for (String url : List.of(
                "postgresql://anne:a%40b%3Ac%2F+%20%C3%A9@db.example.org:6000/courant?sslmode=require",
                "postgres://anne:a%40b%3Ac%2F+%20%C3%A9@db.example.org:6000/courant?sslmode=require",
                " jdbc:postgresql://anne:a%40b%3Ac%2F+%20%C3%A9@db.example.org:6000/courant?sslmode=require\n",
                "jdbc:postgresql://db.example.org:6000/courant?user=anne&sslmode=require"
                        + "&password=a%40b%3Ac%2F+%20%C3%A9")) {
            assertEquals(expected, ExternalPostgres.of(url).access(), url);
        }
    }

    @Test
    void thePortAndThePasswordMayBeLeftOut() {
        assertEquals(
                new DatabaseAccess("jdbc:postgresql://[::1]:5432/courant", "anne", ""),
                ExternalPostgres.of("postgresql://anne@[::1]/courant").access());
    }

    @Test
    void anIncompleteUrlIsRefusedWithoutQuotingIt() {
        for (String url : List.of(
                "",
                "courant",
                "mysql://anne:secret@db.example.org/courant",
                "postgresql://anne:secret@db.example.org",
                "postgresql://anne:secret@db.example.org/",
                "postgresql://db.example.org/courant",
                "postgresql:///courant?user=anne",
                "postgresql://anne:sec ret@db.example.org/courant",
                "postgresql://anne:secret%zz@db.example.org/courant")) {
            DatabaseProblem problem = assertRefused(Kind.URL_UNREADABLE, () -> ExternalPostgres.of(url));
            assertFalse(problem.sentence(Locale.FRENCH).contains("sec"), url);
        }
    }

    @Test
    void aLiveServerIsAcceptedAndAWrongPasswordRefused() throws Exception {
        Path home = Homes.ready();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            DatabaseAccess access = postgres.owner();
            String address = access.jdbcUrl().substring("jdbc:postgresql://".length());
            String url = "postgresql://courant:" + access.password() + "@" + address;
            assertEquals(access, ExternalPostgres.of(url).check());

            ExternalPostgres wrong = ExternalPostgres.of("postgresql://courant:wrong@" + address);
            assertRefused(Kind.LOGIN_REFUSED, wrong::check);
            ExternalPostgres absent = ExternalPostgres.of(url.replace("/courant", "/absent"));
            assertRefused(Kind.LOGIN_REFUSED, absent::check);
        } finally {
            Homes.delete(home);
        }
    }

    @Test
    void aSilentAddressIsRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        ExternalPostgres nobody = ExternalPostgres.of("postgresql://anne:secret@127.0.0.1:" + free + "/courant");
        assertRefused(Kind.SERVER_UNREACHABLE, nobody::check);
    }

    @Test
    @Timeout(30)
    void anOldServerIsRefused() throws Exception {
        try (OldServer server = new OldServer("15.7")) {
            ExternalPostgres old = ExternalPostgres.of(
                    "postgresql://anne@127.0.0.1:" + server.port() + "/courant?sslmode=disable&gssEncMode=disable");
            DatabaseProblem problem = assertRefused(Kind.SERVER_TOO_OLD, old::check);
            assertEquals(List.of("15.7", "16"), problem.details());
        }
    }

    private static DatabaseProblem assertRefused(Kind kind, Executable action) {
        DatabaseProblem problem = assertThrows(DatabaseException.class, action).problem();
        assertEquals(kind, problem.kind(), problem.toString());
        return problem;
    }
}
