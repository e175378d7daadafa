package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps account of what happens to each row while a sheet is read: repairs, refusals, drops, notes.
final class Ledger {
    private final String sheet;
    private final List<ColumnUnderstanding> columns;
    private final Messages messages;
    private final Map<RepairKind, Integer> repairs;
    private final Map<RepairKind, Integer> dropped;
    private final List<Refusal> refused;
    private final Set<String> notes;

    Ledger(String sheet, List<ColumnUnderstanding> columns, Messages messages) {
        this.sheet = sheet;
        this.columns = columns;
        this.messages = messages;
        this.repairs = new EnumMap<>(RepairKind.class);
        this.dropped = new EnumMap<>(RepairKind.class);
        this.refused = new ArrayList<>();
        this.notes = new LinkedHashSet<>();
    }

    private Ledger(Ledger account, List<ColumnUnderstanding> columns) {
        this.sheet = account.sheet;
        this.columns = columns;
        this.messages = account.messages;
        this.repairs = account.repairs;
        this.dropped = account.dropped;
        this.refused = account.refused;
        this.notes = account.notes;
    }

    /// The same account, for another table of the sheet with its own columns.
    Ledger forColumns(List<ColumnUnderstanding> own) {
        return new Ledger(this, own);
    }

    void repair(RepairKind kind) {
        repairs.merge(kind, 1, Integer::sum);
    }

    void repair(RepairKind kind, int times) {
        if (times > 0) {
            repairs.merge(kind, times, Integer::sum);
        }
    }

    void drop(RepairKind kind) {
        dropped.merge(kind, 1, Integer::sum);
        repair(kind);
    }

    void note(String key, Object... arguments) {
        notes.add(messages.say(key, arguments));
    }

    /// Header of the first column of that field, empty when there is none.
    String header(Field field) {
        return columns.stream()
                .filter(c -> c.is(field))
                .map(ColumnUnderstanding::header)
                .findFirst()
                .orElse("");
    }

    void refuseValue(Row row, int column, String key, Object... arguments) {
        refuse(row, columns.get(column).header(), true, key, arguments);
    }

    void refuseRow(Row row, String column, String key, Object... arguments) {
        refuse(row, column, false, key, arguments);
    }

    private void refuse(Row row, String column, boolean unitKept, String key, Object... arguments) {
        refused.add(new Refusal(
                sheet,
                row.number(),
                column,
                messages.say(key + ".found", arguments),
                messages.say(key + ".expected", arguments),
                messages.say(key + ".advice", arguments),
                unitKept,
                unitKept ? Map.of() : raw(row)));
    }

    /// The row without the columns of people and plates, nor those of which we do not know what they hold.
    private Map<String, String> raw(Row row) {
        Map<String, String> raw = new LinkedHashMap<>();
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (!column.dropped() && field != null && !row.text(column.index()).isEmpty()) {
                raw.merge(column.header(), row.text(column.index()), (a, b) -> a + " | " + b);
            }
        }
        return raw;
    }

    List<Refusal> refused() {
        return refused;
    }

    Map<RepairKind, Integer> dropped() {
        return dropped;
    }

    List<Repair> repairs() {
        List<Repair> list = new ArrayList<>();
        repairs.forEach((kind, rows) -> list.add(new Repair(kind, rows, messages.say("repair." + kind.id()))));
        return list;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
