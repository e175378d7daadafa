package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.ingest.sheet.Row;
import courant.ingest.sheet.Sheet;
import courant.ingest.sheet.UnreadableFileException;
import courant.ingest.sheet.Workbook;
import courant.ingest.sheet.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The door of this package: a file of any kind → what we understood of it.
public final class Ingest {
    private static final int FEWEST_TRANSACTIONS = 10;

    private final IngestOptions options;
    private final Messages messages;
    private final ColumnMatcher matcher;

    private Ingest(IngestOptions options) {
        this.options = options;
        this.messages = new Messages(options.locale());
        this.matcher = new ColumnMatcher(options.corrections());
    }

    /// A sheet with its header found and its columns matched.
    private record Table(Sheet sheet, int headerRow, List<ColumnUnderstanding> columns, List<Row> rows, double score) {
        Set<Field> fields() {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            for (ColumnUnderstanding column : columns) {
                Field field = column.field();
                if (field != null) {
                    fields.add(field);
                }
            }
            return fields;
        }
    }

    /// Reads a file of units, or of fuel purchases and trips which become units.
    ///
    /// Deterministic; O(cells). Nothing of columns that name people or plates is kept.
    ///
    /// @throws RefusedFileException when the file cannot be read, has no such sheet, or lists no units
    ///     (`NotAnInventoryException`)
    public static Understanding read(Path file, IngestOptions options) throws RefusedFileException {
        Ingest ingest = new Ingest(options);
        return ingest.read(String.valueOf(file.getFileName()), () -> WorkbookReader.read(file));
    }

    /// Reads the same from bytes in memory; nothing is written anywhere.
    ///
    /// @param name what the file is called, for the messages
    /// @throws RefusedFileException as above
    public static Understanding read(String name, byte[] content, IngestOptions options) throws RefusedFileException {
        return new Ingest(options).read(name, () -> WorkbookReader.read(name, content));
    }

    private interface Opening {
        Workbook open() throws UnreadableFileException;
    }

    private Understanding read(String name, Opening opening) throws RefusedFileException {
        Workbook workbook;
        try {
            workbook = opening.open();
        } catch (UnreadableFileException e) {
            throw refused(e.key(), name, e.arguments().toArray());
        }
        Table table = choose(workbook);
        Ledger ledger = new Ledger(table.sheet().name(), table.columns(), messages);
        noteSheet(workbook, table, ledger);
        Fleet fleet = fleet(table, ledger);
        return new Understanding(
                table.sheet().name(),
                workbook.sheets().stream().map(Sheet::name).toList(),
                table.headerRow(),
                table.columns(),
                table.rows().size(),
                fleet,
                ledger.refused(),
                ledger.dropped(),
                ledger.repairs(),
                ledger.notes());
    }

