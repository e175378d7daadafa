package courant.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.cost.Ownership;
import courant.engine.cost.UnitCase;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;
import courant.engine.optimise.SearchLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// On small random fleets, every plan there is: written down action by action, lived through year by year and judged
/// by the checker. Nothing of the optimiser's sequences or prices is used.
class ExhaustivePlanTest {
    private static final int YEARS = 4;

    @Property(tries = 250)
    void thePlannerFindsTheOptimumThatExhaustionFinds(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Facts facts = PlanFixture.facts(Map.of(
                "plan.discount_rate",
                random.nextInt(3) * 0.02,
                "plan.maintenance_age_growth",
                random.nextInt(3) * 0.05,
                "plan.price_drift.electric",
                -0.03,
                "class.car.life_years",
                4.0 + random.nextInt(4)));
        List<UnitCase> cases = fleet(random);
        Map<Integer, Long> budgets = budgets(random);
        List<Target> targets = random.nextInt(3) == 0
                ? List.of(new Target("light", random.nextInt(1, 4) / 3.0, 2027 + random.nextInt(YEARS)))
                : List.of();
        PlanInputs inputs = PlanFixture.inputs(cases, YEARS, budgets, targets, facts);

        long best = new Exhaustion(inputs).best();

        if (best == Long.MAX_VALUE) {
            assertThrows(
                    InfeasiblePlanException.class,
                    () -> Planner.plan(inputs, SearchLimits.complete(1)),
                    "seed " + seed);
            return;
        }
        PlanResult plan = Planner.plan(inputs, SearchLimits.complete(1));
        assertEquals(best, plan.certificate().objectiveCents(), "seed " + seed);
        assertEquals(best, plan.certificate().boundCents(), "seed " + seed);
        assertTrue(plan.certificate().checkerAgrees(), () -> "seed " + seed + plan.certificate());
    }

    private static List<UnitCase> fleet(SplittableRandom random) {
        List<UnitCase> cases = new ArrayList<>();
        int units = random.nextInt(1, 4);
        for (int i = 0; i < units; i++) {
            double km = random.nextInt(1, 60) * 1000.0;
            List<UnitCase.Candidate> candidates = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                candidates.add(PlanFixture.candidate(
                        "ve" + k, 42_000 + random.nextInt(30_000), km * (0.15 + 0.05 * random.nextInt(3))));
            }
            Fuel fuel = random.nextInt(6) == 0 ? Fuel.ELECTRIC : Fuel.GASOLINE;
            cases.add(new UnitCase(
                    PlanFixture.car("U" + i, 2012 + random.nextInt(15), fuel, km), km, 0, true, candidates));
        }
        return cases;
    }

    private static Map<Integer, Long> budgets(SplittableRandom random) {
        Map<Integer, Long> budgets = new TreeMap<>();
        for (int y = 0; y < YEARS; y++) {
            if (random.nextInt(3) > 0) {
                budgets.put(2027 + y, random.nextInt(130_000) * 100L);
            }
        }
        return budgets;
    }

    private static final class Exhaustion {
        private final PlanRequest request;
        private final Discount discount;
        private final List<UnitOptions> options;
        private final List<List<Priced>> lawful = new ArrayList<>();
        private long best = Long.MAX_VALUE;

        Exhaustion(PlanInputs inputs) {
            request = inputs.request();
            discount = new Discount(inputs.facts().value("plan.discount_rate"), YEARS);
            options = new FleetOptions(request, inputs.facts(), inputs.costs()).of(inputs.cases());
            PlanRequest free = PlanFixture.request(inputs.cases(), YEARS, Map.of(), List.of());
            for (UnitOptions unit : options) {
                lawful.add(everything(unit).stream()
                        .filter(actions -> new PlanChecker(free, List.of(unit))
                                .violations(List.of(actions), new Projection(free, discount))
                                .isEmpty())
                        .map(actions -> new Priced(
                                actions,
                                new Projection(free, discount)
                                        .add(unit, actions)
                                        .cents()))
                        .toList());
            }
        }

        private record Priced(List<Action> actions, long cents) {}

        long best() {
            combine(new ArrayList<>(), 0);
            return best;
        }

        private void combine(List<List<Action>> chosen, long cost) {
            int unit = chosen.size();
            if (unit == options.size()) {
                if (cost < best) {
                    Projection projection = new Projection(request, discount);
                    for (int i = 0; i < unit; i++) {
                        projection.add(options.get(i), chosen.get(i));
                    }
                    if (new PlanChecker(request, options)
                            .violations(chosen, projection)
                            .isEmpty()) {
                        best = projection.totalCents();
                    }
                }
                return;
            }
            for (Priced priced : lawful.get(unit)) {
                chosen.add(priced.actions());
                combine(chosen, cost + priced.cents());
                chosen.removeLast();
            }
        }

        /// Every list of actions of a unit, lawful or not, that never goes back from electric to combustion.
        private static List<List<Action>> everything(UnitOptions unit) {
            List<List<Action>> all = new ArrayList<>();
            all.add(List.of(plain(unit, ActionKind.KEEP, 0)));
            for (int first = 0; first < YEARS; first++) {
                all.add(List.of(plain(unit, ActionKind.RETIRE, first)));
                for (Ownership one : unit.replacements()) {
                    boolean electric = unit.today().isElectric();
                    Action bought = purchase(unit, one, first, electric);
                    all.add(List.of(bought));
                    for (int second = first + 1; second < YEARS; second++) {
                        for (Ownership two : unit.replacements()) {
                            if (two.isElectric() || !one.isElectric()) {
                                all.add(List.of(bought, purchase(unit, two, second, electric || one.isElectric())));
                            }
                        }
                    }
                }
            }
            return all;
        }

        private static Action plain(UnitOptions unit, ActionKind kind, int year) {
            return new Action(kind, 2027 + year, "", "", unit.today().fuel(), 0, 0, 0, 0, 0, Reason.of("test"));
        }

        private static Action purchase(UnitOptions unit, Ownership bought, int year, boolean electricBefore) {
            long charger = bought.isElectric() && !electricBefore ? 8_000_00 : 0;
            return new Action(
                    ActionKind.REPLACE,
                    2027 + year,
                    bought.modelId(),
                    bought.modelName(),
                    bought.fuel(),
                    bought.capexCents(year) + charger,
                    charger,
                    0,
                    0,
                    0,
                    Reason.of("test"));
        }
    }
}
