package courant.engine.fleet;

import org.jspecify.annotations.Nullable;

/// How much a unit works in a year, as the town recorded it; what is not recorded is null, never zero.
///
/// @param kmPerYear distance driven in a year, km
/// @param hoursPerYear engine or working hours in a year, h
/// @param odometerKm reading of the odometer today, km
/// @param litresPerYear fuel bought in a year, L
public record Usage(
        @Nullable Double kmPerYear,
        @Nullable Double hoursPerYear,
        @Nullable Double odometerKm,
        @Nullable Double litresPerYear) {
    public static final Usage NOT_RECORDED = new Usage(null, null, null, null);

    public Usage {
        requireNotNegative("kmPerYear", kmPerYear);
        requireNotNegative("hoursPerYear", hoursPerYear);
        requireNotNegative("odometerKm", odometerKm);
        requireNotNegative("litresPerYear", litresPerYear);
    }

    private static void requireNotNegative(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    %s is %s.
                    Maybe the sign or the decimal separator was misread: a usage is a finite number, 0 or more.\
                    """.formatted(name, value));
        }
    }
}
