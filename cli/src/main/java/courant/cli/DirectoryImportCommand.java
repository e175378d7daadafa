package courant.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./courant directory import MUN.csv`: the official directory of municipalities, kept in the user's folder.
@Command(sortOptions = false, sortSynopsis = false)
final class DirectoryImportCommand implements Task {
    /// From the official file to the directory that later commands use.
    interface Importing {
        Answer importDirectory(Path file, Context context) throws Exception;
    }

    @Parameters(index = "0", paramLabel = "MUN.csv")
    private @Nullable Path file;

    private final Importing importing;

    DirectoryImportCommand(Importing importing) {
        this.importing = importing;
    }

    @Override
    public Answer perform(Context context) throws Exception {
        return importing.importDirectory(Objects.requireNonNull(file), context);
    }
}
