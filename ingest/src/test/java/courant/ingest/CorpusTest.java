package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
/// differs from the truth while neither a refusal nor a reported repair speaks of it.
class CorpusTest {
    /// What a repair must be about to excuse a value of the field that differs from the truth.
    private static final Map<String, Pattern> DOUBTS = Map.of(
            "in_service", Pattern.compile("date|serial|service"),
            "year", Pattern.compile("year|annee|millesime"),
            "km_per_year", Pattern.compile("negati|range|impossible|meter|compteur|mixed|aberrant"),
            "odometer_km", Pattern.compile("negati|range|impossible|meter|compteur|mixed|aberrant"),
            "hours_per_year", Pattern.compile("hour|heure|meter|compteur|mixed|cumul"),
            "litres_per_year", Pattern.compile("negati|range|impossible|cumul|aberrant"));

    private static final Path CORPUS = corpus();

    /// What became of each inventory of the corpus; a file that was refused has no understanding.
    private static final Map<String, Optional<Understanding>> UNDERSTOOD = new LinkedHashMap<>();

    @BeforeAll
    static void readEveryInventoryWithNoHelp() {
        for (NamedCsvRecord row : table("expected-rows.csv")) {
            String file = row.getField("file");
            UNDERSTOOD.put(file, read(file));
        }
    }

    @Test
    void atLeast95PercentOfKeyColumnsAreMappedRight() {
        int keys = 0;
        int right = 0;
        List<String> misses = new ArrayList<>();
        Map<String, List<NamedCsvRecord>> byFile = byFile("expected.csv");
        for (Map.Entry<String, List<NamedCsvRecord>> file : byFile.entrySet()) {
            List<ColumnUnderstanding> found = columns(file.getKey());
            for (NamedCsvRecord expected : file.getValue()) {
                Optional<ColumnUnderstanding> column = take(found, expected.getField("header"));
                boolean matched = column.isPresent() ? isMapped(column.get(), expected) : accepts(expected, "ignore");
                if (isKey(expected)) {
                    keys++;
                    right += matched ? 1 : 0;
                }
                if (!matched) {
                    misses.add("%s « %s »: expected %s %s, found %s"
                            .formatted(
                                    file.getKey(),
                                    expected.getField("header").replace('\n', ' '),
                                    expected.getField("field"),
                                    expected.getField("unit"),
                                    column.map(c -> c.field() + " " + c.unit()).orElse("no such column")));
                }
            }
        }
        double share = (double) right / keys;
        System.out.printf(Locale.ROOT, "Corpus: %d of %d key columns mapped right (%.3f)%n", right, keys, share);
        misses.forEach(miss -> System.out.println("  miss: " + miss));
        assertTrue(
                share >= 0.95,
                () -> "Key columns mapped right: %.3f, expected at least 0.95. Misses: %s"
                        .formatted(share, String.join("; ", misses)));
    }

    @Test
    void theSheetAndTheHeaderRowAreFound() {
        int right = 0;
        Map<String, List<NamedCsvRecord>> byFile = byFile("expected.csv");
        for (Map.Entry<String, List<NamedCsvRecord>> file : byFile.entrySet()) {
            NamedCsvRecord expected = file.getValue().getFirst();
            Understanding found = UNDERSTOOD.get(file.getKey()).orElse(null);
            int row = Integer.parseInt(expected.getField("header_row"));
            boolean sheet = found != null
                    && (expected.getField("sheet").isEmpty()
                            || expected.getField("sheet").equals(found.sheet()));
            // The upper line of a header of two lines is as good an answer as the lower one.
            boolean header = found != null && (found.headerRow() == row || found.headerRow() == row - 1);
            right += sheet && header ? 1 : 0;
            if (!sheet || !header) {
                System.out.printf(
                        "  header: %s expected %s row %d, found %s%n",
                        file.getKey(),
                        expected.getField("sheet"),
                        row,
                        found == null ? "a refusal" : found.sheet() + " row " + found.headerRow());
            }
        }
        assertTrue(right >= 0.95 * byFile.size(), "Headers found: " + right + " of " + byFile.size());
    }

