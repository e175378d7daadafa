package courant.ingest;

import java.util.Map;

/// A value or a whole row that was not taken, and what to do about it.
///
/// @param sheet name of the sheet
/// @param row row of the sheet, from 1
/// @param column header of the column, empty when it concerns the whole row
/// @param found what was found, in the user's language
/// @param expected what was expected
/// @param advice what to do
/// @param unitKept true when only the value was left out and the unit stays in the fleet
/// @param raw the row as it was, header → text, without people and plates
public record Refusal(
        String sheet,
        int row,
        String column,
        String found,
        String expected,
        String advice,
        boolean unitKept,
        Map<String, String> raw) {
    public Refusal {
        raw = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(raw));
    }
}
