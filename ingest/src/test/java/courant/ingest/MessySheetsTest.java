package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Unit;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void bytesInMemoryReadAsTheirFileDoes() throws Exception {
        Understanding file = read(TOWN, StandardCharsets.UTF_8);
        byte[] content = Files.readAllBytes(folder.resolve("parc.csv"));
        assertEquals(file, Ingest.read("parc.csv", content, RealFilesTest.OPTIONS));
        Path out = folder.resolve("inventory.csv");
        InventoryFile.write(file.fleet(), out);
        assertEquals(Files.readString(out), new String(InventoryFile.bytes(file.fleet()), StandardCharsets.UTF_8));
        assertTrue(
                new String(InventoryFile.refusedBytes(file), StandardCharsets.UTF_8).startsWith("sheet,row,column,"));
    }

    @Test
    void aWorkbookInMemoryIsReadWithoutTheDisk() throws Exception {
        Path sample = Path.of(System.getProperty("courant.root", ".."), "docs", "exemple", "parc.xlsx");
        Understanding file = Ingest.read(sample, RealFilesTest.OPTIONS);
        assertEquals(file, Ingest.read("parc.xlsx", Files.readAllBytes(sample), RealFilesTest.OPTIONS));
        assertTrue(file.fleet().rows() > 20);
    }

    @Test
    void filesThatAreNoSpreadsheetAreRefusedWithASentence() throws Exception {
        Path file = folder.resolve("parc.xlsx");
        for (String content :
                new String[] {"", "%PDF-1.7 ...", "<html><table></table></html>", "PK\3\4 cut", "\0\1\2\3\4"}) {
            Files.writeString(file, content, StandardCharsets.ISO_8859_1);
            RefusedFileException refused =
                    assertThrows(RefusedFileException.class, () -> Ingest.read(file, RealFilesTest.OPTIONS));
            assertFalse(refused.problems().getFirst().advice().isBlank());
        }
        try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(200_000_000);
        }
        assertThrows(RefusedFileException.class, () -> Ingest.read(file, RealFilesTest.OPTIONS));
    }

    @Test
    void aHundredThousandRowsPassInUnderTenSeconds() throws Exception {
        StringBuilder text = new StringBuilder("No unité,Année,Marque,Modèle,Km/an,Service\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("U")
                    .append(i)
                    .append(",2015,Ford,F-150,")
                    .append(i % 30_000)
                    .append(",Voirie\n");
        }
        long start = System.nanoTime();
        assertEquals(
                100_000, read(text.toString(), StandardCharsets.UTF_8).fleet().rows());
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
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
}
