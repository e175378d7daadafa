package courant.ingest.sheet;

import java.util.List;

/// One sheet of a file: its rows from the first to the last that holds something, blank rows between included.
///
/// @param name the sheet's name, or the file's for a CSV
/// @param hidden whether the file hides it
/// @param rows rows in order; numbers may skip where the file stores nothing
public record Sheet(String name, boolean hidden, List<Row> rows) {
    public Sheet {
        int last = rows.size();
        while (last > 0 && rows.get(last - 1).isBlank()) {
            last--;
        }
        rows = List.copyOf(rows.subList(0, last));
    }

    /// The widest row, in cells.
    public int width() {
        return rows.stream().mapToInt(Row::width).max().orElse(0);
    }
}
