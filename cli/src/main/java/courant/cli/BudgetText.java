package courant.cli;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Reads `--budget`: an amount for each year, or a file `year,capital_cad` (which may be gzipped).
///
/// A comma, a semicolon or a tab separates the columns; the French headers `annee` and `capital` are understood; all
/// that is wrong in a file is said at once.
///
/// @param messages sentences in the person's language
record BudgetText(Messages messages) {
    private static final Set<String> YEAR_HEADERS = Set.of("year", "annee", "exercice");
    private static final Set<String> CAPITAL_HEADERS =
            Set.of("capital_cad", "capital", "budget", "budget_cad", "montant");
    private static final int LARGEST_FILE_BYTES = 1 << 20;

    /// @throws WrongUsageException when the value is neither an amount nor the name of a file
    /// @throws RefusedInputException when the file is not as described
    Budget read(String value) throws IOException {
        OptionalLong cents = Amount.cents(value);
        if (cents.isPresent()) {
            return new Budget.EachYear(cents.getAsLong());
        }
        if (Amount.looksLikeAmount(value)) {
            throw new WrongUsageException(new Problem(
                    "--budget",
                    messages.say("usage.value.found", value),
                    messages.say("budget.amount.expected"),
                    messages.say("budget.amount.advice")));
        }
        return readFile(Path.of(value));
    }

    private Budget readFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new Table(file.toString(), rows(file, text(file))).budget();
    }

    private String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            try (InputStream plain = gzipped ? new GZIPInputStream(raw) : raw) {
                bytes = plain.readNBytes(LARGEST_FILE_BYTES + 1);
            }
        }
        if (bytes.length > LARGEST_FILE_BYTES) {
            throw refused(problem(file.toString(), "budget.too-large"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            // Years and amounts are plain ASCII whatever the encoding; only an accent of the header may be lost.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private List<CsvRecord> rows(Path file, String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException notCsv) {
            throw refused(problem(file.toString(), "budget.not-a-table"));
        }
    }

    private Problem problem(String where, String key, Object... found) {
        return new Problem(
                where,
                messages.say(key + ".found", found),
                messages.say(key + ".expected"),
                messages.say(key + ".advice"));
    }

    private static RefusedInputException refused(Problem problem) {
        return new RefusedInputException(List.of(problem));
    }

    /// The rows of one file while they are read.
    private final class Table {
        private final String file;
        private final List<CsvRecord> rows;
        private final List<Problem> problems = new ArrayList<>();
        private final TreeMap<Integer, Long> cents = new TreeMap<>();
        private final Map<Integer, Long> lineOfYear = new HashMap<>();

        Table(String file, List<CsvRecord> rows) {
            this.file = file;
            this.rows = rows;
        }

        Budget budget() {
            if (rows.isEmpty()) {
                throw refused(problem(file, "budget.empty"));
            }
            CsvRecord header = rows.getFirst();
            int year = column(header, YEAR_HEADERS);
            int capital = column(header, CAPITAL_HEADERS);
            if (year < 0 || capital < 0) {
                throw refused(problem(at(header, 1), "budget.header", String.join(", ", header.getFields())));
            }
            if (rows.size() == 1) {
                throw refused(problem(file, "budget.no-rows"));
            }
            rows.subList(1, rows.size()).forEach(row -> read(row, year, capital));
            if (!problems.isEmpty()) {
                throw new RefusedInputException(problems);
            }
            return new Budget.ByYear(cents);
        }

        private int column(CsvRecord header, Set<String> names) {
            for (int i = 0; i < header.getFieldCount(); i++) {
                String name = Normalizer.normalize(header.getField(i).strip(), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
                if (names.contains(name)) {
                    return i;
                }
            }
            return -1;
        }

        private void read(CsvRecord row, int yearColumn, int capitalColumn) {
            if (row.getFieldCount() <= Math.max(yearColumn, capitalColumn)) {
                problems.add(problem(at(row, row.getFieldCount()), "budget.short-row", (long) row.getFieldCount()));
                return;
            }
            String yearText = row.getField(yearColumn).strip();
            String capitalText = row.getField(capitalColumn).strip();
            boolean yearRight = yearText.matches("20\\d\\d");
            OptionalLong amount = Amount.cents(capitalText);
            if (!yearRight) {
                problems.add(problem(at(row, yearColumn + 1), "budget.year", yearText));
            }
            if (amount.isEmpty()) {
                problems.add(problem(at(row, capitalColumn + 1), "budget.capital", capitalText));
            }
            if (yearRight && amount.isPresent()) {
                add(row, yearColumn, Integer.parseInt(yearText), amount.getAsLong());
            }
        }

        private void add(CsvRecord row, int yearColumn, int year, long amount) {
            Long before = lineOfYear.putIfAbsent(year, row.getStartingLineNumber());
            if (before == null) {
                cents.put(year, amount);
            } else {
                problems.add(problem(at(row, yearColumn + 1), "budget.twice", String.valueOf(year), before));
            }
        }

        private String at(CsvRecord row, int column) {
            return messages.say("at.line-column", file, row.getStartingLineNumber(), column);
        }
    }
}
