package courant.cli;

import courant.postgres.DatabaseProblem;
import java.util.Locale;

/// What is wrong with a database, as the command line words what is wrong.
final class DatabaseSentences {
    private DatabaseSentences() {}

    static Problem problem(DatabaseProblem problem, Messages messages) {
        Locale language = messages.locale();
        return new Problem(
                problem.where(), problem.found(language), problem.expected(language), problem.advice(language));
    }
}
