package courant.postgres;

import static courant.postgres.Sql.ask;
import static courant.postgres.Sql.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is refused, with what the person should do, and with the data untouched.
class RefusalTest {
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
    void aSecondJavaOnTheSameHomeIsRefused() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Command second = OtherJava.inThisJvmsImage().run("hold", home.toString());
            assertEquals("refused HOME_IN_USE [" + ProcessHandle.current().pid() + "]", second.output());
            assertEquals("1", ask(postgres.owner(), "select 1"));
        }
    }

    @Test
    void aSecondStartInTheSameJavaIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertRefused(Kind.HOME_IN_USE);
            assertTrue(OtherJava.inThisJvmsImage()
                    .run("hold", home.toString())
                    .output()
                    .contains("HOME_IN_USE"));
            assertTrue(postgres.isRunning());
        }
        EmbeddedPostgres.start(home).stop();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndUntouched() throws Exception {
        Path version = home.resolve("data/PG_VERSION");
        Files.writeString(version, "17\n");
        FileTime before = Files.getLastModifiedTime(home.resolve("data"));
        DatabaseProblem problem = assertRefused(Kind.OTHER_MAJOR_VERSION);
        assertEquals(List.of("17", "18"), problem.details());
        assertTrue(problem.advice(Locale.FRENCH).contains("courant backup"));
        assertEquals("17\n", Files.readString(version));
        assertEquals(before, Files.getLastModifiedTime(home.resolve("data")));
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefusedAndUntouched() throws Exception {
        Files.delete(home.resolve("data/PG_VERSION"));
        assertRefused(Kind.FOLDER_NOT_DATABASE);
        assertTrue(Files.exists(home.resolve("data/base")));
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            DatabaseProblem problem = assertThrows(
                            DatabaseException.class, () -> EmbeddedPostgres.start(home, other.getLocalPort()))
                    .problem();
            assertEquals(Kind.PORT_TAKEN, problem.kind());
        }
        EmbeddedPostgres.start(home).stop();
    }

    @Test
    void aLostPasswordOfTheSuperuserIsRefused() throws Exception {
        Files.delete(home.resolve("superuser.password"));
        assertRefused(Kind.PASSWORD_LOST);
        assertFalse(Files.exists(home.resolve("superuser.password")));
    }

    @Test
    void aWrongPasswordOfTheSuperuserIsRefused() throws Exception {
        Files.writeString(home.resolve("superuser.password"), "wrong");
        assertRefused(Kind.PASSWORD_LOST);
        assertFalse(Files.exists(home.resolve("data/postmaster.pid")), "the server was stopped again");
    }

    @Test
    void aLostPasswordOfTheOwnerIsMadeAnew() throws Exception {
        Files.delete(home.resolve("courant.password"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            run(postgres.owner(), "create table works (id int)");
        }
    }

    @Test
    void aServerThatDoesNotComeUpIsQuoted() throws Exception {
        Folders.delete(home.resolve("data/global"));
        DatabaseProblem problem = assertRefused(Kind.START_FAILED);
        assertTrue(problem.found(Locale.FRENCH).contains("pg_control"), problem.found(Locale.FRENCH));
    }

    @Test
    void anUnknownSystemIsRefused() {
        DatabaseException refused = assertThrows(DatabaseException.class, () -> Bundle.platform("Windows 11", "amd64"));
        assertEquals(Kind.PLATFORM_UNSUPPORTED, refused.problem().kind());
        assertEquals("linux-x86_64", Bundle.platform("Linux", "amd64"));
        assertEquals("linux-arm_64", Bundle.platform("Linux", "aarch64"));
        assertEquals("darwin-arm_64", Bundle.platform("Mac OS X", "aarch64"));
        assertEquals("darwin-x86_64", Bundle.platform("Mac OS X", "x86_64"));
    }

    private DatabaseProblem assertRefused(Kind kind) {
        DatabaseProblem problem = assertThrows(DatabaseException.class, () -> EmbeddedPostgres.start(home))
                .problem();
        assertEquals(kind, problem.kind(), problem.toString());
        return problem;
    }
}
