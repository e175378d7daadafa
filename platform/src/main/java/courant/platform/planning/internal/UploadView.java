package courant.platform.planning.internal;

import courant.ingest.InputProblem;
import java.util.List;

/// The door's page: empty, or with what was wrong with what a person brought.
///
/// @param field the field that is wrong, empty for none
/// @param errorKey sentence of a missing file, empty when the file itself was refused
/// @param problems why the file was refused
/// @param pasted what was pasted, given back so that nothing is lost
public record UploadView(String field, String errorKey, List<Problem> problems, String pasted) {
    static final UploadView EMPTY = new UploadView("", "", List.of(), "");

    /// Why a file was refused, in French typography.
    public record Problem(String found, String expected, String advice) {}

    static UploadView missing(boolean sentEmpty) {
        return new UploadView("fichier", sentEmpty ? "analyse.error.empty" : "analyse.error.missing", List.of(), "");
    }

    static UploadView refused(List<InputProblem> problems, String pasted) {
        return new UploadView(pasted.isEmpty() ? "fichier" : "collage", "", problems(problems), pasted);
    }

    static List<Problem> problems(List<InputProblem> problems) {
        return problems.stream()
                .map(p -> new Problem(Typography.of(p.found()), Typography.of(p.expected()), Typography.of(p.advice())))
                .toList();
    }

    public boolean isWrong() {
        return !field.isEmpty();
    }
}
