package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The ingester against a corpus of messy municipal spreadsheets of our own making, with no help from a person.
///
/// How the tables of expectations read is said in `corpus/README.md`. A *silent error* is a value, a unit or a row that
/// differs from the truth while nothing that the person reads speaks of that very cell.
class CorpusTest {
    private static final Path CORPUS = corpus();
    private static final IngestOptions NO_HELP = IngestOptions.asOf(LocalDate.of(2025, 6, 30), Locale.CANADA_FRENCH);

    /// What became of each inventory of the corpus.
    private static final Map<String, Understanding> UNDERSTOOD = new LinkedHashMap<>();

    @BeforeAll
    static void readEveryInventoryWithNoHelp() throws RefusedFileException {
        for (NamedCsvRecord row : table("expected-rows.csv")) {
            String file = row.getField("file");
            UNDERSTOOD.put(file, Ingest.read(CORPUS.resolve(file), NO_HELP));
        }
    }

    @Test
    void atLeast95PercentOfKeyColumnsAreMappedRight() {
        int keys = 0;
        int right = 0;
        List<String> misses = new ArrayList<>();
        for (Map.Entry<String, List<NamedCsvRecord>> file :
                byFile("expected.csv").entrySet()) {
            for (int c = 0; c < file.getValue().size(); c++) {
                NamedCsvRecord expected = file.getValue().get(c);
                Optional<ColumnUnderstanding> found = column(understood(file.getKey()), file.getValue(), c);
                boolean mapped = found.isPresent() ? isMapped(found.get(), expected) : accepts(expected, "ignore");
                keys += isKey(expected) ? 1 : 0;
                right += isKey(expected) && mapped ? 1 : 0;
                if (!mapped) {
                    misses.add("%s « %s »: expected %s %s, found %s"
                            .formatted(
                                    file.getKey(),
                                    expected.getField("header").replace('\n', ' '),
                                    expected.getField("field"),
                                    expected.getField("unit"),
                                    found.map(f -> fieldId(f) + " " + f.unit()).orElse("no such column")));
                }
            }
        }
        double percent = 100.0 * right / keys;
        System.out.printf(Locale.ROOT, "Corpus: %d of %d key columns mapped right (%.1f %%)%n", right, keys, percent);
        misses.forEach(miss -> System.out.println("  miss: " + miss));
        assertTrue(percent >= 95, () -> "Key columns mapped right: %.1f %%. Misses: %s".formatted(percent, misses));
    }

