package courant.ingest;

import courant.ingest.sheet.Row;
import courant.ingest.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the header of a sheet under its title rows; joins a header written on two lines, keeps banners and units.
final class HeaderFinder {
    private static final int SEARCHED_ROWS = 60;
    private static final double LEAST_SCORE = 0.6;
    private static final double JOIN_PENALTY = 0.3;
    /// A header under rows of data must be this much better than the one above them.
    private static final double BETTER_BELOW_DATA = 1.5;

    private static final Pattern UNIT_CELL =
            Pattern.compile("(?i)[(\\[]?(a{4}|a{2,4}-mm-jj|jj[/-]mm[/-]a{2,4}|oui/non|o/n|n[°o.]*|texte)[)\\]]?");

    /// A header found.
    ///
    /// @param lastIndex its last row, position in the sheet's list
    /// @param firstDataIndex first row under it and under its line of units
    /// @param headings one for each column of the sheet
    record Header(int lastIndex, int firstDataIndex, List<Heading> headings, double score) {}

    private final Map<String, Double> known = new HashMap<>();

    /// The best header of the sheet's first rows; null when no row names at least two fields.
    @Nullable
    Header find(Sheet sheet) {
        List<Row> rows = sheet.rows();
        int width = sheet.width();
        Header best = null;
        boolean dataSinceBest = false;
        for (int i = 0; i < Math.min(SEARCHED_ROWS, rows.size()); i++) {
            Row row = rows.get(i);
            if (row.filled() < 2 || looksLikeData(row)) {
                dataSinceBest |= row.filled() >= 2;
                continue;
            }
            Header header = better(header(i, single(rows, i, width), 0), joined(rows, i, width), 1);
            Header chosen = better(best, header, dataSinceBest ? BETTER_BELOW_DATA : 1);
            dataSinceBest &= chosen == best;
            best = chosen;
        }
        return best == null ? null : withUnits(best, rows);
    }

    /// Whether a row under a header is another header: it repeats two names of the one above, most of its cells name
    /// fields, and not all are the same.
    boolean startsAnotherTable(Row row, List<Heading> above) {
        Set<String> namesAbove = new HashSet<>();
        above.forEach(h -> namesAbove.add(h.name()));
        int repeated = 0;
        for (int c = 0; c < row.width(); c++) {
            repeated += !row.text(c).isEmpty() && namesAbove.contains(row.text(c)) ? 1 : 0;
        }
        if (repeated < 2 || repeated == row.filled() || looksLikeData(row)) {
            return false;
        }
        int names = 0;
        int different = 0;
        for (int c = 0; c < row.width(); c++) {
            String text = row.text(c);
            if (!text.isEmpty()) {
                names += score(text) >= 0.9 ? 1 : 0;
                String name = c < above.size() ? Words.simple(above.get(c).name()) : "";
                different += name.endsWith(Words.simple(text)) ? 0 : 1;
            }
        }
        return names * 10 >= row.filled() * 7 && different > 0;
    }

    private static @Nullable Header better(@Nullable Header old, @Nullable Header other, double factor) {
        if (old == null || other == null) {
            return old == null ? other : old;
        }
        return other.score() > factor * old.score() + 1e-9 ? other : old;
    }

    private @Nullable Header header(int last, List<Heading> headings, double penalty) {
        double score = -penalty;
        int matches = 0;
        for (Heading heading : headings) {
            double best = score(heading.name());
            if (best >= LEAST_SCORE) {
                matches++;
                score += best;
            }
        }
        return matches >= 2 ? new Header(last, last + 1, headings, score) : null;
    }

    private double score(String name) {
        return known.computeIfAbsent(name, HeaderFinder::bestScore);
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

    /// A header of one line, with the banners of the line above it.
    private static List<Heading> single(List<Row> rows, int index, int width) {
        Row row = rows.get(index);
        Row above = index > 0 && rows.get(index - 1).filled() >= 2 ? rows.get(index - 1) : null;
        List<Heading> headings = new ArrayList<>();
        String banner = "";
        for (int c = 0; c < width; c++) {
            banner = above == null || above.text(c).isEmpty() ? banner : above.text(c);
            headings.add(new Heading(row.text(c), banner, ""));
        }
        return headings;
    }

    /// A header of two lines: the upper text runs to the right over the blanks that its merged cell leaves.
    private @Nullable Header joined(List<Row> rows, int index, int width) {
        if (index + 1 >= rows.size()
                || rows.get(index + 1).filled() < 2
                || looksLikeData(rows.get(index + 1))
                || isUnits(rows.get(index + 1))) {
            return null;
        }
        Row upper = rows.get(index);
        Row lower = rows.get(index + 1);
        List<String> names = new ArrayList<>();
        String running = "";
        boolean mergedDown = false;
        for (int c = 0; c < width; c++) {
            String above = upper.text(c);
            String below = lower.text(c);
            if (!above.isEmpty()) {
                running = above;
                mergedDown |= above.equals(below);
            }
            if (below.isEmpty()) {
                names.add(above);
            } else if (running.isEmpty() || running.equals(below)) {
                names.add(below);
            } else {
                names.add(running + " " + below);
            }
        }
        return header(index + 1, Heading.ofNames(names), mergedDown ? 0 : JOIN_PENALTY);
    }

    private static Header withUnits(Header header, List<Row> rows) {
        int next = header.lastIndex() + 1;
        if (next >= rows.size() || !isUnits(rows.get(next))) {
            return header;
        }
        Row units = rows.get(next);
        List<Heading> headings = new ArrayList<>();
        for (int c = 0; c < header.headings().size(); c++) {
            headings.add(header.headings().get(c).withUnit(units.text(c)));
        }
        return new Header(header.lastIndex(), next + 1, headings, header.score());
    }

    /// A line of units under a header: « (km) », « (L) », « (AAAA) ».
    private static boolean isUnits(Row row) {
        for (int c = 0; c < row.width(); c++) {
            String text = row.text(c);
            boolean unit =
                    Quantity.ofWord(text).isPresent() || UNIT_CELL.matcher(text).matches();
            if (!text.isEmpty() && !unit) {
                return false;
            }
        }
        return row.filled() >= 2;
    }
}
