package courant.postgres;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The database, its folder or a backup cannot be used as it stands; the problem says what to do.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DatabaseProblem problem;

    DatabaseException(DatabaseProblem problem) {
        this(problem, null);
    }

    DatabaseException(DatabaseProblem problem, @Nullable Throwable cause) {
        super(problem.sentence(Locale.FRENCH), cause);
        this.problem = problem;
    }

    public DatabaseProblem problem() {
        return problem;
    }
}
