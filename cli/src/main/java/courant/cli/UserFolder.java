package courant.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where Courant keeps what it remembers for one person: the imported directory, the log.
///
/// In this order: `--home`; `COURANT_HOME`; on macOS `~/Library/Application Support/Courant`; on Windows
/// `%LOCALAPPDATA%\Courant`; elsewhere `$XDG_DATA_HOME/courant` when that is an absolute path (as the XDG base
/// directory specification asks), else `~/.local/share/courant`. The folder is made by whoever first writes into
/// it.
///
/// @param path the folder
/// @param named whether the person named it, by `--home` or `COURANT_HOME`
record UserFolder(Path path, boolean named) {
    static UserFolder of(@Nullable Path home, Surroundings surroundings) {
        if (home != null) {
            return new UserFolder(home.toAbsolutePath().normalize(), true);
        }
        Map<String, String> environment = surroundings.environment();
        return given(environment, "COURANT_HOME")
                .map(folder -> new UserFolder(folder.toAbsolutePath(), true))
                .orElseGet(() -> new UserFolder(ofSystem(surroundings, environment), false));
    }

    private static Path ofSystem(Surroundings surroundings, Map<String, String> environment) {
        String system = surroundings.operatingSystem().toLowerCase(Locale.ROOT);
        Path userHome = surroundings.userHome();
        if (system.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("Courant");
        }
        if (system.startsWith("windows")) {
            return given(environment, "LOCALAPPDATA")
                    .orElseGet(() -> userHome.resolve("AppData").resolve("Local"))
                    .resolve("Courant");
        }
        return given(environment, "XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElseGet(() -> userHome.resolve(".local").resolve("share"))
                .resolve("courant");
    }

    private static Optional<Path> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /// Where the demonstration keeps its data: a folder the person named, else one apart, so that it never meets a
    /// town's.
    Path demonstration() {
        return named ? path : path.resolve("demonstration");
    }

    /// Where `directory import` keeps the official directory of municipalities.
    Path directoryFile() {
        return path.resolve("municipalities.csv");
    }

    /// Where the details of our own faults go.
    Path logFile() {
        return path.resolve("log").resolve("courant.log");
    }
}
