package courant.postgres;

import static courant.postgres.Sql.ask;
import static courant.postgres.Sql.port;
import static courant.postgres.Sql.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A database that is started, used and stopped in the ordinary way.
class StartStopTest {
    private Path home = Path.of("");

    @BeforeEach
    void newHome() throws IOException, InterruptedException {
        home = Homes.ready();
    }

    @AfterEach
    void deleteHome() {
        Homes.delete(home);
    }

    @Test
    void anEmptyFolderOnADiskBecomesADatabase() throws Exception {
        Path empty = Homes.emptyOnDisk();
        Path newHome = empty.resolve("new/home");
        try {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(newHome)) {
                run(postgres.owner(), "create table depot (name text)", "insert into depot values ('Sorel')");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(newHome)) {
                assertEquals("Sorel", ask(postgres.owner(), "select name from depot"));
            }
        } finally {
            Homes.delete(empty);
        }
    }

    @Test
    void dataIsThereAfterARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            run(postgres.owner(), "create table depot (name text)", "insert into depot values ('Saint-Étienne')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals("Saint-Étienne", ask(postgres.owner(), "select name from depot"));
        }
    }

    @Test
    void stoppingCutsOffOpenSessionsWithinFiveSeconds() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        try (Connection open = postgres.owner().open()) {
            open.setAutoCommit(false);
            open.createStatement().execute("create table half_done (id int)");
            long before = System.nanoTime();
            postgres.stop();
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
            assertFalse(postgres.isRunning());
        }
    }

    @Test
    void stoppingTwiceIsStoppingOnce() {
        EmbeddedPostgres first = EmbeddedPostgres.start(home);
        first.stop();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            first.stop();
            assertTrue(second.isRunning());
            assertThrows(DatabaseException.class, () -> EmbeddedPostgres.start(home));
        }
    }

    @Test
    void passwordsAndDataArePrivate() throws Exception {
        EmbeddedPostgres.start(home).stop();
        for (String file : List.of("superuser.password", "courant.password")) {
            assertEquals("rw-------", permissions(home.resolve(file)));
        }
        assertEquals("rwx------", permissions(home.resolve("data")));
        assertEquals("rwx------", permissions(home.resolve("log")));
    }

    @Test
    void thePasswordDoesNotShowInText() {
        DatabaseAccess access = new DatabaseAccess("jdbc:postgresql://127.0.0.1:5432/courant", "courant", "hidden");
        assertEquals("courant @ jdbc:postgresql://127.0.0.1:5432/courant", access.toString());
    }

    @Test
    void aFixedPortIsUsed() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, free)) {
            assertEquals(free, port(postgres));
        }
    }

    @Test
    void theLogIsWrittenUnderTheHome() throws Exception {
        EmbeddedPostgres.start(home).stop();
        try (var logs = Files.list(home.resolve("log"))) {
            Path log = logs.findFirst().orElseThrow();
            assertTrue(log.getFileName().toString().matches("postgresql-\\w{3}\\.log"), log.toString());
            assertTrue(Files.readString(log).contains("database system is shut down"));
        }
    }

    @Test
    void aChangedSortOrderRebuildsTheIndexes() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            run(postgres.owner(), "create table unit (id text primary key)", "insert into unit values ('Été')");
            run(postgres.superuser(), "update pg_database set datcollversion = '1.0' where datname = 'courant'");
            String before = ask(postgres.owner(), "select pg_relation_filenode('unit_pkey')");
            postgres.stop();
            try (EmbeddedPostgres again = EmbeddedPostgres.start(home)) {
                assertFalse(before.equals(ask(again.owner(), "select pg_relation_filenode('unit_pkey')")));
                assertEquals("t", ask(again.owner(), """
                                select datcollversion = pg_database_collation_actual_version(oid)
                                from pg_database where datname = 'courant'
                                """));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
