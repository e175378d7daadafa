package courant.cli;

/// A limit of time or size was reached before there was any answer.
final class StoppedByLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    StoppedByLimitException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
