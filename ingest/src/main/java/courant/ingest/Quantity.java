package courant.ingest;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Units in which towns write distances, fuel, hours, weights, and what one of them is in ours (km, L, h, kg).
enum Quantity {
    KM(Kind.DISTANCE, 1, "km"),
    MILE(Kind.DISTANCE, 1.609344, "mi"),
    LITRE(Kind.VOLUME, 1, "L"),
    US_GALLON(Kind.VOLUME, 3.785411784, "gal_us"),
    IMPERIAL_GALLON(Kind.VOLUME, 4.54609, "gal_imp"),
    HOUR(Kind.TIME, 1, "h"),
    KG(Kind.MASS, 1, "kg"),
    POUND(Kind.MASS, 0.45359237, "lb"),
    TONNE(Kind.MASS, 1000, "t"),
    DOLLAR(Kind.MONEY, 1, "CAD");

    enum Kind {
        DISTANCE,
        VOLUME,
        TIME,
        MASS,
        MONEY
    }

    private static final Map<String, Quantity> BY_WORD = Map.ofEntries(
            Map.entry("km", KM),
            Map.entry("kms", KM),
            Map.entry("kilometre", KM),
            Map.entry("kilometres", KM),
            Map.entry("kilometers", KM),
            Map.entry("k", KM),
            Map.entry("mi", MILE),
            Map.entry("mile", MILE),
            Map.entry("milles anglais", MILE),
            Map.entry("miles", MILE),
            Map.entry("mille", MILE),
            Map.entry("milles", MILE),
            Map.entry("l", LITRE),
            Map.entry("lt", LITRE),
            Map.entry("lit", LITRE),
            Map.entry("litre", LITRE),
            Map.entry("litres", LITRE),
            Map.entry("liter", LITRE),
            Map.entry("liters", LITRE),
            Map.entry("gal", US_GALLON),
            Map.entry("ga", US_GALLON),
            Map.entry("gallon", US_GALLON),
            Map.entry("gallons", US_GALLON),
            Map.entry("usg", US_GALLON),
            Map.entry("gal us", US_GALLON),
            Map.entry("gallons us", US_GALLON),
            Map.entry("us gal", US_GALLON),
            Map.entry("gal imp", IMPERIAL_GALLON),
            Map.entry("gallons imp", IMPERIAL_GALLON),
            Map.entry("gallons imperiaux", IMPERIAL_GALLON),
            Map.entry("h", HOUR),
            Map.entry("hr", HOUR),
            Map.entry("hrs", HOUR),
            Map.entry("hres", HOUR),
            Map.entry("hre", HOUR),
            Map.entry("heure", HOUR),
            Map.entry("heures", HOUR),
            Map.entry("hour", HOUR),
            Map.entry("hours", HOUR),
            Map.entry("kg", KG),
            Map.entry("lb", POUND),
            Map.entry("lbs", POUND),
            Map.entry("livres", POUND),
            Map.entry("t", TONNE),
            Map.entry("tonnes", TONNE),
            Map.entry("$", DOLLAR),
            Map.entry("$ ca", DOLLAR),
            Map.entry("$ can", DOLLAR),
            Map.entry("cad", DOLLAR),
            Map.entry("cad $", DOLLAR),
            Map.entry("dollars", DOLLAR));

    private final Kind kind;
    private final double ours;
    private final String id;

    Quantity(Kind kind, double ours, String id) {
        this.kind = kind;
        this.ours = ours;
        this.id = id;
    }

    Kind kind() {
        return kind;
    }

    /// One of this unit in ours.
    double ours() {
        return ours;
    }

    /// The unit as our files and options write it: `km`, `mi`, `h`, `L`, `gal_us`.
    String id() {
        return id;
    }

    /// The unit as a header would write it.
    String word() {
        return switch (this) {
            case US_GALLON -> "gal us";
            case IMPERIAL_GALLON -> "gal imp";
            case DOLLAR -> "$";
            default -> id;
        };
    }

    static Optional<Quantity> ofId(String id) {
        return Arrays.stream(values()).filter(q -> q.id.equals(id)).findFirst();
    }

    static Optional<Quantity> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(Words.simple(word)));
    }

    /// The kind of quantity a field holds.
    static Optional<Kind> kindOf(Field field) {
        return switch (field) {
            case KM_PER_YEAR, ODOMETER, ODOMETER_PREVIOUS, ODOMETER_ADJUSTED -> Optional.of(Kind.DISTANCE);
            case HOURS_PER_YEAR, HOUR_METER -> Optional.of(Kind.TIME);
            case LITRES_PER_YEAR, QUANTITY -> Optional.of(Kind.VOLUME);
            case PRICE_CAD -> Optional.of(Kind.MONEY);
            case GVWR -> Optional.of(Kind.MASS);
            default -> Optional.empty();
        };
    }
}
