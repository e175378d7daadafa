package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.engine.fleet.Fleet;
import courant.ingest.ColumnUnderstanding;
import courant.ingest.Field;
import courant.ingest.FieldTable;
import courant.ingest.Understanding;
import courant.reports.Wording;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// « Ce que nous avons compris » : the reading of a file as its page shows it.
///
/// @param id of the analysis
/// @param analysis the analysis itself
/// @param columns each column of the sheet
/// @param fields what a column may be made into
/// @param classes how many units of each class
/// @param town what stands in the municipality field
/// @param problems why a correction or a second file was refused, empty for none
public record UnderstandingView(
        String id,
        Analysis analysis,
        List<Column> columns,
        List<Choice> fields,
        List<Count> classes,
        TownField town,
        List<UploadView.Problem> problems) {
    private static final int REFUSALS_SHOWN = 20;
    private static final Wording WORDING = Wording.of(Locale.CANADA_FRENCH);

    /// @param header as the town wrote it
    /// @param field id of our field, `other` when we make nothing of it
    /// @param confidenceKey our confidence in words
    public record Column(int index, String header, String field, String confidenceKey, List<String> samples) {}

    public record Choice(String id, String label) {}

    public record Count(String label, int units) {}

    /// @param found the row's number and what was wrong with it
    public record Refused(int row, String column, String found, String advice) {}

    static UnderstandingView of(AnalysisStore.Visit visit, TownField town, List<UploadView.Problem> problems) {
        Understanding understood = visit.analysis().understanding();
        return new UnderstandingView(
                visit.id(),
                visit.analysis(),
                understood.columns().stream().map(UnderstandingView::column).toList(),
                Corrections.CHOICES.stream()
                        .map(f -> new Choice(
                                f.id(), Typography.of(FieldTable.table().describe(f, Locale.CANADA_FRENCH))))
                        .toList(),
                understood.classes().entrySet().stream()
                        .map(e -> new Count(WORDING.scope(e.getKey().id()), e.getValue()))
                        .sorted(java.util.Comparator.comparingInt(Count::units).reversed())
                        .toList(),
                town,
                problems);
    }

    private static Column column(ColumnUnderstanding column) {
        Field field = column.field();
        return new Column(
                column.index(),
                column.header(),
                field == null ? Field.OTHER.id() : field.id(),
                confidence(column),
                column.samples());
    }

    private static String confidence(ColumnUnderstanding column) {
        Field field = column.field();
        if (column.dropped()) {
            return "analyse.confidence.dropped";
        }
        if (field == null || field == Field.OTHER) {
            return "analyse.confidence.unused";
        }
        if (column.confidence() >= 0.85) {
            return "analyse.confidence.sure";
        }
        return column.confidence() >= 0.6 ? "analyse.confidence.likely" : "analyse.confidence.check";
    }

    public Understanding understood() {
        return analysis.understanding();
    }

    public Fleet fleet() {
        return analysis.fleet();
    }

    /// Units that are neither road vehicles nor machines.
    public int others() {
        return fleet().rows() - fleet().vehicles().size() - fleet().machines().size();
    }

    public List<Doubt> doubts() {
        return Doubt.of(understood(), analysis.options().dayFirst());
    }

    /// Columns of people or plates that no note speaks of already.
    public List<String> dropped() {
        return understood().columns().stream()
                .filter(ColumnUnderstanding::dropped)
                .map(ColumnUnderstanding::header)
                .filter(header -> understood().notes().stream().noneMatch(note -> note.contains(header)))
                .toList();
    }

    public List<Count> repairs() {
        return understood().repairs().stream()
                .map(r -> new Count(Typography.of(r.description()), r.rows()))
                .toList();
    }

    public List<String> notes() {
        return understood().notes().stream().map(Typography::of).toList();
    }

    public List<Refused> refused() {
        return understood().refused().stream()
                .limit(REFUSALS_SHOWN)
                .map(r -> new Refused(r.row(), r.column(), Typography.of(r.found()), Typography.of(r.advice())))
                .toList();
    }

    public boolean canBePlanned() {
        return !fleet().planned().isEmpty();
    }

    /// What stands in the field of the municipality.
    ///
    /// @param text as typed
    /// @param errorKey sentence of what is wrong with it, empty for nothing
    /// @param candidates to choose from
    public record TownField(String text, String errorKey, List<Municipality> candidates) {
        static TownField of(@Nullable Municipality chosen) {
            return new TownField(chosen == null ? "" : chosen.name(), "", List.of());
        }
    }
}
