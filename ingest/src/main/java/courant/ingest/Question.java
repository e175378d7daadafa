package courant.ingest;

import java.util.List;

/// A doubt that only the person can settle, with its answers; the first is what we assumed, or nothing was assumed.
///
/// @param kind what is in doubt
/// @param column header of the column, empty when it concerns the whole sheet
/// @param cells how many cells, or rows of a sheet, hang on the answer
/// @param assumed whether the first answer was taken meanwhile; false when the cells stay empty
/// @param text the question in the user's language
/// @param answers the answers to choose from, at least one
public record Question(Kind kind, String column, int cells, boolean assumed, String text, List<Answer> answers) {
    /// What can be in doubt.
    public enum Kind {
        DATE_ORDER,
        KM_OR_ODOMETER,
        HOURS_OR_METER,
        GALLON,
        DUPLICATES,
        SHEET
    }

    public Question {
        answers = List.copyOf(answers);
    }
}
