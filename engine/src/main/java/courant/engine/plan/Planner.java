package courant.engine.plan;

import courant.engine.cost.UnitCase;
import courant.engine.fleet.Fuel;
import courant.engine.optimise.ChoiceResult;
import courant.engine.optimise.SearchLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Plans a fleet: every unit's sequence of actions at least discounted cost under yearly budgets and targets, with a
/// proved bound, priced a second time by a checker, explained line by line, and compared with the best plan that buys
/// no electric vehicle.
public final class Planner {
    private final PlanInputs inputs;
    private final PlanRequest request;
    private final Discount discount;

    private Planner(PlanInputs inputs) {
        this.inputs = inputs;
        this.request = inputs.request();
        this.discount = new Discount(inputs.facts().value("plan.discount_rate"), request.years());
    }

    /// Plans within limits.
    ///
    /// @return the best plan found with its certificate; `seconds` is left 0 for the caller, who owns the clock
    /// @throws InfeasiblePlanException when it is proved that no plan exists, with the smallest change that helps
    /// @throws UndecidedPlanException when the limits were reached with neither plan nor proof
    /// @throws IllegalArgumentException when nothing in the fleet can be planned
    public static PlanResult plan(PlanInputs inputs, SearchLimits limits) {
        return plan(inputs, limits, stage -> {});
    }

    /// Plans within limits, as [#plan(PlanInputs, SearchLimits)].
    ///
    /// @param progress told of each stage as it begins
    public static PlanResult plan(PlanInputs inputs, SearchLimits limits, Consumer<PlanStage> progress) {
        return new Planner(inputs).plan(limits, progress);
    }

    private PlanResult plan(SearchLimits limits, Consumer<PlanStage> progress) {
        progress.accept(PlanStage.SEARCH);
        List<UnitOptions> options = new FleetOptions(request, inputs.facts(), inputs.costs()).of(inputs.cases());
        FleetProgram program = new FleetProgram(request, options, discount);
        ChoiceResult solved = program.solve(limits);
        int[] choice = solved.choice().orElseThrow(() -> {
            progress.accept(PlanStage.REMEDY);
            return noPlan(solved, options, limits);
        });
        Solution plan = solution(program, options, choice);
        progress.accept(PlanStage.REFERENCE);
        Reference reference = reference(options, limits);
        return result(solved, plan, reference);
    }

    private RuntimeException noPlan(ChoiceResult solved, List<UnitOptions> options, SearchLimits limits) {
        return solved.provedInfeasible()
                ? new InfeasiblePlanException(new RemedySearch(request, options, discount, limits).find())
                : new UndecidedPlanException(solved.nodes());
    }

    /// A choice as people read it: units with their options, actions and totals.
    private record Solution(
            List<UnitOptions> options,
            List<List<Action>> actions,
            List<Projection.UnitTotal> totals,
            Projection projection) {}

