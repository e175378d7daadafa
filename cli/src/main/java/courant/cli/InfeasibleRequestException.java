package courant.cli;

import java.util.Map;

/// What was asked is proved impossible, with the smallest change that makes it possible, where known.
final class InfeasibleRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, Object> smallestChange;

    /// @param smallestChange JSON values by key, for example `leastBudgetCad`; empty when none is known
    InfeasibleRequestException(Problem problem, Map<String, Object> smallestChange) {
        super(problem.toString());
        this.problem = problem;
        this.smallestChange = Map.copyOf(smallestChange);
    }

    Problem problem() {
        return problem;
    }

    Map<String, Object> smallestChange() {
        return smallestChange;
    }
}
