package courant.engine.cost;

import courant.engine.energy.Feasibility;
import courant.engine.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The electricity rate each depot would pay if everything that can be electric there were.
public final class DepotRates {
    private final Map<String, ElectricityRate> byDepot;

    private DepotRates(Map<String, ElectricityRate> byDepot) {
        this.byDepot = byDepot;
    }

    /// @param cases the planned units of a fleet; O(units and their candidates)
    public static DepotRates of(List<UnitCase> cases, Facts facts) {
        return new DepotRates(cases.stream()
                .collect(Collectors.groupingBy(
                        c -> c.unit().depot(), Collectors.summingDouble(DepotRates::leastNightKw)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> ElectricityRate.ofSite(e.getValue(), facts))));
    }

    private static double leastNightKw(UnitCase unitCase) {
        return unitCase.candidates().stream()
                .map(UnitCase.Candidate::feasibility)
                .filter(f -> f.verdict().allowsElectric())
                .mapToDouble(Feasibility::nightKw)
                .min()
                .orElse(0);
    }

    /// The rate at the depot of one of those units.
    public ElectricityRate at(UnitCase unitCase) {
        return Objects.requireNonNull(byDepot.get(unitCase.unit().depot()), "depot");
    }
}
