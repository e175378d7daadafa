package courant.cli;

import courant.postgres.Backup;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./courant restore FILE`: a backup into a database that nobody has used yet.
@Command(sortOptions = false, sortSynopsis = false)
final class RestoreCommand implements Task {
    @Parameters(index = "0", paramLabel = "FILE")
    private @Nullable Path file;

    @Override
    public Answer perform(Context context) throws Exception {
        Messages messages = context.messages();
        try (OpenDatabase database = OpenDatabase.existingOrNew(context)) {
            if (database.inUse()) {
                throw new RefusedInputException(List.of(new Problem(
                        "--home",
                        messages.say("restore.running.found"),
                        messages.say("restore.running.expected"),
                        messages.say("restore.running.advice"))));
            }
            WebStarting.migrate(database.access(), messages);
            return BackupCommand.answer(
                    Backup.restore(Objects.requireNonNull(file), database.access()), "restore.done", messages);
        }
    }
}
