package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Matches columns to fields by the words of their headers and the look of their values.
///
/// Each pair gets a confidence; the surest pair is taken first, and a field of one column is taken once.
final class ColumnMatcher {
    private static final Pattern PARENTHESIS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
    private static final Pattern TRAILING_YEAR = Pattern.compile("\\b(20[0-3]\\d)\\b");
    private static final double LEAST = 0.45;
    private static final double YEARLY_KM = 40_000;
    /// A second meaning of a header is considered when nearly as sure as the first.
    private static final double NEAR = 0.2;

    private static final int SAMPLES = 3;

    private record Candidate(int column, Field field, double confidence, int year) {}

    private final Map<String, Field> corrections;

    ColumnMatcher(Map<String, Field> corrections) {
        this.corrections = corrections;
    }

    /// Scores of a header alone, used to find the header row.
    static Map<Field, Double> scores(String header) {
        Map<Field, Double> best = new EnumMap<>(Field.class);
        if (header.isEmpty() || header.length() > 80) {
            return best;
        }
        String outside = PARENTHESIS.matcher(header).replaceAll(" ").strip();
        List<String> words = withoutYear(Words.ofHeader(header));
        FieldTable.table().match(words).forEach((f, s) -> best.merge(f, s, Math::max));
        if (!outside.equals(header)) {
            FieldTable.table()
                    .match(withoutYear(Words.ofHeader(outside)))
                    .forEach((f, s) -> best.merge(f, 0.97 * s, Math::max));
        }
        Quantity unit = unitOf(header);
        if (unit != null) {
            best.replaceAll((field, score) -> Quantity.kindOf(field)
                    .map(kind -> kind == unit.kind() ? Math.min(1, score + 0.1) : 0.2 * score)
                    .orElse(field == Field.FUEL && unit.kind() == Quantity.Kind.VOLUME ? 0.1 * score : score));
            if (unit.kind() == Quantity.Kind.VOLUME
                    && header.toLowerCase(java.util.Locale.ROOT).matches(".*(carb|fuel|essence|diesel|conso).*")
                    && !Words.simple(header).contains("100")) {
                best.merge(Field.LITRES_PER_YEAR, 0.85, Math::max);
            }
        }
        if (TRAILING_YEAR.matcher(header).find()) {
            yearly(best, Field.ODOMETER, Field.KM_PER_YEAR, Words.plain(header).matches(".*\\b(au|le|at)\\b.*"));
            yearly(
                    best,
                    Field.HOUR_METER,
                    Field.HOURS_PER_YEAR,
                    Words.plain(header).matches(".*\\b(au|le|at)\\b.*"));
        }
        return best;
    }

    /// « Km 2024 » is what was driven in 2024; « Km au 31 décembre 2024 » is a reading.
    private static void yearly(Map<Field, Double> scores, Field reading, Field perYear, boolean isReading) {
        Double score = scores.get(reading);
        if (score != null && !isReading) {
            scores.merge(perYear, Math.min(1, score + 0.02), Math::max);
            scores.put(reading, 0.6 * score);
        }
    }

    private static List<String> withoutYear(List<String> words) {
        List<String> kept = new ArrayList<>(words);
        kept.removeIf(w -> TRAILING_YEAR.matcher(w).matches());
        return kept.isEmpty() ? words : kept;
    }

    /// The unit a header names, in parentheses or as its last word; null when it names none.
    static @Nullable Quantity unitOf(String header) {
        Matcher m = PARENTHESIS.matcher(header);
        while (m.find()) {
            Optional<Quantity> unit = Quantity.ofWord(m.group(1).replaceFirst("(?i)\\s*(/|par)\\s*an.*$", ""));
            if (unit.isPresent()) {
                return unit.get();
            }
        }
        for (String word : Words.simple(header).split(" ")) {
            if (word.length() > 1 && !word.equals("gaz")) {
                Optional<Quantity> unit = Quantity.ofWord(word);
                if (unit.isPresent()) {
                    boolean imperial = Words.simple(header).contains("imp");
                    return unit.get() == Quantity.US_GALLON && imperial ? Quantity.IMPERIAL_GALLON : unit.get();
                }
            }
        }
        return null;
    }

