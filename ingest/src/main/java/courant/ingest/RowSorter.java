package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sorts the rows under a header: units, totals, repeated headers, blanks, section titles, notes.
final class RowSorter {
    private static final Pattern TOTAL =
            Pattern.compile("(grand |sous )*(total|totaux|totales?|subtotal|sum|somme|moyenne|average|sous total)\\b.*"
                    + "|(nombre|nb|nbre) (total )?(de |d )?(vehicules?|unites?|equipements?|lignes?)\\b.*");
    private static final Pattern VEHICLES = Pattern.compile(
            ".*\\b(vehicules?|camions?|camionnettes?|automobiles?|autos?"
                    + "|machineries?|equipements?|remorques?|tracteurs?|fourgon\\w*|chargeu\\w+|niveleuses?|autobus|trucks?|cars?"
                    + "|vehicles?|trailers?|equipment|motoneiges?|souffleu\\w+|balais?|pick ?ups?|vus|suv|legers?|lourds?)\\b.*");
    private static final Pattern SENTENCE = Pattern.compile(".* .* .*|.+ .*:.*");
    private static final int TITLE_LENGTH = 60;

    /// A row that is a unit, with the section it stands in.
    record UnitRow(Row row, String sectionDepartment, String sectionClass) {}

    private final List<String> header;
    private final @Nullable Integer unitColumn;
    /// Columns that say what a unit is: a total leaves them empty.
    private final List<Integer> describing;

    private final boolean hasSections;
    private final Ledger ledger;
    private boolean numbersHaveBlanks = true;
    private String department = "";
    private String category = "";

    RowSorter(List<ColumnUnderstanding> columns, Ledger ledger) {
        this.header = columns.stream().map(c -> Words.simple(c.header())).toList();
        this.unitColumn = columns.stream()
                .filter(c -> c.is(Field.UNIT))
                .map(ColumnUnderstanding::index)
                .findFirst()
                .orElse(null);
        Set<Field> fields = EnumSet.noneOf(Field.class);
        columns.forEach(c -> {
            Field field = c.field();
            if (field != null) {
                fields.add(field);
            }
        });
        this.describing = columns.stream()
                .filter(c -> c.is(Field.MAKE)
                        || c.is(Field.MODEL)
                        || c.is(Field.MAKE_MODEL)
                        || c.is(Field.YEAR)
                        || c.is(Field.DESCRIPTION)
                        || c.is(Field.VIN))
                .map(ColumnUnderstanding::index)
                .toList();
        this.hasSections = fields.size() >= 3;
        this.ledger = ledger;
    }

    List<UnitRow> sort(List<Row> rows) {
        List<UnitRow> units = new ArrayList<>();
        numbersHaveBlanks = unitColumn != null && haveBlanks(rows, unitColumn);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isBlank()) {
                ledger.drop(RepairKind.BLANK_DROPPED);
            } else if (isTotal(row)) {
                ledger.drop(RepairKind.TOTAL_DROPPED);
            } else if (isHeader(row)) {
                ledger.drop(RepairKind.HEADER_REPEATED_DROPPED);
            } else if (isSignatureOrPageTitle(row)) {
                ledger.drop(RepairKind.NOTE_DROPPED);
            } else if (isTitle(row)) {
                title(row, followedByUnit(rows, i));
            } else {
                units.add(new UnitRow(row, department, category));
            }
        }
        return units;
    }

    private void title(Row row, boolean opensSection) {
        String text = onlyText(row);
        if (!opensSection || text.length() > TITLE_LENGTH || Words.simple(text).startsWith("note")) {
            ledger.drop(RepairKind.NOTE_DROPPED);
        } else if (VEHICLES.matcher(Words.simple(text)).matches()) {
            category = text;
            ledger.drop(RepairKind.SECTION_AS_CLASS);
        } else {
            department = text;
            category = "";
            ledger.drop(RepairKind.SECTION_AS_DEPARTMENT);
        }
    }

    private boolean followedByUnit(List<Row> rows, int index) {
        for (int i = index + 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.isBlank() && !isHeader(row)) {
                return !isTotal(row) && (!isTitle(row) || i == index + 1 && followedByUnit(rows, i));
            }
        }
        return false;
    }

    private boolean isTotal(Row row) {
        int seen = 0;
        for (int c = 0; c < row.width() && seen < 3; c++) {
            String text = row.text(c);
            if (!text.isEmpty()) {
                seen++;
                if (text.length() < TITLE_LENGTH
                        && TOTAL.matcher(Words.simple(text)).matches()) {
                    return unitColumn == null
                            || unitColumn == c
                            || row.text(unitColumn).isEmpty()
                            || !describesUnit(row);
                }
            }
        }
        return false;
    }

    private static boolean haveBlanks(List<Row> rows, int column) {
        long filled = rows.stream().filter(r -> !r.text(column).isEmpty()).count();
        long blanks =
                rows.stream().filter(r -> r.text(column).indexOf(' ') >= 0).count();
        return blanks * 5 > filled;
    }

    /// « Préparé par : » and a date, « Ville de … » and a page: words where unit numbers stand, and hardly more.
    private boolean isSignatureOrPageTitle(Row row) {
        return unitColumn != null
                && !numbersHaveBlanks
                && row.filled() <= 2
                && header.size() > 3
                && SENTENCE.matcher(row.text(unitColumn)).matches();
    }

    private boolean describesUnit(Row row) {
        return describing.stream().anyMatch(c -> !row.text(c).isEmpty());
    }

    private boolean isHeader(Row row) {
        int same = 0;
        int filled = 0;
        for (int c = 0; c < row.width(); c++) {
            if (!row.text(c).isEmpty()) {
                filled++;
                String text = Words.simple(row.text(c));
                same += c < header.size()
                                && !text.isEmpty()
                                && (header.get(c).equals(text) || header.get(c).endsWith(" " + text))
                        ? 1
                        : 0;
            }
        }
        return filled >= 2 && same * 10 >= filled * 7;
    }

    /// One text alone on its row, not a unit number.
    private boolean isTitle(Row row) {
        if (!hasSections) {
            return false;
        }
        String text = onlyText(row);
        if (text.isEmpty() || NumberText.read(text, NumberText.Style.UNKNOWN) != null) {
            return false;
        }
        boolean unitNumber =
                unitColumn != null && !row.text(unitColumn).isEmpty() && text.matches(".*\\d.*") && !text.contains(" ");
        return !unitNumber;
    }

    /// The row's only text, also when a merged title repeats it; empty when the row holds more.
    private static String onlyText(Row row) {
        String only = "";
        for (int c = 0; c < row.width(); c++) {
            String text = row.text(c);
            if (!text.isEmpty() && !text.equals(only)) {
                if (!only.isEmpty()) {
                    return "";
                }
                only = text;
            }
        }
        return only;
    }
}
