package courant.ingest;

import courant.ingest.sheet.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a table by field: texts, numbers in our units, dates in the order the column proves.
final class Cells {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1950;
    private static final int MOST_DIFFERENCES = 3;
    /// Above these a value is a typing error for any vehicle, in any unit: a year has 8,784 hours at most, and
    /// nothing on wheels averages 30 km/h day and night.
    private static final Map<Field, Double> MOST = Map.of(
            Field.KM_PER_YEAR, 250_000.0,
            Field.HOURS_PER_YEAR, 8_784.0,
            Field.ODOMETER, 3_000_000.0,
            Field.HOUR_METER, 200_000.0,
            Field.LITRES_PER_YEAR, 500_000.0,
            Field.PRICE_CAD, 50_000_000.0);

    private static final Pattern YEAR_IN_TEXT = Pattern.compile("(?<![\\w-])(19[89]\\d|20[0-3]\\d)(?![\\w-])");

    private final Map<Field, List<ColumnUnderstanding>> byField = new EnumMap<>(Field.class);
    private final Map<Integer, NumberText.Style> styles = new java.util.HashMap<>();
    private final Ledger ledger;
    private final IngestOptions options;

    Cells(List<ColumnUnderstanding> columns, List<Row> rows, Ledger ledger, IngestOptions options) {
        this.ledger = ledger;
        this.options = options;
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (field != null && !column.dropped()) {
                byField.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
            }
        }
        NumberText.Style sheetStyle = sheetStyle(columns, rows);
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (field != null && field.isNumber()) {
                NumberText.Style own = style(column.index(), rows);
                styles.put(column.index(), own == NumberText.Style.UNKNOWN ? likely(field, sheetStyle) : own);
            }
        }
    }

    /// Fields whose values are small enough that `12,345` may be a decimal.
    private static boolean isSmall(Field field) {
        return field == Field.QUANTITY || field == Field.LITRES_PER_YEAR || field == Field.CONFIDENCE;
    }

    /// How a column that proves nothing writes decimals, from what the rest of the sheet proves.
    private static NumberText.Style likely(Field field, NumberText.Style sheetStyle) {
        if (isSmall(field) || sheetStyle == NumberText.Style.DOT) {
            return sheetStyle;
        }
        return NumberText.Style.GROUPED;
    }

    private static NumberText.Style sheetStyle(List<ColumnUnderstanding> columns, List<Row> rows) {
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (field != null && field.isNumber()) {
                NumberText.Style style = style(column.index(), rows);
                if (style != NumberText.Style.UNKNOWN) {
                    return style;
                }
            }
        }
        return NumberText.Style.UNKNOWN;
    }

    private static NumberText.Style style(int column, List<Row> rows) {
        int dots = 0;
        int commas = 0;
        for (Row row : rows) {
            if (row.kind(column) == Row.Kind.TEXT && !row.text(column).isEmpty()) {
                switch (NumberText.evidence(row.text(column))) {
                    case DOT -> dots++;
                    case COMMA -> commas++;
                    case GROUPED, UNKNOWN -> {}
                }
            }
        }
        return commas > dots ? NumberText.Style.COMMA : dots > 0 ? NumberText.Style.DOT : NumberText.Style.UNKNOWN;
    }

    private ColumnUnderstanding first(Field field) {
        return java.util.Objects.requireNonNull(byField.get(field), field::id).getFirst();
    }

    /// What two rows of the same unit say differently, in the columns that are kept; empty when nothing.
    String difference(Row earlier, Row later) {
        List<String> differences = new ArrayList<>();
        for (List<ColumnUnderstanding> columns : byField.values()) {
            for (ColumnUnderstanding column : columns) {
                String before = earlier.text(column.index());
                String after = later.text(column.index());
                if (!column.is(Field.OTHER) && !column.is(Field.UNIT) && !before.equals(after)) {
                    differences.add(ledger.say("difference", column.header(), before, after));
                }
            }
        }
        return String.join("; ", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
    }

    boolean has(Field field) {
        return byField.containsKey(field);
    }

    /// The column's text, empty where the town wrote that there is nothing; several columns joined.
    String text(Row row, Field field) {
        List<ColumnUnderstanding> columns = byField.getOrDefault(field, List.of());
        if (columns.size() == 1) {
            return text(row, columns.getFirst());
        }
        StringBuilder joined = new StringBuilder();
        for (ColumnUnderstanding column : columns) {
            String text = text(row, column);
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " ").append(text);
            }
        }
        return joined.toString();
    }

    private String text(Row row, ColumnUnderstanding column) {
        String text = row.text(column.index());
        if (EmptyWords.isEmpty(text)) {
            if (!text.isEmpty()) {
                ledger.repair(RepairKind.EMPTY_WORD, row, column);
            }
            return "";
        }
        return text;
    }

    /// The number as written with its unit, or null; a text that is no number is refused by name.
    @Nullable
    NumberText number(Row row, Field field) {
        if (!has(field)) {
            return null;
        }
        ColumnUnderstanding column = first(field);
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        NumberText.Style style = row.kind(column.index()) == Row.Kind.NUMBER
                ? NumberText.Style.DOT
                : styles.getOrDefault(column.index(), NumberText.Style.UNKNOWN);
        NumberText number = NumberText.read(text, style);
        if (number == null) {
            if (field != Field.GVWR) {
                ledger.repair(RepairKind.VALUE_ILLEGIBLE, row, column);
                ledger.refuseValue(row, column.index(), "not-a-number", text);
            }
            return null;
        }
        number.repairs().forEach(kind -> ledger.repair(kind, row, column));
        if (number.value() < 0) {
            ledger.refuseValue(row, column.index(), "negative", text);
            return null;
        }
        Double most = MOST.get(field);
        if (most != null && number.value() > most) {
            ledger.refuseValue(row, column.index(), "too-large", text, grouped(most));
            return null;
        }
        return number;
    }

    private static String grouped(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u00A0');
    }

    /// A number in our unit: the cell's own unit first, then the meter column's, then the header's.
    @Nullable
    Double quantity(Row row, Field field, @Nullable Quantity rowUnit) {
        NumberText number = number(row, field);
        if (number == null) {
            return null;
        }
        Quantity unit = unit(number, field, rowUnit);
        Quantity.Kind wanted = Quantity.kindOf(field).orElseThrow();
        if (unit != null && unit.kind() != wanted) {
            refuseUnit(row, field, unit);
            return null;
        }
        return converted(number.value(), unit);
    }

    /// Refuses a value written in a unit of another kind: litres in a column of kilometres.
    void refuseUnit(Row row, Field field, Quantity unit) {
        ColumnUnderstanding column = first(field);
        String wanted = FieldTable.table().line(field).unit();
        ledger.refuseValue(row, column.index(), "wrong-unit", text(row, column), unit.id(), wanted);
    }

    @Nullable
    Quantity unit(NumberText number, Field field, @Nullable Quantity rowUnit) {
        if (number.unit() != null) {
            return number.unit();
        }
        return rowUnit != null ? rowUnit : headerUnit(field);
    }

    @Nullable
    Quantity headerUnit(Field field) {
        return has(field) && first(field).unitStated()
                ? Quantity.ofId(first(field).unit()).orElse(null)
                : null;
    }

    double converted(double value, @Nullable Quantity unit) {
        if (unit == null || unit.ours() == 1) {
            return value;
        }
        switch (unit.kind()) {
            case DISTANCE -> ledger.repair(RepairKind.MILES_TO_KM);
            case VOLUME -> ledger.repair(RepairKind.GALLONS_TO_LITRES);
            case MASS -> ledger.repair(RepairKind.POUNDS_TO_KG);
            case TIME, MONEY -> {}
        }
        return value * unit.ours();
    }

    /// The model year; years out of reason are refused, two digits are completed.
    @Nullable
    Integer year(Row row) {
        if (!has(Field.YEAR)) {
            return null;
        }
        ColumnUnderstanding column = first(Field.YEAR);
        String text = text(row, column);
        if (text.isEmpty() || text.equals("0")) {
            return null;
        }
        int lastYear = options.today().getYear() + 2;
        Integer year = null;
        if (text.matches("'?\\d{2}")) {
            ledger.repair(RepairKind.TWO_DIGIT_YEAR, row, column);
            year = DateText.fullYear(Integer.parseInt(text.replace("'", "")), lastYear);
        } else if (text.matches("\\d{4}([.,]0+)?")) {
            year = Integer.parseInt(text.substring(0, 4));
        } else if (text.matches("(19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.](19|20)\\d{2}")) {
            ledger.repair(RepairKind.YEAR_FROM_DATE, row, column);
            year = Integer.parseInt(
                    text.matches("(19|20)\\d{2}[-/.].*") ? text.substring(0, 4) : text.substring(text.length() - 4));
        }
        if (year == null || year < FIRST_YEAR || year > lastYear) {
            ledger.refuseValue(row, column.index(), "bad-year", text, FIRST_YEAR, lastYear);
            return null;
        }
        return year;
    }

    /// The one year that a free text names: « Ford F-150 2019 4x4 »; null when it names none or several.
    @Nullable
    Integer yearIn(String text) {
        int lastYear = options.today().getYear() + 2;
        List<Integer> years = YEAR_IN_TEXT
                .matcher(text)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .filter(y -> y <= lastYear)
                .distinct()
                .toList();
        if (years.size() != 1) {
            return null;
        }
        ledger.repair(RepairKind.YEAR_FROM_DESCRIPTION);
        return years.getFirst();
    }

    /// A date of the column, or null; an ambiguous one is reported, never guessed.
    @Nullable
    LocalDate date(Row row, Field field) {
        if (!has(field)) {
            return null;
        }
        ColumnUnderstanding column = first(field);
        String text = text(row, column);
        if (text.isEmpty() || text.equals("0")) {
            return null;
        }
        int lastYear = options.today().getYear() + 2;
        LocalDate date;
        if (text.matches("\\d{5}([.,]\\d+)?")) {
            ledger.repair(RepairKind.DATE_SERIAL, row, column);
            date = EPOCH.plusDays(Long.parseLong(text.substring(0, 5)));
        } else if (text.matches("(19|20)\\d{2}")) {
            date = LocalDate.of(Integer.parseInt(text), 1, 1);
        } else {
            DateText.Order order = DateText.Order.ofId(column.unit()).orElse(null);
            date = DateText.read(text, order, lastYear);
            if (date == null && order == null && DateText.isAmbiguous(text)) {
                ledger.repair(RepairKind.DATE_AMBIGUOUS, row, column);
                return null;
            }
            if (date != null && row.kind(column.index()) == Row.Kind.TEXT && !text.equals(date.toString())) {
                ledger.repair(RepairKind.DATE_TEXT, row, column);
            }
        }
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > lastYear) {
            ledger.refuseValue(row, column.index(), "bad-date", text, FIRST_YEAR, lastYear);
            return null;
        }
        return date;
    }
}
