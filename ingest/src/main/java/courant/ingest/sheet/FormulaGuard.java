package courant.ingest.sheet;

/// Keeps an exported cell from being run as a formula by the spreadsheet that opens it.
public final class FormulaGuard {
    private static final String DANGEROUS = "=+-@\t\r";

    private FormulaGuard() {}

    /// The text with an apostrophe before it where a spreadsheet would read a formula; `undo` takes it away.
    public static String guard(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        return DANGEROUS.indexOf(first) >= 0 || first == '\'' ? "'" + text : text;
    }

    /// The text as it was before `guard`; any other text is returned as it is.
    public static String undo(String text) {
        boolean guarded = text.length() >= 2
                && text.charAt(0) == '\''
                && (DANGEROUS.indexOf(text.charAt(1)) >= 0 || text.charAt(1) == '\'');
        return guarded ? text.substring(1) : text;
    }
}
