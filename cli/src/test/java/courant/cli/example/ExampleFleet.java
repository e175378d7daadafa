package courant.cli.example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Makes `docs/exemple/parc.xlsx`: the fleet of an invented municipality, as untidy as a real one.
///
/// The rows are in `parc.txt` beside this class, cells separated by ` | `. A whole number is written as a number, all
/// else as text, so that decimal commas stay as a clerk typed them. Run `main` with the file to write.
public final class ExampleFleet {
    private static final String SHEET = "Parc 2026";

    /// Row of the headers, counted from 0.
    private static final int HEADER_ROW = 3;

    private ExampleFleet() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Courant", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            List<List<String>> rows = rows();
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    write(sheet, row, column, cells.get(column));
                }
            }
            sheet.range(0, 0, 0, rows.get(HEADER_ROW).size() - 1).merge();
            sheet.range(0, 0, 0, 0).style().bold().set();
            sheet.range(HEADER_ROW, 0, HEADER_ROW, rows.get(HEADER_ROW).size() - 1)
                    .style()
                    .bold()
                    .set();
            Worksheet notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "Municipalité, unités et valeurs inventées, pour montrer Courant.");
            notes.value(1, 0, "Aucune ressemblance avec un parc réel n'est voulue.");
        }
    }

    private static void write(Worksheet sheet, int row, int column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (cell.matches("\\d{1,9}")) {
            sheet.value(row, column, Long.parseLong(cell));
        } else {
            sheet.value(row, column, cell);
        }
    }

    /// Cells of every row, the title rows and the total row included; an absent cell is empty.
    static List<List<String>> rows() throws IOException {
        try (var stream = ExampleFleet.class.getResourceAsStream("parc.txt")) {
            if (stream == null) {
                throw new IOException("parc.txt is not on the class path.");
            }
            List<List<String>> rows = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                rows.add(List.of(line.split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList());
            }
            return rows;
        }
    }
}