    @Test
    void noValueDiffersFromTheTruthInSilence() {
        List<String> silent = new ArrayList<>();
        int values = 0;
        int reported = 0;
        for (Map.Entry<String, List<NamedCsvRecord>> file :
                byFile("expected-values.csv").entrySet()) {
            Optional<Understanding> found = UNDERSTOOD.get(file.getKey());
            if (found.isEmpty()) {
                continue; // refused whole, which is loud; counted by the test of units
            }
            for (NamedCsvRecord expected : file.getValue()) {
                values++;
                Optional<String> difference = difference(found.get(), expected);
                if (difference.isEmpty()) {
                    continue;
                }
                if (isReported(found.get(), expected)) {
                    reported++;
                } else {
                    silent.add(file.getKey() + " " + difference.get());
                }
            }
        }
        System.out.printf(
                "Corpus: %d values compared, %d differ and are reported, %d differ in silence%n",
                values, reported, silent.size());
        silent.forEach(error -> System.out.println("  silent: " + error));
        assertEquals(List.of(), silent, "Values that differ from the truth and that nothing reports");
    }

    @Test
    void noUnitIsInventedAndNoneIsLostInSilence() {
        List<String> silent = new ArrayList<>();
        int expectedUnits = 0;
        int foundUnits = 0;
        for (NamedCsvRecord expected : table("expected-rows.csv")) {
            String file = expected.getField("file");
            int units = Integer.parseInt(expected.getField("units"));
            expectedUnits += units;
            Optional<Understanding> understood = UNDERSTOOD.get(file);
            if (understood.isEmpty()) {
                continue;
            }
            int rows = understood.get().fleet().rows();
            int refused = understood.get().refused().size();
            foundUnits += Math.min(rows, units);
            // Rows of the same number, units sold and another sheet's units may be kept when the person is told.
            int disputed = (isSaid(understood.get(), "double|doublon|duplicate|disposed|sold|vendu|statut|status")
                            ? Integer.parseInt(expected.getField("refused"))
                            : 0)
                    + number(expected, "other-inventory-sheet");
            // A second table, or what follows a quote never closed, may be left out when the person is told.
            int elsewhere = (isSaid(understood.get(), "second-table|tableau") ? number(expected, "second-table") : 0)
                    + (isSaid(understood.get(), "quote|guillemet") ? number(expected, "open-quote") : 0);
            if (rows > units + disputed) {
                silent.add("%s: %d units found, %d are in the file".formatted(file, rows, units));
            }
            if (rows + refused + elsewhere < units) {
                silent.add(
                        "%s: %d units and %d refusals, %d units are in the file".formatted(file, rows, refused, units));
            }
        }
        System.out.printf("Corpus: %d of %d units kept%n", foundUnits, expectedUnits);
        silent.forEach(error -> System.out.println("  rows: " + error));
        assertEquals(List.of(), silent, "Files whose rows were invented or lost in silence");
        assertTrue(foundUnits >= 0.97 * expectedUnits, "Units kept: " + foundUnits + " of " + expectedUnits);
    }

    @Test
    void noNameOfADriverReachesTheFleet() {
        Pattern name = Pattern.compile("(?i)-exemple|chauffeur [a-d]\\b");
        for (Map.Entry<String, Optional<Understanding>> file : UNDERSTOOD.entrySet()) {
            List<Unit> units =
                    file.getValue().map(Understanding::fleet).map(Fleet::units).orElse(List.of());
            for (Unit unit : units) {
                assertTrue(
                        !name.matcher(unit.toString()).find(),
                        () -> "%s, unit %s carries a driver's name: %s".formatted(file.getKey(), unit.id(), unit));
            }
        }
    }

    @Test
    void whatIsNoInventoryIsRefused() {
        for (NamedCsvRecord expected : table("expected-refused.csv")) {
            String file = expected.getField("file");
            int rows = read(file).map(u -> u.fleet().rows()).orElse(0);
            assertEquals(0, rows, () -> "%s is no inventory (%s)".formatted(file, expected.getField("why")));
        }
    }

