package courant.postgres;

import static courant.postgres.Sql.ask;
import static courant.postgres.Sql.port;
import static courant.postgres.Sql.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a running server lets in, keeps and sorts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenServerTest {
    private final Path home;
    private final EmbeddedPostgres postgres;

    OpenServerTest() throws IOException, InterruptedException {
        home = Homes.ready();
        postgres = EmbeddedPostgres.start(home);
    }

    @AfterAll
    void stop() {
        postgres.stop();
        Homes.delete(home);
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsOnTheDisk() throws Exception {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
            assertEquals("on", ask(postgres.owner(), "show " + setting), setting);
        }
    }

    @Test
    void textSortsAsInQuebec() throws Exception {
        assertEquals("cote côte coté côté Eau école été zèbre", ask(postgres.owner(), """
                            select string_agg(word, ' ' order by word)
                            from unnest(array['zèbre', 'côté', 'Eau', 'coté', 'école', 'côte', 'été', 'cote']) word
                            """));
    }

    @Test
    void aWrongPasswordIsRefused() {
        DatabaseAccess right = postgres.owner();
        for (String user : List.of("courant", "postgres")) {
            for (String password : List.of("", "wrong")) {
                DatabaseAccess wrong = new DatabaseAccess(right.jdbcUrl(), user, password);
                assertThrows(SQLException.class, wrong::open, user + " with '" + password + "'");
            }
        }
    }

    @Test
    void passwordsAreKeptAsScramVerifiers() throws Exception {
        assertEquals("0", ask(postgres.superuser(), """
                            select count(*) from pg_authid
                            where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'
                            """));
    }

    @Test
    void theOwnerIsNoSuperuserButMayMakeTheRoleOfTheApplication() throws Exception {
        assertEquals("off", ask(postgres.owner(), "select current_setting('is_superuser')"));
        run(
                postgres.owner(),
                "create role application login password 'application'",
                "create schema courant",
                "grant usage on schema courant to application");
        DatabaseAccess application = new DatabaseAccess(postgres.owner().jdbcUrl(), "application", "application");
        assertEquals("application", ask(application, "select current_user"));
    }

    @Test
    void onlyThisMachineReachesTheServer() throws Exception {
        assertEquals("127.0.0.1", ask(postgres.owner(), "show listen_addresses"));
        assertEquals("", ask(postgres.superuser(), "show unix_socket_directories"));
        InetAddress other =
                addressOnTheNetwork().orElseGet(() -> Assumptions.abort("This machine has no address but 127.0.0.1."));
        try (Socket socket = new Socket()) {
            assertThrows(
                    ConnectException.class, () -> socket.connect(new InetSocketAddress(other, port(postgres)), 1000));
        }
    }

    private static Optional<InetAddress> addressOnTheNetwork() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
