package courant.ingest.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers the cells of one sheet into rows, sharing equal texts so that a long sheet stays small.
final class RowCollector {
    private static final int SHARED_TEXTS = 200_000;
    private static final int SHARED_LENGTH = 80;

    private int garbledCells;
    private int openQuoteRows;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<String> cells = new ArrayList<>();
    private final List<Row.Kind> kinds = new ArrayList<>();

    void cell(int column, String value, Row.Kind kind) throws UnreadableFileException {
        String restored = Mojibake.restore(value);
        garbledCells += restored.equals(value) ? 0 : 1;
        String text = clean(restored);
        if (text.isEmpty()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new UnreadableFileException("too-many-columns", column + 1, Limits.COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
            kinds.add(Row.Kind.TEXT);
        }
        cells.set(column, share(text));
        kinds.set(column, kind);
    }

    /// Ends the row; rows the file skips before it count as blank.
    void endRow(int number) throws UnreadableFileException {
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() >= Limits.ROWS) {
            throw new UnreadableFileException("too-many-rows", Limits.ROWS);
        }
        int previous = rows.isEmpty() ? 0 : rows.getLast().number();
        for (int blank = previous + 1; blank < number && rows.size() < Limits.ROWS; blank++) {
            rows.add(new Row(blank, new String[0], new byte[0]));
        }
        byte[] codes = new byte[kinds.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) kinds.get(i).ordinal();
        }
        rows.add(new Row(number, cells.toArray(String[]::new), codes));
        cells.clear();
        kinds.clear();
    }

    /// Spreads the text of a cell merged over several rows; numbers are not repeated.
    void spreadDown(int firstRow, int lastRow, int column) {
        if (firstRow > rows.size() || firstRow < 1) {
            return;
        }
        Row first = rows.get(firstRow - 1);
        String value = first.text(column);
        if (value.isEmpty() || first.kind(column) != Row.Kind.TEXT) {
            return;
        }
        for (int r = firstRow; r < Math.min(lastRow, rows.size()); r++) {
            Row row = rows.get(r);
            if (!row.isBlank() && row.text(column).isEmpty()) {
                rows.set(r, row.with(column, value));
            }
        }
    }

    /// Counts a row that opens a quote never closed, or that such a quote had swallowed.
    void countOpenQuote() {
        openQuoteRows++;
    }

    Sheet sheet(String name, boolean hidden) {
        return new Sheet(name, hidden, rows, new Sheet.Mended(garbledCells, openQuoteRows));
    }

    private String share(String text) {
        if (text.length() > SHARED_LENGTH || shared.size() >= SHARED_TEXTS) {
            return shared.getOrDefault(text, text);
        }
        String old = shared.putIfAbsent(text, text);
        return old == null ? text : old;
    }

    /// Trims every kind of blank, makes line ends inside a cell blanks, and undoes our own guard against formulas.
    private static String clean(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        String text = value.substring(start, end);
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0) {
            text = text.replaceAll("[\\r\\n\\t]+", " ");
        }
        return FormulaGuard.undo(text);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\uFEFF' || c == '\u200B';
    }
}
