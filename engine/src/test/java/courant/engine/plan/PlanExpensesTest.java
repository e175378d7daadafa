package courant.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.catalogue.Catalogue;
import courant.engine.cost.CostModel;
import courant.engine.cost.UnitCase;
import courant.engine.fact.Facts;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.Expense;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Incentives;
import courant.engine.incentive.PlanFunding;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.engine.optimise.SearchLimits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a plan buys, as programmes see it.
class PlanExpensesTest {
    private static final int YEARS = 8;
    private static final Programme CONFIRMED = new Programme(
            "aide",
            "aide",
            "aide",
            "Q",
            List.of(new GrantAmount(GrantObject.ELECTRIC_VEHICLE, 1, 2, null, 0.1, 400_000, null)),
            null,
            null,
            null,
            null,
            null,
            false,
            ProgrammeState.CONFIRMED,
            true,
            "s",
            "",
            Grade.HIGH,
            "");

    private final Facts facts = PlanFixture.facts(Map.of());
    private final Catalogue catalogue = new Catalogue(
            List.of(PlanFixture.model("ve", 50_000)),
            Arrays.stream(VehicleClass.values())
                    .filter(VehicleClass::isPlanned)
                    .map(PlanFixture.catalogue()::reference)
                    .toList());
    private final CostModel costs =
            new CostModel(facts, catalogue, new Incentives(List.of(CONFIRMED)), PlanFixture.FIRST_YEAR, YEARS);

    private static UnitCase car(String id) {
        return new UnitCase(
                PlanFixture.car(id, 2015, Fuel.GASOLINE, 60_000.0),
                60_000,
                0,
                true,
                List.of(PlanFixture.candidate("ve", 50_000, 12_000)));
    }

    private PlanResult plan(UnitCase... units) {
        List<UnitCase> cases = List.of(units);
        return Planner.plan(
                new PlanInputs(PlanFixture.request(cases, YEARS, Map.of(), List.of()), cases, facts, costs, -25, 0),
                SearchLimits.complete(1));
    }

    @Test
    void eachNewElectricVehicleAndItsFirstChargerAreExpensesBeforeTax() {
        List<Expense> expenses = PlanExpenses.of(plan(car("A")).units(), costs, catalogue);
        Expense vehicle = expenses.getFirst();
        assertEquals("A", vehicle.line());
        assertEquals(GrantObject.ELECTRIC_VEHICLE, vehicle.object());
        assertEquals(5_000_000, vehicle.cents());
        // 3,000 $ of equipment and 5,000 $ of installation; only the first electric purchase brings a charger.
        List<Expense> chargers = expenses.stream()
                .filter(expense -> expense.object() == GrantObject.CHARGER)
                .toList();
        assertEquals(List.of(800_000L), chargers.stream().map(Expense::cents).toList());
    }

    @Test
    void whatConfirmedProgrammesPayIsWhatThePlanCounts() {
        PlanResult plan = plan(car("A"), car("B"));
        long counted = plan.years().stream().mapToLong(YearLine::grantCents).sum();
        assertTrue(counted > 0);
        List<Expense> expenses = PlanExpenses.of(plan.units(), costs, catalogue);
        assertEquals(
                counted,
                PlanFunding.of(List.of(CONFIRMED), expenses, LocalDate.of(2026, 6, 1))
                        .confirmedCents());
    }
}
