package courant.ingest.classify;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Rows labelled by hand, and how the classifier does on them.
final class Labelled {
    record Row(String key, Description description, String expected) {}

    private Labelled() {}

    static List<NamedCsvRecord> shared(String path) throws IOException {
        Path file = Path.of(System.getProperty("courant.root", "."), "..", "shared", "data", path);
        Assumptions.assumeTrue(Files.exists(file), "The shared data folder is absent: " + path + " is not measured.");
        try (InputStream raw = Files.newInputStream(file)) {
            return records(path.endsWith(".gz") ? new GZIPInputStream(raw) : raw);
        }
    }

    static List<NamedCsvRecord> resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Labelled.class.getResourceAsStream(name), name)) {
            return records(stream);
        }
    }

    private static List<NamedCsvRecord> records(InputStream stream) throws IOException {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(reader).stream().toList();
    }

    static Description toronto(NamedCsvRecord row) {
        String text = String.join(
                " | ",
                row.getField("CAT_DESC"),
                row.getField("CAT_GRP"),
                row.getField("CATEGORY_CLASS"),
                row.getField("UNIT_TYPE"));
        return Description.of(row.getField("MAKE"), row.getField("MODEL"), text);
    }

    static Description seattle(NamedCsvRecord row) {
        return Description.of(row.getField("Make"), row.getField("Model"), row.getField("Description"));
    }

    /// The labelled rows of a file: a label names a row by key and by its 1-based number, because keys repeat.
    static List<Row> rows(
            String labels, List<NamedCsvRecord> data, String keyColumn, Function<NamedCsvRecord, Description> describe)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        for (NamedCsvRecord label : resource(labels)) {
            NamedCsvRecord row = data.get(Integer.parseInt(label.getField("row")) - 1);
            if (!row.getField(keyColumn).equals(label.getField("key"))) {
                throw new IllegalStateException(
                        "Label %s is not row %s of the file.".formatted(label.getField("key"), label.getField("row")));
            }
            rows.add(new Row(label.getField("key"), describe.apply(row), label.getField("class")));
        }
        return rows;
    }

    static List<Row> french(String name) throws IOException {
        return resource(name).stream()
                .map(row -> new Row(
                        row.getField("text"),
                        Description.of(row.getField("make"), row.getField("model"), row.getField("text")),
                        row.getField("class")))
                .toList();
    }

    /// Share of rows classed as labelled; the wrong ones and the trust by tenths are printed.
    static double accuracy(String name, List<Row> rows) {
        int right = 0;
        Map<Integer, int[]> byTenth = new TreeMap<>();
        for (Row row : rows) {
            Classification c = VehicleClassifier.bundled().classify(row.description());
            boolean correct = c.vehicleClass().id().equals(row.expected());
            right += correct ? 1 : 0;
            int[] tenth = byTenth.computeIfAbsent((int) (c.confidence() * 10), t -> new int[2]);
            tenth[0]++;
            tenth[1] += correct ? 1 : 0;
            if (!correct) {
                System.out.printf(
                        "%s %s: %s expected, %s found (%s, %.2f) for %s / %s / %s%n",
                        name,
                        row.key(),
                        row.expected(),
                        c.vehicleClass().id(),
                        c.why(),
                        c.confidence(),
                        row.description().make(),
                        row.description().model(),
                        row.description().text());
            }
        }
        double accuracy = (double) right / rows.size();
        System.out.printf("%s: %d of %d right, %.1f %%%n", name, right, rows.size(), 100 * accuracy);
        byTenth.forEach((tenth, n) -> System.out.printf(
                "  confidence %.1f to %.1f: %d of %d right%n", tenth / 10.0, (tenth + 1) / 10.0, n[1], n[0]));
        return accuracy;
    }
}
