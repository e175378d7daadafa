package courant.platform.planning.internal;

import courant.ingest.ColumnUnderstanding;
import courant.ingest.Field;
import courant.ingest.RepairKind;
import courant.ingest.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something only the person can settle, with its answers, each one click.
///
/// @param key sentence of the question in the message bundle
/// @param arguments its arguments
/// @param answers one button each
public record Doubt(String key, List<Object> arguments, List<Answer> answers) {
    private static final double SURE_KM = 0.85;
    private static final double SURE_ODOMETER = 0.6;

    /// @param key sentence of the button
    /// @param field form field it sends
    /// @param value value it sends
    /// @param isChosen whether it is what the person said already
    public record Answer(String key, String field, String value, boolean isChosen) {}

    public Doubt {
        arguments = List.copyOf(arguments);
        answers = List.copyOf(answers);
    }

    static List<Doubt> of(Understanding understood, @Nullable Boolean dayFirst) {
        List<Doubt> doubts = new ArrayList<>();
        int dates = understood.repairs().stream()
                .filter(r -> r.kind() == RepairKind.DATE_AMBIGUOUS)
                .mapToInt(r -> r.rows())
                .sum();
        if (dates > 0 || dayFirst != null) {
            doubts.add(new Doubt(
                    dayFirst == null ? "analyse.doubt.dates" : "analyse.doubt.dates.settled",
                    List.of(dates),
                    List.of(
                            new Answer("analyse.doubt.dates.day", "dates", "jour", Boolean.TRUE.equals(dayFirst)),
                            new Answer("analyse.doubt.dates.month", "dates", "mois", Boolean.FALSE.equals(dayFirst)))));
        }
        for (ColumnUnderstanding column : understood.columns()) {
            Field field = column.field();
            if (field == Field.KM_PER_YEAR && column.confidence() < SURE_KM
                    || field == Field.ODOMETER && column.confidence() < SURE_ODOMETER) {
                doubts.add(choice(
                        "analyse.doubt.km",
                        column,
                        Map.of(
                                Field.KM_PER_YEAR,
                                "analyse.doubt.km.year",
                                Field.ODOMETER,
                                "analyse.doubt.km.odometer")));
            } else if (field == Field.HOUR_METER && column.confidence() < 1) {
                doubts.add(choice(
                        "analyse.doubt.hours",
                        column,
                        Map.of(
                                Field.HOURS_PER_YEAR, "analyse.doubt.hours.year",
                                Field.HOUR_METER, "analyse.doubt.hours.meter")));
            }
        }
        return doubts;
    }

    private static Doubt choice(String key, ColumnUnderstanding column, Map<Field, String> fields) {
        return new Doubt(
                key,
                List.of(column.header()),
                fields.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new Answer(
                                e.getValue(),
                                "champ-" + column.index(),
                                e.getKey().id(),
                                false))
                        .toList());
    }
}