    private Solution solution(FleetProgram program, List<UnitOptions> options, int[] choice) {
        Explanation explanation = new Explanation(request, inputs.coldestC());
        List<List<Action>> actions = new ArrayList<>();
        List<List<Action>> bare = program.actions(choice);
        for (int i = 0; i < choice.length; i++) {
            actions.add(explanation.explain(options.get(i), program.block(i), choice[i], bare.get(i)));
        }
        Projection projection = new Projection(request, discount);
        List<Projection.UnitTotal> totals = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            totals.add(projection.add(options.get(i), actions.get(i)));
        }
        return new Solution(options, actions, totals, projection);
    }

    /// The best plan that buys no electric vehicle for a unit that is not electric today.
    private record Reference(Solution solution, boolean keepsBudgets) {}

    private Reference reference(List<UnitOptions> options, SearchLimits limits) {
        List<UnitOptions> combustion =
                options.stream().map(Planner::withoutElectrification).toList();
        SearchLimits modest = new SearchLimits(1, limits.deadline(), 1e-4, limits.costStep());
        PlanRequest budgetsOnly = request(request.budgetCents());
        FleetProgram program = new FleetProgram(budgetsOnly, combustion, discount);
        ChoiceResult solved = program.solve(modest);
        if (solved.choice().isPresent()) {
            return new Reference(solution(program, combustion, solved.choice().get()), true);
        }
        FleetProgram unlimited = new FleetProgram(request(Map.of()), combustion, discount);
        int[] choice = unlimited.solve(modest).choice().orElseThrow();
        return new Reference(solution(unlimited, combustion, choice), false);
    }

    private PlanRequest request(Map<Integer, Long> budgets) {
        return new PlanRequest(
                request.municipality(),
                request.fleet(),
                request.asOf(),
                request.firstYear(),
                request.years(),
                budgets,
                List.of());
    }

    private static UnitOptions withoutElectrification(UnitOptions unit) {
        if (unit.today().isElectric()) {
            return unit;
        }
        return new UnitOptions(
                unit.unitCase(),
                unit.today(),
                unit.replacements().stream().filter(o -> !o.isElectric()).toList(),
                unit.age(),
                unit.deadline(),
                unit.longestHold(),
                0,
                new long[1],
                unit.mayRetire(),
                unit.sharedWith());
    }

    private PlanResult result(ChoiceResult solved, Solution plan, Reference reference) {
        Projection ours = plan.projection();
        Projection theirs = reference.solution().projection();
        long objective = Math.round(solved.cost());
        Certificate certificate = new Certificate(
                objective,
                Math.min(objective, (long) Math.ceil(solved.bound() - 1e-3)),
                ours.totalCents(),
                new PlanChecker(request, plan.options()).violations(plan.actions(), ours));
        SavingRange range = new SavingRange(ours, theirs, inputs.facts());
        return new PlanResult(
                request,
                units(plan, reference.solution()),
                years(ours, theirs),
                certificate,
                theirs.totalCents(),
                range.savingCents(),
                range.lowCents(),
                range.highCents(),
                totalGhg(theirs) - totalGhg(ours),
                ghgShare(plan),
                range.sensitivities(),
                inputs.facts().used(),
                assumptions(plan.options(), reference),
                0);
    }

    private List<UnitPlan> units(Solution plan, Solution reference) {
        List<UnitPlan> units = new ArrayList<>();
        for (int i = 0; i < plan.options().size(); i++) {
            UnitCase unitCase = plan.options().get(i).unitCase();
            boolean byTheHour = unitCase.unit().vehicleClass().worksByTheHour();
            List<Action> actions = plan.actions().get(i);
            Projection.UnitTotal total = plan.totals().get(i);
            Projection.UnitTotal without = reference.totals().get(i);
            units.add(new UnitPlan(
                    unitCase.unit(),
                    byTheHour ? 0 : unitCase.kmPerYear(),
                    byTheHour ? unitCase.hoursPerYear() : 0,
                    unitCase.usageMeasured(),
                    unitCase.feasibilityOf(actions.stream().map(Action::modelId).toList()),
                    actions,
                    total.cents(),
                    without.cents() - total.cents(),
                    without.ghgT() - total.ghgT()));
        }
        return units;
    }

    private List<YearLine> years(Projection ours, Projection theirs) {
        List<YearLine> lines = new ArrayList<>();
        for (int y = 0; y < ours.years(); y++) {
            Projection.Year plan = ours.year(y);
            Projection.Year without = theirs.year(y);
            lines.add(new YearLine(
                    request.firstYear() + y,
                    request.budgetCents().get(request.firstYear() + y),
                    plan.capex,
                    plan.grants,
                    plan.resale,
                    plan.fuel,
                    plan.electricity,
                    plan.maintenance,
                    without.capex,
                    without.fuel + without.electricity + without.maintenance,
                    plan.ghgT,
                    without.ghgT,
                    plan.electric,
                    plan.present,
                    plan.replacedElectric,
                    plan.replacedCombustion));
        }
        return lines;
    }

    private static double totalGhg(Projection projection) {
        double sum = 0;
        for (int y = 0; y < projection.years(); y++) {
            sum += projection.year(y).ghgT;
        }
        return sum;
    }

    /// Share of today's yearly emissions avoided in the plan's last year.
    private double ghgShare(Solution plan) {
        double today = plan.options().stream()
                .mapToDouble(o -> o.today().yearly().ghgT())
                .sum();
        double last = plan.projection().year(request.years() - 1).ghgT;
        return today == 0 ? 0 : (today - last) / today;
    }

    private List<Reason> assumptions(List<UnitOptions> options, Reference reference) {
        List<Reason> list = new ArrayList<>();
        list.add(Reason.of(reference.keepsBudgets() ? "assume.reference" : "assume.reference-without-budget"));
        addCount(list, "assume.usage-default", options, o -> !o.unitCase().usageMeasured());
        addCount(list, "assume.birth-year", options, o -> o.unitCase().unit().birthYear() == null);
        addCount(list, "assume.fuel-unknown", options, o -> o.unitCase().unit().fuel() == Fuel.UNKNOWN);
        addCount(
                list,
                "assume.depot-unknown",
                options,
                o -> o.unitCase().unit().depot().isEmpty());
        list.add(Reason.of("assume.site-share"));
        list.add(Reason.of("assume.no-grants", inputs.programmesToConfirm()));
        return list;
    }

    private static void addCount(
            List<Reason> list, String key, List<UnitOptions> options, Predicate<UnitOptions> applies) {
        long count = options.stream().filter(applies).count();
        if (count > 0) {
            list.add(Reason.of(key, count));
        }
    }
}
