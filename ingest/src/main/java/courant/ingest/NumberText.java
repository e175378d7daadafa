package courant.ingest;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as people write it: `12 500,5 km`, `$14,190.13`, `45k`, `(120)`; with what had to be repaired.
///
/// @param value the number, in the unit written
/// @param unit the unit written in the cell, null when none
/// @param repairs what was changed to read it
record NumberText(double value, @Nullable Quantity unit, Set<RepairKind> repairs) {
    /// How a column writes decimals.
    enum Style {
        DOT,
        COMMA,
        /// No decimals shown, and values so large that groups of three digits are thousands: `14.511` km.
        GROUPED,
        UNKNOWN
    }

    private static final Pattern SHAPE = Pattern.compile(
            "^(?:(?<before>\\$|cad\\s*\\$?|ca\\$)\\s*)?(?<sign>[-−–(]?)\\s*(?:\\$\\s*)?"
                    + "(?<digits>\\d[\\d.,'’\\s]*)\\)?\\s*(?<unit>[a-z$].*?)?\\.?$",
            Pattern.CASE_INSENSITIVE);
    /// Blanks that keep a line whole, as French puts between thousands and before a sign.
    private static final Pattern WIDE_BLANK = Pattern.compile("[\\u00A0\\u202F\\u2009]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009'’]");

    /// Reads a cell's text; null when it is no number.
    static @Nullable NumberText read(String text, Style style) {
        Matcher m = SHAPE.matcher(WIDE_BLANK.matcher(text).replaceAll(" ").strip());
        if (!m.matches()) {
            return null;
        }
        Set<RepairKind> repairs = EnumSet.noneOf(RepairKind.class);
        String written = m.group("digits").strip();
        String digits = SPACES.matcher(written).replaceAll("");
        if (digits.length() < written.length()) {
            if (!written.matches("\\d{1,3}([\\s'’]+\\d{3})*([.,]\\d*)?")) {
                return null;
            }
            repairs.add(RepairKind.THOUSANDS_SPACE);
        }
        double factor = 1;
        Quantity unit = null;
        String suffix = m.group("unit");
        if (suffix != null) {
            String word = suffix.strip();
            if (word.equalsIgnoreCase("k")) {
                factor = 1000;
                repairs.add(RepairKind.THOUSAND_SUFFIX);
            } else {
                if (word.matches("(?i)k\\s*(km|mi|\\$)")) {
                    factor = 1000;
                    repairs.add(RepairKind.THOUSAND_SUFFIX);
                    word = word.substring(1).strip();
                }
                unit = Quantity.ofWord(word.replaceFirst("(?i)\\s*(/|par)\\s*(an|année|annee|year|yr)$", ""))
                        .orElse(null);
                if (unit == null) {
                    return null;
                }
                repairs.add(unit == Quantity.DOLLAR ? RepairKind.CURRENCY_SIGN : RepairKind.UNIT_IN_CELL);
            }
        }
        if (m.group("before") != null || text.contains("$")) {
            unit = Quantity.DOLLAR;
            repairs.add(RepairKind.CURRENCY_SIGN);
        }
        Double value = value(digits, style, repairs);
        if (value == null) {
            return null;
        }
        boolean negative = !m.group("sign").isEmpty();
        return new NumberText((negative ? -value : value) * factor, unit, repairs);
    }

    private static @Nullable Double value(String digits, Style style, Set<RepairKind> repairs) {
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        String plain;
        if (dot >= 0 && comma >= 0) {
            char decimal = dot > comma ? '.' : ',';
            String grouping = decimal == '.' ? "," : ".";
            plain = digits.replace(grouping, "").replace(',', '.');
            repairs.add(decimal == ',' ? RepairKind.DECIMAL_COMMA : RepairKind.THOUSANDS_SEPARATOR);
        } else if (comma >= 0) {
            plain = oneSeparator(digits, ',', style == Style.COMMA, repairs);
        } else if (dot >= 0) {
            plain = oneSeparator(
                    digits, '.', style != Style.COMMA && style != Style.GROUPED || !grouped(digits, '.'), repairs);
        } else {
            plain = digits;
        }
        try {
            return Double.valueOf(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String oneSeparator(String digits, char separator, boolean decimal, Set<RepairKind> repairs) {
        boolean groups = grouped(digits, separator);
        boolean several = digits.indexOf(separator) != digits.lastIndexOf(separator);
        if (groups && (several || !decimal)) {
            repairs.add(RepairKind.THOUSANDS_SEPARATOR);
            return digits.replace(String.valueOf(separator), "");
        }
        if (separator == ',') {
            repairs.add(RepairKind.DECIMAL_COMMA);
        }
        return digits.replace(separator, '.');
    }

    /// Whether the separator stands before groups of exactly three digits: `12,345`, `1.234.567`.
    private static boolean grouped(String digits, char separator) {
        return digits.matches("[1-9]\\d{0,2}(\\" + separator + "\\d{3})+");
    }

    /// What one cell says of its column's decimals: `12,5` a comma, `1,234.5` a dot, `12,345` nothing.
    static Style evidence(String text) {
        String digits = SPACES.matcher(text).replaceAll("").replaceAll("[^\\d.,]", "");
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            return dot > comma ? Style.DOT : Style.COMMA;
        }
        if (comma >= 0) {
            return digits.matches("\\d+,\\d+") && !grouped(digits, ',') ? Style.COMMA : Style.UNKNOWN;
        }
        return dot >= 0 && digits.matches("\\d+\\.\\d+") && !grouped(digits, '.') ? Style.DOT : Style.UNKNOWN;
    }
}
