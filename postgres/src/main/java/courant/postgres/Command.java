package courant.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A short-lived program run to its end.
///
/// @param exit its exit code; [#NOT_RUN] when it could not be started or was not done in time
/// @param output what it said, both streams together
record Command(int exit, String output) {
    static final int NOT_RUN = -1;

    static Command run(List<String> words, Duration limit) throws IOException, InterruptedException {
        Process process;
        try {
            process = prepare(words).redirectErrorStream(true).start();
        } catch (IOException notStarted) {
            return new Command(NOT_RUN, String.valueOf(notStarted.getMessage()));
        }
        process.getOutputStream().close();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            return new Command(NOT_RUN, output.join());
        }
        return new Command(process.exitValue(), output.join().strip());
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With an environment of our own: the user's `PGDATA`, `PGPORT` or locale must not reach PostgreSQL.
    static ProcessBuilder prepare(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        Map<String, String> environment = builder.environment();
        String path = searchPath();
        environment.clear();
        environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }

    static Optional<String> find(String program) {
        return Stream.of(searchPath().split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static String searchPath() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    }

    boolean succeeded() {
        return exit == 0;
    }
}