    /// The sheet asked for, or the one that looks most like a list of units.
    private Table choose(Workbook workbook) throws RefusedFileException {
        List<Sheet> candidates = new ArrayList<>();
        for (Sheet sheet : workbook.sheets()) {
            String wanted = options.sheet();
            if (wanted == null
                    ? !sheet.rows().isEmpty()
                    : Words.simple(sheet.name()).equals(Words.simple(wanted))) {
                candidates.add(sheet);
            }
        }
        if (candidates.isEmpty()) {
            List<String> names = workbook.sheets().stream().map(Sheet::name).toList();
            String wanted = options.sheet();
            throw wanted == null
                    ? refused("no-cells", workbook.fileName(), workbook.fileName())
                    : refused("no-such-sheet", workbook.fileName(), wanted, String.join(", ", names));
        }
        if (candidates.stream().allMatch(s -> s.rows().isEmpty())) {
            throw refused("no-cells", workbook.fileName(), workbook.fileName());
        }
        Table best = null;
        for (Sheet sheet : candidates) {
            Table table = table(sheet);
            if (best == null || table.score() > best.score()) {
                best = table;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private Table table(Sheet sheet) {
        HeaderFinder.Header header = new HeaderFinder().find(sheet);
        if (header == null) {
            List<ColumnUnderstanding> columns = matcher.matchWithoutHeader(sheet.rows(), sheet.width());
            return new Table(
                    sheet,
                    0,
                    columns,
                    sheet.rows(),
                    score(sheet, columns, sheet.rows().size()));
        }
        List<Row> rows =
                sheet.rows().subList(header.lastIndex() + 1, sheet.rows().size());
        List<ColumnUnderstanding> columns = matcher.match(header.names(), rows);
        int row = sheet.rows().get(header.lastIndex()).number();
        return new Table(sheet, row, columns, rows, score(sheet, columns, rows.size()));
    }

    private static double score(Sheet sheet, List<ColumnUnderstanding> columns, int rows) {
        double fields = 0;
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (field != null && field.isOfUnit()) {
                fields += field == Field.UNIT || field == Field.YEAR || field == Field.MAKE ? 2 : 1;
            }
        }
        return fields * Math.log(2 + rows) * (sheet.hidden() ? 0.3 : 1);
    }

    private void noteSheet(Workbook workbook, Table table, Ledger ledger) {
        if (workbook.sheets().size() > 1 && options.sheet() == null) {
            ledger.note(
                    "note.sheet-chosen",
                    table.sheet().name(),
                    workbook.sheets().size(),
                    table.fields().size());
        }
        if (table.sheet().hidden()) {
            ledger.note("note.sheet-hidden", table.sheet().name());
        }
        if (table.headerRow() == 0) {
            ledger.note("note.no-header");
        }
        for (ColumnUnderstanding column : table.columns()) {
            if (column.is(Field.DRIVER)) {
                ledger.note("note.driver-dropped", column.header());
            } else if (column.is(Field.PLATE)) {
                ledger.note("note.plate-dropped", column.header());
            } else if (column.is(Field.KM_PER_YEAR) && column.confidence() < 0.85
                    || column.is(Field.ODOMETER) && column.confidence() < 0.6) {
                ledger.note("note.km-to-confirm", column.header(), describe(column));
            } else if (column.is(Field.HOUR_METER)) {
                ledger.note("note.hour-meter", column.header());
            }
            if (column.unit().equals("us gallon")) {
                ledger.note("note.gallon-us", column.header());
            }
        }
    }

    private String describe(ColumnUnderstanding column) {
        return FieldTable.table().describe(java.util.Objects.requireNonNull(column.field()), options.locale());
    }

    private Fleet fleet(Table table, Ledger ledger) throws NotAnInventoryException {
        Set<Field> fields = table.fields();
        if (isTransactions(table, fields)) {
            Cells cells = new Cells(table.columns(), table.rows(), ledger, options);
            List<RowSorter.UnitRow> rows = new RowSorter(table.columns(), ledger).sort(table.rows());
            return new TransactionReading(cells, ledger, options).read(rows);
        }
        NotAnInventoryException reason =
                CountsTable.reason(table.sheet().name(), table.columns(), table.rows(), messages);
        if (reason != null) {
            throw reason;
        }
        if (!fields.contains(Field.UNIT)) {
            ledger.note("note.no-unit-column");
        }
        Cells cells = new Cells(table.columns(), table.rows(), ledger, options);
        List<RowSorter.UnitRow> rows = new RowSorter(table.columns(), ledger).sort(table.rows());
        return new InventoryReading(cells, ledger, isOurs(table)).read(rows);
    }

    /// Our own `inventory.csv` states the class, the row and the confidence of each unit.
    private static boolean isOurs(Table table) {
        List<String> headers =
                table.columns().stream().map(ColumnUnderstanding::header).toList();
        return headers.containsAll(InventoryFile.COLUMNS);
    }

    /// One row per purchase or trip: dates, quantities or distances, and units that come back many times.
    private static boolean isTransactions(Table table, Set<Field> fields) {
        boolean dated = fields.contains(Field.TRANSACTION_DATE) || fields.contains(Field.POSTED_DATE);
        boolean measured = fields.contains(Field.QUANTITY)
                || fields.contains(Field.KM_PER_YEAR)
                || fields.contains(Field.ODOMETER)
                || fields.contains(Field.LITRES_PER_YEAR);
        Integer unit = column(table, Field.UNIT);
        if (!dated || !measured || unit == null || table.rows().size() < FEWEST_TRANSACTIONS) {
            return false;
        }
        long units = table.rows().stream()
                .map(r -> r.text(unit))
                .filter(t -> !t.isEmpty())
                .distinct()
                .count();
        return units * 2 <= table.rows().size();
    }

    private static @Nullable Integer column(Table table, Field field) {
        for (ColumnUnderstanding column : table.columns()) {
            if (column.is(field)) {
                return column.index();
            }
        }
        return null;
    }

    private RefusedFileException refused(String key, String where, Object... arguments) {
        return new RefusedFileException(List.of(messages.problem(key, where, arguments)));
    }
}
