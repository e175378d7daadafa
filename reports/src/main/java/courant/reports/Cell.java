package courant.reports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One cell of a table: what the reader sees and, for a number, the rounded number behind it.
///
/// @param text as shown; empty for an empty cell
/// @param value the number in the unit of its column; null for a text or an empty cell
public record Cell(String text, @Nullable BigDecimal value) {
    static final Cell EMPTY = new Cell("", null);

    static Cell text(String text) {
        return new Cell(text, null);
    }
}
