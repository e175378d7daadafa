package courant.cli.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFleetTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("courant.root", "..")).resolve("docs/exemple/parc.xlsx");

    @TempDir
    Path folder;

    @Test
    void theShippedFileIsTheOneThatItsProgramMakes() throws IOException {
        Path made = folder.resolve("parc.xlsx");
        ExampleFleet.write(made);
        assertEquals(cells(made), cells(SHIPPED));
    }

    @Test
    void theFleetHasThirtyTwoVehiclesNineMachinesAndFourTrailers() throws IOException {
        List<String> units = cells(SHIPPED).stream()
                .map(List::getFirst)
                .filter(unit -> unit.matches("\\d{3}|R-\\d"))
                .toList();
        assertEquals(units.size(), units.stream().distinct().count());
        assertEquals(
                32, units.stream().filter(unit -> unit.matches("[1-6]\\d\\d")).count());
        assertEquals(9, units.stream().filter(unit -> unit.matches("7\\d\\d")).count());
        assertEquals(4, units.stream().filter(unit -> unit.startsWith("R-")).count());
    }

    private static List<List<String>> cells(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < 16; column++) {
                    cells.add(row.getCellText(column));
                }
                rows.add(cells);
            }
            return rows;
        }
    }
}
