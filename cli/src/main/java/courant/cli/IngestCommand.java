package courant.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./courant ingest FILE`: what we understood of a spreadsheet.
@Command(sortOptions = false, sortSynopsis = false)
final class IngestCommand implements Task {
    /// From a file to what was understood of it, files written.
    interface Reading {
        Answer read(Question question, Context context) throws Exception;
    }

    /// @param file the spreadsheet
    /// @param sheet sheet of that file, null when the one that looks like an inventory is to be taken
    /// @param inventory where to write what was understood, null when it is only told
    /// @param refused where to write the rows that were refused, null when they are only counted
    record Question(
            Path file,
            @Nullable String sheet,
            @Nullable Path inventory,
            @Nullable Path refused) {}

    @Parameters(index = "0", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--sheet", paramLabel = "SHEET")
    private @Nullable String sheet;

    @Option(names = "--out", paramLabel = "inventory.csv")
    private @Nullable Path inventory;

    @Option(names = "--refused", paramLabel = "refused.csv")
    private @Nullable Path refused;

    private final Reading reading;

    IngestCommand(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Answer perform(Context context) throws Exception {
        return reading.read(new Question(Objects.requireNonNull(file), sheet, inventory, refused), context);
    }
}
