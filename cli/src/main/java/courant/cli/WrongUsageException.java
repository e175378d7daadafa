package courant.cli;

import java.util.List;

/// The command itself is not written as it must be: a value of an option that cannot be read.
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    WrongUsageException(Problem problem) {
        super(problem.toString());
        this.problems = List.of(problem);
    }

    List<Problem> problems() {
        return problems;
    }
}
