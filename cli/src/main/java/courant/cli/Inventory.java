package courant.cli;

import courant.ingest.Ingest;
import courant.ingest.IngestOptions;
import courant.ingest.InputProblem;
import courant.ingest.RefusedFileException;
import courant.ingest.Understanding;
import courant.ingest.UsageJoin;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a town's files; what `ingest` refuses becomes a refusal of the command line.
final class Inventory {
    private final Context context;

    Inventory(Context context) {
        this.context = context;
    }

    Understanding read(Path file, @Nullable String sheet) {
        try {
            return Ingest.read(file, options().withSheet(sheet));
        } catch (RefusedFileException refused) {
            throw refusal(refused);
        }
    }

    UsageJoin.Joined join(Understanding understanding, Path usage) {
        try {
            return UsageJoin.join(understanding.fleet(), usage, options());
        } catch (RefusedFileException refused) {
            throw refusal(refused);
        }
    }

    private IngestOptions options() {
        return IngestOptions.defaults(context.messages().locale());
    }

    private static RefusedInputException refusal(RefusedFileException refused) {
        List<Problem> problems =
                refused.problems().stream().map(Inventory::problem).toList();
        return new RefusedInputException(problems);
    }

    private static Problem problem(InputProblem problem) {
        return new Problem(problem.where(), problem.found(), problem.expected(), problem.advice());
    }
}
