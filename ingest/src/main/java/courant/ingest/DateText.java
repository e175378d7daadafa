package courant.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people write them: `2014-10-28`, `28/10/2014`, `04-Aug-00`, `3 mars 2019`, `20141028`.
final class DateText {
    /// The order of the numbers of a date written with numbers only.
    enum Order {
        DAY_MONTH_YEAR("date-dmy"),
        MONTH_DAY_YEAR("date-mdy"),
        YEAR_MONTH_DAY("date-iso");

        private final String id;

        Order(String id) {
            this.id = id;
        }

        /// The order as files and options write it.
        String id() {
            return id;
        }

        static Optional<Order> ofId(String id) {
            return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst();
        }
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("^(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[T ].*)?$");
    private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})$");
    private static final Pattern THREE =
            Pattern.compile("^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[T ]\\s*\\d.*)?$");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:[a-z]+\\.? )?(?:(\\d{1,2})(?:er)?[-/. ]+([a-z]{3,9})\\.?|([a-z]{3,9})\\.? +(\\d{1,2}),?)[-/., ]+(\\d{4}|\\d{2})(?: .*)?$");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("fev", 2),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("avr", 4),
            Map.entry("apr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aou", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private DateText() {}

    /// Whether the text has the shape of a date, whatever its order.
    static boolean looksLikeDate(String text) {
        String plain = Words.plain(text.strip());
        return YEAR_FIRST.matcher(plain).matches()
                || THREE.matcher(plain).matches()
                || named(plain, 2030) != null
                || COMPACT.matcher(plain).matches() && compact(plain) != null;
    }

    /// Whether the text is a date that starts with its year.
    static boolean isYearFirst(String text) {
        String plain = text.strip();
        return YEAR_FIRST.matcher(plain).matches() || COMPACT.matcher(plain).matches();
    }

    /// The order a date's own numbers prove: a day over 12, or a first number over 31; null when they prove nothing.
    static @Nullable Order evidence(String text) {
        Matcher m = THREE.matcher(Words.plain(text.strip()));
        if (!m.matches()) {
            return null;
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        if (first > 31) {
            return Order.YEAR_MONTH_DAY;
        }
        if (first > 12 && second <= 12) {
            return Order.DAY_MONTH_YEAR;
        }
        return second > 12 && first <= 12 ? Order.MONTH_DAY_YEAR : null;
    }

    /// Whether day and month (or year) can be read two ways and the column's order is needed.
    static boolean isAmbiguous(String text) {
        Matcher m = THREE.matcher(Words.plain(text.strip()));
        return m.matches() && evidence(text) == null && !m.group(1).equals(m.group(2));
    }

    /// The date, or null when the text is none or its order is needed and not known.
    ///
    /// @param lastYear two-digit years above it belong to the century before
    static @Nullable LocalDate read(String text, @Nullable Order order, int lastYear) {
        String plain = Words.plain(text.strip());
        Matcher iso = YEAR_FIRST.matcher(plain);
        if (iso.matches()) {
            return date(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        if (COMPACT.matcher(plain).matches()) {
            return compact(plain);
        }
        Matcher three = THREE.matcher(plain);
        if (three.matches()) {
            return three(three, order, lastYear);
        }
        return named(plain, lastYear);
    }

    private static @Nullable LocalDate three(Matcher m, @Nullable Order order, int lastYear) {
        int first = number(m, 1);
        int second = number(m, 2);
        int third = number(m, 3);
        Order own = evidence(m.group());
        Order read = own == null ? order : own;
        if (read == null && first == second) {
            read = Order.DAY_MONTH_YEAR;
        }
        return switch (read) {
            case null -> null;
            case DAY_MONTH_YEAR -> date(fullYear(third, lastYear), second, first);
            case MONTH_DAY_YEAR -> date(fullYear(third, lastYear), first, second);
            case YEAR_MONTH_DAY -> date(fullYear(first, lastYear), second, third);
        };
    }

    private static @Nullable LocalDate named(String plain, int lastYear) {
        Matcher m = NAMED.matcher(plain);
        if (!m.matches()) {
            return null;
        }
        String word = m.group(2) == null ? m.group(3) : m.group(2);
        Integer month = month(word);
        int day = Integer.parseInt(m.group(1) == null ? m.group(4) : m.group(1));
        return month == null ? null : date(fullYear(number(m, 5), lastYear), month, day);
    }

    private static @Nullable Integer month(String word) {
        if (word.startsWith("juil")) {
            return 7;
        }
        return word.startsWith("juin") ? Integer.valueOf(6) : MONTHS.get(word.substring(0, 3));
    }

    private static @Nullable LocalDate compact(String plain) {
        Matcher m = COMPACT.matcher(plain);
        return m.matches() ? date(number(m, 1), number(m, 2), number(m, 3)) : null;
    }

    static int fullYear(int year, int lastYear) {
        if (year >= 100) {
            return year;
        }
        int thisCentury = lastYear / 100 * 100 + year;
        return thisCentury > lastYear ? thisCentury - 100 : thisCentury;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
