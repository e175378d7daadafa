package courant.engine.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import courant.engine.energy.Duty;
import courant.engine.energy.Feasibility;
import courant.engine.energy.FeasibilityStudy;
import courant.engine.energy.TestFacts;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import org.junit.jupiter.api.Test;

class EmissionFactorsTest {
    private final EmissionFactors factors = new EmissionFactors(TestFacts.facts());

    @Test
    void aCarOf12000KmBurns1200Litres() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 12_000);
        assertEquals(
                1200 * 2.317,
                factors.combustionKgPerYear(duty, TestFacts.catalogue().reference(VehicleClass.CAR)),
                1e-6);
    }

    @Test
    void electricityCountsAtTheMeter() {
        Duty duty = TestFacts.duty(VehicleClass.CAR, 10_000);
        Feasibility feasibility = new FeasibilityStudy(TestFacts.steady(20), TestFacts.facts())
                .assess(duty, TestFacts.car(60, false), VehicleClass.CAR);
        assertEquals(
                2000 * 0.0013, factors.electricKgPerYear(feasibility), 1e-9, "1,800 kWh at the battery, 10 % lost");
    }

    @Test
    void eachFuelHasItsFactor() {
        assertEquals(2.724, factors.kgPerLitre(Fuel.DIESEL));
        assertEquals(1.53, factors.kgPerLitre(Fuel.PROPANE));
        assertEquals(1.94, factors.kgPerLitre(Fuel.NATURAL_GAS));
        assertEquals(0, factors.kgPerLitre(Fuel.ELECTRIC));
        assertThrows(IllegalArgumentException.class, () -> factors.kgPerLitre(Fuel.UNKNOWN));
    }
}
