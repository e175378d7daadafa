package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import courant.ingest.sheet.Row;
import courant.ingest.sheet.Sheet;
import courant.ingest.sheet.UnreadableFileException;
import courant.ingest.sheet.Workbook;
import courant.ingest.sheet.WorkbookReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The door of this package: a file of any kind → what we understood of it.
public final class Ingest {
    private static final int FEWEST_TRANSACTIONS = 10;
    /// Fields of a sheet that lists units, its number among them.
    private static final int FEWEST_FIELDS = 3;

    private final IngestOptions options;
    private final Messages messages;
    private final ColumnMatcher matcher;
    private final Questions questions;

    private Ingest(IngestOptions options) {
        this.options = options;
        this.messages = new Messages(options.locale());
        this.matcher = new ColumnMatcher(options);
        this.questions = new Questions(messages, options.locale());
    }

    /// Rows under one header, with its columns matched.
    private record Section(int headerRow, List<ColumnUnderstanding> columns, List<Row> rows) {}

    /// A sheet with its tables: most sheets hold one.
    private record Table(Sheet sheet, List<Section> sections, double score) {
        int headerRow() {
            return sections.getFirst().headerRow();
        }

        List<ColumnUnderstanding> columns() {
            return sections.getFirst().columns();
        }

        /// Rows of all tables, the headers between them not counted.
        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            sections.forEach(s -> rows.addAll(s.rows()));
            return rows;
        }

        Set<Field> fields() {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            for (ColumnUnderstanding column : columns()) {
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
        return new Ingest(options).read(String.valueOf(file.getFileName()), () -> WorkbookReader.read(file));
    }

    /// Reads the same from memory, for an upload that never touches the disk, with the same limits.
    ///
    /// @param fileName name of the file, of which only the part after the last slash is kept
    /// @throws RefusedFileException as for a file
    public static Understanding read(String fileName, byte[] content, IngestOptions options)
            throws RefusedFileException {
        String name = withoutFolder(fileName);
        return new Ingest(options).read(name, () -> WorkbookReader.read(name, content));
    }

    /// Reads the same from a stream, no further than the largest file allowed; the caller closes it.
    ///
    /// @param fileName name of the file, of which only the part after the last slash is kept
    /// @throws RefusedFileException as for a file
    public static Understanding read(String fileName, InputStream content, IngestOptions options)
            throws RefusedFileException {
        String name = withoutFolder(fileName);
        return new Ingest(options).read(name, () -> WorkbookReader.read(name, content));
    }

    private static String withoutFolder(String fileName) {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }

    /// Opens the file, wherever its bytes are.
    private interface Opening {
        Workbook open() throws UnreadableFileException;
    }

    private Understanding read(String fileName, Opening opening) throws RefusedFileException {
        Workbook workbook;
        try {
            workbook = opening.open();
        } catch (UnreadableFileException e) {
            throw refused(e.key(), fileName, e.arguments().toArray());
        }
        List<Table> tables = tables(workbook);
        Table table = tables.getFirst();
        List<Question> asked = new ArrayList<>(
                questions.of(table.columns(), table.sections().getFirst().rows()));
        if (options.sheet() == null) {
            otherInventories(tables)
                    .forEach(t -> asked.add(
                            questions.otherSheet(t.sheet().name(), t.rows().size())));
        }
        Ledger ledger = new Ledger(table.sheet().name(), table.columns(), messages);
        noteSheet(workbook, table, ledger);
        ledger.repair(RepairKind.GARBLED_ACCENTS, table.sheet().mended().garbledCells());
        ledger.repair(RepairKind.QUOTE_LEFT_OPEN, table.sheet().mended().openQuoteRows());
        Fleet fleet = fleet(table, ledger);
        if (ledger.duplicates() > 0) {
            asked.add(questions.duplicates(ledger.duplicates(), options.duplicates()));
        }
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
                ledger.notes(),
                asked);
    }

    /// The sheet asked for, or all that hold something, the one that looks most like a list of units first.
    private List<Table> tables(Workbook workbook) throws RefusedFileException {
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
        List<Table> tables = new ArrayList<>();
        for (Sheet sheet : candidates) {
            tables.add(table(sheet));
        }
        tables.sort(Comparator.comparingDouble(Table::score).reversed());
        return tables;
    }

