package courant.engine.plan;

import courant.engine.cost.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The independent referee of a plan: lives through its actions, prices them, and lists every rule they break.
final class PlanChecker {
    private final PlanRequest request;
    private final List<UnitOptions> options;
    private final List<String> violations = new ArrayList<>();

    PlanChecker(PlanRequest request, List<UnitOptions> options) {
        this.request = request;
        this.options = options;
    }

    /// The rules broken by the actions of each unit; empty when the plan is lawful.
    List<String> violations(List<List<Action>> actions, Projection projection) {
        for (int i = 0; i < options.size(); i++) {
            checkUnit(options.get(i), actions.get(i));
        }
        checkBudgets(projection);
        checkTargets(actions);
        return List.copyOf(violations);
    }

    private void checkUnit(UnitOptions unit, List<Action> actions) {
        String id = unit.unitCase().unit().id();
        int since = -unit.age();
        boolean present = true;
        boolean electric = unit.today().isElectric();
        int purchases = 0;
        int limit = unit.deadline() + unit.age();
        for (Action action : actions) {
            int y = action.year() - request.firstYear();
            if (action.kind() == ActionKind.KEEP) {
                continue;
            }
            require(present, "%s: action in %d after it left the fleet", id, action.year());
            require(y - since <= limit, "%s: replaced in %d, past its limit of age", id, action.year());
            if (action.kind() != ActionKind.REPLACE) {
                boolean allowed = action.kind() == ActionKind.RETIRE ? unit.mayRetire() : unit.sharedWith() != null;
                require(
                        allowed,
                        "%s: %s in %d is not allowed",
                        id,
                        action.kind().id(),
                        action.year());
                present = false;
                continue;
            }
            Ownership bought = bought(unit, action);
            boolean firstElectric = bought.isElectric() && !electric;
            int k = unit.replacements().indexOf(bought);
            require(bought.orderableIn(y), "%s: %s cannot be ordered in %d", id, action.modelId(), action.year());
            require(
                    action.capexCents() == unit.capitalCents(k, y, firstElectric),
                    "%s: capital of %d is not its price",
                    id,
                    action.year());
            electric |= bought.isElectric();
            since = y;
            limit = unit.longestHold();
            purchases++;
        }
        require(purchases <= 2, "%s: %d replacements, at most 2 are allowed", id, purchases);
        require(!present || request.years() - since <= limit, "%s: past its limit of age at the horizon", id);
    }

    private static Ownership bought(UnitOptions unit, Action action) {
        return unit.replacements().stream()
                .filter(o -> o.modelId().equals(action.modelId()))
                .findFirst()
                .orElseThrow();
    }

    private void checkBudgets(Projection projection) {
        for (int y = 0; y < projection.years(); y++) {
            Long budget = request.budgetCents().get(request.firstYear() + y);
            long capex = projection.year(y).capex;
            require(
                    budget == null || capex <= budget,
                    "%d spends %d cents of a budget of %d",
                    request.firstYear() + y,
                    capex,
                    budget == null ? 0 : budget);
        }
    }

    private void checkTargets(List<List<Action>> actions) {
        for (Target target : request.targets()) {
            int present = 0;
            int electric = 0;
            for (int i = 0; i < options.size(); i++) {
                UnitOptions unit = options.get(i);
                if (target.covers(unit.unitCase().unit().vehicleClass())) {
                    boolean here = true;
                    boolean isElectric = unit.today().isElectric();
                    for (Action action : actions.get(i)) {
                        if (action.year() <= target.year() && action.kind() != ActionKind.KEEP) {
                            here &= action.kind() == ActionKind.REPLACE;
                            isElectric = action.electric();
                        }
                    }
                    present += here ? 1 : 0;
                    electric += here && isElectric ? 1 : 0;
                }
            }
            require(
                    electric >= target.share() * present - 1e-6,
                    "target %s: %d of %d electric at the end of %d",
                    target.scope(),
                    electric,
                    present,
                    target.year());
        }
    }

    private void require(boolean holds, String sentence, Object... arguments) {
        if (!holds) {
            violations.add(sentence.formatted(arguments).toLowerCase(Locale.ROOT));
        }
    }
}
