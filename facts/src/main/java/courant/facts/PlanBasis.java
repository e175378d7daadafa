package courant.facts;

import courant.engine.catalogue.Catalogue;
import courant.engine.climate.Municipality;
import courant.engine.climate.WeatherYear;
import courant.engine.cost.CostModel;
import courant.engine.cost.UnitCase;
import courant.engine.fact.FactSet;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fleet;
import courant.engine.incentive.Incentives;
import courant.engine.incentive.ProgrammeState;
import courant.engine.plan.FleetAssessment;
import courant.engine.plan.PlanInputs;
import courant.engine.plan.PlanRequest;
import courant.engine.plan.Target;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What every plan of one fleet in one town rests on: the facts of a day, the winter, each unit with its work and its
/// electric candidates. Made once, it answers many questions; each answer lists the facts that it used itself.
public final class PlanBasis {
    private final Municipality municipality;
    private final Fleet fleet;
    private final LocalDate asOf;
    private final Facts assessed;
    private final List<UnitCase> cases;
    private final double coldestC;

    private PlanBasis(
            Municipality municipality,
            Fleet fleet,
            LocalDate asOf,
            Facts assessed,
            List<UnitCase> cases,
            double coldestC) {
        this.municipality = municipality;
        this.fleet = fleet;
        this.asOf = asOf;
        this.assessed = assessed;
        this.cases = cases;
        this.coldestC = coldestC;
    }

    /// What is asked of a plan.
    ///
    /// @param firstYear first budget year
    /// @param years length of the horizon, years
    /// @param budgetCents capital by year, cents; a year that is absent has no limit
    /// @param targets the council's targets
    public record Question(int firstYear, int years, Map<Integer, Long> budgetCents, List<Target> targets) {
        public Question {
            budgetCents = Map.copyOf(budgetCents);
            targets = List.copyOf(targets);
        }
    }

    /// Assesses the planned units of a fleet; one assessment per unit and model of its class.
    ///
    /// @param facts facts of every date, a town's own laid over them
    /// @param asOf day whose facts are used
    public static PlanBasis of(
            Fleet fleet, Municipality municipality, WeatherYear weather, FactSet facts, LocalDate asOf) {
        Facts inForce = facts.asOf(asOf);
        List<UnitCase> cases = new FleetAssessment(FactTables.catalogue(), inForce, weather).of(fleet);
        double coldest = Arrays.stream(weather.meanC()).min().orElseThrow();
        return new PlanBasis(municipality, fleet, asOf, inForce, cases, coldest);
    }

    /// The planned units, in the order of the sheet.
    public List<UnitCase> cases() {
        return cases;
    }

    public Catalogue catalogue() {
        return FactTables.catalogue();
    }

    /// @throws IllegalArgumentException when there is nothing to plan, or a target lies outside the horizon
    public PlanInputs inputs(Question question) {
        Facts facts = assessed.copy();
        Incentives incentives = FactTables.incentives();
        PlanRequest request = new PlanRequest(
                municipality,
                fleet,
                asOf,
                question.firstYear(),
                question.years(),
                question.budgetCents(),
                question.targets());
        return new PlanInputs(
                request,
                cases,
                facts,
                new CostModel(facts, catalogue(), incentives, question.firstYear(), question.years()),
                coldestC,
                (int) incentives.programmes().stream()
                        .filter(p -> p.state() == ProgrammeState.TO_CONFIRM)
                        .count());
    }
}
