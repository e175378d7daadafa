package courant.facts;

import courant.engine.fact.Grade;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A CSV table whose header must be the one expected, read line by line with errors that name the cell.
record Table(String file, List<Row> rows) {

    /// One line; every reader of a cell refuses what it cannot read, and says where.
    record Row(String file, long line, List<String> header, List<String> cells) {
        String text(String column) {
            int position = header.indexOf(column);
            if (position < 0) {
                throw new IllegalArgumentException("Table %s has no column %s.".formatted(file, column));
            }
            return cells.get(position).strip();
        }

        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw refuse(column, "une valeur", "Remplissez la cellule.");
            }
            return text;
        }

        double number(String column) {
            Double number = optionalNumber(column);
            if (number == null) {
                throw refuse(column, "un nombre", "Remplissez la cellule.");
            }
            return number;
        }

        @Nullable
        Double optionalNumber(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw refuse(column, "un nombre", "Écrivez-le avec un point décimal, sans espace ni unité.", e);
            }
            throw refuse(column, "un nombre fini", "Écrivez-le avec un point décimal, sans espace ni unité.");
        }

        @Nullable
        Integer optionalInteger(String column) {
            Double number = optionalNumber(column);
            if (number == null) {
                return null;
            }
            if (number != Math.rint(number)) {
                throw refuse(column, "un nombre entier", "Retirez les décimales.");
            }
            return number.intValue();
        }

        int integer(String column) {
            number(column);
            Integer integer = optionalInteger(column);
            return integer == null ? 0 : integer;
        }

        boolean flag(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw refuse(column, "true ou false", "Corrigez la cellule.");
            };
        }

        @Nullable
        LocalDate date(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw refuse(column, "une date AAAA-MM-JJ", "Écrivez par exemple 2026-04-01, ou laissez vide.", e);
            }
        }

        <E extends Enum<E>> E choice(String column, Class<E> type) {
            String text = text(column);
            for (E value : type.getEnumConstants()) {
                if (id(value).equals(text)) {
                    return value;
                }
            }
            String known = Arrays.stream(type.getEnumConstants()).map(Row::id).collect(Collectors.joining(", "));
            throw refuse(column, "un mot parmi " + known, "Corrigez le mot.");
        }

        Grade grade(String column) {
            return choice(column, Grade.class);
        }

        private static String id(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        TableException refuse(String column, String expected, String advice) {
            return new TableException(new TableProblem(file, line, column, text(column), expected, advice));
        }

        private TableException refuse(String column, String expected, String advice, Exception cause) {
            TableException refusal = refuse(column, expected, advice);
            refusal.initCause(cause);
            return refusal;
        }

        /// The refusal of a whole line whose cells, each readable, do not make a valid value.
        TableException refuseLine(RuntimeException cause) {
            TableException refusal = new TableException(new TableProblem(
                    file,
                    line,
                    "",
                    String.join(",", cells),
                    "une ligne cohérente",
                    String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")));
            refusal.initCause(cause);
            return refusal;
        }
    }

    /// Reads one of the tables that ship with the product.
    ///
    /// @throws TableException when the table is bad
    static Table bundled(String name, String header) {
        try (InputStream in = open(name)) {
            return read(name, new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)), header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of the tables that ship with the product, as it lies there.
    static InputStream open(String name) {
        InputStream in = Table.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("""
                    The table %s is missing from the product.
                    Maybe the build left out src/main/resources/courant/facts.""".formatted(name));
        }
        return in;
    }

    /// Reads a table whose first line must be `header`; extra columns after it are refused.
    ///
    /// @throws TableException when it is empty, has another header, or a line is short
    static Table read(String file, Reader reader, String header) {
        Table table = open(file, reader);
        String found = String.join(",", table.rows().getFirst().header());
        if (!found.equals(header)) {
            throw new TableException(new TableProblem(
                    file,
                    1,
                    "",
                    found,
                    "l'en-tête " + header,
                    "Reprenez l'en-tête tel quel, colonnes dans cet ordre."));
        }
        return new Table(file, table.rows().subList(1, table.rows().size()));
    }

    /// Reads a table with whatever header it has; the first row is the header itself.
    ///
    /// @throws TableException when it is empty or a line has not as many cells as the header
    static Table open(String file, Reader reader) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(reader)) {
            List<CsvRecord> records = csv.stream().toList();
            if (records.isEmpty()) {
                throw new TableException(new TableProblem(
                        file, 0, "", "un fichier vide", "une table CSV avec son en-tête", "Vérifiez l'exportation."));
            }
            List<String> header = records.getFirst().getFields().stream()
                    .map(name -> name.replace("\ufeff", "").strip())
                    .toList();
            return new Table(
                    file, records.stream().map(r -> row(file, r, header)).toList());
        } catch (CsvParseException e) {
            TableException refusal = new TableException(new TableProblem(
                    file, 0, "", "un texte illisible", "une table CSV en virgules", "Le fichier semble tronqué."));
            refusal.initCause(e);
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String file, CsvRecord csvRecord, List<String> header) {
        if (csvRecord.getFieldCount() != header.size()) {
            throw new TableException(new TableProblem(
                    file,
                    csvRecord.getStartingLineNumber(),
                    "",
                    csvRecord.getFieldCount() + " cellules",
                    header.size() + " cellules",
                    "La ligne est peut-être tronquée, ou une virgule manque de guillemets."));
        }
        return new Row(file, csvRecord.getStartingLineNumber(), header, csvRecord.getFields());
    }
}
