package courant.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The log of our own faults: each under a number that the person on the phone and the developer can both quote.
record FaultLog(Path file) {
    /// A number no one has had, short enough to be read aloud.
    static String newNumber() {
        return "E-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /// Adds the whole cause to the log.
    ///
    /// @return the log file, or nothing when it cannot be written
    Optional<Path> add(String number, Throwable fault, List<String> arguments) {
        StringWriter entry = new StringWriter();
        PrintWriter writer = new PrintWriter(entry);
        writer.printf("%s %s courant %s%n", Instant.now(), number, String.join(" ", arguments));
        fault.printStackTrace(writer);
        writer.println();
        writer.flush();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, entry.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException | SecurityException cannotWrite) {
            return Optional.empty();
        }
    }
}
