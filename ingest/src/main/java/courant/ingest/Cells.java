package courant.ingest;

import courant.ingest.sheet.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a table by field: texts, numbers in our units, dates in the order the column proves.
final class Cells {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1950;

    private final Map<Field, List<ColumnUnderstanding>> byField = new EnumMap<>(Field.class);
    private final Map<Integer, NumberText.Style> styles = new java.util.HashMap<>();
    private final Map<Integer, DateText.Order> orders = new java.util.HashMap<>();
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
                styles.put(column.index(), own == NumberText.Style.UNKNOWN && isSmall(field) ? sheetStyle : own);
            } else if (column.is(Field.IN_SERVICE)
                    || column.is(Field.TRANSACTION_DATE)
                    || column.is(Field.POSTED_DATE)) {
                decideOrder(column, rows);
            }
        }
    }

    /// Fields whose values are small enough that `12,345` may be a decimal.
    private static boolean isSmall(Field field) {
        return field == Field.QUANTITY || field == Field.LITRES_PER_YEAR || field == Field.CONFIDENCE;
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
                    case UNKNOWN -> {}
                }
            }
        }
        return commas > dots ? NumberText.Style.COMMA : dots > 0 ? NumberText.Style.DOT : NumberText.Style.UNKNOWN;
    }

    private void decideOrder(ColumnUnderstanding column, List<Row> rows) {
        Map<DateText.Order, Integer> votes = new EnumMap<>(DateText.Order.class);
        int ambiguous = 0;
        for (Row row : rows) {
            String text = row.text(column.index());
            if (row.kind(column.index()) == Row.Kind.TEXT && !text.isEmpty()) {
                DateText.Order order = DateText.evidence(text);
                if (order != null) {
                    votes.merge(order, 1, Integer::sum);
                } else if (DateText.isAmbiguous(text)) {
                    ambiguous++;
                }
            }
        }
        DateText.Order fromHeader = headerOrder(column.header());
        Boolean dayFirst = options.dayFirst();
        if (dayFirst != null) {
            orders.put(column.index(), dayFirst ? DateText.Order.DAY_MONTH_YEAR : DateText.Order.MONTH_DAY_YEAR);
        } else if (fromHeader != null && votes.keySet().stream().allMatch(o -> o == fromHeader)) {
            orders.put(column.index(), fromHeader);
        } else if (votes.size() == 1) {
            orders.put(column.index(), votes.keySet().iterator().next());
        } else if (ambiguous > 0) {
            ledger.note(votes.isEmpty() ? "note.date-ambiguous" : "note.date-mixed", column.header(), ambiguous);
        }
    }

    /// The order a header itself states: « (JJ/MM/AAAA) ».
    private static DateText.@Nullable Order headerOrder(String header) {
        String plain = Words.plain(header).replaceAll("[^a-z]", "");
        if (plain.contains("jjmmaa") || plain.contains("ddmmyy") || plain.contains("jma")) {
            return DateText.Order.DAY_MONTH_YEAR;
        }
        if (plain.contains("mmjjaa") || plain.contains("mmddyy")) {
            return DateText.Order.MONTH_DAY_YEAR;
        }
        return plain.contains("aammjj") || plain.contains("yymmdd") ? DateText.Order.YEAR_MONTH_DAY : null;
    }

    private ColumnUnderstanding first(Field field) {
        return java.util.Objects.requireNonNull(byField.get(field), field::id).getFirst();
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
                ledger.repair(RepairKind.EMPTY_WORD);
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
                ledger.repair(RepairKind.VALUE_ILLEGIBLE);
                ledger.refuseValue(row, column.index(), "not-a-number", text);
            }
            return null;
        }
        number.repairs().forEach(ledger::repair);
        if (number.value() < 0) {
            ledger.refuseValue(row, column.index(), "negative", text);
            return null;
        }
        return number;
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
            return null;
        }
        return converted(number.value(), unit);
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
        return has(field) ? ColumnMatcher.unitOf(first(field).header()) : null;
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
            ledger.repair(RepairKind.TWO_DIGIT_YEAR);
            year = DateText.fullYear(Integer.parseInt(text.replace("'", "")), lastYear);
        } else if (text.matches("\\d{4}([.,]0+)?")) {
            year = Integer.parseInt(text.substring(0, 4));
        } else if (text.matches("(19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.](19|20)\\d{2}")) {
            ledger.repair(RepairKind.YEAR_FROM_DATE);
            year = Integer.parseInt(
                    text.matches("(19|20)\\d{2}[-/.].*") ? text.substring(0, 4) : text.substring(text.length() - 4));
        }
        if (year == null || year < FIRST_YEAR || year > lastYear) {
            ledger.refuseValue(row, column.index(), "bad-year", text, FIRST_YEAR, lastYear);
            return null;
        }
        return year;
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
            ledger.repair(RepairKind.DATE_SERIAL);
            date = EPOCH.plusDays(Long.parseLong(text.substring(0, 5)));
        } else if (text.matches("(19|20)\\d{2}")) {
            date = LocalDate.of(Integer.parseInt(text), 1, 1);
        } else {
            DateText.Order order = orders.get(column.index());
            date = DateText.read(text, order, lastYear);
            if (date == null && order == null && DateText.isAmbiguous(text)) {
                ledger.repair(RepairKind.DATE_AMBIGUOUS);
                return null;
            }
            if (date != null && row.kind(column.index()) == Row.Kind.TEXT && !text.equals(date.toString())) {
                ledger.repair(RepairKind.DATE_TEXT);
            }
        }
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > lastYear) {
            ledger.refuseValue(row, column.index(), "bad-date", text, FIRST_YEAR, lastYear);
            return null;
        }
        return date;
    }
}
