package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a town may bring by mistake: each file is refused, or each cell, with a sentence that says what to do.
class BadInputTest {
    private static final String HEADER = "No unité;Marque;Modèle;Année;Km annuel\n";

    @TempDir
    Path folder;

    private static Understanding read(String text) throws RefusedFileException {
        return Ingest.read("parc.csv", text.getBytes(StandardCharsets.UTF_8), RealFilesTest.OPTIONS);
    }

    private static String refusal(String name, byte[] content) {
        RefusedFileException refused =
                assertThrows(RefusedFileException.class, () -> Ingest.read(name, content, RealFilesTest.OPTIONS));
        InputProblem problem = refused.problems().getFirst();
        assertFalse(problem.expected().isBlank() || problem.advice().isBlank(), problem.toString());
        return problem.found();
    }

    @Test
    void oneRowIsSaidInTheSingular() {
        String found = refusal("parc.csv", "bonjour;tout\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(found.startsWith("Une feuille de 1 ligne où"), found);
    }

    private static byte[] corpus(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(BadInputTest.class.getResourceAsStream("corpus/" + name), name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertEquals("Le fichier parc.csv est vide.", refusal("parc.csv", new byte[0]));
    }

    @Test
    void aPdfNamedXlsxIsSaidToBeAPdf() {
        byte[] pdf = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("parc.xlsx est un document PDF.", refusal("parc.xlsx", pdf));
    }

    @Test
    void aFileOf200MegabytesIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("gros.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        RefusedFileException refused =
                assertThrows(RefusedFileException.class, () -> Ingest.read(file, RealFilesTest.OPTIONS));
        assertEquals("Un fichier de 200 Mo.", refused.problems().getFirst().found());
    }

    @Test
    void anUploadIsReadNoFurtherThanTheLargestFile() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        RefusedFileException refused = assertThrows(
                RefusedFileException.class, () -> Ingest.read("sans-fin.csv", endless, RealFilesTest.OPTIONS));
        assertEquals("Un fichier de 150 Mo.", refused.problems().getFirst().found());
    }

    @Test
    void aZipBombIsRefusedFromDiskAndFromMemory() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(refusal("bombe.xlsx", bytes.toByteArray()).startsWith("Un fichier comprimé de"));
        Path file = folder.resolve("bombe.xlsx");
        Files.write(file, bytes.toByteArray());
        assertThrows(RefusedFileException.class, () -> Ingest.read(file, RealFilesTest.OPTIONS));
        assertTrue(refusal("bombe.xlsx.gz", gzipped(bytes.toByteArray())).startsWith("Un fichier comprimé de"));
    }

    @Test
    void aWorkbookOnlyOfPicturesIsSaidToHoldNoCell() throws Exception {
        byte[] pictures = withPicture(corpus("r3-feuille-vide.xlsx"));
        assertTrue(refusal("photos.xlsx", pictures).contains("seulement des images"));
    }

