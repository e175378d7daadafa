package courant.facts;

/// A table cannot be used as it stands.
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TableProblem problem;

    public TableException(TableProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public TableProblem problem() {
        return problem;
    }
}
