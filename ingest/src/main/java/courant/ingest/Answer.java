package courant.ingest;

/// One possible answer to a `Question`; `IngestOptions.with` applies it.
public sealed interface Answer {
    /// The answer in the user's language.
    String label();

    /// The answer decides what one column is, or how it is written.
    ///
    /// @param position position of the column, from 0
    record OfColumn(String label, int position, ColumnChoice choice) implements Answer {}

    /// The answer decides for all rows whose unit number is not theirs alone.
    record OfDuplicates(String label, Duplicates duplicates) implements Answer {}

    /// The answer chooses another sheet.
    record OfSheet(String label, String sheet) implements Answer {}
}
