package courant.engine.plan;

import courant.engine.optimise.ChoiceResult;
import courant.engine.optimise.SearchLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks for the smallest change that makes an infeasible request feasible: a higher yearly budget, else a smaller
/// share or a later year for the target that cannot be met. What it proposes, it has solved.
final class RemedySearch {
    private static final int HALVINGS = 14;
    private static final long ROUNDING_CENTS = 100_000;

    private final PlanRequest request;
    private final List<UnitOptions> options;
    private final Discount discount;
    private final SearchLimits limits;

    RemedySearch(PlanRequest request, List<UnitOptions> options, Discount discount, SearchLimits limits) {
        this.request = request;
        this.options = options;
        this.discount = discount;
        this.limits = new SearchLimits(30, limits.deadline(), 0.5, limits.costStep());
    }

    InfeasiblePlanException.Remedy find() {
        ChoiceResult free = solve(Map.of(), request.targets());
        if (free.choice().isPresent()) {
            return leastBudget(free.choice().get());
        }
        for (Target target : request.targets()) {
            if (solve(Map.of(), List.of(target)).choice().isEmpty()) {
                return reachable(target);
            }
        }
        return new InfeasiblePlanException.Remedy(null, null, null, null);
    }

    private ChoiceResult solve(Map<Integer, Long> budgets, List<Target> targets) {
        return new FleetProgram(with(budgets, targets), options, discount).solve(limits);
    }

    private PlanRequest with(Map<Integer, Long> budgets, List<Target> targets) {
        return new PlanRequest(
                request.municipality(),
                request.fleet(),
                request.asOf(),
                request.firstYear(),
                request.years(),
                budgets,
                targets);
    }

    private InfeasiblePlanException.Remedy leastBudget(int[] freeChoice) {
        long low = 0;
        long high = greatestYear(freeChoice);
        Long provedTooLow = null;
        for (int i = 0; i < HALVINGS && high - low > ROUNDING_CENTS; i++) {
            long middle = (low + high) / 2;
            ChoiceResult result = solve(atLeast(middle), request.targets());
            if (result.choice().isPresent()) {
                high = middle;
            } else {
                low = middle;
                provedTooLow = result.provedInfeasible() ? Long.valueOf(middle) : provedTooLow;
            }
        }
        long rounded = (high + ROUNDING_CENTS - 1) / ROUNDING_CENTS * ROUNDING_CENTS;
        return new InfeasiblePlanException.Remedy(rounded, provedTooLow, null, null);
    }

    private long greatestYear(int[] choice) {
        PlanRequest free = with(Map.of(), request.targets());
        Projection projection = new Projection(free, discount);
        List<List<Action>> actions = new FleetProgram(free, options, discount).actions(choice);
        for (int i = 0; i < options.size(); i++) {
            projection.add(options.get(i), actions.get(i));
        }
        long greatest = 0;
        for (int y = 0; y < projection.years(); y++) {
            greatest = Math.max(greatest, projection.year(y).capex);
        }
        return greatest;
    }

    private Map<Integer, Long> atLeast(long cents) {
        Map<Integer, Long> raised = new TreeMap<>();
        request.budgetCents().forEach((year, budget) -> raised.put(year, Math.max(budget, cents)));
        return raised;
    }

    private InfeasiblePlanException.Remedy reachable(Target target) {
        double low = 0;
        double high = target.share();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (canMeet(new Target(target.scope(), middle, target.year()))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Target largest = new Target(target.scope(), Math.floor(low * 1000) / 1000, target.year());
        return new InfeasiblePlanException.Remedy(null, null, largest, earliest(target));
    }

    private @Nullable Target earliest(Target target) {
        for (int year = target.year() + 1; year <= request.lastYear(); year++) {
            Target later = new Target(target.scope(), target.share(), year);
            if (canMeet(later)) {
                return later;
            }
        }
        return null;
    }

    private boolean canMeet(Target target) {
        return solve(Map.of(), List.of(target)).choice().isPresent();
    }
}
