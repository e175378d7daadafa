package courant.cli;

import courant.postgres.DatabaseException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts the platform, which the launcher puts on the class path of `serve` and `demo` alone: it is named here and
/// never imported, so that the other commands start without it.
final class WebStarting implements ServeCommand.Starting {
    private static final String PLATFORM = "courant.platform.Platform";

    @Override
    public void start(List<String> settings, Context context) throws Exception {
        try {
            Class.forName(PLATFORM).getMethod("main", String[].class).invoke(null, (Object)
                    settings.toArray(String[]::new));
        } catch (ClassNotFoundException offline) {
            Messages messages = context.messages();
            throw new WrongUsageException(new Problem(
                    "courant",
                    messages.say("serve.offline.found"),
                    messages.say("serve.offline.expected"),
                    messages.say("serve.offline.advice")));
        } catch (InvocationTargetException failed) {
            throw refused(failed, context.messages());
        }
        Thread.currentThread().join();
    }

    /// What keeps the database from starting is a sentence; anything else is a fault of ours.
    private static Exception refused(InvocationTargetException failed, Messages messages) {
        for (@Nullable Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return new RefusedInputException(List.of(DatabaseSentences.problem(database.problem(), messages)));
            }
        }
        return failed;
    }
}
