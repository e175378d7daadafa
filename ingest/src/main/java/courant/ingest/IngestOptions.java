package courant.ingest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the person says about the file, beyond the file itself.
///
/// @param sheet name of the sheet to read, null to choose
/// @param locale language of messages, French or English
/// @param corrections header as written → field, where the person corrects us
/// @param dayFirst whether ambiguous dates put the day first; null when the person did not say
/// @param today the day from which years are judged
public record IngestOptions(
        @Nullable String sheet,
        Locale locale,
        Map<String, Field> corrections,
        @Nullable Boolean dayFirst,
        LocalDate today) {
    public IngestOptions {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(today, "today");
        corrections = Map.copyOf(corrections);
    }

    /// Everything chosen by us, messages in the language given.
    public static IngestOptions defaults(Locale locale) {
        return new IngestOptions(null, locale, Map.of(), null, LocalDate.now(java.time.ZoneId.systemDefault()));
    }

    public IngestOptions withSheet(@Nullable String name) {
        return new IngestOptions(name, locale, corrections, dayFirst, today);
    }

    public IngestOptions withDayFirst(@Nullable Boolean first) {
        return new IngestOptions(sheet, locale, corrections, first, today);
    }

    public IngestOptions withCorrections(Map<String, Field> fields) {
        return new IngestOptions(sheet, locale, fields, dayFirst, today);
    }
}
