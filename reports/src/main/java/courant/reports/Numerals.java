package courant.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers, money and dates are rounded and written, the only place where it is decided.
///
/// French follows Québec use (`412 000 $`, `61,5 %`, `3 mars 2026`) with no-break spaces; English writes `$412,000`.
public final class Numerals {
    static final char NO_BREAK = '\u00a0';
    static final char MINUS = '\u2212';

    private final boolean french;
    private final Locale locale;

    Numerals(Locale locale) {
        this.locale = locale;
        this.french = locale.getLanguage().equals("fr");
    }

    /// Cents rounded to whole dollars, halves away from zero.
    public static BigDecimal dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).setScale(0, RoundingMode.HALF_UP);
    }

    /// Rounded to so many decimals, halves away from zero.
    public static BigDecimal rounded(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals) : rounded;
    }

    /// An estimate for a sentence: three significant figures, two under 10 000.
    static BigDecimal significant(BigDecimal value) {
        int digits = value.abs().compareTo(BigDecimal.valueOf(10_000)) < 0 ? 2 : 3;
        return value.round(new MathContext(digits, RoundingMode.HALF_UP)).setScale(0, RoundingMode.HALF_UP);
    }

    /// A figure's number as the reader sees it, its unit included.
    public String text(BigDecimal value, FigureUnit unit) {
        return switch (unit) {
            case CAD -> money(value);
            case PERCENT -> french ? number(value) + NO_BREAK + "%" : number(value) + "%";
            case TONNES -> number(value) + NO_BREAK + "t";
            case KM -> number(value) + NO_BREAK + "km";
            case HOURS -> number(value) + NO_BREAK + "h";
            case COUNT, NUMBER, TEXT -> number(value);
            case YEAR -> value.toPlainString();
        };
    }

    /// Whole dollars.
    public String money(BigDecimal dollars) {
        if (french) {
            return number(dollars) + NO_BREAK + "$";
        }
        return (dollars.signum() < 0 ? MINUS + "$" : "$") + number(dollars.abs());
    }

    /// Digits in groups of three, a true minus sign, the decimal mark of the language.
    public String number(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder();
        if (value.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(french ? NO_BREAK : ',');
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(french ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return text.toString();
    }

    /// `3 mars 2026` (the first is `1er`), or `March 3, 2026`.
    public String date(LocalDate date) {
        if (!french) {
            return DateTimeFormatter.ofPattern("MMMM d, yyyy", locale)
                    .format(date)
                    .replace(' ', NO_BREAK);
        }
        String day = date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth());
        return day + NO_BREAK + DateTimeFormatter.ofPattern("MMMM", locale).format(date) + NO_BREAK + date.getYear();
    }
}
