package courant.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A narrow screen shows each row of a table as a card: each cell needs the name of its column.
public final class StackedTables {
    private static final Pattern TABLE = Pattern.compile("<table.*?</table>", Pattern.DOTALL);
    private static final Pattern STACKED = Pattern.compile("^<table class=\"([a-z]+ )?stack\">");
    private static final Pattern CELL = Pattern.compile("<td[^>]*>");

    private StackedTables() {}

    /// Every table of the page can be stacked, and there is one at least.
    public static void requireIn(String page) {
        Matcher table = TABLE.matcher(page);
        int tables = 0;
        while (table.find()) {
            tables++;
            assertThat(table.group()).containsPattern(STACKED);
            Matcher cell = CELL.matcher(table.group());
            while (cell.find()) {
                assertThat(cell.group()).containsPattern("data-label=\"[^\"]+\"");
            }
        }
        assertThat(tables).isPositive();
    }
}
