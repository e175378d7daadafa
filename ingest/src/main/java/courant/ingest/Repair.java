package courant.ingest;

import java.util.List;

/// How many rows needed one kind of repair.
///
/// @param kind what was repaired
/// @param rows number of cells or rows concerned
/// @param description the kind, in the user's language
/// @param examples the first cells repaired; none for repairs of whole rows
public record Repair(RepairKind kind, int rows, String description, List<Example> examples) {
    /// One cell that was repaired.
    ///
    /// @param row row of the sheet, from 1
    /// @param column header of the column
    /// @param text the cell as written
    public record Example(int row, String column, String text) {}

    public Repair {
        examples = List.copyOf(examples);
    }
}
