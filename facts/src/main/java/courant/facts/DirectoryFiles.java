package courant.facts;

import courant.engine.climate.Municipality;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads and writes directories of municipalities.
final class DirectoryFiles {
    static final String HEADER = "code,name,designation,region,mrc,population,lat,lon";

    private static final List<String> OFFICIAL_COLUMNS = List.of("mcode", "munnom", "mdes", "regadm", "mrc", "mpopul");
    /// Designations of what is no local municipality, by the start of the word.
    private static final List<String> NOT_LOCAL = List.of(
            "Territoire non organisé",
            "Réserve indienne",
            "Établissement amérindien",
            "Terre de la catégorie",
            "Terre réservée",
            "Village cri",
            "Village naskapi");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private DirectoryFiles() {}

    static Directory bundled() {
        return bundled("municipalities.csv");
    }

    /// The municipalities of the examples, which no official directory holds.
    static Directory invented() {
        return bundled("municipalities-invented.csv");
    }

    private static Directory bundled(String table) {
        return new Directory(Table.bundled(table, HEADER).rows().stream()
                .map(DirectoryFiles::municipality)
                .toList());
    }

    static Directory load(Path csv) throws IOException {
        Table table = Table.read(fileName(csv), new StringReader(text(csv)), HEADER);
        return new Directory(
                table.rows().stream().map(DirectoryFiles::municipality).toList());
    }

    static void save(Directory directory, Path csv) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(HEADER.split(",", -1));
            for (Municipality m : directory.municipalities()) {
                writer.writeRecord(
                        m.code(),
                        m.name(),
                        m.designation(),
                        m.region(),
                        m.mrc(),
                        cell(m.population()),
                        cell(m.latitude()),
                        cell(m.longitude()));
            }
        }
        Path folder = csv.toAbsolutePath().getParent();
        Files.createDirectories(Objects.requireNonNull(folder));
        Path part = Files.createTempFile(folder, "municipalites", ".part");
        Files.writeString(part, text.toString());
        Files.move(part, csv, StandardCopyOption.REPLACE_EXISTING);
    }

    static DirectoryImport readOfficial(Path csv, Directory known) throws IOException {
        String file = fileName(csv);
        Table table = Table.open(file, new StringReader(text(csv)));
        List<String> header = table.rows().getFirst().header();
        for (String column : OFFICIAL_COLUMNS) {
            if (!header.contains(column)) {
                throw new TableException(new TableProblem(
                        file,
                        1,
                        column,
                        String.join(",", header),
                        "une colonne " + column,
                        "Prenez le fichier MUN.csv du Répertoire des municipalités (Données Québec)."));
            }
        }
        List<Municipality> read = new ArrayList<>();
        List<TableProblem> refused = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        int updated = 0;
        int skipped = 0;
        for (Table.Row row : table.rows().subList(1, table.rows().size())) {
            if (NOT_LOCAL.stream().anyMatch(row.text("mdes")::startsWith)) {
                skipped++;
                continue;
            }
            try {
                Municipality municipality = official(row, known);
                if (!codes.add(municipality.code())) {
                    throw row.refuse("mcode", "un code qui ne revient pas", "Gardez une ligne par municipalité.");
                }
                updated += municipality.equals(known.ofCode(municipality.code())) ? 0 : 1;
                read.add(municipality);
            } catch (TableException e) {
                refused.add(e.problem());
            }
        }
        if (read.isEmpty()) {
            throw new TableException(new TableProblem(
                    file, 0, "", "aucune municipalité", "des municipalités", "Le fichier semble tronqué."));
        }
        return new DirectoryImport(new Directory(read), read.size(), updated, refused, skipped);
    }

    private static Municipality official(Table.Row row, Directory known) {
        String code = row.required("mcode");
        if (!code.matches("[0-9]{4,5}")) {
            throw row.refuse("mcode", "un code géographique de cinq chiffres", "Corrigez le code.");
        }
        String padded = code.length() == 4 ? "0" + code : code;
        Municipality ours = known.ofCode(padded);
        return new Municipality(
                padded,
                row.required("munnom"),
                row.required("mdes"),
                row.required("regadm"),
                row.text("mrc").replaceAll("\\s*\\(\\d+\\)$", ""),
                row.optionalInteger("mpopul"),
                ours == null ? null : ours.latitude(),
                ours == null ? null : ours.longitude());
    }

    private static Municipality municipality(Table.Row row) {
        try {
            return new Municipality(
                    row.required("code"),
                    row.required("name"),
                    row.required("designation"),
                    row.required("region"),
                    row.text("mrc"),
                    row.optionalInteger("population"),
                    row.optionalNumber("lat"),
                    row.optionalNumber("lon"));
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    /// The text of a file, gzipped or not, UTF-8 or else Windows-1252.
    private static String text(Path csv) throws IOException {
        byte[] bytes = Files.readAllBytes(csv);
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            bytes = unzipped(csv, bytes);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static byte[] unzipped(Path csv, byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(LARGEST_BYTES);
        } catch (IOException e) {
            TableException refusal = new TableException(new TableProblem(
                    fileName(csv),
                    0,
                    "",
                    "une archive gzip incomplète",
                    "un fichier entier",
                    "Téléchargez-le de nouveau."));
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// Larger than any directory of municipalities; keeps a zip bomb harmless.
    private static final int LARGEST_BYTES = 64 << 20;

    private static String fileName(Path csv) {
        return String.valueOf(csv.getFileName());
    }

    private static String cell(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