    List<ColumnUnderstanding> match(List<String> headers, List<Row> rows) {
        List<ColumnProfile> profiles = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < headers.size(); c++) {
            ColumnProfile profile = ColumnProfile.of(rows, c);
            profiles.add(profile);
            candidates(c, headers.get(c), profile, candidates);
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparing(Comparator.comparingInt(Candidate::year).reversed())
                .thenComparingInt(Candidate::column));
        Candidate[] taken = new Candidate[headers.size()];
        Set<Field> used = EnumSet.noneOf(Field.class);
        for (Candidate candidate : candidates) {
            boolean free = candidate.field().isMany() || !used.contains(candidate.field());
            if (taken[candidate.column()] == null && free) {
                taken[candidate.column()] = candidate;
                used.add(candidate.field());
            }
        }
        List<ColumnUnderstanding> columns = new ArrayList<>();
        for (int c = 0; c < headers.size(); c++) {
            columns.add(understanding(c, headers.get(c), profiles.get(c), taken[c], rows));
        }
        return columns;
    }

    private void candidates(int column, String header, ColumnProfile profile, List<Candidate> candidates) {
        Field corrected = corrections.get(header);
        if (corrected != null) {
            candidates.add(new Candidate(column, corrected, 1, 0));
            return;
        }
        Map<Field, Double> scores = scores(header);
        bareReadings(scores, profile);
        Double driver = scores.get(Field.DRIVER);
        if (driver != null && profile.departments() > 0.8 && profile.names() < 0.1) {
            scores.put(Field.DEPARTMENT, 0.7);
            scores.remove(Field.DRIVER);
        } else if (profile.looksLikePersons() && profile.makes() < 0.2) {
            candidates.add(new Candidate(column, Field.DRIVER, 0.99, 0));
            return;
        } else if (driver != null && driver >= 0.6) {
            candidates.add(new Candidate(column, Field.DRIVER, driver, 0));
            return;
        }
        Matcher year = TRAILING_YEAR.matcher(header);
        int headerYear = year.find() ? Integer.parseInt(year.group(1)) : 0;
        double best = 0;
        Map<Field, Double> confidences = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            double words = scores.getOrDefault(field, 0.0);
            double confidence = combine(words, profile.evidence(field), field, profile);
            confidences.put(field, confidence);
            best = Math.max(best, confidence);
        }
        for (Map.Entry<Field, Double> entry : confidences.entrySet()) {
            if (entry.getValue() >= Math.max(LEAST, best - NEAR)) {
                candidates.add(new Candidate(column, entry.getKey(), entry.getValue(), headerYear));
            }
        }
    }

    /// A bare « Kilométrage » or « Heures » is a reading when large, a yearly use when small.
    private static void bareReadings(Map<Field, Double> scores, ColumnProfile profile) {
        Double km = scores.get(Field.ODOMETER);
        if (km != null && km == 1 && !scores.containsKey(Field.KM_PER_YEAR) && profile.median() < YEARLY_KM) {
            scores.put(Field.KM_PER_YEAR, profile.median() < YEARLY_KM / 2 ? 0.8 : 0.6);
        }
        Double hours = scores.get(Field.HOUR_METER);
        if (hours != null && hours == 1 && profile.median() < 1500) {
            scores.put(Field.HOURS_PER_YEAR, 0.8);
        }
    }

    private static double combine(double words, double values, Field field, ColumnProfile profile) {
        if (words >= 0.5) {
            return values >= 0 ? words * (0.85 + 0.15 * values) : words * (1 + 0.7 * values);
        }
        return switch (field) {
            case VIN -> profile.vins() > 0.6 ? 0.8 : 0;
            case MAKE -> profile.makes() > 0.6 ? 0.75 : 0;
            case YEAR -> profile.years() > 0.8 && words > 0 ? 0.6 : 0;
            default -> 0;
        };
    }

    private static ColumnUnderstanding understanding(
            int column, String header, ColumnProfile profile, @Nullable Candidate taken, List<Row> rows) {
        if (taken == null) {
            return new ColumnUnderstanding(column, header, null, "", 0, List.of(), profile.looksLikePersons());
        }
        Field field = taken.field();
        boolean samples = !field.isDropped() && field != Field.OTHER;
        Quantity unit = Quantity.kindOf(field).isPresent() ? unitOf(header) : null;
        boolean fits = unit != null && Quantity.kindOf(field).orElseThrow() == unit.kind();
        String written = fits && unit != null
                ? unit.id()
                : FieldTable.table().line(field).unit();
        double confidence = Math.round(taken.confidence() * 100) / 100.0;
        return new ColumnUnderstanding(
                column,
                header,
                field,
                written,
                confidence,
                samples ? samples(rows, column) : List.of(),
                field.isDropped());
    }

    private static List<String> samples(List<Row> rows, int column) {
        Set<String> samples = new LinkedHashSet<>();
        for (Row row : rows) {
            if (!EmptyWords.isEmpty(row.text(column)) && samples.add(row.text(column)) && samples.size() == SAMPLES) {
                break;
            }
        }
        return List.copyOf(samples);
    }

    /// Matching by values alone, for a sheet without a header: years, makes, VINs, fuels, unit numbers.
    List<ColumnUnderstanding> matchWithoutHeader(List<Row> rows, int width) {
        ColumnUnderstanding[] columns = new ColumnUnderstanding[width];
        Set<Field> used = EnumSet.noneOf(Field.class);
        for (int c = 0; c < width; c++) {
            ColumnProfile profile = ColumnProfile.of(rows, c);
            Field field = byValues(profile, c, used);
            double confidence = field == null ? 0 : field == Field.DESCRIPTION ? 0.4 : 0.6;
            if (field != null) {
                used.add(field);
            }
            Candidate taken = field == null ? null : new Candidate(c, field, confidence, 0);
            columns[c] = understanding(c, letters(c), profile, taken, rows);
        }
        return Arrays.asList(columns);
    }

    private static @Nullable Field byValues(ColumnProfile p, int column, Set<Field> used) {
        if (p.looksLikePersons()) {
            return Field.DRIVER;
        }
        Field field = null;
        if (p.vins() > 0.6) {
            field = Field.VIN;
        } else if (p.makes() > 0.5) {
            field = Field.MAKE;
        } else if (p.years() > 0.7) {
            field = Field.YEAR;
        } else if (p.dates() > 0.7) {
            field = Field.IN_SERVICE;
        } else if (column <= 1 && p.distinct() > 0.95 && p.fill() > 0.9 && p.length() < 14) {
            field = Field.UNIT;
        } else if (p.fuels() > 0.8 && p.length() > 2 && p.numbers() < 0.2) {
            field = Field.FUEL;
        } else if (p.departments() > 0.7 && p.numbers() < 0.2) {
            field = Field.DEPARTMENT;
        } else if (p.numbers() < 0.3 && p.fill() > 0.3) {
            field = Field.DESCRIPTION;
        }
        return field != null && !field.isMany() && used.contains(field) ? null : field;
    }

    static String letters(int column) {
        String letters = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letters : letters(column / 26 - 1) + letters;
    }
}
