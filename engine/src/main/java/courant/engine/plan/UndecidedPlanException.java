package courant.engine.plan;

/// The search stopped at its limit with neither a plan nor a proof that none exists.
public final class UndecidedPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidedPlanException(long nodes) {
        super("""
                The search stopped after %d subproblems without a plan and without a proof that there is none.
                Maybe allow more time, or raise the budget of the tightest years.""".formatted(nodes));
    }
}
