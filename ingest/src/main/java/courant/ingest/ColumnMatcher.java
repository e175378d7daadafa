package courant.ingest;

import courant.ingest.classify.Description;
import courant.ingest.classify.VehicleClassifier;
import courant.ingest.sheet.Row;
import java.util.ArrayList;
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
    /// Words that say that a number was read from a meter, not driven in a year.
    private static final Pattern READING =
            Pattern.compile("\\b(au|le|at|odometre|odo\\w*|compteur|horometre|lecture|releve|meter|reading)\\b");
    /// Words after which a lone letter is a unit: « Utilisation 2024 h ».
    private static final Pattern MEASURES = Pattern.compile("utilisation|usage|conso|carburant|compteur|heures");

    private static final double LEAST = 0.45;
    private static final double YEARLY_KM = 40_000;
    /// A second meaning of a header is considered when nearly as sure as the first.
    private static final double NEAR = 0.2;

    /// Columns that say what a unit is.
    private static final Set<Field> SAYS_WHAT =
            EnumSet.of(Field.DESCRIPTION, Field.MAKE, Field.MODEL, Field.MAKE_MODEL, Field.CLASS);
    /// Headings that may stand over a number as well as over a name.
    private static final Pattern VEHICLE_OR_UNIT = Pattern.compile("vehicules?|vehicles?|unites?|units?|veh");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
    /// Less than sure: the same heading usually stands over a number.
    private static final double DESCRIBED = 0.7;

    private static final int WORDS_SAMPLE = 200;

    private static final int SAMPLES = 3;
    /// Above all that we may guess: the person said so.
    private static final double CERTAIN = 2;

    private static final Comparator<Candidate> SUREST_FIRST = Comparator.comparingDouble(Candidate::confidence)
            .reversed()
            .thenComparing(Comparator.comparingInt(Candidate::year).reversed())
            .thenComparingInt(Candidate::column);

    /// Two languages side by side: « Année / Year ».
    private static final Pattern SIDE_BY_SIDE = Pattern.compile("\\s*[/|]\\s*");
    private static final double SIDE_BY_SIDE_FACTOR = 0.97;
    private static final double BANNER_FACTOR = 0.98;
    private static final int ALTERNATIVES = 4;

    private static final LostAccents LOST_ACCENTS =
            new LostAccents(FieldTable.table().vocabulary());

    private record Candidate(int column, Field field, double confidence, int year) {}

    private final IngestOptions options;

    ColumnMatcher(IngestOptions options) {
        this.options = options;
    }

    static boolean hasLostAccents(String header) {
        return !LOST_ACCENTS.restore(header).equals(header);
    }

    /// Scores of a header alone, used to find the header row.
    static Map<Field, Double> scores(String written) {
        Map<Field, Double> best = new EnumMap<>(Field.class);
        if (written.isEmpty() || written.length() > 80) {
            return best;
        }
        String header = LOST_ACCENTS.restore(written);
        String outside = PARENTHESIS.matcher(header).replaceAll(" ").strip();
        FieldTable.table().match(withoutYear(Words.ofHeader(header))).forEach((f, s) -> best.merge(f, s, Math::max));
        if (!outside.equals(header)) {
            FieldTable.table()
                    .match(withoutYear(Words.ofHeader(outside)))
                    .forEach((f, s) -> best.merge(f, 0.97 * s, Math::max));
        }
        sideBySide(outside).forEach((f, s) -> best.merge(f, s, Math::max));
        weighUnit(best, header);
        boolean reading =
                Words.plain(header).matches(".*\\b(au|le|at|odometre|odo\\w*|compteur|horometre|lecture|releve)\\b.*");
        if (TRAILING_YEAR.matcher(header).find() && !reading) {
            yearly(best, Field.ODOMETER, Field.KM_PER_YEAR);
            yearly(best, Field.HOUR_METER, Field.HOURS_PER_YEAR);
        }
        return best;
    }

    /// What all the languages of a header agree on.
    private static Map<Field, Double> sideBySide(String header) {
        Map<Field, Double> agreed = new EnumMap<>(Field.class);
        String[] parts = SIDE_BY_SIDE.split(header);
        if (parts.length < 2) {
            return agreed;
        }
        agreed.putAll(FieldTable.table().match(Words.ofHeader(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            Map<Field, Double> other = FieldTable.table().match(Words.ofHeader(parts[i]));
            agreed.replaceAll((field, score) -> Math.min(score, SIDE_BY_SIDE_FACTOR * other.getOrDefault(field, 0.0)));
        }
        return agreed;
    }

    /// A unit speaks for the fields it measures and against the others.
    private static void weighUnit(Map<Field, Double> scores, String header) {
        Quantity unit = unitOf(header);
        if (unit == null) {
            return;
        }
        scores.replaceAll((field, score) -> Quantity.kindOf(field)
                .map(kind -> kind == unit.kind() ? Math.min(1, score + 0.1) : 0.2 * score)
                .orElse(field == Field.FUEL && unit.kind() == Quantity.Kind.VOLUME ? 0.1 * score : score));
        String plain = Words.simple(header);
        if (unit.kind() == Quantity.Kind.VOLUME
                && plain.matches(".*(carb|fuel|essence|diesel|conso).*")
                && !plain.contains("100")) {
            scores.merge(Field.LITRES_PER_YEAR, 0.85, Math::max);
        }
        if (plain.matches(".*(utilisation|usage).*")) {
            yearlyField(unit).ifPresent(field -> scores.merge(field, 0.85, Math::max));
        }
    }

    private static Optional<Field> yearlyField(Quantity unit) {
        return switch (unit.kind()) {
            case DISTANCE -> Optional.of(Field.KM_PER_YEAR);
            case TIME -> Optional.of(Field.HOURS_PER_YEAR);
            case VOLUME -> Optional.of(Field.LITRES_PER_YEAR);
            case MASS, MONEY -> Optional.empty();
        };
    }

    /// Scores of all that stands over a column; a banner only tells how a number is measured.
    private static Map<Field, Double> scores(Heading heading) {
        Map<Field, Double> best = scores(heading.nameAndUnit());
        if (!heading.banner().isEmpty()) {
            Map<Field, Double> whole = scores(heading.whole());
            whole.keySet().removeIf(field -> Quantity.kindOf(field).isEmpty());
            Set<Quantity.Kind> decided = EnumSet.noneOf(Quantity.Kind.class);
            whole.keySet().forEach(field -> Quantity.kindOf(field).ifPresent(decided::add));
            best.keySet()
                    .removeIf(field ->
                            Quantity.kindOf(field).filter(decided::contains).isPresent());
            whole.forEach((field, score) -> best.put(field, BANNER_FACTOR * score));
        }
        return best;
    }

    /// « Km 2024 » is what was driven in 2024; « Km au 31 décembre 2024 » is a reading.
    private static void yearly(Map<Field, Double> scores, Field reading, Field perYear) {
        Double score = scores.get(reading);
        if (score != null) {
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
        String plain = Words.simple(header);
        String[] words = plain.split(" ");
        for (String word : words) {
            boolean letter = word.length() == 1;
            if (!letter
                    || words.length == 1
                    || plain.endsWith(" " + word) && MEASURES.matcher(plain).find()) {
                Optional<Quantity> unit = Quantity.ofWord(word);
                if (unit.isPresent()) {
                    boolean imperial = plain.contains("imp");
                    return unit.get() == Quantity.US_GALLON && imperial ? Quantity.IMPERIAL_GALLON : unit.get();
                }
            }
        }
        return null;
    }

    List<ColumnUnderstanding> match(List<Heading> headings, List<Row> rows) {
        List<ColumnProfile> profiles = new ArrayList<>();
        List<List<Candidate>> candidates = new ArrayList<>();
        boolean transactions = headings.stream().anyMatch(ColumnMatcher::datesTransactions);
        for (int c = 0; c < headings.size(); c++) {
            ColumnProfile profile = ColumnProfile.of(rows, c);
            profiles.add(profile);
            candidates.add(candidates(c, headings.get(c), profile, transactions));
        }
        describeUnits(candidates, headings, rows);
        Candidate[] taken = take(candidates);
        List<ColumnUnderstanding> columns = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) {
            columns.add(understanding(c, headings.get(c), profiles.get(c), taken[c], candidates.get(c), rows));
        }
        return columns;
    }

    /// « Véhicule » over « Dodge Ram 1500 » says what the unit is, not its number, where no other column says it.
    private static void describeUnits(List<List<Candidate>> byColumn, List<Heading> headings, List<Row> rows) {
        boolean isDescribed = byColumn.stream()
                .filter(candidates -> !candidates.isEmpty())
                .anyMatch(candidates -> SAYS_WHAT.contains(candidates.getFirst().field())
                        && candidates.getFirst().confidence() >= LEAST);
        if (isDescribed) {
            return;
        }
        for (int c = 0; c < byColumn.size(); c++) {
            if (isGuessedUnit(byColumn.get(c))
                    && VEHICLE_OR_UNIT
                            .matcher(Words.simple(headings.get(c).name()))
                            .matches()
                    && namesVehicles(rows, c)) {
                byColumn.set(c, description(byColumn.get(c), c));
                return;
            }
        }
    }

    private static boolean isGuessedUnit(List<Candidate> candidates) {
        return !candidates.isEmpty()
                && candidates.getFirst().field() == Field.UNIT
                && candidates.getFirst().confidence() < CERTAIN;
    }

    private static List<Candidate> description(List<Candidate> candidates, int column) {
        List<Candidate> described = new ArrayList<>();
        described.add(new Candidate(column, Field.DESCRIPTION, DESCRIBED, 0));
        candidates.stream()
                .filter(c -> c.field() != Field.DESCRIPTION)
                .map(c -> new Candidate(column, c.field(), Math.min(c.confidence(), LEAST), c.year()))
                .forEach(described::add);
        return described;
    }

    /// Whether most of a column's cells hold words by which a kind of vehicle is recognised.
    private static boolean namesVehicles(List<Row> rows, int column) {
        int step = Math.max(1, rows.size() / WORDS_SAMPLE);
        int seen = 0;
        int named = 0;
        for (int i = 0; i < rows.size(); i += step) {
            String text = rows.get(i).text(column);
            if (!EmptyWords.isEmpty(text)) {
                seen++;
                named += WORD.matcher(text).find()
                                && VehicleClassifier.bundled()
                                                .classify(Description.of("", "", text))
                                                .confidence()
                                        > 0
                        ? 1
                        : 0;
            }
        }
        return seen > 0 && named * 2 > seen;
    }

    private static boolean datesTransactions(Heading heading) {
        Map<Field, Double> scores = scores(heading.name());
        return scores.getOrDefault(Field.TRANSACTION_DATE, 0.0) > LEAST
                || scores.getOrDefault(Field.POSTED_DATE, 0.0) > LEAST;
    }

    /// The surest pair of column and field first; a field of one column is taken once.
    private static Candidate[] take(List<List<Candidate>> byColumn) {
        List<Candidate> surest = new ArrayList<>();
        for (List<Candidate> candidates : byColumn) {
            double best = candidates.isEmpty() ? 0 : candidates.getFirst().confidence();
            candidates.stream()
                    .filter(c -> c.confidence() >= Math.max(LEAST, best - NEAR))
                    .forEach(surest::add);
        }
        surest.sort(SUREST_FIRST);
        Candidate[] taken = new Candidate[byColumn.size()];
        Set<Field> used = EnumSet.noneOf(Field.class);
        for (Candidate candidate : surest) {
            boolean free = candidate.field().isMany() || !used.contains(candidate.field());
            if (taken[candidate.column()] == null && free) {
                taken[candidate.column()] = candidate;
                used.add(candidate.field());
            }
        }
        return taken;
    }

    /// What the column may be, surest first; one certain candidate when the person says it or it names people.
    private List<Candidate> candidates(int column, Heading heading, ColumnProfile profile, boolean transactions) {
        String header = headerOf(column, heading);
        ColumnChoice choice = options.choice(column, header);
        if (choice != null && choice.field() != null) {
            return List.of(new Candidate(column, choice.field(), CERTAIN, 0));
        }
        Quantity cellUnit = unitOf(heading.whole()) == null ? profile.cellUnit() : null;
        Map<Field, Double> scores = scores(cellUnit == null ? heading : heading.withUnit("(" + cellUnit.word() + ")"));
        if (!READING.matcher(Words.plain(heading.whole())).find()) {
            bareReadings(scores, profile);
        }
        if (!transactions) {
            scores.computeIfPresent(Field.QUANTITY, (f, score) -> score * 0.5);
        }
        Double driver = scores.get(Field.DRIVER);
        if (driver != null && profile.departments() > 0.8 && profile.names() < 0.1) {
            scores.put(Field.DEPARTMENT, 0.7);
            scores.remove(Field.DRIVER);
        } else if (profile.looksLikePersons() && profile.makes() < 0.2) {
            return List.of(new Candidate(column, Field.DRIVER, 0.99, 0));
        } else if (driver != null && driver >= 0.6) {
            return List.of(new Candidate(column, Field.DRIVER, driver, 0));
        }
        if (heading.name().isEmpty() && profile.looksLikeUnitNumbers(column)) {
            scores.put(Field.UNIT, 0.6);
        }
        Matcher year = TRAILING_YEAR.matcher(heading.whole());
        int headerYear = year.find() ? Integer.parseInt(year.group(1)) : 0;
        List<Candidate> candidates = new ArrayList<>();
        for (Field field : Field.values()) {
            double words = scores.getOrDefault(field, 0.0);
            double confidence = combine(words, profile.evidence(field), field, profile);
            if (confidence > 0) {
                candidates.add(new Candidate(column, field, confidence, headerYear));
            }
        }
        candidates.sort(SUREST_FIRST);
        return candidates;
    }

    private static String headerOf(int column, Heading heading) {
        return heading.name().isEmpty() ? letters(column) : heading.name();
    }

    /// A bare « Kilométrage » or « Heures » is a reading when large, a yearly use when small.
    private static void bareReadings(Map<Field, Double> scores, ColumnProfile profile) {
        Double km = scores.get(Field.ODOMETER);
        if (km != null && km == 1 && !scores.containsKey(Field.KM_PER_YEAR) && profile.median() < YEARLY_KM) {
            boolean small = profile.median() < YEARLY_KM / 2;
            scores.put(Field.KM_PER_YEAR, small ? 0.8 : 0.6);
            scores.put(Field.ODOMETER, small ? 0.7 : 0.8);
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

    private ColumnUnderstanding understanding(
            int column,
            Heading heading,
            ColumnProfile profile,
            @Nullable Candidate taken,
            List<Candidate> candidates,
            List<Row> rows) {
        String header = headerOf(column, heading);
        List<ColumnUnderstanding.Alternative> alternatives = candidates.stream()
                .filter(c -> taken == null || c.field() != taken.field())
                .limit(ALTERNATIVES)
                .map(c -> new ColumnUnderstanding.Alternative(c.field(), rounded(c.confidence())))
                .toList();
        if (taken == null) {
            return new ColumnUnderstanding(
                    column, header, null, "", false, 0, List.of(), profile.looksLikePersons(), alternatives);
        }
        Field field = taken.field();
        boolean samples = !field.isDropped() && field != Field.OTHER;
        String stated = statedUnit(column, heading, field, rows);
        return new ColumnUnderstanding(
                column,
                header,
                field,
                stated.isEmpty() ? FieldTable.table().line(field).unit() : stated,
                !stated.isEmpty(),
                Math.min(1, rounded(taken.confidence())),
                samples ? samples(rows, column) : List.of(),
                field.isDropped(),
                alternatives);
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }

    /// The unit, or the order of dates, that the person, the header or the dates themselves state; empty when none
    /// does.
    private String statedUnit(int column, Heading heading, Field field, List<Row> rows) {
        ColumnChoice choice = options.choice(column, headerOf(column, heading));
        if (choice != null && !choice.unit().isEmpty()) {
            return choice.unit();
        }
        if (field.isDate()) {
            DateOrder found = DateOrder.of(heading.whole(), column, rows);
            Boolean dayFirst = options.dayFirst();
            DateText.Order order = dayFirst == null || found.ambiguous() == 0
                    ? found.order()
                    : dayFirst ? DateText.Order.DAY_MONTH_YEAR : DateText.Order.MONTH_DAY_YEAR;
            return order == null ? "" : order.id();
        }
        Quantity own = unitOf(heading.nameAndUnit());
        Quantity unit = own == null ? unitOf(heading.whole()) : own;
        Quantity.Kind wanted = Quantity.kindOf(field).orElse(null);
        return unit != null && unit.kind() == wanted ? unit.id() : "";
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
        List<ColumnUnderstanding> columns = new ArrayList<>();
        Set<Field> used = EnumSet.noneOf(Field.class);
        for (int c = 0; c < width; c++) {
            Heading heading = new Heading("", "", "");
            ColumnProfile profile = ColumnProfile.of(rows, c);
            ColumnChoice choice = options.choice(c, letters(c));
            Field said = choice == null ? null : choice.field();
            Field field = said == null ? byValues(profile, c, used) : said;
            double confidence = said != null ? 1 : field == Field.DESCRIPTION ? 0.4 : 0.6;
            if (field != null) {
                used.add(field);
            }
            Candidate taken = field == null ? null : new Candidate(c, field, confidence, 0);
            columns.add(understanding(c, heading, profile, taken, List.of(), rows));
        }
        return columns;
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
        } else if (p.looksLikeUnitNumbers(column)) {
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
