package courant.engine.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fact.Grade;
import courant.engine.fleet.VehicleClass;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ColdDayTest {
    private static final double MUNICIPAL_KMH = 35;

    private final ColdDay resistive = car(false);
    private final ColdDay heatPump = car(true);

    @Test
    void aDayAtMinus25IsTractionPlusPowerTimesTime() {
        double traction = 70 * 0.18 * (1 + 0.003 * 45);
        double heat = 5 * (2 + 0.2);
        assertEquals(traction + heat, resistive.kwh(70, 2, -25), 1e-9, "5 kW for 2 h and 0.2 h of warming up");
    }

    @Test
    void theHeatPumpDividesTheHeatByItsCoefficient() {
        double thermalKwAt0 = 5 * 20 / 45.0;
        assertEquals(thermalKwAt0 / (1.5 + 10 / 17.0), heatPump.heatKw(0), 1e-9);
        assertEquals(resistive.heatKw(-20), heatPump.heatKw(-20), 1e-9, "no better than a resistance at −20 °C");
        assertEquals(resistive.heatKw(-30), heatPump.heatKw(-30), 1e-9);
        assertEquals(5 * 35 / 45.0 / 1.25, heatPump.heatKw(-15), 1e-9);
    }

    @Test
    void nothingIsHeatedAboveTheSetPoint() {
        assertEquals(12.6, resistive.kwh(70, 2, 25), 1e-9);
    }

    @Test
    void aPloughInAStormCountsItsHoursAndItsKilometres() {
        ColdDay plough = day(
                TestFacts.model("plough", VehicleClass.PLOW_TRUCK, 400, 1.5, 20.0, null, null, false, Grade.LOW),
                VehicleClass.PLOW_TRUCK);
        double expected = 120 * 1.5 * 1.09 + 8 * (20 + 8 * 30 / 45.0) + 0.2 * 8 * 30 / 45.0;
        assertEquals(expected, plough.kwh(120, 8, -10), 1e-9);
    }

    @Test
    void aMachineHasHoursOnly() {
        ColdDay tractor = day(
                TestFacts.model("tractor", VehicleClass.SIDEWALK_TRACTOR, 60, null, 7.0, null, null, false, Grade.LOW),
                VehicleClass.SIDEWALK_TRACTOR);
        assertEquals(6 * (7 + 4) + 0.2 * 4, tractor.kwh(0, 6, -25), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> tractor.rangeFactor(10, 0));
    }

    @Test
    void aPublishedWinterConsumptionOfAHeavyTruckIsTakenWholeAtMinus10() {
        ColdDay truck = day(
                TestFacts.model("truck", VehicleClass.TRUCK_HEAVY, 300, 1.2, null, 1.5, Grade.HIGH, false, Grade.HIGH),
                VehicleClass.TRUCK_HEAVY);
        assertEquals(150, truck.kwh(100, 4, -10), 1e-9, "no heat on top");
        assertEquals(120, truck.kwh(100, 4, 20), 1e-9);
        assertEquals(160, truck.kwh(100, 4, -20), 1e-9, "on the same line");
    }

    /// Anchors: `winter.curve.*`, a planning curve of grade low, at 20 … −30 °C.
    @Test
    void aLightCarWithAHeatPumpKeepsWithinFourHundredthsOfThePlanningCurve() {
        double[] celsius = {20, 10, 0, -10, -15, -20, -25, -30};
        double[] curve = {1.00, 0.92, 0.80, 0.68, 0.61, 0.55, 0.50, 0.45};
        for (int i = 0; i < curve.length; i++) {
            double factor = heatPump.rangeFactor(MUNICIPAL_KMH, celsius[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%4.0f °C  curve %.2f  heat pump %.3f  resistive %.3f  resistive at 20 km/h %.3f  at 80 km/h %.3f%n",
                    celsius[i],
                    curve[i],
                    factor,
                    resistive.rangeFactor(MUNICIPAL_KMH, celsius[i]),
                    resistive.rangeFactor(20, celsius[i]),
                    resistive.rangeFactor(80, celsius[i]));
            assertEquals(curve[i], factor, 0.045, "at " + celsius[i] + " °C");
        }
    }

    @Test
    void atMinus20TheFactorIsCloseTo055AndSlowWorkSuffersMore() {
        assertEquals(0.55, resistive.rangeFactor(MUNICIPAL_KMH, -20), 0.03);
        assertTrue(resistive.rangeFactor(20, -20) < resistive.rangeFactor(MUNICIPAL_KMH, -20) - 0.08);
    }

    /// Anchors: Recurrent 2025, range kept at 0 °C: 0.83 with a heat pump, 0.75 without, everyday driving.
    @Test
    void at0TheFactorIsCloseToRecurrent() {
        assertEquals(0.83, heatPump.rangeFactor(MUNICIPAL_KMH, 0), 0.03);
        assertEquals(0.75, resistive.rangeFactor(MUNICIPAL_KMH, 0), 0.05);
    }

    /// Anchors: CAA 2025, losses of 0.14 to 0.39 between −7 and −15 °C on a mostly open road.
    @Test
    void onTheOpenRoadTheLossLiesWithinWhatTheCaaMeasured() {
        for (ColdDay car : new ColdDay[] {heatPump, resistive}) {
            for (double celsius : new double[] {-7, -15}) {
                double loss = 1 - car.rangeFactor(80, celsius);
                assertTrue(loss > 0.13 && loss < 0.39, celsius + " °C: " + loss);
            }
        }
    }

    /// Anchor: NAF winter test of January 2026, mean loss of 0.38 at about −32 °C, against WLTP.
    @Test
    void onTheOpenRoadAtMinus32TheLossIsCloseToTheNorwegianTest() {
        assertEquals(0.38, 1 - resistive.rangeFactor(80, -32), 0.04);
    }

    @Property
    void colderNeverCostsLess(
            @ForAll @DoubleRange(min = -45, max = 35) double celsius,
            @ForAll @DoubleRange(min = 0, max = 15) double colderBy,
            @ForAll @DoubleRange(min = 0, max = 400) double km,
            @ForAll @DoubleRange(min = 0, max = 24) double hours,
            @ForAll boolean pump) {
        ColdDay car = pump ? heatPump : resistive;
        assertTrue(car.kwh(km, hours, celsius - colderBy) >= car.kwh(km, hours, celsius) - 1e-9);
    }

    private static ColdDay car(boolean heatPump) {
        return day(TestFacts.car(60, heatPump), VehicleClass.CAR);
    }

    private static ColdDay day(ElectricModel model, VehicleClass vehicleClass) {
        return new ColdDay(model, vehicleClass, TestFacts.facts());
    }
}
