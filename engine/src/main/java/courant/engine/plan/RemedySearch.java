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
    /// Relative width to which the least budget is found.
    private static final double PRECISION = 0.001;
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
        long highest = greatestYear(freeChoice);
        long provedTooLow = provedTooLow(highest);
        long low = provedTooLow;
        long high = highest;
        long step = Math.max(ROUNDING_CENTS, Math.round(provedTooLow * PRECISION / 2));
        while (low + step < high) {
            if (canKeep(low + step)) {
                high = low + step;
            } else {
                low += step;
                step *= 2;
            }
        }
        while (high - low > Math.max(ROUNDING_CENTS, high * PRECISION)) {
            long middle = (low + high) / 2;
            if (canKeep(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        long rounded = (high + ROUNDING_CENTS - 1) / ROUNDING_CENTS * ROUNDING_CENTS;
        return new InfeasiblePlanException.Remedy(rounded, provedTooLow == 0 ? null : provedTooLow, null, null);
    }

    private boolean canKeep(long yearlyCents) {
        return solve(atLeast(yearlyCents), request.targets()).choice().isPresent();
    }

    /// The greatest yearly budget that the relaxation proves too low, by discrete Newton steps: the prices that prove
    /// one level too low prove it for all levels up to the next.
    private long provedTooLow(long highest) {
        long level = 0;
        double[] prices = new double[new FleetProgram(with(atLeast(0), request.targets()), options, discount).rows()];
        while (true) {
            FleetProgram.Shortfall shortfall =
                    new FleetProgram(with(atLeast(level), request.targets()), options, discount).shortfall(prices);
            long next = shortfall.proved() ? nextLevel(level, highest, shortfall) : level;
            if (next <= level) {
                return level;
            }
            level = next;
            prices = shortfall.prices();
        }
    }

    /// The last level at which the prices of a shortfall still leave some of it.
    private long nextLevel(long level, long highest, FleetProgram.Shortfall shortfall) {
        long low = level;
        long high = highest;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (left(shortfall, level, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double left(FleetProgram.Shortfall shortfall, long level, long raised) {
        double left = shortfall.amount();
        for (Map.Entry<Integer, Long> budget : request.budgetCents().entrySet()) {
            int year = budget.getKey() - request.firstYear();
            if (year >= 0 && year < request.years()) {
                long more = Math.max(budget.getValue(), raised) - Math.max(budget.getValue(), level);
                left -= shortfall.worthOfCent()[year] * more;
            }
        }
        return left;
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
