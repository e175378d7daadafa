package courant.cli;

import courant.ingest.ColumnUnderstanding;
import courant.ingest.InventoryFile;
import courant.ingest.Refusal;
import courant.ingest.Repair;
import courant.ingest.Understanding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was understood of a spreadsheet, as the answer of `ingest`.
final class InventoryReading implements IngestCommand.Reading {
    @Override
    public Answer read(IngestCommand.Question question, Context context) throws IOException {
        Understanding understanding = new Inventory(context).read(question.file(), question.sheet());
        if (question.inventory() != null) {
            InventoryFile.write(understanding.fleet(), question.inventory());
        }
        if (question.refused() != null) {
            InventoryFile.writeRefused(understanding, question.refused());
        }
        return Answer.done(json(understanding), text(understanding, context.messages()));
    }

    private static SequencedMap<String, Object> json(Understanding understanding) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", understanding.sheet());
        json.put("headerRow", understanding.headerRow());
        json.put(
                "columns",
                understanding.columns().stream().map(InventoryReading::column).toList());
        json.put("rows", understanding.rows());
        json.put("vehicles", understanding.fleet().vehicles().size());
        json.put("machines", understanding.fleet().machines().size());
        json.put("units", understanding.fleet().rows());
        json.put(
                "refused",
                understanding.refused().stream().map(InventoryReading::refusal).toList());
        json.put(
                "repairs",
                understanding.repairs().stream().map(InventoryReading::repair).toList());
        Map<String, Object> dropped = new TreeMap<>();
        understanding.dropped().forEach((kind, rows) -> dropped.put(kind.id(), rows));
        json.put("dropped", dropped);
        Map<String, Object> classes = new TreeMap<>();
        understanding.classes().forEach((vehicleClass, count) -> classes.put(vehicleClass.id(), count));
        json.put("classes", classes);
        json.put("notes", understanding.notes());
        return json;
    }

    private static Map<String, @Nullable Object> column(ColumnUnderstanding column) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("header", column.header());
        json.put("field", column.field() == null ? null : field(column));
        json.put("unit", column.unit());
        json.put("confidence", column.confidence());
        json.put("samples", column.samples());
        json.put("dropped", column.dropped());
        return json;
    }

    private static String field(ColumnUnderstanding column) {
        return String.valueOf(column.field()).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> refusal(Refusal refusal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", refusal.sheet());
        json.put("row", refusal.row());
        json.put("column", refusal.column());
        json.put("found", refusal.found());
        json.put("expected", refusal.expected());
        json.put("advice", refusal.advice());
        return json;
    }

    private static Map<String, Object> repair(Repair repair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", repair.kind().id());
        json.put("rows", repair.rows());
        json.put("description", repair.description());
        return json;
    }

    private static String text(Understanding understanding, Messages messages) {
        String columns = understanding.columns().stream()
                .filter(c -> c.field() != null)
                .map(c -> messages.say(
                        c.dropped() ? "ingest.done.dropped-column" : "ingest.done.column",
                        c.header(),
                        field(c),
                        Math.round(100 * c.confidence())))
                .collect(Collectors.joining("\n"));
        String repairs = understanding.repairs().stream()
                .map(r -> "  " + r.description())
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                List.of(
                        messages.say(
                                "ingest.done.rows",
                                understanding.sheet(),
                                understanding.headerRow(),
                                understanding.rows(),
                                understanding.fleet().vehicles().size(),
                                understanding.fleet().machines().size(),
                                understanding.refusedRows()),
                        columns,
                        repairs));
    }
}
