package courant.ingest;

/// What becomes of rows that have the same unit number and say different things.
public enum Duplicates {
    /// The first row is the unit, the others are refused.
    KEEP_FIRST,
    /// The last row is the unit, the others are refused.
    KEEP_LAST,
    /// Each row is a unit; the later ones get a number with an ending, `1012-2`.
    KEEP_BOTH
}
