package courant.platform.planning.internal;

import courant.engine.catalogue.ElectricModel;
import courant.engine.cost.CostModel;
import courant.engine.cost.DepotRates;
import courant.engine.cost.Ownership;
import courant.engine.cost.UnitCase;
import courant.engine.energy.Feasibility;
import courant.engine.fact.Facts;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.Action;
import courant.engine.plan.PlanInputs;
import courant.engine.plan.UnitPlan;
import courant.platform.web.Figures;
import courant.reports.Cell;
import courant.reports.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// « Pourquoi? » of one unit: what was considered, what winter does, what each way costs, and the facts.
///
/// @param back address of the plan
/// @param unit the unit with its plan
/// @param description class, make, model and year
/// @param usage work of a year
/// @param actions what the plan does, in order
/// @param candidates electric models considered, those that work first
/// @param winter days of winter work, in words
/// @param costs both ways over a life, empty when there is no electric way
/// @param lifeYears length of that life
/// @param facts rows of the facts on its class
public record UnitPage(
        String back,
        UnitPlan unit,
        String description,
        String usage,
        List<Step> actions,
        List<Candidate> candidates,
        Winter winter,
        List<CostLine> costs,
        int lifeYears,
        List<List<Cell>> facts) {
    private static final Figures FIGURES = Figures.of(Locale.CANADA_FRENCH);
    private static final int WINTER_DAYS = 121;
    private static final int YEAR_DAYS = 365;

    /// @param possibleGrant grant to confirm, empty for none
    public record Step(
            String year, String what, String model, String net, String grant, String possibleGrant, String reason) {}

    /// @param limit key of what limits it in the message bundle
    public record Candidate(
            String name,
            boolean isChosen,
            String price,
            String available,
            String winterDay,
            String served,
            String servedNoon,
            String worstWeek,
            String verdict,
            String limitKey,
            String note) {}

    /// @param days working days of December to March, 0 when the class works a season only
    /// @param served of those, served by overnight charging
    public record Winter(String verdict, long days, long served, boolean isMeasured) {}

    /// @param key of the line in the message bundle
    public record CostLine(String key, String electric, String combustion) {}

    static UnitPage of(AnalysisStore.Visit visit, Question question, PlanOutcome.Planned planned, UnitPlan unit) {
        Wording wording = planned.report().wording();
        PlanInputs inputs =
                planned.basis().inputs(question.over(Horizon.from(visit.plans().today())));
        UnitCase unitCase = inputs.cases().stream()
                .filter(c -> c.unit().id().equals(unit.unit().id()))
                .findFirst()
                .orElseThrow();
        Pricing pricing = new Pricing(inputs, unitCase, unit);
        return new UnitPage(
                question.at("/analyser/" + visit.id() + "/plan") + "#unites",
                unit,
                PlanView.description(unit.unit(), wording),
                PlanView.usage(unit),
                unit.actions().stream().map(a -> step(a, wording)).toList(),
                unitCase.candidates().stream()
                        .map(c -> candidate(c, unit, wording))
                        .toList(),
                winter(unit, inputs.facts(), wording),
                pricing.lines(),
                pricing.life(),
                facts(planned, unit));
    }

    private static Step step(Action action, Wording wording) {
        boolean bought = action.capexCents() > 0;
        return new Step(
                bought || !action.reason().key().startsWith("keep") ? String.valueOf(action.year()) : "",
                PlanView.action(action, wording),
                action.modelName(),
                bought ? FIGURES.dollars(action.netCents()) : "",
                action.grantCents() > 0 ? FIGURES.dollars(action.grantCents()) : "",
                action.possibleGrantCents() > 0 ? FIGURES.dollars(action.possibleGrantCents()) : "",
                wording.reason(action.reason()));
    }

    private static Candidate candidate(UnitCase.Candidate candidate, UnitPlan unit, Wording wording) {
        Feasibility f = candidate.feasibility();
        ElectricModel model = candidate.model();
        boolean hasFigures = f.availableKwh() > 0;
        return new Candidate(
                model.displayName(),
                unit.actions().stream().anyMatch(a -> a.modelId().equals(model.id())),
                FIGURES.dollars(Math.round(100 * model.priceCad())),
                hasFigures ? FIGURES.number(f.availableKwh(), 0) + "\u00a0kWh" : "",
                hasFigures ? FIGURES.number(f.winterDayKwh(), 0) + "\u00a0kWh" : "",
                hasFigures ? FIGURES.percent(f.servedWinterShare(), 1) : "",
                hasFigures ? FIGURES.percent(f.servedWinterNoonShare(), 1) : "",
                hasFigures ? FIGURES.percent(f.worstWeekShare(), 0) : "",
                wording.verdict(f),
                "plan.limit." + f.limit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Typography.of(model.note()));
    }

    private static Winter winter(UnitPlan unit, Facts facts, Wording wording) {
        Feasibility f = unit.feasibility();
        String prefix = "class." + unit.unit().vehicleClass().id() + ".";
        boolean wholeYear = facts.find(prefix + "season_first_month")
                        .map(m -> m.value() == 1)
                        .orElse(false)
                && facts.find(prefix + "season_last_month")
                        .map(m -> m.value() == 12)
                        .orElse(false);
        long days = wholeYear && f.availableKwh() > 0
                ? facts.find(prefix + "working_days")
                        .map(d -> Math.round(d.value() * WINTER_DAYS / YEAR_DAYS))
                        .orElse(0L)
                : 0;
        return new Winter(
                wording.verdict(f),
                days,
                (long) Math.floor(days * f.servedWinterShare() + 1e-9),
                f.evidence() == courant.engine.energy.Evidence.MEASURED);
    }

    private static List<List<Cell>> facts(PlanOutcome.Planned planned, UnitPlan unit) {
        VehicleClass vehicleClass = unit.unit().vehicleClass();
        return planned.report().table("facts").rows().stream()
                .filter(row -> row.getLast().text().startsWith("class." + vehicleClass.id() + "."))
                .toList();
    }

    /// The electric way beside the combustion way over one planned life, undiscounted.
    private static final class Pricing {
        private final PlanInputs inputs;
        private final UnitCase unitCase;
        private final UnitPlan unit;
        private final int life;

        Pricing(PlanInputs inputs, UnitCase unitCase, UnitPlan unit) {
            this.inputs = inputs;
            this.unitCase = unitCase;
            this.unit = unit;
            this.life = (int) inputs.facts()
                    .value("class." + unitCase.unit().vehicleClass().id() + ".life_years");
        }

        int life() {
            return life;
        }

        /// The model the plan buys, else the best that works.
        private Optional<UnitCase.Candidate> electric() {
            return unitCase.candidates().stream()
                    .filter(c -> unit.actions().stream()
                            .anyMatch(a -> a.modelId().equals(c.model().id())))
                    .findFirst()
                    .or(() -> unitCase.candidates().stream()
                            .filter(c -> c.feasibility().verdict().allowsElectric())
                            .findFirst());
        }

        List<CostLine> lines() {
            return electric().map(this::lines).orElse(List.of());
        }

        private List<CostLine> lines(UnitCase.Candidate candidate) {
            CostModel costs = inputs.costs();
            Ownership electric = costs.electric(
                    unitCase,
                    candidate,
                    DepotRates.of(inputs.cases(), inputs.facts()).at(unitCase));
            Ownership combustion = costs.combustion(unitCase);
            int year = unit.actions().stream()
                    .filter(a -> a.modelId().equals(candidate.model().id()))
                    .mapToInt(a -> a.year() - inputs.request().firstYear())
                    .findFirst()
                    .orElse(0);
            long charger = unitCase.unit().isElectric()
                    ? 0
                    : costs.chargerCents(unitCase.unit().vehicleClass()) + costs.siteCents(electric.nightKw());
            long[] ours = amounts(electric, year, charger);
            long[] theirs = amounts(combustion, year, 0);
            String[] keys = {"vehicle", "charger", "grant", "energy", "maintenance", "resale", "total"};
            return IntStream.range(0, keys.length)
                    .mapToObj(i ->
                            new CostLine("plan.cost." + keys[i], FIGURES.dollars(ours[i]), FIGURES.dollars(theirs[i])))
                    .toList();
        }

        private long[] amounts(Ownership way, int year, long charger) {
            long energy = life * (way.yearly().fuelCents() + way.yearly().electricityCents());
            long maintenance =
                    IntStream.range(0, life).mapToLong(way::maintenanceCents).sum();
            long vehicle = way.capexCents(year);
            long grant = -way.grantCents(year);
            long resale = -way.resaleCents(year, life);
            return new long[] {
                vehicle,
                charger,
                grant,
                energy,
                maintenance,
                resale,
                vehicle + charger + grant + energy + maintenance + resale
            };
        }
    }
}
