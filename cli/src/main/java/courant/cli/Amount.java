package courant.cli;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Amounts of money as people write them: `250000`, `250 000`, `250000.50`, `250 000,50 $`.
final class Amount {
    private static final String SPACE = "[ \\u00a0\\u202f\\u2009]";
    private static final Pattern PATTERN = Pattern.compile(
            "(?<whole>\\d{1,3}(?:" + SPACE + "\\d{3})+|\\d{1,12})(?:[.,](?<cents>\\d{1,2}))?(?:" + SPACE + "?\\$)?");

    private Amount() {}

    /// The amount in cents, or nothing when the text is not one. `250,000` is not: it may be 250 000 $ or 250 $.
    static OptionalLong cents(String text) {
        var matcher = PATTERN.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String whole = matcher.group("whole").replaceAll("\\D", "");
        String cents = matcher.group("cents");
        if (whole.length() > 12) {
            return OptionalLong.empty();
        }
        BigDecimal dollars = new BigDecimal(cents == null ? whole : whole + "." + cents);
        return OptionalLong.of(dollars.movePointRight(2).longValueExact());
    }

    /// Whether the text was meant as an amount, well or badly written: it has a digit, and only digits and the signs of
    /// an amount.
    static boolean looksLikeAmount(String text) {
        return text.strip().matches("-?[\\d.,'$ \\u00a0\\u202f\\u2009]*\\d[\\d.,'$ \\u00a0\\u202f\\u2009]*");
    }
}
