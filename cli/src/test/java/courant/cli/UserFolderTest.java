package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
    @Test
    void followsTheCustomOfEachSystem() {
        assertEquals(Path.of("/h/.local/share/courant"), folder("Linux", Map.of()));
        assertEquals(Path.of("/data/courant"), folder("Linux", Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(Path.of("/h/Library/Application Support/Courant"), folder("Mac OS X", Map.of()));
        assertEquals(Path.of("/l/Courant"), folder("Windows 11", Map.of("LOCALAPPDATA", "/l")));
        assertEquals(Path.of("/h/AppData/Local/Courant"), folder("Windows 11", Map.of()));
    }

    @Test
    void aRelativeXdgFolderIsIgnoredAsItsSpecificationAsks() {
        assertEquals(Path.of("/h/.local/share/courant"), folder("Linux", Map.of("XDG_DATA_HOME", "data")));
    }

    @Test
    void thePersonsChoiceComesFirst() {
        assertEquals(Path.of("/c"), folder("Linux", Map.of("COURANT_HOME", "/c", "XDG_DATA_HOME", "/data")));
        assertEquals(
                Path.of("/given"),
                UserFolder.of(Path.of("/given"), surroundings("Linux", Map.of("COURANT_HOME", "/c")))
                        .path());
    }

    private static Path folder(String system, Map<String, String> environment) {
        return UserFolder.of(null, surroundings(system, environment)).path();
    }

    private static Surroundings surroundings(String system, Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Surroundings(
                nowhere, nowhere, false, environment, Path.of("/h"), system, LocalDate.of(2026, 11, 24));
    }
}
