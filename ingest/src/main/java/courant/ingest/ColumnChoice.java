package courant.ingest;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the person says of one column, where they know better than we do.
///
/// @param field what the column is, `OTHER` to leave it out; null to let us decide
/// @param unit how it is written, one of `UNITS`; empty to let us decide
public record ColumnChoice(@Nullable Field field, String unit) {
    /// The units a column may be written in: `km`, `mi`, `h`, `L`, `gal_us`, `gal_imp`, `kg`, `lb`, `t`, `CAD`, and the
    /// orders of dates `date-dmy`, `date-mdy`, `date-iso`.
    public static final Set<String> UNITS = units();

    public ColumnChoice {
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            throw new IllegalArgumentException("""
                    A column cannot be written in "%s".
                    Maybe it is one of: %s.""".formatted(unit, String.join(", ", UNITS)));
        }
    }

    public static ColumnChoice of(Field field) {
        return new ColumnChoice(field, "");
    }

    public static ColumnChoice inUnit(String unit) {
        return new ColumnChoice(null, unit);
    }

    private static Set<String> units() {
        Set<String> units = new TreeSet<>();
        for (Quantity quantity : Quantity.values()) {
            units.add(quantity.id());
        }
        for (DateText.Order order : DateText.Order.values()) {
            units.add(order.id());
        }
        return java.util.Collections.unmodifiableSet(units);
    }
}
