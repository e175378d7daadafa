package courant.engine.plan;

import courant.engine.climate.Municipality;
import courant.engine.fleet.Fleet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the council asks.
///
/// @param municipality whose plan it is
/// @param fleet its units
/// @param asOf date whose facts are used
/// @param firstYear first budget year of the plan
/// @param years length of the horizon, years
/// @param budgetCents capital allowed by year, cents; a year that is absent has no limit
/// @param targets the council's targets
public record PlanRequest(
        Municipality municipality,
        Fleet fleet,
        LocalDate asOf,
        int firstYear,
        int years,
        Map<Integer, Long> budgetCents,
        List<Target> targets) {
    public PlanRequest {
        budgetCents = java.util.Collections.unmodifiableMap(new TreeMap<>(budgetCents));
        targets = List.copyOf(targets);
        if (years < 1 || years > 30) {
            throw new IllegalArgumentException("A horizon of %d years; 1 to 30 are expected.".formatted(years));
        }
        int last = firstYear + years - 1;
        for (Target target : targets) {
            if (target.year() < firstYear || target.year() > last) {
                throw new IllegalArgumentException("""
                        The target on %s is for %d, outside the plan's years %d to %d.
                        Maybe lengthen the horizon, or move the target.\
                        """.formatted(target.scope(), target.year(), firstYear, last));
            }
        }
        budgetCents.forEach((year, cents) -> {
            if (cents < 0) {
                throw new IllegalArgumentException(
                        "The budget of %d is negative: %s $.".formatted(year, cents / 100.0));
            }
        });
    }

    public int lastYear() {
        return firstYear + years - 1;
    }
}
