package courant.engine.energy;

import java.util.stream.IntStream;

/// The months in which a unit works.
///
/// @param firstMonth first month, 1 to 12
/// @param lastMonth last month, 1 to 12; before the first when the season crosses New Year
public record WorkSeason(int firstMonth, int lastMonth) {
    public static final WorkSeason ALL_YEAR = new WorkSeason(1, 12);

    public WorkSeason {
        if (firstMonth < 1 || firstMonth > 12 || lastMonth < 1 || lastMonth > 12) {
            throw new IllegalArgumentException(
                    "A season from month %d to month %d; 1 to 12 are expected.".formatted(firstMonth, lastMonth));
        }
    }

    /// Whether the unit works in a month of December to March.
    public boolean hasWinter() {
        return IntStream.of(12, 1, 2, 3).anyMatch(this::holds);
    }

    private boolean holds(int month) {
        return firstMonth <= lastMonth
                ? month >= firstMonth && month <= lastMonth
                : month >= firstMonth || month <= lastMonth;
    }
}
