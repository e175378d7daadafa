package courant.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// One run of the command line in a test: what it printed where, and how it ended.
record CommandLineRun(ExitCode exit, String out, String err) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /// @param home stands for the person's home folder
    /// @param commands commands to add to those that exist
    static CommandLineRun of(Path home, Map<String, Task> commands, String... arguments) {
        SequencedMap<String, Task> all = new LinkedHashMap<>(Commands.all());
        all.putAll(commands);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of(),
                home,
                "Linux",
                TODAY);
        ExitCode exit = new Courant(surroundings, all).run(arguments);
        return new CommandLineRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
