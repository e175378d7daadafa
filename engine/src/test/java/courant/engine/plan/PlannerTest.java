package courant.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.cost.UnitCase;
import courant.engine.energy.Evidence;
import courant.engine.energy.Feasibility;
import courant.engine.energy.Verdict;
import courant.engine.energy.WorkSeason;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;
import courant.engine.optimise.SearchLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final SearchLimits COMPLETE = SearchLimits.complete(1);
    private final Facts facts = PlanFixture.facts(Map.of());

    @Test
    void aNewCarOfLittleUseIsKeptOverAShortHorizon() {
        UnitCase unit = car("A", 2026, 5_000, PlanFixture.candidate("ve", 50_000, 1_000));

        PlanResult plan = Planner.plan(inputs(3, Map.of(), List.of(), unit), COMPLETE);

        assertEquals(
                ActionKind.KEEP, plan.units().getFirst().actions().getFirst().kind());
        // Three years of 500 L at 1 $/L and 5,000 km at 0.10 $/km, less what the car is worth at four years.
        double resale = 40_000 * Math.pow(0.15, 4 / 10.0);
        assertEquals(3 * (500 + 500) - resale, plan.certificate().objectiveCents() / 100.0, 0.01);
        assertEquals(0, plan.certificate().gap());
        assertTrue(plan.certificate().checkerAgrees());
    }

    @Test
    void aCarDrivenFarIsElectrifiedBecauseFuelCostsMoreThanThePremium() {
        // 60,000 km a year: 6,000 $ of fuel and 6,000 $ of maintenance against 1,200 $ of electricity and 3,000 $.
        UnitCase unit = car("A", 2015, 60_000, PlanFixture.candidate("ve", 50_000, 12_000));

        PlanResult plan = Planner.plan(inputs(10, Map.of(), List.of(), unit), COMPLETE);

        Action action = plan.units().getFirst().actions().getFirst();
        assertTrue(action.electric());
        assertEquals(2027, action.year());
        assertEquals(58_000_00, action.capexCents());
        assertEquals("replace.electric.cheaper", action.reason().key());
        assertTrue(plan.savingCents() > 0);
        assertEquals(plan.referenceObjectiveCents() - plan.certificate().objectiveCents(), plan.savingCents());
    }

    @Test
    void aTargetBuysElectricEvenWhereItCostsMore() {
        UnitCase unit = car("A", 2020, 4_000, PlanFixture.candidate("ve", 80_000, 1_000));

        PlanResult plan = Planner.plan(inputs(5, Map.of(), List.of(new Target("light", 1, 2029)), unit), COMPLETE);

        assertTrue(plan.units().getFirst().electricAtEndOf(2029));
        assertEquals(
                "replace.electric.target",
                plan.units().getFirst().actions().getFirst().reason().key());
        assertTrue(plan.savingCents() < 0);
    }

    @Test
    void aBudgetTooSmallIsRefusedWithTheLeastThatWorks() {
        // Two cars past 1.5 lives must be served within three years; a combustion car costs 40,000 $.
        UnitCase one = car("A", 2000, 10_000);
        UnitCase two = car("B", 2000, 10_000);
        Map<Integer, Long> budgets = Map.of(2027, 30_000_00L, 2028, 30_000_00L, 2029, 30_000_00L);

        InfeasiblePlanException refusal = assertThrows(
                InfeasiblePlanException.class, () -> Planner.plan(inputs(5, budgets, List.of(), one, two), COMPLETE));

        assertEquals(40_000_00L, refusal.remedy().leastYearlyBudgetCents());
    }

    @Test
    void aTargetNobodyCanMeetIsRefusedWithTheLargestShare() {
        UnitCase can = car("A", 2020, 10_000, PlanFixture.candidate("ve", 50_000, 2_000));
        UnitCase cannot = car("B", 2020, 10_000);

        InfeasiblePlanException refusal = assertThrows(
                InfeasiblePlanException.class,
                () -> Planner.plan(inputs(5, Map.of(), List.of(new Target("car", 1, 2029)), can, cannot), COMPLETE));

        Target largest = java.util.Objects.requireNonNull(refusal.remedy().largestShare());
        assertEquals(0.5, largest.share(), 0.001);
    }

    @Test
    void aUnitBelowTheLowUseFactMayBeRetired() {
        UnitCase unit = car("A", 2015, 500);

        PlanResult plan = Planner.plan(inputs(5, Map.of(), List.of(), unit), COMPLETE);

        assertEquals(
                ActionKind.RETIRE, plan.units().getFirst().actions().getFirst().kind());
    }

    @Test
    void aCarPastOneAndAHalfLivesIsServedWithinThreeYears() {
        PlanResult plan = Planner.plan(inputs(10, Map.of(), List.of(), car("A", 2000, 10_000)), COMPLETE);

        assertTrue(plan.units().getFirst().actions().getFirst().year() <= 2029);
    }

    @Test
    void theRangeHoldsTheSavingAndIsMadeOfItsSensitivities() {
        UnitCase unit = car("A", 2015, 60_000, PlanFixture.candidate("ve", 50_000, 12_000));

        PlanResult plan = Planner.plan(inputs(10, Map.of(), List.of(), unit), COMPLETE);

        double squares = plan.sensitivities().stream()
                .mapToDouble(s -> Math.pow(s.widthCents() / 2.0, 2))
                .sum();
        assertEquals(Math.sqrt(squares), plan.savingHighCents() - plan.savingCents(), 1);
        assertEquals(plan.savingCents() - plan.savingLowCents(), plan.savingHighCents() - plan.savingCents());
    }

    @Test
    void aUnitRenewedElectricIsElectrifiedOnce() {
        UnitCase unit = car("A", 2015, 60_000, PlanFixture.candidate("ve", 50_000, 12_000));

        PlanResult plan = Planner.plan(inputs(20, Map.of(), List.of(), unit), COMPLETE);

        assertEquals(
                2, plan.years().stream().mapToInt(YearLine::replacedElectric).sum());
        assertEquals(
                plan.recommended(),
                plan.years().stream()
                        .mapToLong(y -> plan.electrifiedIn(y.year()))
                        .sum());
    }

    @Test
    void theReasonAgainstElectricQuotesTheModelThatServesMostOfTheWinter() {
        UnitCase unit =
                car("A", 2000, 10_000, failing("petit", 0.21, 0.35, 1_000), failing("grand", 0.776, 0.91, 2_000));

        assertEquals(Reason.of("replace.combustion.fails.noon", 78L, -25L, 91L), firstReason(unit));
    }

    @Test
    void aNoonChargeThatDoesNotHelpIsNotMentioned() {
        UnitCase unit = car("A", 2000, 10_000, failing("grand", 0.5, 0.5, 2_000));

        assertEquals(Reason.of("replace.combustion.fails", 50L, -25L, 50L), firstReason(unit));
    }

    @Test
    void aUnitThatDoesNotWorkInWinterIsNotToldOfWinterDays() {
        UnitCase car = car("A", 2000, 10_000, failing("grand", 0.5, 0.6, 2_000));
        UnitCase summer = new UnitCase(car.unit(), car.kmPerYear(), 0, true, new WorkSeason(5, 10), car.candidates());

        assertEquals(Reason.of("replace.combustion.fails.season.noon", 50L, 5, 10, 60L), firstReason(summer));
    }

    @Test
    void aModelOfUnknownWinterComesBeforeThoseThatFail() {
        Feasibility fails = failing("petit", 0.21, 0.35, 1_000).feasibility();
        UnitCase.Candidate unknown = new UnitCase.Candidate(
                PlanFixture.model("lourd", 60_000),
                new Feasibility("lourd", Verdict.UNKNOWN, fails.evidence(), 0, 0, 0, 0, 0, 0, 0, 0, 0, fails.limit()));
        UnitCase unit = car("A", 2000, 10_000, failing("petit", 0.21, 0.35, 1_000), unknown);

        assertEquals(Reason.of("replace.combustion.unknown"), firstReason(unit));
    }

    private Reason firstReason(UnitCase unit) {
        PlanResult plan = Planner.plan(inputs(5, Map.of(), List.of(), unit), COMPLETE);
        return plan.units().getFirst().actions().getFirst().reason();
    }

    private static UnitCase.Candidate failing(String id, double winterShare, double noonShare, double kwh) {
        return new UnitCase.Candidate(
                PlanFixture.model(id, 50_000),
                new Feasibility(
                        id,
                        Verdict.FAILS,
                        Evidence.ESTIMATED,
                        winterShare,
                        winterShare,
                        noonShare,
                        0,
                        40,
                        60,
                        kwh,
                        kwh,
                        1,
                        Feasibility.Limit.BATTERY));
    }

    private PlanInputs inputs(int years, Map<Integer, Long> budgets, List<Target> targets, UnitCase... cases) {
        return PlanFixture.inputs(List.of(cases), years, budgets, targets, facts);
    }

    private static UnitCase car(String id, int modelYear, double km, UnitCase.Candidate... candidates) {
        return new UnitCase(PlanFixture.car(id, modelYear, Fuel.GASOLINE, km), km, 0, true, List.of(candidates));
    }
}
