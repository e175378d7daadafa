package courant.cli;

import courant.postgres.Backup;
import courant.postgres.BackupReceipt;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./courant backup FILE`: everything people entered, in one file, while they go on working.
@Command(sortOptions = false, sortSynopsis = false)
final class BackupCommand implements Task {
    @Parameters(index = "0", paramLabel = "FILE")
    private @Nullable Path file;

    @Override
    public Answer perform(Context context) {
        try (OpenDatabase database = OpenDatabase.existing(context)) {
            BackupReceipt receipt = Backup.write(database.access(), Objects.requireNonNull(file));
            return answer(receipt, "backup.done", context.messages());
        }
    }

    static Answer answer(BackupReceipt receipt, String key, Messages messages) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("tables", receipt.tables());
        json.put("rows", receipt.rows());
        json.put("sha256", receipt.sha256());
        return Answer.done(json, messages.say(key, receipt.tables(), receipt.rows(), receipt.sha256()));
    }
}
