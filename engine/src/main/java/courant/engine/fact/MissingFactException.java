package courant.engine.fact;

import java.time.LocalDate;

/// A calculation asked for a fact that is not in force on its date.
public final class MissingFactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingFactException(String id, LocalDate asOf) {
        super("""
                No fact %s is in force on %s.
                Maybe the table of facts ends before that date, or the id is misspelt.""".formatted(id, asOf));
    }
}
