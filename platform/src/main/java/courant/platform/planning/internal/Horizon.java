package courant.platform.planning.internal;

import java.time.LocalDate;

/// The budget years a plan decides on.
///
/// @param firstYear a budget is adopted before its year begins: the next year is the first one a plan can still change
/// @param years how many
public record Horizon(int firstYear, int years) {
    private static final int USUAL_YEARS = 15;

    static Horizon from(LocalDate today) {
        return new Horizon(today.getYear() + 1, USUAL_YEARS);
    }

    public int lastYear() {
        return firstYear + years - 1;
    }

    boolean holds(int year) {
        return year >= firstYear && year <= lastYear();
    }
}
