package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.VehicleClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What we understood of a file; every row of the sheet is a unit, refused, or dropped for a reason.
///
/// @param sheet the sheet read
/// @param sheetsSeen names of all sheets of the file
/// @param headerRow row of the header (its last line), from 1; 0 when the sheet has none
/// @param columns each column, in the sheet's order
/// @param rows rows below the header, down to the last that holds something
/// @param fleet the units
/// @param refused values and rows not taken
/// @param dropped rows left out on purpose, by kind; transactions summed into units among them
/// @param repairs what was changed to read the values, by kind
/// @param notes what a person should know, in the user's language
/// @param questions what only the person can settle, with the answers
public record Understanding(
        String sheet,
        List<String> sheetsSeen,
        int headerRow,
        List<ColumnUnderstanding> columns,
        int rows,
        Fleet fleet,
        List<Refusal> refused,
        Map<RepairKind, Integer> dropped,
        List<Repair> repairs,
        List<String> notes,
        List<Question> questions) {
    public Understanding {
        sheetsSeen = List.copyOf(sheetsSeen);
        columns = List.copyOf(columns);
        refused = List.copyOf(refused);
        dropped = java.util.Collections.unmodifiableMap(new TreeMap<>(dropped));
        repairs = List.copyOf(repairs);
        notes = List.copyOf(notes);
        questions = List.copyOf(questions);
    }

    /// Number of units of each class that occurs.
    public Map<VehicleClass, Integer> classes() {
        Map<VehicleClass, Integer> counts = new TreeMap<>();
        fleet.units().forEach(u -> counts.merge(u.vehicleClass(), 1, Integer::sum));
        return counts;
    }

    /// Rows refused whole.
    public long refusedRows() {
        return refused.stream().filter(r -> !r.unitKept()).count();
    }
}
