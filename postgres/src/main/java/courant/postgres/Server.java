package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The running server.
///
/// @param process its first process
record Server(Process process) {
    /// A recovery after a crash replays at most `max_wal_size`, in seconds on a slow disk; this is far beyond.
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(20);
    private static final int STATUS_LINE = 7;
    private static final int LOG_LINES = 6;

    /// Starts the server and waits until it accepts sessions.
    ///
    /// @return empty when the server ended by itself; [#lastWords] says why
    static Optional<Server> start(Layout layout, Programs programs, Account account)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        // In a session of its own, so that Ctrl-C in the terminal reaches Java alone, which then stops us in order.
        Command.find("setsid").ifPresent(words::add);
        words.addAll(account.withPrefix(
                List.of(programs.postgres(), "-D", layout.data().toString())));
        Process process = Command.prepare(words)
                .redirectErrorStream(true)
                .redirectOutput(layout.startLog().toFile())
                .start();
        Server server = new Server(process);
        boolean ready = false;
        try {
            ready = server.awaitReady(layout);
        } finally {
            if (!ready) {
                server.stop();
            }
        }
        return ready ? Optional.of(server) : Optional.empty();
    }

    private boolean awaitReady(Layout layout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (process.isAlive()) {
            if (saysReady(layout.postmasterPid())) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw DatabaseProblem.of(Kind.START_TOO_LONG, layout.home(), READY_LIMIT.toSeconds(), lastWords(layout))
                        .refused();
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    private boolean saysReady(Path postmasterPid) throws IOException {
        if (!Files.exists(postmasterPid)) {
            return false;
        }
        List<String> lines = Files.readAllLines(postmasterPid);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /// The end of what the server said: on its way up, then in its newest log.
    static String lastWords(Layout layout) throws IOException {
        List<String> words = new ArrayList<>(tail(layout.startLog()));
        try (Stream<Path> logs = Files.list(layout.log())) {
            Optional<Path> newest =
                    logs.max(Comparator.comparingLong(log -> log.toFile().lastModified()));
            if (newest.isPresent()) {
                words.addAll(tail(newest.get()));
            }
        }
        return String.join("\n", words);
    }

    private static List<String> tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop() throws IOException, InterruptedException {
        if (process.isAlive()) {
            Shutdown.of(process.toHandle()).fast();
        }
    }
}
