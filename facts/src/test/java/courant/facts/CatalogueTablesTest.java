package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.ElectricModel;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTablesTest {
    private static final Catalogue CATALOGUE = FactTables.catalogue();

    @Test
    void holdsAtLeastNinetyModelsOfWhichSeventyCanBeOrdered() {
        assertTrue(CATALOGUE.models().size() >= 90);
        assertTrue(
                CATALOGUE.models().stream().filter(m -> m.canBeOrderedIn(2027)).count() >= 70);
    }

    @Test
    void everyPlannedRoadClassHasAModel() {
        List<String> bare = Arrays.stream(VehicleClass.values())
                .filter(c -> c.group().isRoad())
                .filter(c -> CATALOGUE.modelsFor(c).isEmpty())
                .map(VehicleClass::id)
                .toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void theMachinesTownsElectrifyFirstHaveAModel() {
        for (VehicleClass c : List.of(
                VehicleClass.SIDEWALK_TRACTOR,
                VehicleClass.ICE_RESURFACER,
                VehicleClass.UTILITY_VEHICLE,
                VehicleClass.FORKLIFT,
                VehicleClass.MOWER,
                VehicleClass.LOADER,
                VehicleClass.EXCAVATOR,
                VehicleClass.BICYCLE,
                VehicleClass.MOTORCYCLE)) {
            assertFalse(CATALOGUE.modelsFor(c).isEmpty(), c::id);
        }
    }

    @Test
    void theIdsThatCommandsPromiseExistAndTheI3IsNoLongerSold() {
        assertEquals(2021, model("bmw-i3").availableTo());
        assertTrue(model("ford-f-150-lightning").kwhPerKm() != null);
        assertFalse(model("chevrolet-bolt-ev").canBeOrderedIn(2027));
    }

    @Test
    void consumptionAtTheBatteryIsNineTenthsOfTheRatingAtTheWall() {
        Double perKm = model("bmw-i3").kwhPerKm();
        assertNotNull(perKm);
        assertEquals(0.185 * 0.9, perKm, 1e-9);
    }

    @Test
    void winterConsumptionStandsOnlyWhereSomethingWasMeasured() {
        assertEquals(0.952, model("lion-6").winterKwhPerKm());
        assertEquals(1.7, model("new-flyer-xe40").winterKwhPerKm());
        for (VehicleClass c :
                List.of(VehicleClass.REFUSE_TRUCK, VehicleClass.FIRE_APPARATUS, VehicleClass.PLOW_TRUCK)) {
            CATALOGUE.modelsFor(c).forEach(m -> assertNull(m.winterKwhPerKm(), m::id));
        }
        CATALOGUE.models().stream()
                .filter(m -> m.winterGrade() == Grade.LOW)
                .forEach(m -> assertTrue(m.note().contains("par analogie"), m::id));
    }

    @Test
    void consumptionsAndBatteriesArePlausible() {
        for (ElectricModel m : CATALOGUE.models()) {
            Double perKm = m.kwhPerKm();
            assertTrue(m.usableKwh() <= 700, m::id);
            assertTrue(perKm == null || (perKm >= 0.005 && perKm <= 2.5), m::id);
            boolean byTheHour = m.classes().stream().anyMatch(VehicleClass::worksByTheHour);
            assertTrue(!byTheHour || m.kwhPerHour() != null, m::id);
            assertTrue(perKm != null || byTheHour, m::id);
        }
    }

    @Test
    void aBicycleBurnsNothing() {
        assertEquals(Fuel.HUMAN, CATALOGUE.reference(VehicleClass.BICYCLE).fuel());
        assertEquals(0, CATALOGUE.reference(VehicleClass.BICYCLE).litresPer100Km());
    }

    @Test
    void anUnknownClassIsRefusedWithItsCell() {
        String line = "x,X,Y,spaceship,2026,10,0.1,,,,false,7,0,,,1000,2026,,none,,belief,belief,";
        Table table = Table.read(
                "t.csv",
                new StringReader(CatalogueTables.ELECTRIC_HEADER + "\n" + line),
                CatalogueTables.ELECTRIC_HEADER);
        TableProblem problem = assertThrows(
                        TableException.class,
                        () -> CatalogueTables.electric(table.rows().getFirst()))
                .problem();
        assertEquals("classes", problem.column());
        assertEquals(2, problem.line());
    }

    @Test
    void noProgrammeGivesAFleetConfirmedMoneyToday() {
        for (ElectricModel m : CATALOGUE.models()) {
            VehicleClass c = Set.copyOf(m.classes()).iterator().next();
            long price = Math.round(m.priceCad() * 100);
            assertEquals(0, FactTables.incentives().confirmedCents(c, m.gvwrClass(), price, 2027), m::id);
        }
        assertEquals(0, FactTables.incentives().confirmedChargerCents(800_000, 2027));
        assertEquals(400_000, FactTables.incentives().possibleChargerCents(800_000, 2027));
    }

    private static ElectricModel model(String id) {
        return CATALOGUE.model(id).orElseThrow();
    }
}