    /// The understanding of a file, empty when the file is refused with a sentence.
    private static Optional<Understanding> read(String file) {
        try {
            return Optional.of(Ingest.read(CORPUS.resolve(file), IngestOptions.defaults(Locale.CANADA_FRENCH)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        } catch (RefusedFileException e) {
            assertTrue(!Objects.requireNonNullElse(e.getMessage(), "").isBlank(), file + " is refused without a word");
            System.out.printf("  refused: %s: %s%n", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static List<ColumnUnderstanding> columns(String file) {
        return new ArrayList<>(UNDERSTOOD
                .get(file)
                .map(Understanding::columns)
                .map(List::copyOf)
                .orElse(List.of()));
    }

    /// Takes the column of that header out of those not yet taken: the same text first, else one text within the other
    /// (a header of two lines may be named by its lower line alone).
    private static Optional<ColumnUnderstanding> take(List<ColumnUnderstanding> columns, String header) {
        String wanted = plain(header);
        Optional<ColumnUnderstanding> same =
                columns.stream().filter(c -> plain(c.header()).equals(wanted)).findFirst();
        Optional<ColumnUnderstanding> near = same.isPresent() || wanted.isEmpty()
                ? same
                : columns.stream()
                        .filter(c -> plain(c.header()).length() > 1)
                        .filter(c -> wanted.endsWith(plain(c.header()))
                                || plain(c.header()).endsWith(wanted))
                        .findFirst();
        near.ifPresent(columns::remove);
        return near;
    }

    private static boolean isMapped(ColumnUnderstanding column, NamedCsvRecord expected) {
        String unit = expected.getField("unit");
        return accepts(expected, fieldId(column))
                && (unit.isEmpty() || unit.equalsIgnoreCase(String.valueOf(column.unit())));
    }

    private static String fieldId(ColumnUnderstanding column) {
        return String.valueOf(column.field()).toLowerCase(Locale.ROOT).replace('-', '_');
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
        Optional<Unit> same =
                fleet.units().stream().filter(u -> u.id().equals(id)).findFirst();
        return same.isPresent()
                ? same
                : fleet.units().stream()
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
                if (found.isEmpty()) {
                    yield false;
                }
                double wanted = Double.parseDouble(expected);
                yield Math.abs(Double.parseDouble(found) - wanted) <= Math.max(0.5, 0.005 * Math.abs(wanted));
            }
            case "model" ->
                !found.isEmpty()
                        && (plain(found).startsWith(plain(expected))
                                || plain(expected).startsWith(plain(found)));
            default -> plain(found).equals(plain(expected));
        };
    }

    /// Whether a refusal names the row of the unit, or a repair speaks of this kind of doubt.
    private static boolean isReported(Understanding understood, NamedCsvRecord expected) {
        Optional<Unit> unit = unit(understood.fleet(), expected.getField("unit"));
        if (unit.isEmpty()) {
            return !understood.refused().isEmpty();
        }
        int row = unit.get().sourceRow();
        if (understood.refused().stream().anyMatch(refusal -> refusal.row() == row)) {
            return true;
        }
        Pattern doubt = DOUBTS.get(expected.getField("field"));
        return doubt != null && isReportedKind(understood, doubt.pattern());
    }

    private static boolean isReportedKind(Understanding understood, String pattern) {
        Pattern kind = Pattern.compile(pattern);
        return understood.repairs().stream()
                .anyMatch(repair -> kind.matcher(words(repair.kind())).find());
    }

    /// Whether a repair, or the text of a refusal, speaks of it.
    private static boolean isSaid(Understanding understood, String pattern) {
        Pattern kind = Pattern.compile(pattern);
        return isReportedKind(understood, pattern)
                || understood.refused().stream()
                        .anyMatch(refusal -> kind.matcher(words(refusal)).find());
    }

    /// The number of rows behind a check, `mixed-meter:8` for example; 0 when the file has no such check.
    private static int number(NamedCsvRecord expected, String check) {
        return Arrays.stream(expected.getField("checks").split(" "))
                .filter(c -> c.startsWith(check + ":"))
                .mapToInt(c -> Integer.parseInt(c.substring(check.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String plain(String text) {
        return words(text).replaceAll("[^a-z0-9]", "");
    }

    private static String words(Object text) {
        return Normalizer.normalize(text.toString(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
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
