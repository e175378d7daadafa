package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTextTest {
    private final BudgetText budgets = new BudgetText(Messages.french());

    @TempDir
    Path folder;

    @Test
    void anAmountIsTheBudgetOfEachYear() throws IOException {
        assertEquals(
                Map.of(2027, 25_000_050L, 2028, 25_000_050L),
                budgets.read("250 000,50").cents(2027, 2));
    }

    @Test
    void aFileGivesTheBudgetOfTheYearsItNames() throws IOException {
        Budget budget = read("year,capital_cad\n2027,250000\n2028,\"300 000,25\"\n2050,1\n");
        assertEquals(Map.of(2027, 25_000_000L, 2028, 30_000_025L), budget.cents(2027, 15));
    }

    @Test
    void aFileSavedByAFrenchSpreadsheetIsUnderstood() throws IOException {
        Budget budget = read("\ufeffAnnée;Capital\r\n\r\n2027;250 000,00 $\r\n");
        assertEquals(Map.of(2027, 25_000_000L), budget.cents(2027, 15));
    }

    @Test
    void aFileInWindows1252IsUnderstood() throws IOException {
        Path file = folder.resolve("budget.csv");
        Files.write(file, "Année;Montant\n2027;250\u00a0000\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Map.of(2027, 25_000_000L), budgets.read(file.toString()).cents(2027, 1));
    }

    @Test
    void aGzippedFileIsUnderstood() throws IOException {
        Path file = folder.resolve("budget.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("year,capital_cad\n2027,250000\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(Map.of(2027, 25_000_000L), budgets.read(file.toString()).cents(2027, 1));
    }

    @Test
    void everyWrongCellIsNamedWithItsLineAndColumn() {
        List<Problem> problems = refused("year,capital_cad\n2027,-5\n20277,100\n2028,abc\n2029\n2030,1\n2030,2\n");
        assertEquals(
                List.of(
                        "budget.csv, ligne 2, colonne 2",
                        "budget.csv, ligne 3, colonne 1",
                        "budget.csv, ligne 4, colonne 2",
                        "budget.csv, ligne 5, colonne 1",
                        "budget.csv, ligne 7, colonne 1"),
                problems.stream()
                        .map(problem ->
                                problem.where().substring(problem.where().lastIndexOf('/') + 1))
                        .toList());
        assertEquals("«\u00a0-5\u00a0»", problems.getFirst().found());
        assertEquals(
                "l'année 2030, déjà donnée à la ligne 6", problems.getLast().found());
    }

    @Test
    void wrongFilesAreRefusedWithAReason() {
        assertEquals("un fichier vide", refused("").getFirst().found());
        assertEquals(
                "des en-têtes sans aucune ligne",
                refused("year,capital_cad\n").getFirst().found());
        assertTrue(refused("2027,250000\n").getFirst().found().contains("2027, 250000"));
        assertTrue(refused("x".repeat(2 << 20)).getFirst().found().contains("1 Mo"));
    }

    @Test
    void anAbsentFileAndABadlyWrittenAmountAreToldApart() {
        assertThrows(NoSuchFileException.class, () -> budgets.read("nulle-part.csv"));
        WrongUsageException wrong = assertThrows(WrongUsageException.class, () -> budgets.read("250,000"));
        assertEquals("--budget", wrong.problems().getFirst().where());
    }

    private Budget read(String text) throws IOException {
        Path file = folder.resolve("budget.csv");
        Files.writeString(file, text);
        return budgets.read(file.toString());
    }

    private List<Problem> refused(String text) {
        return assertThrows(RefusedInputException.class, () -> read(text)).problems();
    }
}
