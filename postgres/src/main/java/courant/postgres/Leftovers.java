package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an earlier run left behind when it was killed: live processes, or the name of a dead one.
///
/// A process is ours when its program lies under our home, so nobody else's PostgreSQL is ever touched. The caller
/// holds the lock of the home: no live Java process uses these.
record Leftovers(Layout layout) {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /// Above the largest number that a system gives to a process.
    private static final String NOBODYS_NUMBER = "999999999";

    void clear() throws IOException, InterruptedException {
        stopPostmaster();
        for (ProcessHandle process : ours()) {
            end(process);
        }
        correctNumber();
    }

    /// An orphan server, with its sessions, is stopped as an administrator would.
    private void stopPostmaster() throws IOException, InterruptedException {
        Optional<Long> recorded = recordedPostmaster();
        if (recorded.isPresent()) {
            for (ProcessHandle process : ours()) {
                if (process.pid() == recorded.get()) {
                    Shutdown.of(process).fast();
                }
            }
        }
    }

    /// Sessions whose server died end by themselves within moments; an unfinished `initdb` is of no use to anybody.
    private void end(ProcessHandle process) throws InterruptedException {
        if (Shutdown.ended(process, LIMIT)) {
            return;
        }
        process.destroyForcibly();
        if (!Shutdown.ended(process, LIMIT)) {
            throw DatabaseProblem.of(Kind.LEFTOVER_ALIVE, layout.home(), process.pid())
                    .refused();
        }
    }

    private List<ProcessHandle> ours() {
        String binaries = layout.binaries() + "/";
        return ProcessHandle.allProcesses()
                .filter(process -> program(process).startsWith(binaries))
                .toList();
    }

    /// The program's file; where the system hides it, as containers do, the command line; else empty.
    private static String program(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().or(info::commandLine).orElse("");
    }

    /// After a restart of the machine another program may bear the number of the dead server, and in a container
    /// the dead server itself may keep its number, because nobody collects its exit code. PostgreSQL would take
    /// either for a live server and refuse to start. We change the number only: from the rest of the file
    /// PostgreSQL finds out by itself whether sessions of the old server still hold its memory.
    private void correctNumber() throws IOException {
        Optional<ProcessHandle> bearer = recordedPostmaster().flatMap(ProcessHandle::of);
        if (bearer.isPresent() && (isAnotherProgram(bearer.get()) || isDead(bearer.get()))) {
            List<String> lines = new ArrayList<>(Files.readAllLines(layout.postmasterPid()));
            lines.set(0, NOBODYS_NUMBER);
            Files.write(layout.postmasterPid(), lines);
        }
    }

    private static boolean isAnotherProgram(ProcessHandle process) {
        String program = program(process);
        return !program.isEmpty() && !program.contains("postgres");
    }

    /// Dead, but still listed by Linux.
    private static boolean isDead(ProcessHandle process) throws IOException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String text = Files.readString(stat);
            return text.startsWith("Z", text.lastIndexOf(')') + 2);
        } catch (NoSuchFileException noLongerListed) {
            return false;
        }
    }

    private Optional<Long> recordedPostmaster() throws IOException {
        Path file = layout.postmasterPid();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
