package courant.ingest;

import java.util.Locale;

/// What a column of a town's sheet can be; its words and meaning stand in the table `fields.csv`.
public enum Field {
    UNIT,
    CLASS,
    MAKE,
    MODEL,
    MAKE_MODEL,
    DESCRIPTION,
    YEAR,
    DEPARTMENT,
    DEPOT,
    FUEL,
    KM_PER_YEAR,
    HOURS_PER_YEAR,
    ODOMETER,
    HOUR_METER,
    METER_UNIT,
    LITRES_PER_YEAR,
    IN_SERVICE,
    PRICE_CAD,
    VIN,
    PLATE,
    DRIVER,
    GVWR,
    STATUS,
    LOW_USE,
    TRANSACTION_DATE,
    POSTED_DATE,
    QUANTITY,
    QUANTITY_UNIT,
    PRODUCT,
    ODOMETER_PREVIOUS,
    ODOMETER_ADJUSTED,
    COUNT,
    SOURCE_ROW,
    CONFIDENCE,
    OTHER;

    /// The word used in files and commands, for example `km_per_year`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the column names people or plates: recognised, reported, and kept nowhere.
    public boolean isDropped() {
        return this == DRIVER || this == PLATE;
    }

    /// Whether several columns may be joined into this field.
    boolean isMany() {
        return switch (this) {
            case CLASS, DESCRIPTION, DRIVER, PLATE, OTHER -> true;
            default -> false;
        };
    }

    /// Whether the field describes a unit, rather than a transaction or the sheet itself.
    boolean isOfUnit() {
        return ordinal() <= LOW_USE.ordinal() && !isDropped();
    }

    boolean isDate() {
        return this == IN_SERVICE || this == TRANSACTION_DATE || this == POSTED_DATE;
    }

    boolean isNumber() {
        return switch (this) {
            case KM_PER_YEAR,
                    HOURS_PER_YEAR,
                    ODOMETER,
                    HOUR_METER,
                    LITRES_PER_YEAR,
                    PRICE_CAD,
                    GVWR,
                    QUANTITY,
                    ODOMETER_PREVIOUS,
                    ODOMETER_ADJUSTED,
                    COUNT,
                    SOURCE_ROW,
                    CONFIDENCE -> true;
            default -> false;
        };
    }
}
