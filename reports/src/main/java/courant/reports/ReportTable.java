package courant.reports;

import java.util.List;
import java.util.stream.Stream;

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

    /// The same rows with only some of the columns.
    ReportTable with(List<Integer> kept) {
        return new ReportTable(
                id,
                caption,
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
                totalRow);
    }

    /// The same columns with other rows, none of them a total.
    ReportTable with(Stream<List<Cell>> others) {
        return new ReportTable(id, caption, columns, others.toList(), false);
    }
}
