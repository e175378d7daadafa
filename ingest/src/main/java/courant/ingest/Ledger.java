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
    private static final int EXAMPLES = 3;

    private final String sheet;
    private final List<ColumnUnderstanding> columns;
    private final Messages messages;
    private final Map<RepairKind, Integer> repairs;
    private final Map<RepairKind, List<Repair.Example>> examples;
    private final Map<RepairKind, Integer> dropped;
    private final List<Refusal> refused;
    private final Set<String> notes;
    /// One number, shared with the ledgers of other tables of the sheet.
    private final int[] duplicateRows;

    Ledger(String sheet, List<ColumnUnderstanding> columns, Messages messages) {
        this.sheet = sheet;
        this.columns = columns;
        this.messages = messages;
        this.repairs = new EnumMap<>(RepairKind.class);
        this.examples = new EnumMap<>(RepairKind.class);
        this.dropped = new EnumMap<>(RepairKind.class);
        this.refused = new ArrayList<>();
        this.notes = new LinkedHashSet<>();
        this.duplicateRows = new int[1];
    }

    private Ledger(Ledger account, List<ColumnUnderstanding> columns) {
        this.sheet = account.sheet;
        this.columns = columns;
        this.messages = account.messages;
        this.repairs = account.repairs;
        this.examples = account.examples;
        this.dropped = account.dropped;
        this.refused = account.refused;
        this.notes = account.notes;
        this.duplicateRows = account.duplicateRows;
    }

    /// The same account, for another table of the sheet with its own columns.
    Ledger forColumns(List<ColumnUnderstanding> own) {
        return new Ledger(this, own);
    }

    void repair(RepairKind kind) {
        repairs.merge(kind, 1, Integer::sum);
    }

    /// A repair of one cell, of which the first few are kept as examples.
    void repair(RepairKind kind, Row row, ColumnUnderstanding column) {
        repair(kind);
        List<Repair.Example> shown = examples.computeIfAbsent(kind, k -> new ArrayList<>());
        if (shown.size() < EXAMPLES) {
            shown.add(new Repair.Example(row.number(), column.header(), row.text(column.index())));
        }
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

    String say(String key, Object... arguments) {
        return messages.say(key, arguments);
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

    /// Refuses a row whose number another row has, with what they say differently.
    void refuseDuplicate(String id, Row kept, Row refusedRow, String difference) {
        duplicateRows[0]++;
        refuseRow(refusedRow, "", "duplicate-unit", id, kept.number(), refusedRow.number(), difference);
    }

    /// Rows whose unit number is not theirs alone.
    int duplicates() {
        return duplicateRows[0] + repairs.getOrDefault(RepairKind.UNIT_RENUMBERED, 0);
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
        repairs.forEach((kind, rows) -> list.add(
                new Repair(kind, rows, messages.say("repair." + kind.id()), examples.getOrDefault(kind, List.of()))));
        return list;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
