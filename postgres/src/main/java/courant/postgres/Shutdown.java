package courant.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends a PostgreSQL server by the signals it documents: each step is safe for the data, the later ones cost a
/// recovery at the next start.
///
/// @param postmaster the server's first process
record Shutdown(ProcessHandle postmaster) {
    /// Sessions are cut off, and what was changed is written to the data files.
    private static final Duration FAST = Duration.ofMillis(4000);
    /// Everything stops at once.
    private static final Duration IMMEDIATE = Duration.ofMillis(700);

    static Shutdown of(ProcessHandle postmaster) {
        return new Shutdown(postmaster);
    }

    /// Within 5 s.
    void fast() throws IOException, InterruptedException {
        signal("INT");
        if (!ended(postmaster, FAST)) {
            signal("QUIT");
            if (!ended(postmaster, IMMEDIATE)) {
                postmaster.destroyForcibly();
            }
        }
    }

    /// Java sends only TERM, which waits for every session to leave, and KILL.
    private void signal(String name) throws IOException, InterruptedException {
        Command.run(List.of("/bin/sh", "-c", "kill -" + name + " " + postmaster.pid()), IMMEDIATE);
    }

    static boolean ended(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAlive) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
