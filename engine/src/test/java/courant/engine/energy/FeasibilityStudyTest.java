package courant.engine.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.WeatherYear;
import courant.engine.energy.Feasibility.Limit;
import courant.engine.fact.Grade;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeasibilityStudyTest {
    private static final WeatherYear QUEBEC = TestFacts.seasonal(5, 17);
    private final FeasibilityStudy study = new FeasibilityStudy(QUEBEC, TestFacts.facts());

    @Test
    void aSteadyYearIsComputedByHand() {
        FeasibilityStudy mild = new FeasibilityStudy(TestFacts.steady(20), TestFacts.facts());
        Duty duty = TestFacts.duty(VehicleClass.CAR, 11_500);
        Feasibility answer = mild.assess(duty, TestFacts.car(50, false), VehicleClass.CAR);
        assertEquals(50 * 0.9 * 0.8, answer.availableKwh(), 1e-9, "ten years of life: five years at 2 %");
        assertEquals(duty.day().cdf(36 / 0.18), answer.servedShare(), 1e-9, "200 km at 0.18 kWh/km");
        assertEquals(answer.servedShare(), answer.servedWinterShare(), 1e-9);
        assertEquals(answer.servedShare(), answer.worstWeekShare(), 1e-9);
        assertEquals(duty.day().cdf((36 + 7 * 0.9) / 0.18), answer.servedWinterNoonShare(), 1e-9, "one hour at 7 kW");
        assertEquals(duty.day().p95() * 0.18, answer.winterDayKwh(), 0.02);
        assertEquals(answer.winterDayKwh() / 12, answer.nightKw(), 1e-12);
        assertEquals(11_500 * 0.18, answer.kwhPerYear(), 1e-6);
        assertEquals(11_500 * 0.18 / 0.9, answer.gridKwhPerYear(), 1e-6);
        assertEquals(Verdict.WORKS, answer.verdict());
        assertEquals(Limit.NONE, answer.limit());
    }

    @Test
    void theClosedFormAgreesWithDrawingLots() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 18_000);
        ElectricModel car = TestFacts.car(45, true);
        Feasibility answer = study.assess(duty, car, VehicleClass.CAR);
        ColdDay cold = new ColdDay(car, VehicleClass.CAR, TestFacts.facts());
        int[] winter = java.util.stream.IntStream.range(0, 230)
                .map(i -> (int) ((i + 0.5) * 365 / 230))
                .filter(day -> day < 90 || day >= 334)
                .toArray();
        Random random = new Random(20261124);
        int draws = 200_000;
        int served = 0;
        int withNoon = 0;
        int underP95 = 0;
        for (int i = 0; i < draws; i++) {
            double km = duty.day().median() * Math.exp(duty.day().sigma() * random.nextGaussian());
            double celsius = QUEBEC.meanC()[winter[random.nextInt(winter.length)]];
            double kwh = cold.kwh(km, km / 35, celsius);
            served += kwh <= answer.availableKwh() ? 1 : 0;
            withNoon += kwh <= answer.availableKwh() + 7 * 0.9 ? 1 : 0;
            underP95 += kwh <= answer.winterDayKwh() ? 1 : 0;
        }
        assertEquals((double) served / draws, answer.servedWinterShare(), 0.005);
        assertEquals((double) withNoon / draws, answer.servedWinterNoonShare(), 0.005);
        assertEquals((double) underP95 / draws, 0.95, 0.005);
        assertTrue(answer.servedWinterShare() > 0.6 && answer.servedWinterShare() < 0.999, "a case that can disagree");
    }

    @Test
    void aNoonChargeCanDecide() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 11_500);
        double worksFrom = smallestBattery(duty);
        Feasibility justUnder = study.assess(duty, TestFacts.car(worksFrom - 1, true), VehicleClass.CAR);
        assertEquals(Verdict.WORKS_NOON_CHARGE, justUnder.verdict());
        assertEquals(Limit.BATTERY, justUnder.limit());
        assertEquals(
                Verdict.FAILS,
                study.assess(duty, TestFacts.car(worksFrom / 2, true), VehicleClass.CAR)
                        .verdict());
    }

    @Test
    void theRemedyIsJustEnough() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 11_500);
        double needed = smallestBattery(duty);
        assertEquals(
                Verdict.WORKS,
                study.assess(duty, TestFacts.car(needed * 1.0001, true), VehicleClass.CAR)
                        .verdict());
        assertFalse(study.assess(duty, TestFacts.car(needed * 0.999, true), VehicleClass.CAR)
                        .verdict()
                == Verdict.WORKS);
        Remedy remedy = study.whatWouldMakeItPass(duty, TestFacts.car(needed - 0.5, true), VehicleClass.CAR)
                .orElseThrow();
        assertTrue(remedy.noonChargeSuffices());
        Double plug = remedy.plugHeatShareNeeded();
        assertNotNull(plug);
        FeasibilityStudy preheated =
                new FeasibilityStudy(QUEBEC, TestFacts.facts().with("charging.preheat_share_of_heat", plug));
        assertEquals(
                Verdict.WORKS,
                preheated
                        .assess(duty, TestFacts.car(needed - 0.5, true), VehicleClass.CAR)
                        .verdict());
    }

    @Test
    void heatFromThePlugSparesTheBatteryButNotTheMeter() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 11_500);
        FeasibilityStudy preheated =
                new FeasibilityStudy(QUEBEC, TestFacts.facts().with("charging.preheat_share_of_heat", 0.3));
        Feasibility with = preheated.assess(duty, TestFacts.car(60, true), VehicleClass.CAR);
        Feasibility without = study.assess(duty, TestFacts.car(60, true), VehicleClass.CAR);
        assertTrue(with.kwhPerYear() < without.kwhPerYear());
        assertEquals(without.gridKwhPerYear(), with.gridKwhPerYear(), 1e-6);
    }

    @Test
    void aHeavyTruckNobodyMeasuredInWinterIsUnknown() {
        Duty duty = TestFacts.duty(VehicleClass.TRUCK_HEAVY, 5000);
        assertEquals(Verdict.UNKNOWN, truck(duty, null, null).verdict());
        assertEquals(Limit.NO_WINTER_MEASUREMENT, truck(duty, 1.5, Grade.BELIEF).limit());
        assertEquals(Verdict.WORKS, truck(duty, 1.5, Grade.HIGH).verdict());
    }

    @Test
    void aModelThatStatesOnlyKilometresCannotBeJudgedByTheHour() {
        Duty duty = Duties.of(
                TestFacts.unit(VehicleClass.SIDEWALK_TRACTOR, Usage.NOT_RECORDED),
                TestFacts.catalogue(),
                TestFacts.facts());
        ElectricModel model =
                TestFacts.model("km-only", VehicleClass.SIDEWALK_TRACTOR, 60, 0.4, null, null, null, false, Grade.LOW);
        Feasibility answer = study.assess(duty, model, VehicleClass.SIDEWALK_TRACTOR);
        assertEquals(Verdict.UNKNOWN, answer.verdict());
        assertEquals(Limit.NO_USAGE, answer.limit());
    }

    @Test
    void patrolKeepsItsReserveAtAllTimes() {
        Duty duty = TestFacts.duty(VehicleClass.POLICE_PATROL, 30_000);
        ElectricModel suv =
                TestFacts.model("suv", VehicleClass.POLICE_PATROL, 100, 0.2, null, null, null, true, Grade.HIGH);
        Feasibility answer = study.assess(duty, suv, VehicleClass.POLICE_PATROL);
        assertEquals(100 * 0.95 * 0.6, answer.availableKwh(), 1e-9);
    }

    @Test
    void aStormLimitsAPlough() {
        Duty duty = TestFacts.duty(VehicleClass.PLOW_TRUCK, 7000);
        ElectricModel plough = TestFacts.model(
                "plough", VehicleClass.PLOW_TRUCK, 300, 1.2, 15.0, 1.6, Grade.MEDIUM, false, Grade.MEDIUM);
        Feasibility answer = study.assess(duty, plough, VehicleClass.PLOW_TRUCK);
        assertEquals(Verdict.FAILS, answer.verdict());
        assertEquals(Limit.STORM_HOURS, answer.limit());
    }

    @Test
    void aSummerClassIsJudgedOnItsOwnColdestMonths() {
        Duty duty = TestFacts.duty(VehicleClass.STREET_SWEEPER, 6000);
        ElectricModel sweeper = TestFacts.model(
                "sweeper", VehicleClass.STREET_SWEEPER, 60, 0.9, null, 1.3, Grade.HIGH, false, Grade.HIGH);
        Feasibility answer = study.assess(duty, sweeper, VehicleClass.STREET_SWEEPER);
        assertTrue(answer.servedWinterShare() > 0);
        assertTrue(answer.servedWinterShare() < answer.servedShare(), "April and November are colder than July");
    }

    @Test
    void nothingIsMeasuredBelowMinus5() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 8000);
        ElectricModel car = TestFacts.car(80, true);
        assertEquals(
                Evidence.ESTIMATED, study.assess(duty, car, VehicleClass.CAR).evidence());
        FeasibilityStudy mild = new FeasibilityStudy(TestFacts.steady(-5), TestFacts.facts());
        assertEquals(Evidence.MEASURED, mild.assess(duty, car, VehicleClass.CAR).evidence());
        Duty guessed = Duties.of(
                TestFacts.unit(VehicleClass.CAR, Usage.NOT_RECORDED), TestFacts.catalogue(), TestFacts.facts());
        assertEquals(
                Evidence.ESTIMATED, mild.assess(guessed, car, VehicleClass.CAR).evidence());
    }

    @Test
    void theBestCandidateWorksOvernightAndUsesLeast() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 8000);
        Feasibility thrifty = study.assess(duty, TestFacts.car(100, true), VehicleClass.CAR);
        Feasibility small = study.assess(duty, TestFacts.car(8, true), VehicleClass.CAR);
        assertEquals(thrifty, Feasibility.bestOf(List.of(small, thrifty)));
        assertEquals(Verdict.NO_CANDIDATE, Feasibility.bestOf(List.of()).verdict());
    }

    @Property(tries = 200)
    void moreBatteryNeverServesLessAndSharesStayShares(
            @ForAll @DoubleRange(min = 5, max = 120) double usableKwh,
            @ForAll @DoubleRange(min = 0, max = 60) double more,
            @ForAll @DoubleRange(min = 500, max = 60_000) double km,
            @ForAll boolean pump) {
        Duty duty = TestFacts.duty(VehicleClass.CAR, km);
        Feasibility small = study.assess(duty, TestFacts.car(usableKwh, pump), VehicleClass.CAR);
        Feasibility large = study.assess(duty, TestFacts.car(usableKwh + more, pump), VehicleClass.CAR);
        assertTrue(large.servedShare() >= small.servedShare() - 1e-12);
        assertTrue(large.servedWinterShare() >= small.servedWinterShare() - 1e-12);
        assertTrue(large.worstWeekShare() >= small.worstWeekShare() - 1e-12);
        assertTrue(small.servedWinterNoonShare() >= small.servedWinterShare() - 1e-12);
        for (double share : new double[] {
            small.servedShare(), small.servedWinterShare(), small.servedWinterNoonShare(), small.worstWeekShare()
        }) {
            assertTrue(share >= 0 && share <= 1, () -> "share " + share);
        }
        assertTrue(small.worstWeekShare() <= small.servedShare() + 1e-9);
    }

    @Property(tries = 100)
    void aColderTownServesNoMoreAndUsesNoLess(@ForAll @DoubleRange(min = 0, max = 15) double colderBy) {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 15_000);
        ElectricModel car = TestFacts.car(50, true);
        FeasibilityStudy colder = new FeasibilityStudy(TestFacts.seasonal(5 - colderBy, 17), TestFacts.facts());
        Feasibility here = study.assess(duty, car, VehicleClass.CAR);
        Feasibility there = colder.assess(duty, car, VehicleClass.CAR);
        assertTrue(there.servedShare() <= here.servedShare() + 1e-12);
        assertTrue(there.kwhPerYear() >= here.kwhPerYear() - 1e-9);
        assertTrue(there.winterDayKwh() >= here.winterDayKwh() * (1 - 2e-3));
    }

    @Property(tries = 100)
    void theYearsEnergyGrowsInProportionToTheDistanceBeyondTheMorningWarmUp(
            @ForAll @DoubleRange(min = 1000, max = 8000) double km) {
        ElectricModel car = TestFacts.car(60, false);
        double one = study.assess(TestFacts.duty(VehicleClass.CAR, km), car, VehicleClass.CAR)
                .kwhPerYear();
        double two = study.assess(TestFacts.duty(VehicleClass.CAR, 2 * km), car, VehicleClass.CAR)
                .kwhPerYear();
        double three = study.assess(TestFacts.duty(VehicleClass.CAR, 3 * km), car, VehicleClass.CAR)
                .kwhPerYear();
        assertEquals(two - one, three - two, 1e-6 * three);
    }

    @Test
    void aLargeCityIsAssessedInSeconds() {
        FeasibilityStudy fresh = new FeasibilityStudy(QUEBEC, TestFacts.facts());
        List<ElectricModel> models = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> TestFacts.model(
                        "m" + i, VehicleClass.CAR, 40 + 5 * i, 0.17, null, null, null, true, Grade.HIGH))
                .toList();
        List<Duty> duties = java.util.stream.IntStream.range(0, 4600)
                .mapToObj(i -> TestFacts.duty(VehicleClass.CAR, 3000 + 5 * i))
                .toList();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        double sum = 0;
        for (Duty duty : duties) {
            for (ElectricModel model : models) {
                sum += fresh.assess(duty, model, VehicleClass.CAR).servedWinterShare();
            }
        }
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "4,600 units × 12 models × 365 days: %.2f s of processor, mean winter share %.4f%n",
                seconds, sum / 55_200);
        assertTrue(seconds < 4, "processor seconds: " + seconds);
    }

    private double smallestBattery(Duty duty) {
        return study.whatWouldMakeItPass(duty, TestFacts.car(10, true), VehicleClass.CAR)
                .orElseThrow()
                .usableKwhNeeded();
    }

    private Feasibility truck(Duty duty, @Nullable Double winterKwhPerKm, @Nullable Grade winterGrade) {
        ElectricModel model = TestFacts.model(
                "truck", VehicleClass.TRUCK_HEAVY, 300, 1.2, null, winterKwhPerKm, winterGrade, false, Grade.HIGH);
        return study.assess(duty, model, VehicleClass.TRUCK_HEAVY);
    }
}
