package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import courant.engine.fleet.Unit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OdsAndRoundTripTest {
    private static final String ROWS = """
            <table:table table:name="Parc">
            <table:table-row><table:table-cell office:value-type="string"><text:p>No unité</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Marque</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Mise en service</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>
            <table:table-cell><text:p>Ford%s</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2019-03-31"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/>
            </table:table-row></table:table>""";

    private static Path ods(String prologue, String extra) throws IOException {
        Path file = Files.createTempFile("parc", ".ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write((prologue + "<office:document-content"
                            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                            + ROWS.formatted(extra) + "</office:document-content>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void anOpenDocumentSheetGivesItsUnitsWithoutItsMillionBlankRows() throws Exception {
        Understanding u = Ingest.read(ods("", ""), RealFilesTest.OPTIONS);
        Unit unit = u.fleet().units().getFirst();
        assertEquals("12", unit.id());
        assertEquals("2019-03-31", String.valueOf(unit.inService()));
        assertEquals(1, u.rows());
    }

    @Test
    void anOutsideEntityIsNeverRead() throws Exception {
        Path file = ods("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;");
        String host = Files.exists(Path.of("/etc/hostname"))
                ? Files.readString(Path.of("/etc/hostname")).strip()
                : "\0";
        String said;
        try {
            said = Ingest.read(file, RealFilesTest.OPTIONS).fleet().toString();
        } catch (RefusedFileException refused) {
            said = refused.problems().toString();
        }
        assertFalse(said.contains(host));
    }

    @Property(tries = 60)
    void columnsInAnyOrderDelimiterAndEncodingGiveTheSameFleet(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll boolean semicolon, @ForAll boolean windows)
            throws Exception {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, random);
        String[] headers = semicolon
                ? new String[] {"Numéro d'unité", "Année", "Marque", "Modèle", "Km par année"}
                : new String[] {"Unit No", "Model Year", "Make", "Model", "Annual km"};
        StringBuilder text = new StringBuilder();
        line(text, headers, order, semicolon);
        for (int i = 1; i <= 6; i++) {
            String km = (1000 + i * 1500) + (semicolon ? ",5" : ".5");
            line(text, new String[] {"U-" + i, "20" + (10 + i), "Ford", "F-150", km}, order, semicolon);
        }
        Path file = Files.createTempFile("parc", ".csv");
        Files.writeString(file, text, windows ? Charset.forName("windows-1252") : StandardCharsets.UTF_8);
        List<Unit> units = Ingest.read(file, RealFilesTest.OPTIONS).fleet().units();
        Files.delete(file);
        assertEquals(6, units.size());
        for (int i = 1; i <= 6; i++) {
            Unit unit = units.get(i - 1);
            assertEquals("U-" + i, unit.id());
            assertEquals(2010 + i, unit.modelYear());
            assertEquals("F-150", unit.model());
            assertEquals(1000.5 + i * 1500, unit.usage().kmPerYear());
        }
    }

    private static void line(StringBuilder text, String[] cells, List<Integer> order, boolean semicolon) {
        text.append(String.join(
                        semicolon ? ";" : ",", order.stream().map(i -> cells[i]).toList()))
                .append('\n');
    }
}
