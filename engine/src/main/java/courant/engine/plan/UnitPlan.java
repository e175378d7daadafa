package courant.engine.plan;

import courant.engine.energy.Feasibility;
import courant.engine.fleet.Unit;
import java.util.List;

/// What the plan does with one unit over the horizon.
///
/// @param unit the unit
/// @param kmPerYear yearly distance the plan counts on, km; 0 for machines
/// @param hoursPerYear yearly hours the plan counts on, h; 0 for road vehicles
/// @param usageMeasured whether that usage was recorded by the town (else a class default)
/// @param feasibility of the electric model chosen, else of the best candidate
/// @param actions in order of year; a unit that is only kept has one `keep` action
/// @param discountedCents the unit's part of the objective, cents
/// @param savingCents what the unit's actions save over the horizon against the reference plan, cents; negative is a
/// cost
/// @param ghgReductionT tonnes CO2e avoided over the horizon against the reference plan
public record UnitPlan(
        Unit unit,
        double kmPerYear,
        double hoursPerYear,
        boolean usageMeasured,
        Feasibility feasibility,
        List<Action> actions,
        long discountedCents,
        long savingCents,
        double ghgReductionT) {
    public UnitPlan {
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unit %s has no action: a kept unit has one `keep`.".formatted(unit.id()));
        }
    }

    /// Whether the plan buys an electric vehicle for a unit that is not electric today.
    public boolean recommendedElectric() {
        return !unit.isElectric() && actions.stream().anyMatch(Action::electric);
    }

    /// Whether the unit is electric at the end of a year of the plan, and still there.
    public boolean electricAtEndOf(int year) {
        boolean electric = unit.isElectric();
        for (Action action : actions) {
            if (action.year() > year || action.kind() == ActionKind.KEEP) {
                continue;
            }
            electric = action.electric();
        }
        return electric;
    }

    /// Whether the unit is still in the fleet at the end of a year (neither retired nor shared away).
    public boolean presentAtEndOf(int year) {
        return actions.stream()
                .noneMatch(a -> a.year() <= year && (a.kind() == ActionKind.RETIRE || a.kind() == ActionKind.SHARE));
    }
}
