package courant.engine.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.energy.Duty.Basis;
import courant.engine.energy.Duty.Remark;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutiesTest {
    @Test
    void recordedKilometresComeFirstAndTheDaysAddUpToThem() {
        Duty duty = of(VehicleClass.CAR, new Usage(11_500.0, null, 900_000.0, 5000.0));
        assertEquals(Basis.RECORDED, duty.basis());
        assertTrue(duty.measured());
        assertEquals(0.05, duty.relativeUncertainty());
        assertEquals(50, duty.day().mean(), 1e-9, "11,500 km over 230 days");
        assertEquals(110.0 / 45, duty.day().p95() / duty.day().median(), 1e-9, "the class's spread");
        assertEquals(11_500 / 35.0, duty.hoursPerYear(), 1e-9);
        assertEquals(50 / 35.0, duty.heatHoursPerDay(), 1e-9);
    }

    @Test
    void litresAreDividedByTheReferenceConsumption() {
        Duty duty = of(VehicleClass.CAR, new Usage(null, null, null, 1200.0));
        assertEquals(Basis.LITRES, duty.basis());
        assertEquals(12_000, duty.kmPerYear(), 1e-6, "1,200 L at 10 L/100 km");
        assertEquals(0.15, duty.relativeUncertainty());
    }

    @Test
    void kilometresThatSixTimesTheFuelContradictsAreSetAside() {
        Duty duty = of(VehicleClass.CAR, new Usage(2000.0, null, null, 1200.0));
        assertEquals(Basis.LITRES, duty.basis(), "60 L/100 km for a reference of 10");
        assertEquals(12_000, duty.kmPerYear(), 1e-6);
        assertEquals(Set.of(Remark.ABSURD_CONSUMPTION), duty.remarks());
    }

    @Test
    void litresOfAPlugInHybridSayNothingOfItsDistance() {
        Unit unit = TestFacts.unit(
                VehicleClass.CAR, new Usage(null, null, 60_000.0, 300.0), 2020, Fuel.PLUG_IN_HYBRID, null);
        assertEquals(Basis.ODOMETER, duty(unit).basis());
    }

    @Test
    void litresOfAPloughAreSharedBetweenItsKilometresAndItsHours() {
        Duty duty = of(VehicleClass.PLOW_TRUCK, new Usage(null, null, null, 3250.0));
        assertEquals(500, duty.hoursPerYear(), 1e-6, "15 km an hour at 0.1 L/km and 5 L an hour: 6.5 L/h");
        assertEquals(7500, duty.kmPerYear(), 1e-6);
    }

    @Test
    void theOdometerIsDividedByTheAge() {
        Duty duty = of(VehicleClass.CAR, new Usage(null, null, 60_000.0, null));
        assertEquals(Basis.ODOMETER, duty.basis());
        assertEquals(10_000, duty.kmPerYear(), 1e-6, "2026 − 2020 = 6 years");
        assertEquals(0.20, duty.relativeUncertainty());
    }

    @Test
    void theOdometerOfAThirtyYearOldIsSetAside() {
        Unit unit = TestFacts.unit(VehicleClass.CAR, new Usage(null, null, 60_000.0, null), 1996, Fuel.GASOLINE, null);
        assertEquals(Basis.CLASS_DEFAULT, duty(unit).basis());
        assertEquals(Set.of(Remark.ODOMETER_TOO_OLD), duty(unit).remarks());
        assertFalse(duty(unit).measured());
    }

    @Test
    void fourHundredThousandKilometresAYearFallBackAndSaySo() {
        Duty duty = of(VehicleClass.CAR, new Usage(400_000.0, null, null, null));
        assertEquals(Basis.CLASS_DEFAULT, duty.basis());
        assertEquals(Set.of(Remark.ABSURD_KM), duty.remarks());
        assertEquals(45, duty.day().median(), 1e-9);
        assertEquals(0.40, duty.relativeUncertainty());
    }

    @Test
    void aUnitMarkedAsLittleUsedGetsAModestAssumption() {
        Unit unit = TestFacts.unit(VehicleClass.CAR, Usage.NOT_RECORDED, 2020, Fuel.GASOLINE, true);
        assertEquals(Basis.LOW_USE, duty(unit).basis());
        assertEquals(5000, duty(unit).kmPerYear(), 1e-9);
        assertTrue(duty(unit).lowUse());
        assertFalse(duty(unit).measured());
    }

    @Test
    void aRecordedZeroIsLowUseAndSaidSo() {
        Duty duty = of(VehicleClass.CAR, new Usage(0.0, null, null, null));
        assertEquals(Basis.LOW_USE, duty.basis());
        assertTrue(duty.remarks().contains(Remark.RECORDED_ZERO));
    }

    @Test
    void hoursOfARoadVehicleAreTurnedIntoKilometresAtItsSpeed() {
        Duty duty = of(VehicleClass.CAR, new Usage(null, 400.0, null, null));
        assertEquals(Basis.RECORDED_CONVERTED, duty.basis());
        assertEquals(14_000, duty.kmPerYear(), 1e-6, "400 h at 35 km/h");
    }

    @Test
    void kilometresAndHoursTogetherGiveTheUnitsOwnSpeedUnlessImpossible() {
        assertEquals(
                20, of(VehicleClass.CAR, new Usage(10_000.0, 500.0, null, null)).meanSpeedKmh(), 1e-9);
        Duty impossible = of(VehicleClass.CAR, new Usage(10_000.0, 50.0, null, null));
        assertEquals(35, impossible.meanSpeedKmh(), 1e-9, "200 km/h is no mean speed");
        assertEquals(Set.of(Remark.ABSURD_SPEED), impossible.remarks());
    }

    @Test
    void aMachineWorksByTheHour() {
        Duty duty = of(VehicleClass.SIDEWALK_TRACTOR, new Usage(null, 420.0, null, null));
        assertEquals(Duty.Measure.HOURS, duty.measure());
        assertEquals(6, duty.day().mean(), 1e-9, "420 h over 70 days");
        assertEquals(0, duty.kmPerYear());
    }

    @Test
    void aPloughThatDrivesAllYearIsNotSqueezedIntoTheSnowSeason() {
        Duty duty = of(VehicleClass.PLOW_TRUCK, new Usage(25_000.0, null, null, null));
        assertTrue(duty.remarks().contains(Remark.MORE_DAYS_THAN_CLASS));
        assertEquals(1, duty.seasonFirstMonth());
        assertEquals(12, duty.seasonLastMonth());
        assertEquals(25_000, duty.day().mean() * duty.workingDays() * duty.kmPerWork(), 1e-6);
    }

    private static Duty of(VehicleClass vehicleClass, Usage usage) {
        return duty(TestFacts.unit(vehicleClass, usage));
    }

    private static Duty duty(Unit unit) {
        return Duties.of(unit, TestFacts.catalogue(), TestFacts.facts());
    }
}
