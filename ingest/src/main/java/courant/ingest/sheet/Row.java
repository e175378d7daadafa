package courant.ingest.sheet;

/// One row of a sheet. Cells are text; a cell that was typed in the file keeps its kind.
///
/// Numbers are written with a dot and no grouping, dates as ISO dates, so that a typed cell needs no guessing.
/// Cells live in two arrays per row, not in objects: 100,000 rows stay far under 1 GiB.
public final class Row {
    /// What the file itself says a cell is.
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private static final Kind[] KINDS = Kind.values();

    private final int number;
    private final String[] cells;
    private final byte[] kinds;

    Row(int number, String[] cells, byte[] kinds) {
        this.number = number;
        this.cells = cells;
        this.kinds = kinds;
    }

    /// A row of plain text cells, as in a CSV file.
    public static Row ofText(int number, String... cells) {
        return new Row(number, cells.clone(), new byte[cells.length]);
    }

    /// The row's number as a spreadsheet shows it, from 1.
    public int number() {
        return number;
    }

    public int width() {
        return cells.length;
    }

    /// The cell's text, trimmed; empty beyond the last cell.
    public String text(int column) {
        return column < cells.length ? cells[column] : "";
    }

    public Kind kind(int column) {
        return column < kinds.length ? KINDS[kinds[column]] : Kind.TEXT;
    }

    public boolean isBlank() {
        return filled() == 0;
    }

    /// The number of cells that hold something.
    public int filled() {
        int filled = 0;
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                filled++;
            }
        }
        return filled;
    }

    /// The same row with one text cell more, for a value that a merged cell spreads over it.
    Row with(int column, String value) {
        int width = Math.max(cells.length, column + 1);
        String[] wider = java.util.Arrays.copyOf(cells, width);
        for (int c = cells.length; c < width; c++) {
            wider[c] = "";
        }
        wider[column] = value;
        return new Row(number, wider, java.util.Arrays.copyOf(kinds, width));
    }
}
