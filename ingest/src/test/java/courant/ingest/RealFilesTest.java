package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RealFilesTest {
    static final IngestOptions OPTIONS = IngestOptions.asOf(LocalDate.of(2026, 11, 24), Locale.FRENCH);

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("courant.root", "."), "..", "shared", "data", name);
        Assumptions.assumeTrue(Files.exists(file), "real data absent: " + name);
        return file;
    }

    private static Understanding read(String name) throws RefusedFileException {
        Understanding understanding = Ingest.read(data(name), OPTIONS);
        assertEquals(
                understanding.rows(),
                understanding.fleet().rows()
                        + understanding.refusedRows()
                        + understanding.dropped().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
        return understanding;
    }

    @Test
    void torontoGivesAllItsUnits() throws Exception {
        Understanding toronto = read("fleet-toronto/city-vehicle-availability.csv.gz");
        assertEquals(4614, toronto.fleet().rows());
        UsageJoin.Joined joined =
                UsageJoin.join(toronto.fleet(), data("fleet-toronto/light-duty-utilization.csv"), OPTIONS);
        assertTrue(
                joined.fleet().units().stream().filter(u -> u.lowUse() != null).count() > 1900);
        Understanding light = read("fleet-toronto/light-duty-utilization.csv");
        assertEquals(2086, light.fleet().rows());
    }

    @Test
    void seattleGivesAllItsUnitsWithPricesAndDates() throws Exception {
        Understanding seattle = read("fleet-seattle/Active_Fleet_Complement.csv");
        assertTrue(seattle.fleet().rows() + seattle.refusedRows() >= 4100);
        assertEquals(14190.13, seattle.fleet().units().getFirst().priceCad());
        assertEquals(
                LocalDate.of(2000, 8, 4), seattle.fleet().units().getFirst().inService());
        assertEquals("NEON", seattle.fleet().units().getFirst().model());
    }

    @Test
    void urbanaBecomesAFleetWithItsKilometresAndLitres() throws Exception {
        Understanding urbana = read("fleet-urbana-fuel/fuel_card_export.csv.gz");
        assertEquals(76, urbana.fleet().rows());
        assertTrue(urbana.fleet().units().stream()
                        .filter(u -> u.usage().litresPerYear() != null)
                        .count()
                > 70);
        assertTrue(urbana.fleet().units().stream()
                .allMatch(u -> u.usage().kmPerYear() == null || u.usage().kmPerYear() < 120_000));
    }

    @Test
    void montgomeryIsSaidToBeATableOfCounts() {
        for (String name : new String[] {
            "part1_raw_fleet_inventory.csv",
            "Montgomery_Fleet_Equipment_Inventory_FA_PART_1_START.xlsx",
            "Montgomery_Fleet_Equipment_Inventory_FA_PART_2_START.xlsx"
        }) {
            Path file = data("fleet-montgomery/" + name);
            NotAnInventoryException said =
                    assertThrows(NotAnInventoryException.class, () -> Ingest.read(file, OPTIONS));
            assertTrue(said.counted() > 100, said.problems().toString());
        }
    }
}
