package courant.ingest;

import java.util.List;

/// A whole file that gives no fleet; says where, what was found, what was expected and what to do.
public class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    public RefusedFileException(List<InputProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /// The reasons, in the user's language; at least one.
    public List<InputProblem> problems() {
        return problems;
    }
}
