package courant.ingest.classify;

import courant.engine.fleet.Fuel;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The word, model and make tables shipped with the program, read once.
final class Tables {
    record WordRule(String why, Body body, double points) {}

    record ModelRule(
            String why,
            String make,
            Body body,
            WeightClass usualWeight,
            @Nullable Fuel fuel,
            int length) {
        /// More words say more; between equals, a model of a known make says more than a bare name.
        boolean isMoreSpecificThan(ModelRule other) {
            return length > other.length || (length == other.length && !make.isEmpty() && other.make.isEmpty());
        }
    }

    record MakeRule(
            String make,
            String why,
            @Nullable Body body,
            @Nullable Fuel fuel) {}

    record WeightRule(WeightClass weight, boolean stated) {}

    record FuelRule(Fuel fuel, int rank) {}

    record VinRule(String pattern, String why, Body body, WeightClass usualWeight) {}

    final PhraseIndex<WordRule> words = new PhraseIndex<>();
    final PhraseIndex<ModelRule> models = new PhraseIndex<>();
    final PhraseIndex<MakeRule> makes = new PhraseIndex<>();
    /// The names of makes, each as its words.
    final Set<List<String>> makeSpellings = new HashSet<>();

    final PhraseIndex<WeightRule> weights = new PhraseIndex<>();
    final PhraseIndex<FuelRule> fuels = new PhraseIndex<>();
    final List<VinRule> vins = new ArrayList<>();
    final NavigableMap<Double, WeightClass> weightByKg = new TreeMap<>();

    Tables() {
        read("class-words.csv", this::addWord);
        read("models.csv", this::addModel);
        read("makes.csv", this::addMake);
        read("weight-words.csv", this::addWeight);
        read("weight-classes.csv", row -> weightByKg.put(Double.valueOf(row.getField("max_kg")), weight(row)));
        read("fuel-words.csv", this::addFuel);
        read(
                "vin.csv",
                row -> vins.add(new VinRule(
                        row.getField("pattern"),
                        "vin:" + row.getField("pattern").toLowerCase(Locale.ROOT),
                        Body.of(row.getField("class")),
                        weight(row))));
    }

    private void addWord(NamedCsvRecord row) {
        WordRule rule = new WordRule(
                "rule:" + row.getField("code"),
                Body.of(row.getField("class")),
                Double.parseDouble(row.getField("points")));
        Phrase.alternatives(row.getField("words")).forEach(phrase -> words.add(phrase, rule));
    }

    private void addModel(NamedCsvRecord row) {
        String cell = row.getField("models");
        for (String name : cell.split(";", -1)) {
            Phrase phrase = Phrase.alternatives(name).getFirst();
            String why = "model:" + name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
            models.add(
                    phrase,
                    new ModelRule(
                            why,
                            row.getField("make"),
                            Body.of(row.getField("class")),
                            weight(row),
                            fuel(row.getField("fuel")),
                            phrase.length()));
        }
    }

    private void addMake(NamedCsvRecord row) {
        String body = row.getField("class");
        MakeRule rule = new MakeRule(
                row.getField("make"),
                "make:" + row.getField("make"),
                body.isEmpty() ? null : Body.of(body),
                fuel(row.getField("fuel")));
        for (Phrase phrase : Phrase.alternatives(row.getField("names"))) {
            makes.add(phrase, rule);
            makeSpellings.add(phrase.runs().getFirst());
        }
    }

    private void addWeight(NamedCsvRecord row) {
        WeightRule rule = new WeightRule(weight(row), row.getField("kind").equals("stated"));
        Phrase.alternatives(row.getField("words")).forEach(phrase -> weights.add(phrase, rule));
    }

    private void addFuel(NamedCsvRecord row) {
        Fuel fuel = fuel(row.getField("fuel"));
        if (fuel == null) {
            throw new IllegalArgumentException("A row of fuel-words.csv has no fuel: %s".formatted(row));
        }
        FuelRule rule = new FuelRule(fuel, Integer.parseInt(row.getField("rank")));
        Phrase.alternatives(row.getField("words")).forEach(phrase -> fuels.add(phrase, rule));
    }

    private static WeightClass weight(NamedCsvRecord row) {
        String cell = row.getField("weight_class");
        return cell.isEmpty() ? WeightClass.UNKNOWN : new WeightClass(Double.parseDouble(cell));
    }

    private static @Nullable Fuel fuel(String cell) {
        return cell.isEmpty()
                ? null
                : Fuel.valueOf(cell.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void read(String name, Consumer<NamedCsvRecord> consumer) {
        try (InputStream stream = Tables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("""
                        The table %s is missing beside %s.
                        Maybe the program was packed without its resources.\
                        """.formatted(name, Tables.class.getName()));
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            CsvReader.builder().ofNamedCsvRecord(reader).forEach(row -> consume(name, row, consumer));
        } catch (IOException e) {
            throw new UncheckedIOException("The table %s cannot be read.".formatted(name), e);
        }
    }

    private static void consume(String name, NamedCsvRecord row, Consumer<NamedCsvRecord> consumer) {
        try {
            consumer.accept(row);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Row at line %d of %s is wrong: %s".formatted(row.getStartingLineNumber(), name, e.getMessage()),
                    e);
        }
    }
}
