package courant.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A form to fill in on a computer or on paper, as an XLSX file of one sheet.
///
/// @param name of the sheet
/// @param heading lines above the table; the first is the title
/// @param columns headings of the table
/// @param rows what is already filled in, text only
/// @param blanks empty rows that follow, with borders
public record Spreadsheet(
        String name, List<String> heading, List<String> columns, List<List<String>> rows, int blanks) {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    /// As a file to save.
    public ResponseEntity<byte[]> download(String fileName) {
        return Attachment.of(fileName, XLSX).body(bytes());
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Courant", "1.0")) {
            write(book.newWorksheet(name));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet) {
        for (int line = 0; line < heading.size(); line++) {
            sheet.value(line, 0, heading.get(line));
        }
        sheet.style(0, 0).bold().fontSize(14).set();
        int top = heading.size() + 1;
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(top, column, columns.get(column));
            sheet.width(column, Math.clamp(columns.get(column).length(), NARROWEST, WIDEST));
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(top + 1 + row, column, rows.get(row).get(column));
            }
        }
        int bottom = top + rows.size() + blanks;
        sheet.range(top, 0, bottom, columns.size() - 1)
                .style()
                .borderStyle("thin")
                .wrapText(true)
                .set();
        sheet.range(top, 0, top, columns.size() - 1)
                .style()
                .bold()
                .fillColor("E6F0EC")
                .set();
        sheet.freezePane(0, top + 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
    }
}
