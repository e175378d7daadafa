package courant.cli;

import courant.facts.Directory;
import courant.facts.DirectoryImport;
import courant.facts.TableException;
import courant.facts.TableProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Keeps the official directory of municipalities in the user's folder, where later commands find it.
final class DirectoryImporting implements DirectoryImportCommand.Importing {
    @Override
    public Answer importDirectory(Path file, Context context) throws IOException {
        DirectoryImport imported = read(file);
        Path kept = context.userFolder().directoryFile();
        Files.createDirectories(context.userFolder().path());
        imported.directory().save(kept);
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("municipalities", imported.municipalities());
        json.put("updated", imported.updated());
        json.put(
                "refused",
                imported.refused().stream().map(DirectoryImporting::json).toList());
        json.put("skipped", imported.skipped());
        return Answer.done(
                json,
                context.messages()
                        .say(
                                "directory.done",
                                imported.municipalities(),
                                imported.updated(),
                                imported.refused().size(),
                                imported.skipped()));
    }

    private static DirectoryImport read(Path file) throws IOException {
        try {
            return Directory.read(file);
        } catch (TableException refused) {
            throw new RefusedInputException(List.of(problem(refused.problem())));
        }
    }

    static Problem problem(TableProblem problem) {
        return new Problem(problem.where(), problem.found(), problem.expected(), problem.advice());
    }

    private static Map<String, Object> json(TableProblem problem) {
        return problem(problem).json();
    }
}
