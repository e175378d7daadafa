package courant.cli;

import courant.postgres.DatabaseAccess;
import courant.postgres.EmbeddedPostgres;
import courant.postgres.ExternalPostgres;
import java.nio.file.Path;
import java.util.Optional;

/// The database of `./courant serve`, for a command that works on it: the one a URL names, the one that runs now, or
/// our own, started for the time of the command.
///
/// @param access its owner
/// @param inUse whether the platform runs on it at this moment, as far as we can tell
/// @param closing what to do afterwards
record OpenDatabase(DatabaseAccess access, boolean inUse, Runnable closing) implements AutoCloseable {
    static OpenDatabase of(Context context) {
        String url = System.getenv().getOrDefault("COURANT_DATABASE_URL", "");
        if (!url.isBlank()) {
            return new OpenDatabase(ExternalPostgres.of(url).check(), false, () -> {});
        }
        Path home = context.userFolder().path().resolve("postgres");
        Optional<DatabaseAccess> running = EmbeddedPostgres.running(home);
        if (running.isPresent()) {
            return new OpenDatabase(running.get(), true, () -> {});
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(home);
        return new OpenDatabase(server.owner(), false, server::stop);
    }

    @Override
    public void close() {
        closing.run();
    }
}
