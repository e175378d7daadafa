package courant.cli;

import courant.ingest.ColumnUnderstanding;
import courant.ingest.Field;
import courant.ingest.FieldTable;
import courant.ingest.InventoryFile;
import courant.ingest.Question;
import courant.ingest.Refusal;
import courant.ingest.Repair;
import courant.ingest.Understanding;
import java.io.IOException;
import java.util.ArrayList;
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
    private static final int SHOWN_REFUSALS = 10;

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
        json.put(
                "questions",
                understanding.questions().stream()
                        .map(InventoryReading::question)
                        .toList());
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

    private static Map<String, Object> question(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("column", question.column());
        json.put("cells", question.cells());
        json.put("assumed", question.assumed());
        json.put("text", question.text());
        json.put("answers", question.answers().stream().map(a -> a.label()).toList());
        return json;
    }

    /// From the general to the particular: how many rows, which columns, what was changed, what we ask, what was
    /// refused.
    private static String text(Understanding understanding, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(understanding, messages));
        understanding.columns().forEach(c -> lines.add(columnText(c, messages)));
        understanding.repairs().forEach(r -> lines.add(messages.say("ingest.done.repair", r.description(), r.rows())));
        lines.addAll(understanding.notes());
        for (Question question : understanding.questions()) {
            String answers = question.answers().stream().map(a -> a.label()).collect(Collectors.joining(" / "));
            lines.add(messages.say("ingest.done.question", question.text(), answers));
        }
        understanding.refused().stream()
                .limit(SHOWN_REFUSALS)
                .forEach(r -> lines.add(messages.say(
                        r.column().isEmpty() ? "ingest.done.refused-row" : "ingest.done.refused-value",
                        r.row(),
                        r.column(),
                        r.found(),
                        r.expected(),
                        r.advice())));
        int more = understanding.refused().size() - SHOWN_REFUSALS;
        if (more > 0) {
            lines.add(messages.say("ingest.done.more-refused", more));
        }
        return String.join("\n", lines);
    }

    private static String summary(Understanding understanding, Messages messages) {
        int vehicles = understanding.fleet().vehicles().size();
        int machines = understanding.fleet().machines().size();
        return messages.say(
                understanding.headerRow() == 0 ? "ingest.done.rows-without-header" : "ingest.done.rows",
                understanding.sheet(),
                understanding.headerRow(),
                understanding.rows(),
                vehicles,
                machines,
                understanding.fleet().rows() - vehicles - machines,
                understanding.refusedRows(),
                understanding.refused().size() - understanding.refusedRows());
    }

    private static String columnText(ColumnUnderstanding column, Messages messages) {
        Field field = column.field();
        if (field == null) {
            return messages.say("ingest.done.unknown-column", column.header());
        }
        return messages.say(
                column.dropped() ? "ingest.done.dropped-column" : "ingest.done.column",
                column.header(),
                FieldTable.table().describe(field, messages.locale()),
                Math.round(100 * column.confidence()),
                column.unit());
    }
}