    /// The visible sheets beside the best that list units too.
    private static List<Table> otherInventories(List<Table> tables) {
        return tables.stream()
                .skip(1)
                .filter(t -> !t.sheet().hidden() && t.fields().contains(Field.UNIT))
                .filter(t -> t.rows().size() > 1)
                .filter(t -> t.fields().stream().filter(Field::isOfUnit).count() >= FEWEST_FIELDS)
                .toList();
    }

    private Table table(Sheet sheet) {
        HeaderFinder finder = new HeaderFinder();
        HeaderFinder.Header header = finder.find(sheet);
        if (header == null) {
            List<ColumnUnderstanding> columns = matcher.matchWithoutHeader(sheet.rows(), sheet.width());
            Section section = new Section(0, columns, sheet.rows());
            return new Table(
                    sheet, List.of(section), score(sheet, columns, sheet.rows().size()));
        }
        List<Row> all = sheet.rows();
        int headerRow = all.get(header.lastIndex()).number();
        List<Heading> headings = header.headings();
        int from = header.firstDataIndex();
        List<Section> sections = new ArrayList<>();
        for (int i = from; i < all.size(); i++) {
            if (finder.startsAnotherTable(all.get(i), headings)) {
                sections.add(section(headerRow, headings, all.subList(from, i)));
                headerRow = all.get(i).number();
                headings = Heading.of(all.get(i), sheet.width());
                from = i + 1;
            }
        }
        sections.add(section(headerRow, headings, all.subList(from, all.size())));
        Section first = sections.getFirst();
        return new Table(
                sheet, sections, score(sheet, first.columns(), first.rows().size()));
    }

    private Section section(int headerRow, List<Heading> headings, List<Row> rows) {
        return new Section(headerRow, matcher.match(headings, rows), rows);
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
            if (ColumnMatcher.hasLostAccents(column.header())) {
                ledger.note("note.lost-accents", column.header());
            }
            if (column.is(Field.DRIVER)) {
                ledger.note("note.driver-dropped", column.header());
            } else if (column.is(Field.PLATE)) {
                ledger.note("note.plate-dropped", column.header());
            }
        }
        for (Section section : table.sections().subList(1, table.sections().size())) {
            String headers = String.join(
                    ", ",
                    section.columns().stream()
                            .filter(c -> c.field() != null)
                            .map(ColumnUnderstanding::header)
                            .toList());
            ledger.note("note.second-table", section.headerRow(), headers);
        }
    }

    private Fleet fleet(Table table, Ledger ledger) throws NotAnInventoryException {
        Set<Field> fields = table.fields();
        Section first = table.sections().getFirst();
        if (isTransactions(first, fields)) {
            Cells cells = new Cells(first.columns(), first.rows(), ledger, options);
            List<RowSorter.UnitRow> rows = new RowSorter(first.columns(), ledger).sort(first.rows());
            return new TransactionReading(cells, ledger, options).read(rows);
        }
        NotAnInventoryException reason = CountsTable.reason(
                table.sheet().name(), first.headerRow() > 0, first.columns(), first.rows(), messages);
        if (reason != null) {
            throw reason;
        }
        if (table.rows().isEmpty()) {
            throw new NotAnInventoryException(
                    messages.problem(
                            "no-rows", messages.say("where.sheet", table.sheet().name()), table.headerRow()),
                    0,
                    0);
        }
        if (!fields.contains(Field.UNIT)) {
            ledger.note("note.no-unit-column");
        }
        Map<String, Row> seen = new HashMap<>();
        List<Unit> units = new ArrayList<>();
        for (Section section : table.sections()) {
            Ledger own = ledger.forColumns(section.columns());
            Cells cells = new Cells(section.columns(), section.rows(), own, options);
            List<RowSorter.UnitRow> rows = new RowSorter(section.columns(), own).sort(section.rows());
            units.addAll(new InventoryReading(cells, own, isOurs(table), options.duplicates(), seen).read(rows));
        }
        return new Fleet(units);
    }

    /// Our own `inventory.csv` states the class, the row and the confidence of each unit.
    private static boolean isOurs(Table table) {
        List<String> headers =
                table.columns().stream().map(ColumnUnderstanding::header).toList();
        return headers.containsAll(InventoryFile.COLUMNS);
    }

    /// One row per purchase or trip: dates, quantities or distances, and units that come back many times.
    private static boolean isTransactions(Section table, Set<Field> fields) {
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

    private static @Nullable Integer column(Section table, Field field) {
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
