package courant.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Root, who must become somebody else, and everybody else, who need not. Only root can try both.
class AccountTest {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private Path home = Path.of("");
    private Path closedFolder = Path.of("");

    @BeforeEach
    void rootOnly() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                new UnixSystem().getUid() == ROOT, "Only root can start PostgreSQL under another account.");
        home = Homes.ready();
        closedFolder = Homes.empty();
        Folders.setPermissions(closedFolder, "rwx------");
    }

    @AfterEach
    void deleteHome() {
        Homes.delete(home);
        Homes.delete(closedFolder);
    }

    @Test
    void rootStartsItUnderAnAccountWithoutRights() throws Exception {
        assumeWorks("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertTrue(postgres.isRunning());
            assertEquals(NOBODY, Folders.owner(home.resolve("data")));
            assertEquals(NOBODY, Folders.owner(home.resolve("data/base")));
            assertEquals(NOBODY, ownerOfServer());
        }
    }

    @Test
    void inAFolderOfRootAloneItRunsInANamespaceWithoutRoot() throws Exception {
        assumeWorks("unshare", "-U", "true");
        Path closed = closedToOthers();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(closed)) {
            assertTrue(postgres.isRunning());
            assertEquals(ROOT, Folders.owner(closed.resolve("data/base")));
        }
    }

    @Test
    void theDataFollowsWhenTheHomeMovesToAFolderOfRootAndBack() throws Exception {
        assumeWorks("unshare", "-U", "true");
        EmbeddedPostgres.start(home).stop();
        Path closed = closedToOthers();
        EmbeddedPostgres.start(closed).stop();
        assertEquals(ROOT, Folders.owner(closed.resolve("data/base")));
        Files.move(closed, home);
        EmbeddedPostgres.start(home).stop();
        assertEquals(NOBODY, Folders.owner(home.resolve("data/base")));
    }

    @Test
    void withoutEitherCommandRootIsToldWhatToDo() throws Exception {
        OtherJava withoutPath = new OtherJava(prefixed(
                List.of("env", "PATH=/nonexistent"), OtherJava.inThisJvmsImage().words()));
        String answer = withoutPath.run("hold", home.toString()).output();
        assertTrue(answer.startsWith("refused ROOT_WITHOUT_ACCOUNT"), answer);
        assertTrue(answer.contains("unshare"), answer);
    }

    @Test
    void withoutRightsToChangeAccountsTheNamespaceIsLeft() throws Exception {
        List<String> confined =
                List.of("setpriv", "--bounding-set=-setuid,-setgid,-setpcap", "--inh-caps=-setuid,-setgid,-setpcap");
        assumeWorks("unshare", "-U", "true");
        OtherJava java =
                new OtherJava(prefixed(confined, OtherJava.inThisJvmsImage().words()));
        assertEquals("0 true", java.run("whoami", home.toString()).output());
    }

    @Test
    void anOrdinaryUserStartsItAsHimself() throws Exception {
        assumeWorks("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true");
        Path shared = Homes.empty();
        try {
            OtherJava java = OtherJava.asNobody(Files.createDirectory(shared.resolve("java")));
            Path own = Files.createDirectory(shared.resolve("home"));
            Folders.give(own, NOBODY);
            assertEquals(NOBODY + " true", java.run("whoami", own.toString()).output());
            assertEquals(NOBODY, Folders.owner(own.resolve("binaries")));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        } finally {
            Homes.delete(shared);
        }
    }

    @Test
    void anOrdinaryUserIsRefusedTheFolderOfRoot() throws Exception {
        assumeWorks("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true");
        Path shared = Homes.empty();
        try {
            OtherJava java = OtherJava.asNobody(shared);
            String answer = java.run("whoami", home.toString()).output();
            assertTrue(answer.startsWith("refused FOLDER_UNUSABLE"), answer);
        } finally {
            Homes.delete(shared);
        }
    }

    /// The home, moved into a folder that only root enters.
    private Path closedToOthers() throws IOException {
        return Files.move(home, closedFolder.resolve("home"));
    }

    private int ownerOfServer() throws IOException {
        String pid = Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst();
        return Folders.owner(Path.of("/proc", pid));
    }

    private static List<String> prefixed(List<String> prefix, List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    private static void assumeWorks(String... words) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Command.run(List.of(words), Duration.ofSeconds(5)).succeeded(),
                () -> "This machine does not allow: " + String.join(" ", words));
    }
}
