package courant.platform.planning.internal;

import courant.ingest.ColumnChoice;
import courant.ingest.ColumnUnderstanding;
import courant.ingest.Field;
import courant.ingest.IngestOptions;
import courant.ingest.Understanding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a person changes in our reading of the file: a form whose absent fields leave things as they are.
final class Corrections {
    /// What a column of a form can be made into: what describes a unit or a purchase, or nothing.
    static final List<Field> CHOICES = Arrays.stream(Field.values())
            .filter(f -> f != Field.COUNT && f != Field.SOURCE_ROW && f != Field.CONFIDENCE)
            .toList();

    private Corrections() {}

    /// The options with what the form says: `champ-3=km_per_year`, `feuille=Inventaire`, `reponse=` an answer to one of
    /// our questions.
    static IngestOptions read(Map<String, String> form, IngestOptions said, Understanding understood) {
        String sheet = form.get("feuille");
        if (sheet != null && understood.sheetsSeen().contains(sheet) && !sheet.equals(understood.sheet())) {
            return IngestOptions.asOf(said.today(), said.locale()).withSheet(sheet);
        }
        IngestOptions options = said;
        String answer = form.get("reponse");
        if (answer != null) {
            options = Doubt.answer(understood, answer).map(options::with).orElse(options);
        }
        for (ColumnUnderstanding column : understood.columns()) {
            String chosen = form.get("champ-" + column.index());
            Field before = column.field() == null ? Field.OTHER : column.field();
            for (Field field : CHOICES) {
                if (field.id().equals(chosen) && field != before) {
                    options = options.withColumn(column.index(), ColumnChoice.of(field));
                }
            }
        }
        return options;
    }
}
