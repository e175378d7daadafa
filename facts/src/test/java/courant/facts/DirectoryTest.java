package courant.facts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import courant.engine.climate.Municipality;
import courant.engine.climate.WeatherYear;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
    private static final Directory DIRECTORY = Directory.bundled();
    private static final String OFFICIAL = "mcode,munnom,mdes,regadm,mrc,mpopul\n";

    @Test
    void holdsEveryLocalMunicipality() {
        assertEquals(1113, DIRECTORY.municipalities().size());
    }

    @Test
    void aCodeIsFound() {
        assertEquals("Montréal", DIRECTORY.resolve("66023").name());
    }

    @Test
    void accentsHyphensCaseArticlesAndSaintsAreForgiven() {
        assertEquals("Québec", DIRECTORY.resolve("quebec").name());
        assertEquals("Saint-Jérôme", DIRECTORY.resolve("ST JEROME").name());
        assertEquals("Sainte-Thérèse", DIRECTORY.resolve("ste-therese").name());
        assertEquals("L'Assomption", DIRECTORY.resolve("assomption").name());
        assertEquals("Trois-Rivières", DIRECTORY.resolve("trois rivieres").name());
    }

    @Test
    void firstLettersSuggestNamesThatBeginSoThenThoseWithSuchAWord() {
        assertEquals(
                "Drummondville", DIRECTORY.beginning("drummond", 5).getFirst().name());
        assertEquals(
                List.of("Saint-Jérôme"),
                names(DIRECTORY.beginning("st-jerome", 5).subList(0, 1)));
        assertTrue(names(DIRECTORY.beginning("erables", 5)).contains("Saint-Joseph-des-Érables"));
        assertEquals(List.of("Montréal"), names(DIRECTORY.beginning("66023", 5)));
        assertEquals(List.of(), DIRECTORY.beginning(" - ", 5));
    }

    private static List<String> names(List<Municipality> municipalities) {
        return municipalities.stream().map(Municipality::name).toList();
    }

    @Test
    void anAmbiguousNameListsTheCodes() {
        AmbiguousMunicipalityException e =
                assertThrows(AmbiguousMunicipalityException.class, () -> DIRECTORY.resolve("l'ange gardien"));
        assertEquals(2, e.candidates().size());
        e.candidates().forEach(m -> assertTrue(String.valueOf(e.getMessage()).contains(m.code())));
    }

    @Test
    void everyNameResolvesToItselfOrIsAmbiguous() {
        int ambiguous = 0;
        for (Municipality m : DIRECTORY.municipalities()) {
            try {
                assertEquals(m, DIRECTORY.resolve(m.name()));
            } catch (AmbiguousMunicipalityException e) {
                ambiguous++;
                assertTrue(e.candidates().contains(m));
            }
        }
        // 30 names are borne by two local municipalities each; the other 28 of the official 58 involve territories.
        assertEquals(60, ambiguous);
    }

    @Test
    void aMisspeltNameSuggestsTheRightOne() {
        UnknownMunicipalityException e =
                assertThrows(UnknownMunicipalityException.class, () -> DIRECTORY.resolve("Sherbrouke"));
        assertEquals("Sherbrooke", e.suggestions().getFirst().name());
    }

    @Test
    void anInventedMunicipalityIsFoundWithItsWinterButNeverListed() {
        Municipality invented = DIRECTORY.resolve("val des erables");
        assertEquals("99901", invented.code());
        assertTrue(invented.invented());
        assertEquals(invented, DIRECTORY.resolve("99901"));
        assertTrue(mean(DIRECTORY.weather(invented), 0, 31) < -8);
        assertEquals(
                List.of(),
                DIRECTORY.municipalities().stream()
                        .filter(Municipality::invented)
                        .toList());
    }

    @Test
    void saguenayIsColderThanMontreal() {
        WeatherYear montreal = DIRECTORY.weather(DIRECTORY.resolve("Montréal"));
        WeatherYear saguenay = DIRECTORY.weather(DIRECTORY.resolve("Saguenay"));
        double january = mean(saguenay, 0, 31) - mean(montreal, 0, 31);
        assertTrue(january < -4 && january > -9, () -> "difference of January " + january);
        assertTrue(lowest(saguenay) < lowest(montreal) - 3);
    }

    @Test
    void montrealKeepsItsOwnYear() {
        WeatherYear montreal = DIRECTORY.weather(DIRECTORY.resolve("Montréal"));
        assertArrayEquals(ClimateTables.MONTREAL_YEAR.meanC(), montreal.meanC(), 1e-9);
    }

    @Test
    void kuujjuaqIsFarColderThanSaguenay() {
        WeatherYear kuujjuaq = DIRECTORY.weather(DIRECTORY.resolve("Kuujjuaq"));
        WeatherYear saguenay = DIRECTORY.weather(DIRECTORY.resolve("Saguenay"));
        assertTrue(mean(kuujjuaq, 0, 31) < mean(saguenay, 0, 31) - 6);
    }

    @Test
    void everyMunicipalityHasAWinter() {
        for (Municipality m : DIRECTORY.municipalities()) {
            WeatherYear year = DIRECTORY.weather(m);
            assertTrue(lowest(year) < -10 && lowest(year) > -50, m::name);
            double[] mean = year.meanC();
            double[] min = year.minC();
            for (int day = 0; day < WeatherYear.DAYS; day++) {
                assertTrue(min[day] <= mean[day] + 1e-9, m::name);
            }
        }
    }

    @Test
    void theOfficialDirectoryIsReadWhole() throws IOException {
        Path official = Path.of(System.getProperty("courant.root"), "..", "shared", "data", "quebec-municipalities");
        assumeTrue(Files.isDirectory(official), "the official directory is not on this machine");
        DirectoryImport of2026 = Directory.read(official.resolve("MUN_2026-04.csv.gz"));
        assertEquals(1113, of2026.municipalities());
        assertEquals(0, of2026.updated());
        assertEquals(List.of(), of2026.refused());
        DirectoryImport of2025 = Directory.read(official.resolve("MUN_2025-06.csv.gz"));
        assertTrue(of2025.municipalities() >= 1100);
        assertTrue(of2025.updated() > 500, () -> "updated " + of2025.updated());
    }

    @Test
    void whatIsSavedIsLoadedBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("municipalites.csv");
        DIRECTORY.save(file);
        assertEquals(DIRECTORY.municipalities(), Directory.load(file).municipalities());
    }

    @Test
    void windows1252IsReadAndABadRowIsRefusedAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("MUN.csv");
        Files.write(
                file,
                (OFFICIAL
                                + "66023,Montréal,Ville,Montréal (06),,1800000\n"
                                + "12,Brisé,Ville,Montréal (06),,10\n"
                                + "66023,Montréal,Ville,Montréal (06),,1\n"
                                + "99904,Lac,Territoire non organisé,Côte-Nord (09),,0\n")
                        .getBytes(Charset.forName("windows-1252")));
        DirectoryImport read = Directory.read(file);
        assertEquals(1, read.municipalities());
        assertEquals(1, read.updated());
        assertEquals(1, read.skipped());
        assertEquals(
                List.of(3L, 4L), read.refused().stream().map(TableProblem::line).toList());
        assertEquals("Montréal", read.directory().resolve("montreal").name());
    }

    @Test
    void aFileThatIsNoDirectoryIsRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("vide.csv"));
        assertThrows(TableException.class, () -> Directory.read(empty));
        Path other = Files.writeString(folder.resolve("autre.csv"), "a,b\n1,2\n");
        assertEquals(
                "mcode",
                assertThrows(TableException.class, () -> Directory.read(other))
                        .problem()
                        .column());
        Path headerOnly = Files.writeString(folder.resolve("tronque.csv"), OFFICIAL);
        assertThrows(TableException.class, () -> Directory.read(headerOnly));
        Path cut = Files.writeString(folder.resolve("coupe.csv"), OFFICIAL + "66023,Montr");
        assertThrows(TableException.class, () -> Directory.read(cut));
        Path zip = Files.write(folder.resolve("coupe.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThrows(TableException.class, () -> Directory.read(zip));
    }

    private static double mean(WeatherYear year, int from, int to) {
        return Arrays.stream(year.meanC(), from, to).average().orElseThrow();
    }

    private static double lowest(WeatherYear year) {
        return Arrays.stream(year.minC()).min().orElseThrow();
    }

    @Test
    void anInventedMunicipalityIsOfAnInventedMrcAndNoRealOneIs() {
        assertTrue(Directory.invented().stream().allMatch(town -> town.mrc().matches("|MRC .* \\(fictive\\)")));
        assertTrue(Directory.bundled().municipalities().stream()
                .noneMatch(town -> town.mrc().contains("fictive")));
    }
}
