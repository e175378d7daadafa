package courant.ingest;

import java.util.Locale;

/// The kinds of changes made to read a sheet; each is counted and reported.
public enum RepairKind {
    DECIMAL_COMMA,
    THOUSANDS_SPACE,
    THOUSANDS_SEPARATOR,
    THOUSAND_SUFFIX,
    CURRENCY_SIGN,
    UNIT_IN_CELL,
    EMPTY_WORD,
    MILES_TO_KM,
    GALLONS_TO_LITRES,
    POUNDS_TO_KG,
    HOURS_NOT_KM,
    DATE_TEXT,
    DATE_SERIAL,
    DATE_AMBIGUOUS,
    TWO_DIGIT_YEAR,
    YEAR_FROM_DATE,
    UNIT_NUMBER_MADE,
    UNIT_RENUMBERED,
    DUPLICATE_MERGED,
    SECTION_AS_DEPARTMENT,
    SECTION_AS_CLASS,
    TOTAL_DROPPED,
    BLANK_DROPPED,
    HEADER_REPEATED_DROPPED,
    NOTE_DROPPED,
    MAKE_SPLIT_FROM_MODEL,
    MAKE_FROM_DESCRIPTION,
    YEAR_FROM_DESCRIPTION,
    GARBLED_ACCENTS,
    QUOTE_LEFT_OPEN,
    VALUE_ILLEGIBLE,
    TRANSACTIONS_SUMMED,
    TRANSACTION_NOT_FUEL,
    TRANSACTION_REPEATED,
    DISTANCE_ABSURD,
    DATE_FROM_POSTED;

    /// The word used in files and commands, for example `decimal-comma`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a row of this kind is left out of the fleet on purpose.
    boolean isDroppedRow() {
        return switch (this) {
            case DUPLICATE_MERGED, SECTION_AS_DEPARTMENT, SECTION_AS_CLASS, TOTAL_DROPPED -> true;
            case BLANK_DROPPED, HEADER_REPEATED_DROPPED, NOTE_DROPPED -> true;
            case TRANSACTIONS_SUMMED, TRANSACTION_NOT_FUEL, TRANSACTION_REPEATED -> true;
            default -> false;
        };
    }
}