    private static byte[] withPicture(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("xl/media/image1.png"));
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
        return bytes.toByteArray();
    }

    @Test
    void everyKindOfFileMayBeGzipped() throws Exception {
        for (String name : List.of("03-utf16-tabulation.csv", "34-plusieurs-feuilles.xlsx", "54-parc-simple.ods")) {
            Understanding plain = Ingest.read(name, corpus(name), RealFilesTest.OPTIONS);
            Understanding gzipped = Ingest.read(name + ".gz", gzipped(corpus(name)), RealFilesTest.OPTIONS);
            assertEquals(plain.fleet(), gzipped.fleet(), name);
        }
        assertTrue(refusal("deux.gz", gzipped(gzipped(corpus("03-utf16-tabulation.csv"))))
                .contains("archive"));
    }

    @Test
    void memoryAndDiskReadAlike() throws Exception {
        for (String name : List.of("08-milles-gallons.csv", "35-titres-fusionnes.xlsx", "55-fusions.ods")) {
            Path file = folder.resolve(name);
            Files.write(file, corpus(name));
            Understanding disk = Ingest.read(file, RealFilesTest.OPTIONS);
            assertEquals(disk, Ingest.read(name, corpus(name), RealFilesTest.OPTIONS));
            try (InputStream in = Files.newInputStream(file)) {
                assertEquals(disk, Ingest.read("C:\\fakepath\\" + name, in, RealFilesTest.OPTIONS));
            }
        }
    }

    @Test
    void aDamagedWorkbookIsSaidToBeDamaged() throws Exception {
        byte[] cut = java.util.Arrays.copyOf(corpus("34-plusieurs-feuilles.xlsx"), 3000);
        assertTrue(refusal("coupe.xlsx", cut).contains("endommagé"));
        byte[] gzipCut = java.util.Arrays.copyOf(gzipped(corpus("31-neuf-cents-unites.csv")), 3000);
        assertTrue(refusal("coupe.csv.gz", gzipCut).contains("endommagé"));
    }

    @Test
    void cellsThatLookLikeFormulasAreDisarmedInEveryFileWeWriteAndComeBack() throws Exception {
        Understanding found =
                read(HEADER + "=1+1;@Ford;+F-150;2015;1000\n-2;Kia;Niro;2020;-5\n-2;=CMD();Niro;2020;5\n");
        Path inventory = folder.resolve("inventory.csv");
        Path refused = folder.resolve("refused.csv");
        InventoryFile.write(found.fleet(), inventory);
        InventoryFile.writeRefused(found, refused);
        StringWriter download = new StringWriter();
        InventoryFile.writeRefused(found, download);
        assertEquals(Files.readString(refused), download.toString());
        for (Path file : List.of(inventory, refused)) {
            for (String line : Files.readAllLines(file)) {
                for (String cell : line.split(",")) {
                    assertFalse(cell.replaceFirst("^\"", "").matches("[=+@-].*"), file + ": " + line);
                }
            }
        }
        assertEquals(
                found.fleet(), Ingest.read(inventory, RealFilesTest.OPTIONS).fleet());
    }

    @Test
    void aSheetWithoutHeaderIsReadByItsValuesAndSaidToBe() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 100; i < 112; i++) {
            rows.append(i).append(";Ford;F-150;").append(2000 + i % 20).append('\n');
        }
        Understanding found = read(rows.toString());
        assertEquals(0, found.headerRow());
        assertEquals(12, found.fleet().rows());
        assertEquals("Ford", found.fleet().units().getFirst().make());
        assertTrue(found.notes().stream().anyMatch(n -> n.startsWith("Aucune ligne d'en-têtes")));
    }

    @Test
    void aHeaderRepeatedIsNoUnitAndAnotherHeaderOpensItsOwnTable() throws Exception {
        Understanding same = read(HEADER + "1;Ford;F-150;2015;9000\n" + HEADER + "2;Ford;F-150;2015;9000\n");
        assertEquals(2, same.fleet().rows());
        assertEquals(1, same.dropped().get(RepairKind.HEADER_REPEATED_DROPPED));
        Understanding other = read(
                HEADER
                        + "1;Ford;F-150;2015;9000\n\nNo unité;Marque;Modèle;Année;Heures par année\nM1;Caterpillar;938M;2018;640\n");
        Unit machine = other.fleet().units().getLast();
        assertEquals(640.0, machine.usage().hoursPerYear());
        assertNull(machine.usage().kmPerYear());
        assertTrue(other.notes().stream().anyMatch(n -> n.contains("ligne 4")), other.notes()::toString);
    }

    @Test
    void impossibleValuesAreRefusedByRowAndColumnAndTheirUnitsKept() throws Exception {
        Understanding found = read(
                HEADER
                        + "1;Ford;F-150;1900;9000\n2;Ford;F-150;2099;-9000\n3;Kia;Niro;2020;9999999\n4;Kia;Niro;2020;beaucoup\n");
        assertEquals(4, found.fleet().rows());
        assertEquals(0, found.refusedRows());
        assertEquals(
                List.of("2 Année", "3 Année", "3 Km annuel", "4 Km annuel", "5 Km annuel"),
                found.refused().stream().map(r -> r.row() + " " + r.column()).toList());
        Refusal year = found.refused().getFirst();
        assertEquals("« 1900 »", year.found().replace('\u00A0', ' '));
        assertEquals("Une année de 1950 à 2028.", year.expected());
        assertEquals("Corrigez l'année; l'unité est gardée sans année.", year.advice());
    }

    @Test
    void anUnknownMakeIsKeptAsWrittenAndItsClassIsDoubtful() throws Exception {
        Unit unknown = read(HEADER + "1;Zorglub;X1;2015;9000\n").fleet().units().getFirst();
        assertEquals("Zorglub", unknown.make());
        assertEquals(VehicleClass.NOT_A_VEHICLE, unknown.vehicleClass());
        assertEquals(0.0, unknown.classConfidence());
    }

    @Test
    void mixedUnitsAreReadEachInItsOwnAndAWrongKindIsRefused() throws Exception {
        Understanding found = read(
                "No unité;Marque;Modèle;Année;Utilisation annuelle\n1;Ford;F-150;2015;9000 km\n"
                        + "2;Kia;Niro;2020;5000 mi\n3;Caterpillar;938M;2018;800 h\n4;Kia;Niro;2020;12 L\n5;Kia;Niro;2020;8 000 km\n");
        List<Unit> units = found.fleet().units();
        assertEquals(9000.0, units.get(0).usage().kmPerYear());
        assertEquals(8046.72, units.get(1).usage().kmPerYear());
        assertNull(units.get(2).usage().kmPerYear());
        assertEquals(800.0, units.get(2).usage().hoursPerYear());
        assertNull(units.get(3).usage().kmPerYear());
        assertEquals(5, found.refused().getFirst().row());
        assertEquals("Une valeur en km.", found.refused().getFirst().expected());
    }

    @Test
    void aRepeatedNumberSaysWhatTheTwoRowsSayDifferently() throws Exception {
        Understanding found =
                read(HEADER + "1;Ford;F-150;2015;9000\n1;Ford;F-150 XL;2015;9000\n1;Ford;F-150;2015;9000\n");
        assertEquals(1, found.fleet().rows());
        assertEquals(1, found.dropped().get(RepairKind.DUPLICATE_MERGED));
        Refusal refused = found.refused().getFirst();
        assertEquals(
                "Le numéro 1 est aussi à la ligne 2, avec autre chose : Modèle « F-150 » à la première, « F-150 XL » à la seconde.",
                refused.found().replace('\u00A0', ' '));
        assertEquals("F-150 XL", refused.raw().get("Modèle"));
    }
}
