package courant.ingest;

import courant.ingest.sheet.Row;
import courant.ingest.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the header of a sheet under its title rows; joins a header written on two lines.
final class HeaderFinder {
    private static final int SEARCHED_ROWS = 60;
    private static final double LEAST_SCORE = 0.6;
    private static final double JOIN_PENALTY = 0.3;

    /// A header: the last of its rows (position in the sheet's list) and the words of each column.
    record Header(int firstIndex, int lastIndex, List<String> names, double score) {}

    private final Map<String, Double> known = new HashMap<>();

    /// The best header of the sheet's first rows; null when no row names at least two fields.
    @Nullable
    Header find(Sheet sheet) {
        List<Row> rows = sheet.rows();
        int width = sheet.width();
        Header best = null;
        for (int i = 0; i < Math.min(SEARCHED_ROWS, rows.size()); i++) {
            Row row = rows.get(i);
            if (row.filled() < 2 || looksLikeData(row)) {
                continue;
            }
            best = better(best, header(i, i, single(row, width), 0));
            int next = i + 1;
            if (next < rows.size() && rows.get(next).filled() >= 2 && !looksLikeData(rows.get(next))) {
                best = better(best, header(i, next, joined(row, rows.get(next), width), JOIN_PENALTY));
            }
        }
        return best;
    }

    private static @Nullable Header better(@Nullable Header old, @Nullable Header other) {
        return old == null || other != null && other.score() > old.score() + 1e-9 ? other : old;
    }

    private @Nullable Header header(int first, int last, List<String> names, double penalty) {
        double score = -penalty;
        int matches = 0;
        for (String name : names) {
            double best = known.computeIfAbsent(name, HeaderFinder::bestScore);
            if (best >= LEAST_SCORE) {
                matches++;
                score += best;
            }
        }
        return matches >= 2 ? new Header(first, last, names, score) : null;
    }

    private static double bestScore(String name) {
        return ColumnMatcher.scores(name).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /// A row with several numbers or dates is data, except for years that a header may carry.
    private static boolean looksLikeData(Row row) {
        int values = 0;
        for (int c = 0; c < row.width(); c++) {
            String text = row.text(c);
            if (!text.isEmpty()
                    && !text.matches("20[0-3]\\d")
                    && (row.kind(c) == Row.Kind.DATE || NumberText.read(text, NumberText.Style.UNKNOWN) != null)) {
                values++;
            }
        }
        return values * 5 > row.filled();
    }

    private static List<String> single(Row row, int width) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            names.add(row.text(c));
        }
        return names;
    }

    /// Joins two lines: the upper text runs to the right over the blanks that its merged cell leaves.
    private static List<String> joined(Row upper, Row lower, int width) {
        List<String> names = new ArrayList<>();
        String running = "";
        for (int c = 0; c < width; c++) {
            String above = upper.text(c);
            String below = lower.text(c);
            if (!above.isEmpty()) {
                running = above;
            }
            if (below.isEmpty()) {
                names.add(above);
            } else if (running.isEmpty() || running.equals(below)) {
                names.add(below);
            } else {
                names.add(running + " " + below);
            }
        }
        return names;
    }
}
