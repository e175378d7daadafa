package courant.ingest;

/// A readable sheet that lists no units, for example a table of counts by department and class.
public final class NotAnInventoryException extends RefusedFileException {
    private static final long serialVersionUID = 1L;

    private final int rows;
    private final long counted;

    NotAnInventoryException(InputProblem problem, int rows, long counted) {
        super(java.util.List.of(problem));
        this.rows = rows;
        this.counted = counted;
    }

    /// Rows of the table.
    public int rows() {
        return rows;
    }

    /// Units the table counts in all, 0 when it is no table of counts.
    public long counted() {
        return counted;
    }
}
