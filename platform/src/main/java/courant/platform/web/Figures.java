package courant.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the screens write numbers, money and dates: French as in Québec (`412 000 $`, `61 %`, `1er mars 2026`), with
/// no-break spaces.
public final class Figures {
    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';

    private final Locale locale;
    private final boolean french;

    private Figures(Locale locale) {
        this.locale = locale;
        this.french = locale.getLanguage().equals("fr");
    }

    public static Figures of(Locale locale) {
        return new Figures(locale);
    }

    /// Whole dollars, from cents, halves away from zero.
    public String dollars(long cents) {
        BigDecimal dollars = BigDecimal.valueOf(cents, 2).setScale(0, RoundingMode.HALF_UP);
        String digits = grouped(dollars.abs());
        String sign = dollars.signum() < 0 ? String.valueOf(MINUS) : "";
        return french ? sign + digits + NO_BREAK + "$" : sign + "$" + digits;
    }

    public String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? String.valueOf(MINUS) : "") + grouped(rounded.abs());
    }

    public String number(long value) {
        return number((double) value, 0);
    }

    /// A fraction as a percentage.
    public String percent(double fraction, int decimals) {
        return number(100 * fraction, decimals) + (french ? NO_BREAK + "%" : "%");
    }

    public String date(LocalDate date) {
        if (!french) {
            return date.format(DateTimeFormatter.ofPattern("MMMM d, yyyy", locale));
        }
        String day = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        return day + NO_BREAK + date.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    /// `mars 2026`.
    public String month(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    /// `14 h 02`.
    public String time(LocalTime time) {
        return french
                ? time.getHour() + "\u00a0h\u00a0" + "%02d".formatted(time.getMinute())
                : time.format(DateTimeFormatter.ofPattern("h:mm a", locale));
    }

    private String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(french ? NO_BREAK : ',');
            }
            grouped.append(whole.charAt(i));
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(french ? ',' : '.')
                        .append(plain, point + 1, plain.length())
                        .toString();
    }
}