    @Test
    void theSheetAndTheHeaderRowAreFound() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<NamedCsvRecord>> file :
                byFile("expected.csv").entrySet()) {
            NamedCsvRecord expected = file.getValue().getFirst();
            Understanding found = understood(file.getKey());
            int row = Integer.parseInt(expected.getField("header_row"));
            String sheet = expected.getField("sheet");
            if (found.headerRow() != row || !sheet.isEmpty() && !sheet.equals(found.sheet())) {
                wrong.add("%s: expected %s row %d, found %s row %d"
                        .formatted(file.getKey(), sheet, row, found.sheet(), found.headerRow()));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noValueDiffersFromTheTruthInSilence() {
        List<String> silent = new ArrayList<>();
        int values = 0;
        int reported = 0;
        for (NamedCsvRecord expected : table("expected-values.csv")) {
            Understanding found = understood(expected.getField("file"));
            values++;
            Optional<String> difference = difference(found, expected);
            if (difference.isPresent() && isReported(found, expected)) {
                reported++;
            } else if (difference.isPresent()) {
                silent.add(expected.getField("file") + " " + difference.get());
            }
        }
        System.out.printf(
                "Corpus: %d values compared, %d differ and are reported, %d differ in silence%n",
                values, reported, silent.size());
        assertEquals(List.of(), silent, "Values that differ from the truth and that nothing reports");
    }

    @Test
    void whatThePersonMustKnowIsSaid() {
        List<String> unsaid = new ArrayList<>();
        for (NamedCsvRecord expected : table("expected-rows.csv")) {
            Understanding found = understood(expected.getField("file"));
            for (String check : expected.getField("checks").split(" ")) {
                String name = check.split(":")[0];
                int rows = check.contains(":") ? Integer.parseInt(check.split(":")[1]) : 1;
                if (said(found, name) < rows) {
                    unsaid.add("%s: %s, said of %d".formatted(expected.getField("file"), check, said(found, name)));
                }
            }
        }
        assertEquals(List.of(), unsaid);
    }

    /// Of how many rows, cells or columns the person is told what a check of `expected-rows.csv` asks.
    private static long said(Understanding found, String check) {
        return switch (check) {
            case "driver-dropped" ->
                found.columns().stream().filter(ColumnUnderstanding::dropped).count();
            case "year-out-of-range" -> refused(found, "year");
            case "negative-km", "km-out-of-range" -> refused(found, "km_per_year");
            case "duplicate-exact" -> repaired(found, RepairKind.DUPLICATE_MERGED);
            case "duplicate-conflict", "disposed" -> found.refusedRows();
            case "date-order-undecided", "date-order-contradictory" -> asked(found, Question.Kind.DATE_ORDER);
            case "mixed-meter" -> repaired(found, RepairKind.HOURS_NOT_KM);
            case "hours-not-yearly" -> asked(found, Question.Kind.HOURS_OR_METER);
            case "other-inventory-sheet" -> asked(found, Question.Kind.SHEET);
            case "no-unit-column" -> repaired(found, RepairKind.UNIT_NUMBER_MADE);
            case "error-cells" -> repaired(found, RepairKind.EMPTY_WORD);
            case "open-quote" -> repaired(found, RepairKind.QUOTE_LEFT_OPEN);
            case "mojibake" -> repaired(found, RepairKind.GARBLED_ACCENTS);
            case "lost-accents", "hidden-sheet", "second-table", "sheet-chosen" ->
                100L * found.notes().size();
            // Reading these right is all there is to do: nothing to tell.
            case "", "stray-quotes", "two-line-header", "latest-year", "latest-reading", "serial-dates" -> 100;
            case "formulas", "legend", "merged-department" -> 100;
            default -> throw new IllegalArgumentException("expected-rows.csv names an unknown check: " + check);
        };
    }

    private static long refused(Understanding found, String field) {
        return found.refused().stream()
                .filter(r -> headers(found, field).contains(r.column()))
                .count();
    }

    private static long repaired(Understanding found, RepairKind kind) {
        return found.repairs().stream()
                .filter(r -> r.kind() == kind)
                .mapToLong(Repair::rows)
                .sum();
    }

    private static long asked(Understanding found, Question.Kind kind) {
        return found.questions().stream()
                .filter(q -> q.kind() == kind)
                .mapToLong(Question::cells)
                .sum();
    }

    @Test
    void everyUnitIsKeptAndNoneIsInvented() {
        List<String> wrong = new ArrayList<>();
        int units = 0;
        for (NamedCsvRecord expected : table("expected-rows.csv")) {
            Understanding found = understood(expected.getField("file"));
            units += found.fleet().rows();
            if (found.fleet().rows() != number(expected, "units")) {
                wrong.add("%s: %d units found, %d are in the file"
                        .formatted(expected.getField("file"), found.fleet().rows(), number(expected, "units")));
            }
            long setAside = found.refusedRows() + found.dropped().getOrDefault(RepairKind.DUPLICATE_MERGED, 0);
            if (setAside != number(expected, "refused")) {
                wrong.add("%s: %d rows that look like units set aside, expected %d"
                        .formatted(expected.getField("file"), setAside, number(expected, "refused")));
            }
        }
        System.out.printf("Corpus: %d units in %d files%n", units, UNDERSTOOD.size());
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRowIsAUnitOrRefusedOrDroppedForAReason() {
        UNDERSTOOD.forEach((file, found) -> assertEquals(
                found.rows(),
                found.fleet().rows()
                        + found.refusedRows()
                        + found.dropped().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                file));
    }

    @Test
    void noNameOfADriverIsKept() {
        Pattern name = Pattern.compile("(?i)-exemple|chauffeur [a-d]\\b");
        UNDERSTOOD.forEach((file, found) -> assertFalse(
                name.matcher(found.toString()).find(), () -> file + " keeps the name of a driver: " + found));
    }

    @Test
    void whatIsNoInventoryIsRefusedWithASentence() {
        for (NamedCsvRecord expected : table("expected-refused.csv")) {
            String file = expected.getField("file");
            try {
                Understanding found = Ingest.read(CORPUS.resolve(file), NO_HELP);
                throw new AssertionError("%s is read as %d units, and it is no inventory: %s"
                        .formatted(file, found.fleet().rows(), expected.getField("why")));
            } catch (RefusedFileException refused) {
                InputProblem problem = refused.problems().getFirst();
                System.out.printf("Corpus: %s refused: %s %s%n", file, problem.found(), problem.advice());
                assertFalse(problem.found().isBlank()
                        || problem.expected().isBlank()
                        || problem.advice().isBlank());
            }
        }
    }

    private static Understanding understood(String file) {
        return Objects.requireNonNull(UNDERSTOOD.get(file), file);
    }

    /// The column at its own place; by its header where the sheet has blank columns that the table does not list.
    private static Optional<ColumnUnderstanding> column(
            Understanding understood, List<NamedCsvRecord> expected, int place) {
        List<ColumnUnderstanding> columns = understood.columns();
        if (columns.size() == expected.size()) {
            return Optional.of(columns.get(place));
        }
        String header = plain(expected.get(place).getField("header"));
        return columns.stream().filter(c -> plain(c.header()).equals(header)).findFirst();
    }

    private static boolean isMapped(ColumnUnderstanding column, NamedCsvRecord expected) {
        String unit = expected.getField("unit");
        return accepts(expected, fieldId(column)) && (unit.isEmpty() || unit.equals(column.unit()));
    }

    /// Our field in the words of `expected.csv`, which knows fewer.
    private static String fieldId(ColumnUnderstanding column) {
        return switch (column.field()) {
            case ODOMETER -> "odometer_km";
            case GVWR -> "gvwr_kg";
            case MAKE_MODEL -> "description";
            case OTHER, HOUR_METER, METER_UNIT -> "ignore";
            case null -> "ignore";
            case Field field -> field.id();
        };
    }

    private static boolean accepts(NamedCsvRecord expected, String field) {
        return Arrays.asList(expected.getField("field").split("\\|")).contains(field);
    }

    private static boolean isKey(NamedCsvRecord expected) {
        return !accepts(expected, "ignore");
    }

    /// How the unit found differs from the value expected, empty when it does not.
    private static Optional<String> difference(Understanding understood, NamedCsvRecord expected) {
        String field = expected.getField("field");
        String value = expected.getField("value");
        Optional<Unit> unit = unit(understood.fleet(), expected.getField("unit"));
        if (unit.isEmpty()) {
            return Optional.of("unit %s is absent".formatted(expected.getField("unit")));
        }
        String found = value(unit.get(), field);
        boolean same = value.isEmpty()
                ? found.isEmpty()
                : Arrays.stream(value.split("\\|")).anyMatch(accepted -> isSame(field, accepted, found));
        return same
                ? Optional.empty()
                : Optional.of("unit %s, %s: expected « %s », found « %s »"
                        .formatted(expected.getField("unit"), field, value, found));
    }

    /// The unit of that number, leading zeros and spaces forgiven, or of that row (`@12`).
    private static Optional<Unit> unit(Fleet fleet, String id) {
        if (id.startsWith("@")) {
            int row = Integer.parseInt(id.substring(1));
            return fleet.units().stream().filter(u -> u.sourceRow() == row).findFirst();
        }
        return fleet.units().stream()
                .filter(u -> withoutZeros(u.id()).equals(withoutZeros(id)))
                .findFirst();
    }

    private static String withoutZeros(String id) {
        return plain(id).replaceFirst("^0+", "");
    }

    private static String value(Unit unit, String field) {
        return switch (field) {
            case "class" -> unit.vehicleClass().id();
            case "make" -> unit.make();
            case "model" -> unit.model();
            case "year" -> text(unit.modelYear());
            case "department" -> unit.department();
            case "depot" -> unit.depot();
            case "fuel" -> unit.fuel().id();
            case "km_per_year" -> text(unit.usage().kmPerYear());
            case "hours_per_year" -> text(unit.usage().hoursPerYear());
            case "odometer_km" -> text(unit.usage().odometerKm());
            case "litres_per_year" -> text(unit.usage().litresPerYear());
            case "in_service" -> text(unit.inService());
            case "price_cad" -> text(unit.priceCad());
            case "low_use" -> text(unit.lowUse());
            default -> throw new IllegalArgumentException("""
                    expected-values.csv names the field %s, which no unit has.
                    Maybe it is misspelt.""".formatted(field));
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Half a percent or half a unit between numbers; words without accents, case, spaces or punctuation; a model may
    /// carry a trim more or less.
    private static boolean isSame(String field, String expected, String found) {
        return switch (field) {
            case "km_per_year", "hours_per_year", "odometer_km", "litres_per_year", "price_cad" -> {
                double wanted = Double.parseDouble(expected);
                yield !found.isEmpty()
                        && Math.abs(Double.parseDouble(found) - wanted) <= Math.max(0.5, 0.005 * Math.abs(wanted));
            }
            case "model" ->
                !found.isEmpty()
                        && (plain(found).startsWith(plain(expected))
                                || plain(expected).startsWith(plain(found)));
            default -> plain(found).equals(plain(expected));
        };
    }

    /// Whether the person is told of that very cell: its value or its row is refused, its column is asked about and
    /// left empty meanwhile, its hours are said not to be kilometres, or its class is marked as doubtful.
    private static boolean isReported(Understanding understood, NamedCsvRecord expected) {
        Optional<Unit> unit = unit(understood.fleet(), expected.getField("unit"));
        String field = expected.getField("field");
        if (unit.isEmpty()) {
            return false;
        }
        List<String> headers = headers(understood, field);
        boolean refused = understood.refused().stream()
                .anyMatch(r -> r.row() == unit.get().sourceRow() && headers.contains(r.column()));
        boolean empty = value(unit.get(), field).isEmpty();
        boolean asked = understood.questions().stream().anyMatch(q -> !q.assumed() && headers.contains(q.column()));
        boolean hours = understood.repairs().stream().anyMatch(r -> r.kind() == RepairKind.HOURS_NOT_KM)
                && (field.equals("odometer_km") || field.equals("km_per_year"));
        boolean doubtful = field.equals("class") && unit.get().classConfidence() < 0.5;
        return refused || empty && (asked || hours) || doubtful;
    }

    private static List<String> headers(Understanding understood, String field) {
        return understood.columns().stream()
                .filter(c -> fieldId(c).equals(field))
                .map(ColumnUnderstanding::header)
                .toList();
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, List<NamedCsvRecord>> byFile(String table) {
        Map<String, List<NamedCsvRecord>> byFile = new TreeMap<>();
        for (NamedCsvRecord row : table(table)) {
            byFile.computeIfAbsent(row.getField("file"), file -> new ArrayList<>())
                    .add(row);
        }
        return byFile;
    }

    private static List<NamedCsvRecord> table(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(CORPUS.resolve(name))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the corpus's table " + name, e);
        }
    }

    private static Path corpus() {
        try {
            return Path.of(Objects.requireNonNull(CorpusTest.class.getResource("corpus/expected.csv"), "corpus")
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The corpus has no readable place on the class path.", e);
        }
    }
}
