package courant.ingest.sheet;

import java.util.List;

/// One sheet of a file: its rows from the first to the last that holds something, blank rows between included.
///
/// @param name the sheet's name, or the file's for a CSV
/// @param hidden whether the file hides it
/// @param rows rows in order; numbers may skip where the file stores nothing
/// @param mended what had to be mended in the text itself
public record Sheet(String name, boolean hidden, List<Row> rows, Mended mended) {
    /// Texts mended while reading.
    ///
    /// @param garbledCells cells whose accents had been garbled, « Ã© » for « é »
    /// @param openQuoteRows the row with a quote never closed and those it had swallowed
    public record Mended(int garbledCells, int openQuoteRows) {}

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
