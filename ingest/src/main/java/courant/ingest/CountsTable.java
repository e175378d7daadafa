package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recognises a sheet that lists no units: a table of counts per department and class, or something else altogether.
final class CountsTable {
    private CountsTable() {}

    /// Why the sheet is no inventory, or null when it may be one.
    static @Nullable NotAnInventoryException reason(
            String sheet, boolean hasHeader, List<ColumnUnderstanding> columns, List<Row> rows, Messages messages) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        Integer count = null;
        for (ColumnUnderstanding column : columns) {
            Field field = column.field();
            if (field != null) {
                fields.add(field);
                count = field == Field.COUNT ? Integer.valueOf(column.index()) : count;
            }
        }
        boolean describesUnits = fields.contains(Field.MAKE)
                || fields.contains(Field.MODEL)
                || fields.contains(Field.MAKE_MODEL)
                || fields.contains(Field.VIN)
                || fields.contains(Field.YEAR) && namesUnits(fields);
        if (count != null && !describesUnits && !fields.contains(Field.UNIT)) {
            long counted = total(rows, count);
            long filled = rows.stream().filter(r -> !r.isBlank()).count();
            return new NotAnInventoryException(
                    messages.problem("counts-table", messages.say("where.sheet", sheet), counted, filled),
                    (int) filled,
                    counted);
        }
        boolean named = fields.contains(Field.UNIT)
                && (fields.contains(Field.CLASS)
                        || fields.contains(Field.DESCRIPTION)
                        || fields.contains(Field.LOW_USE)
                        || fields.contains(Field.FUEL)
                        || fields.contains(Field.KM_PER_YEAR)
                        || fields.contains(Field.HOURS_PER_YEAR)
                        || fields.contains(Field.ODOMETER)
                        || fields.contains(Field.LITRES_PER_YEAR));
        boolean described = hasHeader
                && fields.contains(Field.DESCRIPTION)
                && (fields.contains(Field.CLASS)
                        || fields.contains(Field.FUEL)
                        || fields.contains(Field.IN_SERVICE)
                        || fields.contains(Field.DEPARTMENT));
        if (describesUnits || named || described) {
            return null;
        }
        return new NotAnInventoryException(
                messages.problem("no-inventory", messages.say("where.sheet", sheet), rows.size()), rows.size(), 0);
    }

    private static boolean namesUnits(Set<Field> fields) {
        return fields.contains(Field.UNIT) || fields.contains(Field.CLASS) || fields.contains(Field.DESCRIPTION);
    }

    private static long total(List<Row> rows, int count) {
        double total = 0;
        for (Row row : rows) {
            NumberText number = NumberText.read(row.text(count), NumberText.Style.UNKNOWN);
            boolean isTotal = row.width() > 0 && Words.simple(row.text(0)).startsWith("total");
            if (number != null && !isTotal) {
                total += number.value();
            }
        }
        return Math.round(total);
    }
}
