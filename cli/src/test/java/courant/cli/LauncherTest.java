package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The parts of the launcher, each run by a real bash on made-up machines.
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("courant.root", ".."));

    @TempDir
    Path folder;

    @BeforeAll
    static void bashIsThere() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash")),
                "No bash on this machine: the launcher is not tested.");
    }

    @Test
    void aJdkIsRecognisedByItsReleaseFileWithoutBeingStarted() throws Exception {
        assertEquals("25", bash("jdk_version " + jdk("jdk-a", "25.0.3")));
        assertEquals("17", bash("jdk_version " + jdk("jdk-b", "17.0.15")));
        assertEquals("8", bash("jdk_version " + jdk("jdk-c", "8")));
        assertEquals("", bash("jdk_version " + folder.resolve("absent") + " || true"));
    }

    @Test
    void aJdkThatIsTooOldIsPassedOverForTheNext() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path recent = jdk("recent", "26");
        assertEquals(
                recent.toString(),
                bash(
                        Map.of("COURANT_JAVA_HOME", old.toString(), "JAVA_HOME", recent.toString()),
                        "find_jdk && echo $JAVA_HOME"));
    }

    @Test
    void thePersonsOwnChoiceComesFirst() throws Exception {
        Path chosen = jdk("chosen", "25.0.1");
        Path other = jdk("other", "26");
        assertEquals(
                chosen.toString(),
                bash(
                        Map.of("COURANT_JAVA_HOME", chosen.toString(), "JAVA_HOME", other.toString()),
                        "find_jdk && echo $JAVA_HOME"));
    }

    @Test
    void aJdkOfSdkmanIsFound() throws Exception {
        Path sdkman = folder.resolve("sdkman");
        Path found = jdk("sdkman/candidates/java/25-tem", "25");
        assertTrue(bash(Map.of("SDKMAN_DIR", sdkman.toString()), "jdk_candidates")
                .lines()
                .anyMatch(found.toString()::equals));
    }

    @Test
    void aUtf8LocaleIsChosenWhereTheMachineIsInC() throws Exception {
        assertEquals("UTF-8", bash(Map.of("LC_ALL", "C", "LANG", "C"), "choose_utf8_locale; locale charmap"));
    }

    @Test
    void messagesAreFrenchUnlessEnglishIsAskedFor() throws Exception {
        assertEquals("fr", bash("choose_language plan x; echo $lang"));
        assertEquals("en", bash("choose_language plan --lang en; echo $lang"));
        assertEquals("en", bash("choose_language --lang=en doctor; echo $lang"));
        assertEquals("courant\u00a0: oui", bash("say oui yes 2>&1"));
        assertEquals("courant: yes", bash("lang=en; say oui yes 2>&1"));
    }

    @Test
    void aSourceNewerThanTheBuildMakesItOutOfDate() throws Exception {
        String make = """
                root=$PWD; mkdir -p cli/src/main/java cli/target/app/1; : >pom.xml; : >cli/pom.xml
                : >cli/src/main/java/A.java; : >cli/src/main/java/B.java; : >cli/target/app/1/courant-cli.jar
                touch -d '2026-01-01' pom.xml cli/pom.xml cli/src/main/java/*.java
                touch -d '2026-01-01' cli/src/main/java cli/src/main
                apps=$root/cli/target/app; echo 1 >$apps/current; touch -d '2026-01-02' $apps/current
                state() { if out_of_date; then echo old; else echo new; fi; }
                """;
        assertEquals("new", bash(make + "state"));
        assertEquals("old", bash(make + "touch -d '2026-01-03' cli/src/main/java/A.java; state"));
        assertEquals("old", bash(make + "rm cli/src/main/java/B.java; state"));
        assertEquals("old", bash(make + "touch -d '2026-01-03' cli/pom.xml; state"));
        assertEquals("old", bash(make + "rm cli/target/app/1/courant-cli.jar; state"));
    }

    @Test
    void twoBuildsNeverRunAtOnce() throws Exception {
        String make = """
                root=$PWD; mkdir -p cli/target
                build() { echo begin >>log; sleep 0.3; echo end >>log; }
                """;
        String expected = "begin\nend\nbegin\nend";
        assertEquals(expected, bash(make + """
                (with_build_lock build) & (with_build_lock build) & wait; cat log; rm log"""));
        assertEquals(expected, bash(make + """
                (lock_by_folder build) & (lock_by_folder build) & wait; cat log; rm log"""));
    }

    @Test
    void aFailedBuildFailsTheCommand() throws Exception {
        String make = "root=$PWD; mkdir -p cli/target; build() { return 7; }\n";
        assertEquals("7", bash(make + "(with_build_lock build); echo $?"));
        assertEquals("7", bash(make + "(lock_by_folder build); echo $?"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\nexit 99\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\nOS_ARCH=\"x\"\n".formatted(version));
        return home;
    }

    private String bash(String script) throws Exception {
        return bash(Map.of(), script);
    }

    private String bash(Map<String, String> environment, String script) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("bash", "-c", """
                root=%s; . "$root/launcher/machine.bash"; . "$root/launcher/build.bash"
                %s""".formatted(ROOT.toAbsolutePath().normalize(), script)));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("COURANT_JAVA_HOME", "JAVA_HOME", "SDKMAN_DIR", "COURANT_LANG"));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.strip();
    }
}
