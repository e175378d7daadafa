package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an earlier run left behind when it was killed: live processes, or the name of a dead one.
///
/// A process is ours when its program lies under our home, so nobody else's PostgreSQL is ever touched. The caller
/// holds
/// the lock of the home: no live Java process uses these.
record Leftovers(Layout layout) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    void clear() throws IOException, InterruptedException {
        stopPostmaster();
        for (ProcessHandle process : ours()) {
            end(process);
        }
        forgetReusedNumber();
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

    /// After a restart of the machine another program may bear the number of the dead server. PostgreSQL would take it
    /// for a live one and refuse to start.
    private void forgetReusedNumber() throws IOException {
        Optional<ProcessHandle> bearer = recordedPostmaster().flatMap(ProcessHandle::of);
        if (bearer.isPresent()) {
            String program = program(bearer.get());
            if (!program.isEmpty() && !program.contains("postgres")) {
                Files.delete(layout.postmasterPid());
            }
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
