package courant.ingest.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// The sheets of an XLSX file: cached values of formulas, dates by their format, cells merged downward spread.
final class XlsxSheets {
    private static final Pattern RANGE = Pattern.compile("([A-Z]+)(\\d+):([A-Z]+)(\\d+)");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_SERIAL_DAY = 2_958_465;

    private XlsxSheets() {}

    static List<Sheet> read(String name, byte[] content) throws IOException, UnreadableFileException {
        Map<String, List<String>> merges = ZipGuard.mergesByEntry(content);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            Map<String, String> entries = XlsxRelations.entryBySheetId(content);
            List<Sheet> sheets = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                String entry = entries.getOrDefault(sheet.getId(), "");
                sheets.add(read(sheet, workbook.isDate1904(), merges.getOrDefault(entry, List.of())));
            }
            return sheets;
        } catch (ExcelReaderException | XMLStreamException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableFileException("damaged", name);
        }
    }

    private static Sheet read(org.dhatim.fastexcel.reader.Sheet sheet, boolean date1904, List<String> merges)
            throws IOException, UnreadableFileException {
        RowCollector collector = new RowCollector();
        Map<String, Boolean> dateFormats = new HashMap<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> iterator = rows.iterator();
            while (iterator.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = iterator.next();
                for (Cell cell : row) {
                    if (cell != null) {
                        take(cell, date1904, dateFormats, collector);
                    }
                }
                collector.endRow(row.getRowNum());
            }
        }
        merges.forEach(range -> spread(range, collector));
        return new Sheet(sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE, collector.rows());
    }

    private static void take(Cell cell, boolean date1904, Map<String, Boolean> dateFormats, RowCollector collector)
            throws UnreadableFileException {
        int column = cell.getColumnIndex();
        switch (cell.getValue()) {
            case null -> {}
            case BigDecimal number -> {
                String iso = isDate(cell, dateFormats) ? isoDate(number, date1904) : null;
                if (iso != null) {
                    collector.cell(column, iso, Row.Kind.DATE);
                } else {
                    collector.cell(column, plain(number), Row.Kind.NUMBER);
                }
            }
            case Object other -> collector.cell(column, other.toString(), Row.Kind.TEXT);
        }
    }

    /// The number without grouping or exponent; binary noise such as 12500.500000000002 is rounded away.
    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.precision() > 15 ? number.round(new java.math.MathContext(15)) : number;
        BigDecimal plain = rounded.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static @Nullable String isoDate(BigDecimal serial, boolean date1904) {
        double days = serial.doubleValue();
        if (days < 1 || days > LAST_SERIAL_DAY) {
            return null;
        }
        return (date1904 ? EPOCH_1904 : EPOCH_1900)
                .plusDays((long) Math.floor(days))
                .toString();
    }

    private static boolean isDate(Cell cell, Map<String, Boolean> dateFormats) {
        String format = cell.getDataFormatString();
        if (format != null) {
            return dateFormats.computeIfAbsent(format, XlsxSheets::isDateFormat);
        }
        Integer id = cell.getDataFormatId();
        return id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58);
    }

    /// A format that writes a day or a year, once its literal texts, colours and locales are taken away.
    static boolean isDateFormat(String format) {
        String codes =
                format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        if (codes.contains("general") || codes.contains("standard")) {
            return false;
        }
        return codes.indexOf('y') >= 0 || codes.indexOf('d') >= 0 || codes.contains("aaaa") || codes.contains("jj");
    }

    private static void spread(String range, RowCollector collector) {
        Matcher m = RANGE.matcher(range);
        if (m.matches() && m.group(1).length() <= 3) {
            int first = Integer.parseInt(m.group(2));
            int last = Integer.parseInt(m.group(4));
            if (last > first) {
                collector.spreadDown(first, last, column(m.group(1)));
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char c : letters.toCharArray()) {
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }
}
