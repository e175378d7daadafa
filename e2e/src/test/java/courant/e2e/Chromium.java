package courant.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The browser of this machine: the one that `COURANT_CHROMIUM` names, else the first that is found where such
/// browsers are. The launcher (`find_chromium`) looks for the same ones.
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> APPLICATIONS = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /// It must reach nobody but the site, not even to ask for updates.
    static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    static Optional<Path> find() {
        String named = System.getenv("COURANT_CHROMIUM");
        Stream<Path> places = named != null && !named.isEmpty() ? Stream.of(Path.of(named)) : usualPlaces();
        return places.filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> usualPlaces() {
        List<String> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .toList();
        return Stream.concat(
                NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name))),
                APPLICATIONS.stream().map(Path::of));
    }
}
