package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the values of one column look like, from a sample spread over the sheet.
///
/// Shares are of the filled cells sampled, 0 to 1; `cellUnit` is the unit written most often, when most
/// cells write one beside their number.
record ColumnProfile(
        int filled,
        double fill,
        double numbers,
        double years,
        double dates,
        double serials,
        double makes,
        double fuels,
        double vins,
        double names,
        double departments,
        double meterUnits,
        double usageWords,
        double distinct,
        double median,
        double length,
        @Nullable Quantity cellUnit) {
    private static final int SAMPLE = 400;
    /// Days of Excel from 1954 to 2064: numbers that may be dates.
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 60_000;
    private static final Pattern VIN = Pattern.compile("(?i)[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern MAKE = Pattern.compile(
            "(ford|chev(rolet|y)?|gmc?|dodge|ram|toyota|honda|nissan"
                    + "|hyundai|kia|mazda|subaru|volkswagen|vw|international|inter|freightliner|kenworth|peterbilt|mack|volvo"
                    + "|western star|sterling|hino|isuzu|john deere|j ?deere|deere|caterpillar|cat|case|kubota|bobcat|komatsu"
                    + "|new holland|trackless|prinoth|holder|tennant|elgin|johnston|toro|zamboni|olympia|jeep|chrysler|pontiac"
                    + "|plymouth|buick|mercedes( benz)?|tesla|polaris|bombardier|ski doo|can am|larue|vohl|genie|jlg|lincoln|mercury"
                    + "|mitsubishi|saturn|sterling|spartan|pierce|e one|blue bird|nova bus|novabus|husqvarna|stihl|husky|hyster"
                    + "|yale|doosan|hitachi|champion|volvo|jcb|massey ferguson|argo|yamaha|arctic cat|harley davidson|lion|bmw)");
    private static final Pattern FUEL =
            Pattern.compile("(essence|ess|gaz|gas|gasoline|unleaded|unl|sans plomb|reg(ulier)?"
                    + "|diesel|dies|dsl|biodiesel|mazout|propane|gpl|gnc|electri(que|c)|elec|hybrid(e)?|phev|bev|ve|vhr|ev|hev"
                    + "|gazole|aucun|none|ethanol|e85|gn|essence regulier|g|d|e|h|p).*");
    private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]+,?( \\p{Lu}[\\p{L}'’.-]*){1,2}");
    /// « L. Tremblay », « J.-P. Roy ».
    private static final Pattern INITIAL_AND_NAME =
            Pattern.compile("\\p{Lu}\\.(\\s?-?\\p{Lu}\\.)?\\s?\\p{Lu}[\\p{L}'’-]{2,}");
    /// « Chauffeur 3 », « Opérateur de nuit ».
    private static final Pattern ROLE = Pattern.compile(
            "(chauffeur|chauffeuse|conducteur|conductrice|operateur|operatrice|contremaitre|employe|employee)( .{1,20})?");
    private static final Pattern DEPARTMENT = Pattern.compile(".*(travaux|voirie|loisir|parc|incendie|police|securite"
            + "|urbanisme|greffe|direction|service|eau|aqueduc|egout|administration|genie|ingenierie|environnement"
            + "|bibliotheque|public works|fire|recreation|transport|batiment|hygiene|tp|ssi|culture|inspection).*");
    private static final Pattern METER =
            Pattern.compile("(km|kms|h|hr|hrs|hres|heure(s)?|mi|mile(s)?|mille(s)?|hours?)");
    private static final Pattern USAGE = Pattern.compile(".*(underutili[sz]ed|sous utilise|low use|peu utilise"
            + "|faible|not underutili[sz]ed|bien utilise|normal|eleve|moyen).*|oui|non|yes|no|o|n|y|x|vrai|faux");

    static ColumnProfile of(List<Row> rows, int column) {
        int step = Math.max(1, rows.size() / SAMPLE);
        Counts c = new Counts();
        for (int i = 0; i < rows.size(); i += step) {
            Row row = rows.get(i);
            c.seen++;
            String text = row.text(column);
            if (!EmptyWords.isEmpty(text)) {
                c.take(text, row.kind(column));
            }
        }
        return c.profile();
    }

    private static final class Counts {
        private int seen;
        private int filled;
        private int numbers;
        private int years;
        private int dates;
        private int serials;
        private int makes;
        private int fuels;
        private int vins;
        private int names;
        private int departments;
        private int meters;
        private int usage;
        private long length;
        private final Map<Quantity, Integer> units = new EnumMap<>(Quantity.class);
        private final Set<String> values = new HashSet<>();
        private final List<Double> magnitudes = new java.util.ArrayList<>();

        void take(String text, Row.Kind kind) {
            filled++;
            length += text.length();
            values.add(text);
            String plain = Words.simple(text);
            NumberText number = kind == Row.Kind.DATE ? null : NumberText.read(text, NumberText.Style.UNKNOWN);
            if (number != null) {
                numbers++;
                magnitudes.add(number.value());
                if (number.unit() != null) {
                    units.merge(number.unit(), 1, Integer::sum);
                }
                serials += isDaySerial(number.value()) ? 1 : 0;
            }
            years += isYear(text) ? 1 : 0;
            dates += kind == Row.Kind.DATE || DateText.looksLikeDate(text) ? 1 : 0;
            makes += is(MAKE.asMatchPredicate(), plain) ? 1 : 0;
            fuels += is(FUEL.asMatchPredicate(), plain) ? 1 : 0;
            vins += VIN.matcher(text).matches() ? 1 : 0;
            names += isPerson(text) ? 1 : 0;
            departments += is(DEPARTMENT.asMatchPredicate(), plain) ? 1 : 0;
            meters += is(METER.asMatchPredicate(), plain) ? 1 : 0;
            usage += is(USAGE.asMatchPredicate(), plain) ? 1 : 0;
        }

        private static boolean isYear(String text) {
            return text.matches("(19[4-9]\\d|20[0-3]\\d)(\\.0)?|'\\d{2}") || text.equals("1900") || text.equals("2099");
        }

        private static boolean isDaySerial(double value) {
            return value == Math.floor(value) && value > FIRST_SERIAL && value < LAST_SERIAL;
        }

        private static boolean isPerson(String text) {
            return FULL_NAME.matcher(text).matches() && GivenNames.isPerson(text)
                    || INITIAL_AND_NAME.matcher(text).matches()
                    || ROLE.matcher(Words.simple(text)).matches();
        }

        private static boolean is(Predicate<String> shape, String plain) {
            return shape.test(plain);
        }

        ColumnProfile profile() {
            double n = Math.max(1, filled);
            magnitudes.sort(null);
            double median = magnitudes.isEmpty() ? 0 : magnitudes.get(magnitudes.size() / 2);
            return new ColumnProfile(
                    filled,
                    filled / (double) Math.max(1, seen),
                    numbers / n,
                    years / n,
                    dates / n,
                    serials / n,
                    makes / n,
                    fuels / n,
                    vins / n,
                    names / n,
                    departments / n,
                    meters / n,
                    usage / n,
                    values.size() / n,
                    median,
                    length / n,
                    unitOfMost());
        }

        private @Nullable Quantity unitOfMost() {
            int written = units.values().stream().mapToInt(Integer::intValue).sum();
            return written * 2 > filled
                    ? Collections.max(units.entrySet(), Map.Entry.comparingByValue())
                            .getKey()
                    : null;
        }
    }

    /// How the values speak for a field: 1 for it, 0 nothing, −1 against it.
    double evidence(Field field) {
        if (filled == 0) {
            return 0;
        }
        return switch (field) {
            case UNIT ->
                dates > 0.5 || median != Math.floor(median)
                        ? -1
                        : length > 24 ? -0.8 : distinct > 0.9 ? 1 : distinct > 0.6 ? 0.3 : -0.1;
            case YEAR -> years > 0.6 ? 1 : numbers > 0.7 && median <= 99 ? 0.3 : dates > 0.6 ? 0 : -0.9;
            case IN_SERVICE -> dates + serials > 0.5 ? (dates > 0.2 ? 1 : 0.4) : years > 0.6 ? 0.6 : -0.9;
            case TRANSACTION_DATE, POSTED_DATE -> dates + serials > 0.5 ? (dates > 0.2 ? 1 : 0.4) : -1;
            case MAKE -> makes > 0.4 ? 1 : numbers > 0.7 || dates > 0.5 ? -1 : 0;
            case MODEL, MAKE_MODEL -> dates > 0.5 || years > 0.8 ? -0.9 : 0.1;
            case FUEL -> numbers > 0.5 || dates > 0.5 ? -1 : fuels > 0.5 ? 1 : -0.3;
            case VIN -> vins > 0.5 ? 1 : dates > 0.5 ? -1 : 0;
            case METER_UNIT -> meterUnits > 0.7 ? 1 : -1;
            case LOW_USE -> usageWords > 0.5 ? 1 : -1;
            case STATUS -> numbers > 0.7 || dates > 0.5 ? -0.8 : 0;
            case CLASS, DESCRIPTION, DEPARTMENT, DEPOT, PRODUCT -> dates > 0.5 ? -1 : years > 0.8 ? -0.8 : 0;
            case KM_PER_YEAR, HOURS_PER_YEAR, ODOMETER, HOUR_METER, LITRES_PER_YEAR, PRICE_CAD -> numberEvidence();
            case QUANTITY, ODOMETER_PREVIOUS, ODOMETER_ADJUSTED, COUNT, SOURCE_ROW, CONFIDENCE -> numberEvidence();
            case GVWR, QUANTITY_UNIT, PLATE, DRIVER, OTHER -> 0;
        };
    }

    private double numberEvidence() {
        return dates > 0.5 ? -1 : numbers > 0.6 ? 0.6 : numbers > 0.3 ? 0 : -1;
    }

    /// Short values in one of the first columns, no two alike.
    boolean looksLikeUnitNumbers(int column) {
        return column <= 1 && distinct > 0.95 && fill > 0.9 && length < 14 && dates == 0;
    }

    boolean looksLikePersons() {
        return filled >= 2 && names > 0.45;
    }
}
