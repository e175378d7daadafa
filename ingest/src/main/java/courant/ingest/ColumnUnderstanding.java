package courant.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one column was understood to be.
///
/// @param index position in the sheet, from 0
/// @param header the header as written, lines joined; the column's letters when it has none
/// @param field the field, null when not recognised
/// @param unit the unit the column is written in, one of `ColumnChoice.UNITS`; empty when it has none or is undecided
/// @param unitStated whether the sheet or the person states that unit; false when we assume it
/// @param confidence 0 to 1; 1 when the person said so
/// @param samples a few values as written; none for dropped and unrecognised columns
/// @param dropped whether its values were left out on purpose (people, plates)
/// @param alternatives what else it could be, surest first
public record ColumnUnderstanding(
        int index,
        String header,
        @Nullable Field field,
        String unit,
        boolean unitStated,
        double confidence,
        List<String> samples,
        boolean dropped,
        List<Alternative> alternatives) {
    /// Another field the column could be.
    public record Alternative(Field field, double confidence) {}

    public ColumnUnderstanding {
        samples = List.copyOf(samples);
        alternatives = List.copyOf(alternatives);
    }

    boolean is(Field other) {
        return field == other;
    }
}
