package courant.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The table of fields: for each, its unit, the header words that mean it, and what it is.
///
/// Import, messages and documentation all read this one table (`fields.csv`). A synonym marked `=` counts only when it
/// is the whole header.
public final class FieldTable {
    /// One line of the table.
    ///
    /// @param field the field
    /// @param unit unit kept in our files, empty when it has none
    /// @param synonyms header words as written in the table
    /// @param descriptionFr what it is, in French
    /// @param descriptionEn what it is, in English
    public record Line(Field field, String unit, List<String> synonyms, String descriptionFr, String descriptionEn) {}

    private record Synonym(Field field, List<String> words, boolean wholeOnly) {}

    private static final FieldTable TABLE = load();

    private final Map<Field, Line> lines;
    /// Synonyms by their first word: a header must hold it to match at all.
    private final Map<String, List<Synonym>> byFirstWord = new HashMap<>();

    private FieldTable(Map<Field, Line> lines, List<Synonym> synonyms) {
        this.lines = lines;
        synonyms.forEach(s -> byFirstWord
                .computeIfAbsent(s.words().getFirst(), w -> new ArrayList<>())
                .add(s));
    }

    /// Every word of the synonyms, without accents.
    Set<String> vocabulary() {
        Set<String> words = new HashSet<>();
        lines.values()
                .forEach(line -> line.synonyms()
                        .forEach(s -> words.addAll(List.of(Words.simple(s).split(" ")))));
        return words;
    }

    public static FieldTable table() {
        return TABLE;
    }

    public Line line(Field field) {
        return Objects.requireNonNull(lines.get(field), field::id);
    }

    /// The field's name in the user's language.
    public String describe(Field field, Locale locale) {
        Line line = line(field);
        return locale.getLanguage().equals("en") ? line.descriptionEn() : line.descriptionFr();
    }

    /// How well a header's words speak for each field, 0 to 1; fields they say nothing of are absent.
    Map<Field, Double> match(List<String> header) {
        Map<Field, Double> scores = new EnumMap<>(Field.class);
        if (header.isEmpty()) {
            return scores;
        }
        for (String word : new LinkedHashSet<>(header)) {
            for (Synonym synonym : byFirstWord.getOrDefault(word, List.of())) {
                double score = score(header, synonym);
                if (score > 0) {
                    scores.merge(synonym.field(), score, Math::max);
                }
            }
        }
        return scores;
    }

    private static double score(List<String> header, Synonym synonym) {
        List<String> words = synonym.words();
        if (header.equals(words)) {
            return synonym.wholeOnly() ? 0.95 : 1;
        }
        if (synonym.wholeOnly() || words.size() > header.size()) {
            return 0;
        }
        double coverage = (double) words.size() / header.size();
        if (Collections.indexOfSubList(header, words) >= 0) {
            return 0.5 + 0.42 * coverage;
        }
        return words.size() > 1 && header.containsAll(words) ? 0.42 + 0.42 * coverage : 0;
    }

    private static FieldTable load() {
        Map<Field, Line> lines = new EnumMap<>(Field.class);
        List<Synonym> synonyms = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(FieldTable.class.getResourceAsStream("fields.csv"));
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord record : csv) {
                Field field = Field.valueOf(record.getField("field").toUpperCase(Locale.ROOT));
                List<String> words = Arrays.asList(record.getField("synonyms").split("\\|"));
                lines.put(
                        field,
                        new Line(
                                field,
                                record.getField("unit"),
                                words,
                                record.getField("description_fr"),
                                record.getField("description_en")));
                for (String word : words) {
                    boolean whole = word.startsWith("=");
                    synonyms.add(new Synonym(field, Words.ofHeader(whole ? word.substring(1) : word), whole));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synonyms.removeIf(s -> s.words().isEmpty());
        return new FieldTable(lines, synonyms);
    }
}
