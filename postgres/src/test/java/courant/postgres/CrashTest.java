package courant.postgres;

import static courant.postgres.Sql.ask;
import static courant.postgres.Sql.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A database, or its owner, that was killed.
class CrashTest {
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
    void everyAcknowledgedCommitSurvivesFiveKillsOfTheServer() throws Exception {
        int acknowledged = 0;
        for (int round = 0; round < 5; round++) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                run(postgres.owner(), "create table if not exists entry (id int primary key, filler text)");
                // One commit may have reached the disk without its acknowledgement reaching us.
                run(postgres.owner(), "delete from entry where id > " + acknowledged);
                assertEquals(acknowledged + "", ask(postgres.owner(), "select count(*) from entry"));
                acknowledged = writeUntilKilled(postgres, acknowledged, 300);
                assertFalse(postgres.isRunning());
            }
        }
        assertTrue(acknowledged > 100, acknowledged + " commits");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals(
                    "t",
                    ask(
                            postgres.owner(),
                            "select count(*) = " + acknowledged + " from entry where id <= " + acknowledged));
        }
    }

    private int writeUntilKilled(EmbeddedPostgres postgres, int acknowledgedBefore, int milliseconds)
            throws IOException, InterruptedException {
        int acknowledged = acknowledgedBefore;
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        Thread killer = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(milliseconds);
                server.destroyForcibly();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try (Connection connection = postgres.owner().open();
                PreparedStatement insert =
                        connection.prepareStatement("insert into entry values (?, repeat('x', 500))")) {
            while (true) {
                insert.setInt(1, acknowledged + 1);
                insert.executeUpdate();
                acknowledged++;
            }
        } catch (SQLException killed) {
            killer.join();
            server.onExit().join();
            return acknowledged;
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    @Test
    void aServerWhoseJavaWasKilledIsStoppedAndItsCommitsAreKept() throws Exception {
        Process java = OtherJava.inThisJvmsImage().start("hold", home.toString());
        String jdbcUrl = firstLine(java);
        String password = Files.readString(home.resolve("courant.password")).strip();
        run(new DatabaseAccess(jdbcUrl, "courant", password), "create table kept (id int)");
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
        java.destroyForcibly().waitFor();
        assertTrue(orphan.isAlive());

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            orphan.onExit().get(1, TimeUnit.SECONDS);
            assertEquals("0", ask(postgres.owner(), "select count(*) from kept"));
        }
    }

    @Test
    void bothKilledAtOnceIsNoDifferent() throws Exception {
        Process java = OtherJava.inThisJvmsImage().start("hold", home.toString());
        firstLine(java);
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        java.destroyForcibly().waitFor();
        server.destroyForcibly();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals("1", ask(postgres.owner(), "select 1"));
        }
    }

    private static String firstLine(Process java) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        assertTrue(line != null && line.startsWith("jdbc:"), line);
        return line;
    }

    @Test
    void theNumberOfADeadServerMayBelongToAnybodyNow() throws Exception {
        // Worst case: a program of the account that PostgreSQL runs as, which PostgreSQL could send signals to.
        int account = Folders.owner(home.resolve("data"));
        List<String> words = Folders.owner(home) == 0 && account != 0
                ? List.of("setpriv", "--reuid=" + account, "--clear-groups", "sleep", "60")
                : List.of("sleep", "60");
        Process stranger = new ProcessBuilder(words).start();
        Path pid = home.resolve("data/postmaster.pid");
        Files.writeString(
                pid, stranger.pid() + "\n" + home.resolve("data") + "\n1\n5432\n\n127.0.0.1\n1 1\nready   \n");
        Folders.give(pid, account);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals("1", ask(postgres.owner(), "select 1"));
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void theNumberOfADeadServerMayBelongToNobody() throws Exception {
        Path pid = home.resolve("data/postmaster.pid");
        Files.writeString(pid, "999999999\n" + home.resolve("data") + "\n1\n5432\n\n127.0.0.1\n1 1\nready   \n");
        Folders.give(pid, Folders.owner(home.resolve("data")));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals("1", ask(postgres.owner(), "select 1"));
        }
    }

    @Test
    void aHalfMadeDatabaseIsMadeAgain() throws Exception {
        Folders.delete(home.resolve("data"));
        Files.createDirectories(home.resolve("initialising/data/base"));
        Files.writeString(home.resolve("initialising/data/PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertEquals("1", ask(postgres.owner(), "select 1"));
        }
        assertFalse(Files.exists(home.resolve("initialising")));
    }

    @Test
    void damagedProgramsAreUnpackedAgain() throws Exception {
        Bundle bundle = Bundle.ofThisMachine();
        Path program = home.resolve("binaries").resolve(bundle.folderName()).resolve("bin/postgres");
        Files.delete(program);
        Files.createFile(program);
        Files.createDirectories(home.resolve("binaries/unpacking/bin"));
        Files.createDirectories(home.resolve("binaries/17.1.0-" + bundle.platform()));
        EmbeddedPostgres.start(home).stop();
        assertTrue(Files.size(program) > 1_000_000);
        try (var versions = Files.list(home.resolve("binaries"))) {
            assertEquals(1, versions.count());
        }
    }
}
