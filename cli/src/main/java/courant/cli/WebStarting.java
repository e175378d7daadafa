package courant.cli;

import courant.postgres.DatabaseAccess;
import courant.postgres.DatabaseException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls the platform, which the launcher puts on the class path of `serve`, `demo` and `restore` alone: it is named
/// here and never imported, so that the other commands start without it.
final class WebStarting implements ServeCommand.Starting {
    private static final String PLATFORM = "courant.platform.Platform";

    @Override
    public void start(List<String> settings, Context context) throws Exception {
        call("main", String[].class, settings.toArray(String[]::new), context.messages());
        Thread.currentThread().join();
    }

    /// Brings the tables of a database up to this version.
    static void migrate(DatabaseAccess owner, Messages messages) throws Exception {
        call("migrate", DatabaseAccess.class, owner, messages);
    }

    private static void call(String method, Class<?> type, Object argument, Messages messages) throws Exception {
        try {
            Class.forName(PLATFORM).getMethod(method, type).invoke(null, argument);
        } catch (ClassNotFoundException offline) {
            throw new WrongUsageException(new Problem(
                    "courant",
                    messages.say("serve.offline.found"),
                    messages.say("serve.offline.expected"),
                    messages.say("serve.offline.advice")));
        } catch (InvocationTargetException failed) {
            throw asException(failed);
        }
    }

    /// What keeps the database from starting is a sentence; anything else is a fault of ours.
    private static Exception asException(InvocationTargetException failed) {
        for (@Nullable Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return database;
            }
        }
        return failed;
    }
}
