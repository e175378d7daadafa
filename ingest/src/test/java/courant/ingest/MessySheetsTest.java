package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessySheetsTest {
    private static final String TOWN = """
            Ville de Saint-Exemple;;;;;;;
            Inventaire du parc;;;;;;;
            ;;;;;;;
            No unité;Année;Marque;Modèle;Kilométrage annuel;Date de mise en service;Attitré à;Prix d'achat
            Travaux publics;;;;;;;
            101;2015;Ford;F-150;12 500,5;31/03/2015;Jean Untel;45 000,00 $
            102;1900;Ford;Transit;-5;02/04/2016;Marie Unetelle;s.o.
            102;2017;Dodge;Caravan;8 000;02/04/2016;Marie Unetelle;
            ;2018;Chevrolet;Bolt;7k;05/06/2018;Luc Untel;30000
            Total;;;;27 500,5;;;
            """;

    @TempDir
    Path folder;

    private Understanding read(String text, Charset charset) throws Exception {
        Path file = folder.resolve("parc.csv");
        Files.writeString(file, text, charset);
        return Ingest.read(file, RealFilesTest.OPTIONS);
    }

    @Test
    void aFrenchSheetUnderTitlesGivesItsUnitsAndAccountsForEveryRow() throws Exception {
        Understanding u = read(TOWN, Charset.forName("windows-1252"));
        assertEquals(4, u.headerRow());
        assertEquals(6, u.rows());
        assertEquals(3, u.fleet().rows());
        Unit first = u.fleet().units().getFirst();
        assertEquals(12500.5, first.usage().kmPerYear());
        assertEquals(45000.0, first.priceCad());
        assertEquals(LocalDate.of(2015, 3, 31), first.inService());
        assertEquals("Travaux publics", first.department());
        Unit second = u.fleet().units().get(1);
        assertNull(second.modelYear());
        assertNull(second.usage().kmPerYear());
        assertEquals("L9", u.fleet().units().get(2).id());
        assertEquals(7000.0, u.fleet().units().get(2).usage().kmPerYear());
        assertEquals(1, u.refusedRows());
        assertFalse(u.toString().contains("Untel"), "a driver's name was kept");
        assertTrue(u.columns().get(6).dropped());
    }

    @Test
    void theSameSheetReadsAlikeInEveryEncoding() throws Exception {
        Understanding expected = read(TOWN, StandardCharsets.UTF_8);
        for (String name : new String[] {"UTF-16", "UTF-16LE", "windows-1252", "x-MacRoman", "IBM850"}) {
            assertEquals(expected.fleet(), read(TOWN, Charset.forName(name)).fleet(), name);
        }
    }

    @Test
    void datesThatProveNoOrderStayEmptyAndAreReported() throws Exception {
        Understanding u =
                read("Unité,Marque,Date d'acquisition\n1,Ford,03/04/2015\n2,Ford,05/06/2016\n", StandardCharsets.UTF_8);
        assertNull(u.fleet().units().getFirst().inService());
        assertTrue(u.repairs().stream().anyMatch(r -> r.kind() == RepairKind.DATE_AMBIGUOUS && r.rows() == 2));
    }

    @Test
    void ourOwnInventoryReadsBackWithFormulasDisarmed() throws Exception {
        Understanding u =
                read("Unité,Marque,Modèle,Année\n=1+1,Ford,@cmd,2015\n7,Kia,Niro,2020\n", StandardCharsets.UTF_8);
        Path out = folder.resolve("inventory.csv");
        InventoryFile.write(u.fleet(), out);
        assertTrue(Files.readString(out).contains("'=1+1"));
        assertEquals(u.fleet(), Ingest.read(out, RealFilesTest.OPTIONS).fleet());
    }

    @Test
    void filesThatAreNoSpreadsheetAreRefusedWithASentence() throws Exception {
        Path file = folder.resolve("parc.xlsx");
        for (String content : new String[] {"<html><table></table></html>", "PK\3\4 cut", "\0\1\2\3\4"}) {
            Files.writeString(file, content, StandardCharsets.ISO_8859_1);
            RefusedFileException refused =
                    assertThrows(RefusedFileException.class, () -> Ingest.read(file, RealFilesTest.OPTIONS));
            assertFalse(refused.problems().getFirst().advice().isBlank());
        }
    }

    @Test
    void aHundredThousandRowsPassInUnderTenSecondsOfProcessorTime() throws Exception {
        StringBuilder text = new StringBuilder("No unité,Année,Marque,Modèle,Km/an,Service\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("U")
                    .append(i)
                    .append(",2015,Ford,F-150,")
                    .append(i % 30_000)
                    .append(",Voirie\n");
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Understanding found = read(text.toString(), StandardCharsets.UTF_8);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d rows in %.1f s of processor time%n",
                found.fleet().rows(),
                seconds);
        assertEquals(100_000, found.fleet().rows());
        assertTrue(seconds < 10, () -> "It took " + seconds + " s");
    }

    @Test
    void aCompressedBombIsRefused() throws Exception {
        Path bomb = folder.resolve("parc.csv.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] zeros = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 60; i++) {
                out.write(zeros);
            }
        }
        assertThrows(RefusedFileException.class, () -> Ingest.read(bomb, RealFilesTest.OPTIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Véhicule",
                "Vehicule",
                "Véhicules",
                "Vehicle",
                "Vehicles",
                "Unité",
                "Véhicules municipaux",
                "Municipal vehicles"
            })
    void aListOfNamesUnderAnAmbiguousHeadingDescribesItsUnits(String heading) throws Exception {
        Understanding u = read(heading + "\tAnnée\nDodge Ram 1500\t2016\nFord F-150\t2012\n", StandardCharsets.UTF_8);
        assertEquals(Field.DESCRIPTION, u.columns().getFirst().field());
        assertEquals(
                List.of(VehicleClass.PICKUP_HALF_TON, VehicleClass.PICKUP_HALF_TON),
                u.fleet().units().stream().map(Unit::vehicleClass).toList());
        assertEquals(2, u.rows());
    }

    @Test
    void theGuessThatAVehicleColumnHoldsNamesIsNotSure() throws Exception {
        Understanding u = read("Véhicule\tAnnée\nDodge Ram 1500\t2016\n", StandardCharsets.UTF_8);
        assertTrue(u.columns().getFirst().confidence() < 0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Véhicule", "Vehicle", "Unité"})
    void numbersUnderTheSameHeadingStayUnitNumbers(String heading) throws Exception {
        Understanding numbers = read(heading + "\tAnnée\n101\t2016\nTP-12\t2012\n", StandardCharsets.UTF_8);
        assertEquals(Field.UNIT, numbers.columns().getFirst().field());
        Understanding described = read(
                heading + "\tDescription\tAnnée\nCamion 3\tDodge Ram 1500\t2016\nCamion 4\tFord F-150\t2012\n",
                StandardCharsets.UTF_8);
        assertEquals(Field.UNIT, described.columns().getFirst().field());
        assertEquals(Field.DESCRIPTION, described.columns().get(1).field());
    }
}
