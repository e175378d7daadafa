package courant.cli;

import courant.postgres.DatabaseAccess;
import courant.postgres.EmbeddedPostgres;
import courant.postgres.ExternalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The database of `./courant serve`, for a command that works on it: the one a URL names, the one that runs now, or
/// our own, started for the time of the command.
///
/// @param access its owner
/// @param inUse whether the platform runs on it at this moment, as far as we can tell
/// @param closing what to do afterwards
record OpenDatabase(DatabaseAccess access, boolean inUse, Runnable closing) implements AutoCloseable {
    /// The database that holds something already.
    ///
    /// @throws RefusedInputException when the folder holds none
    static OpenDatabase existing(Context context) {
        Path home = home(context);
        if (url().isBlank() && !Files.exists(home)) {
            Messages messages = context.messages();
            throw new RefusedInputException(List.of(new Problem(
                    "--home",
                    messages.say("database.none.found", context.userFolder().path()),
                    messages.say("database.none.expected"),
                    messages.say("database.none.advice"))));
        }
        return existingOrNew(context);
    }

    /// The database, made when there is none.
    static OpenDatabase existingOrNew(Context context) {
        String url = url();
        if (!url.isBlank()) {
            return new OpenDatabase(ExternalPostgres.of(url).check(), false, () -> {});
        }
        Path home = home(context);
        Optional<DatabaseAccess> running = EmbeddedPostgres.running(home);
        if (running.isPresent()) {
            return new OpenDatabase(running.get(), true, () -> {});
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(home);
        return new OpenDatabase(server.owner(), false, server::stop);
    }

    private static String url() {
        return System.getenv().getOrDefault("COURANT_DATABASE_URL", "");
    }

    private static Path home(Context context) {
        return context.userFolder().path().resolve("postgres");
    }

    @Override
    public void close() {
        closing.run();
    }
}
