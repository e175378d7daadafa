package courant.engine.cost;

import courant.engine.catalogue.ElectricModel;
import courant.engine.energy.Feasibility;
import courant.engine.energy.WorkSeason;
import courant.engine.fleet.Unit;
import java.util.List;

/// One unit with its yearly work and the electric models assessed for it: all that costing needs to know.
///
/// @param unit the unit
/// @param kmPerYear distance, km
/// @param hoursPerYear hours of work, h
/// @param usageMeasured whether that work was recorded by the town
/// @param season months in which it works
/// @param candidates electric models of its class with their verdicts, those that work first
public record UnitCase(
        Unit unit,
        double kmPerYear,
        double hoursPerYear,
        boolean usageMeasured,
        WorkSeason season,
        List<Candidate> candidates) {
    public UnitCase {
        candidates = List.copyOf(candidates);
    }

    /// A unit that works all year.
    public UnitCase(
            Unit unit, double kmPerYear, double hoursPerYear, boolean usageMeasured, List<Candidate> candidates) {
        this(unit, kmPerYear, hoursPerYear, usageMeasured, WorkSeason.ALL_YEAR, candidates);
    }

    /// An electric model and whether it can do the unit's work.
    public record Candidate(ElectricModel model, Feasibility feasibility) {}

    /// The verdict on the electric model that the actions buy first, else on the best candidate.
    public Feasibility feasibilityOf(List<String> boughtModelIds) {
        return boughtModelIds.stream()
                .flatMap(id -> candidates.stream().filter(c -> c.model().id().equals(id)))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(Candidate::feasibility)
                .orElseGet(Feasibility::noCandidate);
    }
}
