package courant.ingest.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A CSV file of any encoding and delimiter, read as one sheet.
final class CsvSheet {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    /// Fewer delimiters than this in a line may stand in a comment.
    private static final int FEWEST_CUTS = 3;

    private static final int SNIFFED_CHARS = 60_000;

    private CsvSheet() {}

    static Workbook read(String fileName, WorkbookReader.ByteSource bytes) throws IOException, UnreadableFileException {
        Charset charset;
        try (InputStream in = new BufferedInputStream(bytes.open())) {
            charset = Encodings.of(in);
        }
        String start;
        try (Reader reader = open(bytes, charset)) {
            char[] buffer = new char[SNIFFED_CHARS];
            int length = 0;
            int read;
            while (length < buffer.length && (read = reader.read(buffer, length, buffer.length - length)) > 0) {
                length += read;
            }
            start = new String(buffer, 0, length);
        }
        boolean declared = start.startsWith("sep=") && start.length() > 4;
        char delimiter = declared ? start.charAt(4) : sniff(start);
        Sheet sheet = sheet(sheetName(fileName), bytes, charset, delimiter, declared);
        if (sheet.rows().isEmpty()) {
            throw new UnreadableFileException("empty-file", fileName);
        }
        return new Workbook(fileName, FileKind.CSV, charset.name(), String.valueOf(delimiter), List.of(sheet));
    }

    private static Sheet sheet(
            String name, WorkbookReader.ByteSource bytes, Charset charset, char delimiter, boolean skipFirst)
            throws IOException, UnreadableFileException {
        RowCollector collector = new RowCollector();
        int number = 0;
        try (CsvReader<CsvRecord> csv = csv(delimiter, open(bytes, charset))) {
            for (CsvRecord record : csv) {
                number++;
                if (!skipFirst || number > 1) {
                    number = take(record, number, delimiter, collector);
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("bad-csv", number + 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return collector.sheet(name, false);
    }

    /// Takes one record; the rows that a quote never closed swallowed into one of its cells are given back.
    ///
    /// @return the number of the last row taken
    private static int take(CsvRecord record, int number, char delimiter, RowCollector collector)
            throws IOException, UnreadableFileException {
        int width = record.getFieldCount();
        for (int c = 0; c < width; c++) {
            String field = record.getField(c);
            int lineEnd = swallowsRows(field, delimiter) ? field.indexOf('\n') : -1;
            if (lineEnd >= 0) {
                collector.cell(c, field.substring(0, lineEnd), Row.Kind.TEXT);
                collector.endRow(number);
                collector.countOpenQuote();
                return takeSwallowed(field.substring(lineEnd + 1), number, delimiter, collector);
            }
            collector.cell(c, field, Row.Kind.TEXT);
        }
        collector.endRow(number);
        return number;
    }

    private static int takeSwallowed(String text, int before, char delimiter, RowCollector collector)
            throws IOException, UnreadableFileException {
        int number = before;
        try (CsvReader<CsvRecord> csv = csv(delimiter, new StringReader(text))) {
            for (CsvRecord record : csv) {
                collector.countOpenQuote();
                number = take(record, number + 1, delimiter, collector);
            }
        }
        return number;
    }

    /// A cell of several lines, all cut by the delimiter alike, is no comment: it is rows.
    private static boolean swallowsRows(String field, char delimiter) {
        if (field.indexOf('\n') < 0 || field.indexOf(delimiter) < 0) {
            return false;
        }
        String[] lines =
                field.substring(field.indexOf('\n') + 1).stripTrailing().split("\\R");
        long cuts = lines[0].chars().filter(ch -> ch == delimiter).count();
        return cuts >= FEWEST_CUTS
                && Arrays.stream(lines)
                        .allMatch(l -> l.chars().filter(ch -> ch == delimiter).count() == cuts);
    }

    private static CsvReader<CsvRecord> csv(char delimiter, Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader);
    }

    private static Reader open(WorkbookReader.ByteSource bytes, Charset charset) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new BufferedInputStream(bytes.open()), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /// The delimiter that cuts most lines into the same number of cells, the more cells the better.
    static char sniff(String start) {
        int end = start.length() < SNIFFED_CHARS ? start.length() : Math.max(0, start.lastIndexOf('\n'));
        String whole = start.substring(0, end);
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(widths(whole, delimiter));
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<Integer> widths(String text, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = csv(delimiter, new StringReader(text))) {
            for (CsvRecord record : csv) {
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    widths.add(record.getFieldCount());
                }
            }
        } catch (CsvParseException | IOException e) {
            // The tail of the sample may stop inside a quoted cell: what was cut before it still speaks.
            return widths;
        }
        return widths;
    }

    private static double score(List<Integer> widths) {
        if (widths.isEmpty()) {
            return 0;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        widths.forEach(w -> counts.merge(w, 1, Integer::sum));
        counts.remove(1);
        if (counts.isEmpty()) {
            return 0;
        }
        int mode =
                Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        int agreeing = counts.getOrDefault(mode, 0);
        return (double) agreeing / widths.size() * Math.sqrt(mode);
    }

    private static String sheetName(String fileName) {
        return fileName.replaceFirst("(?i)(\\.(csv|txt|tsv|tab))?(\\.gz)?$", "");
    }
}
