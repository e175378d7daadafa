package courant.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/// What a command sees of the machine it runs on, gathered once so that a test can give another.
///
/// @param out where the answer goes
/// @param err where messages and progress go
/// @param terminal whether `err` is read by a person as it is written
/// @param environment variables of the process
/// @param userHome the person's home folder
/// @param operatingSystem its name as Java gives it, for example `Mac OS X`
/// @param today the date of the run
record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path userHome,
        String operatingSystem,
        LocalDate today) {

    static Surroundings ofThisProcess() {
        return new Surroundings(
                System.out,
                System.err,
                Boolean.getBoolean("courant.terminal"),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"),
                LocalDate.now());
    }
}
