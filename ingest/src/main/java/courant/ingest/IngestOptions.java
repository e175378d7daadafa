package courant.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the person says about the file, beyond the file itself.
///
/// @param sheet name of the sheet to read, null to choose
/// @param locale language of messages, French or English
/// @param byHeader header as `ColumnUnderstanding` gives it → what the person says of that column
/// @param byPosition position of the column, from 0 → what the person says of it; wins over `byHeader`
/// @param dayFirst whether ambiguous dates put the day first; null when the person did not say
/// @param duplicates what becomes of rows with the same unit number
/// @param today the day from which years are judged
public record IngestOptions(
        @Nullable String sheet,
        Locale locale,
        Map<String, ColumnChoice> byHeader,
        Map<Integer, ColumnChoice> byPosition,
        @Nullable Boolean dayFirst,
        Duplicates duplicates,
        LocalDate today) {
    public IngestOptions {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(today, "today");
        byHeader = Map.copyOf(byHeader);
        byPosition = Map.copyOf(byPosition);
    }

    /// Everything chosen by us, messages in the language given.
    public static IngestOptions defaults(Locale locale) {
        return asOf(LocalDate.now(java.time.ZoneId.systemDefault()), locale);
    }

    /// Everything chosen by us, years judged from that day.
    public static IngestOptions asOf(LocalDate today, Locale locale) {
        return new IngestOptions(null, locale, Map.of(), Map.of(), null, Duplicates.KEEP_FIRST, today);
    }

    public IngestOptions withSheet(@Nullable String name) {
        return new IngestOptions(name, locale, byHeader, byPosition, dayFirst, duplicates, today);
    }

    public IngestOptions withDayFirst(@Nullable Boolean first) {
        return new IngestOptions(sheet, locale, byHeader, byPosition, first, duplicates, today);
    }

    /// With one more column decided, known by its header.
    public IngestOptions withColumn(String header, ColumnChoice choice) {
        Map<String, ColumnChoice> choices = new HashMap<>(byHeader);
        choices.put(header, choice);
        return new IngestOptions(sheet, locale, choices, byPosition, dayFirst, duplicates, today);
    }

    /// With one more column decided, known by its position from 0.
    public IngestOptions withColumn(int position, ColumnChoice choice) {
        Map<Integer, ColumnChoice> choices = new HashMap<>(byPosition);
        choices.put(position, choice);
        return new IngestOptions(sheet, locale, byHeader, choices, dayFirst, duplicates, today);
    }

    public IngestOptions withDuplicates(Duplicates choice) {
        return new IngestOptions(sheet, locale, byHeader, byPosition, dayFirst, choice, today);
    }

    /// With the answer to one of the questions of an `Understanding`.
    public IngestOptions with(Answer answer) {
        return switch (answer) {
            case Answer.OfColumn(String label, int position, ColumnChoice choice) -> withColumn(position, choice);
            case Answer.OfSheet(String label, String name) -> withSheet(name);
            case Answer.OfDuplicates(String label, Duplicates choice) -> withDuplicates(choice);
        };
    }

    /// What the person says of a column; null when nothing.
    @Nullable
    ColumnChoice choice(int position, String header) {
        ColumnChoice here = byPosition.get(position);
        return here == null ? byHeader.get(header) : here;
    }
}
