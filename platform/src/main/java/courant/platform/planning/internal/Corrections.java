package courant.platform.planning.internal;

import courant.ingest.ColumnUnderstanding;
import courant.ingest.Field;
import courant.ingest.IngestOptions;
import courant.ingest.Understanding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a person changes in our reading of the file: a form whose absent fields leave things as they are.
final class Corrections {
    /// What a column of a form can be made into: what describes a unit or a purchase, or nothing.
    static final List<Field> CHOICES = Arrays.stream(Field.values())
            .filter(f -> f != Field.COUNT && f != Field.SOURCE_ROW && f != Field.CONFIDENCE)
            .toList();

    private Corrections() {}

    /// The options with what the form says: `champ-3=km_per_year`, `feuille=Inventaire`, `dates=jour`.
    static IngestOptions read(Map<String, String> form, IngestOptions said, Understanding understood) {
        IngestOptions options = said;
        String sheet = form.get("feuille");
        if (sheet != null && understood.sheetsSeen().contains(sheet) && !sheet.equals(understood.sheet())) {
            return options.withSheet(sheet).withCorrections(Map.of());
        }
        String dates = form.get("dates");
        if (dates != null) {
            options = options.withDayFirst(dates.equals("jour"));
        }
        Map<String, Field> fields = new HashMap<>(options.corrections());
        for (ColumnUnderstanding column : understood.columns()) {
            String chosen = form.get("champ-" + column.index());
            if (chosen != null) {
                CHOICES.stream()
                        .filter(f -> f.id().equals(chosen) && f != column.field())
                        .filter(f -> column.field() != null || f != Field.OTHER)
                        .findFirst()
                        .ifPresent(f -> fields.put(column.header(), f));
            }
        }
        return options.withCorrections(fields);
    }
}
