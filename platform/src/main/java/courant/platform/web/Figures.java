package courant.platform.web;

import courant.reports.FigureUnit;
import courant.reports.Numerals;
import courant.reports.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the screens write numbers, money and dates: as the council's report does, so that both read the same.
public final class Figures {
    private static final int MINUTES_OF_HOUR = 60;

    private final Locale locale;
    private final Numerals numerals;

    private Figures(Locale locale) {
        this.locale = locale;
        this.numerals = Wording.of(locale).numerals();
    }

    public static Figures of(Locale locale) {
        return new Figures(locale);
    }

    /// Whole dollars, from cents.
    public String dollars(long cents) {
        return numerals.money(Numerals.dollars(cents));
    }

    public String number(double value, int decimals) {
        return numerals.number(Numerals.rounded(value, decimals));
    }

    public String number(long value) {
        return number((double) value, 0);
    }

    /// A fraction as a percentage.
    public String percent(double fraction, int decimals) {
        return numerals.text(Numerals.rounded(100 * fraction, decimals), FigureUnit.PERCENT);
    }

    /// A fraction as a percentage, to one decimal unless it is whole.
    public String share(double fraction) {
        boolean isWhole = Math.abs(100 * fraction - Math.round(100 * fraction)) < 1e-9;
        return percent(fraction, isWhole ? 0 : 1);
    }

    public String date(LocalDate date) {
        return numerals.date(date);
    }

    /// A date of which the month or the year alone may be known: `2024-12-16`, `2024-12`, `2024`; other words stay.
    public String knownDate(String written) {
        if (written.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(LocalDate.parse(written));
        }
        return written.matches("\\d{4}-\\d{2}") ? month(LocalDate.parse(written + "-01")) : written;
    }

    /// `mars 2026`.
    public String month(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    /// `45 min`, `2 h`, `1 h 30`; in English `1 h 30 min`, as the federal style writes it.
    public String duration(int minutes) {
        int hours = minutes / MINUTES_OF_HOUR;
        int rest = minutes % MINUTES_OF_HOUR;
        if (hours == 0) {
            return rest + "\u00a0min";
        }
        String minutesAfter = locale.getLanguage().equals("en") ? "\u00a0%02d\u00a0min" : "\u00a0%02d";
        return hours + "\u00a0h" + (rest == 0 ? "" : minutesAfter.formatted(rest));
    }
}
