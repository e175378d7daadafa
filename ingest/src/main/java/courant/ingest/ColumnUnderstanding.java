package courant.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one column was understood to be.
///
/// @param index position in the sheet, from 0
/// @param header the header as written, lines joined; the column's letters when it has none
/// @param field the field, null when not recognised
/// @param unit the unit the column is written in, empty when it has none
/// @param confidence 0 to 1
/// @param samples a few values as written; none for dropped and unrecognised columns
/// @param dropped whether its values were left out on purpose (people, plates)
public record ColumnUnderstanding(
        int index,
        String header,
        @Nullable Field field,
        String unit,
        double confidence,
        List<String> samples,
        boolean dropped) {
    public ColumnUnderstanding {
        samples = List.copyOf(samples);
    }

    boolean is(Field other) {
        return field == other;
    }
}
