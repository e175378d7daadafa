package courant.reports;

import java.util.List;

/// One table of the report, the same in every writer.
///
/// @param id stable name
/// @param caption what it shows
/// @param columns its columns
/// @param rows its rows, each with one cell per column
/// @param totalRow whether the last row is a total
public record ReportTable(String id, String caption, List<Column> columns, List<List<Cell>> rows, boolean totalRow) {
    /// @param label header
    /// @param unit what its numbers count, or `TEXT`
    /// @param width width of the column in characters of a spreadsheet
    public record Column(String label, FigureUnit unit, int width) {
        /// Whether its cells are numbers, hence set to the right.
        public boolean numeric() {
            return unit != FigureUnit.TEXT;
        }
    }

    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of table %s has %d cells for %d columns: %s."
                        .formatted(id, row.size(), columns.size(), row));
            }
        }
    }
}
