package courant.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.plan.PlanResult;
import courant.engine.plan.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    Path folder;

    private CouncilReport written(PlanResult plan, Locale locale) throws IOException {
        ReportFiles.write(folder, plan, locale);
        return CouncilReport.of(plan, locale, ReportOptions.dated(plan.request().asOf()));
    }

    private String pdfText() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("rapport.pdf").toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void everyFigureIsTheSameInThePdfTheResolutionAndTheAnnexes() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        String pdf = pdfText().replace('\u00a0', ' ');
        Map<String, String> docx = new HashMap<>();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(folder.resolve("resolution.docx")))) {
            document.getTables()
                    .getLast()
                    .getRows()
                    .forEach(r -> docx.put(r.getCell(0).getText(), r.getCell(1).getText()));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(folder.resolve("annexes.xlsx")))) {
            var sheet = workbook.getSheet("Sommaire");
            int row = 3;
            for (Figure figure : report.figures().values()) {
                assertEquals(figure.text(), docx.get(figure.label()), figure.id());
                String line = (figure.label() + " " + figure.text()).replace('\u00a0', ' ');
                assertTrue(pdf.contains(line), () -> figure.id() + ": " + line);
                assertEquals(figure.label(), sheet.getRow(row).getCell(0).getStringCellValue());
                double shown = sheet.getRow(row).getCell(1).getNumericCellValue()
                        * (figure.unit() == FigureUnit.PERCENT ? 100 : 1);
                assertEquals(figure.value().doubleValue(), shown, 1e-9, figure.id());
                row++;
            }
        }
    }

    @Test
    void thePdfIsTaggedInCanadianFrenchWithBookmarksFontsAndAlternativeTexts() throws IOException {
        written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("rapport.pdf").toFile())) {
            var catalog = pdf.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals("fr-CA", catalog.getLanguage());
            assertNotNull(catalog.getStructureTreeRoot());
            assertNotNull(catalog.getDocumentOutline().getFirstChild());
            assertTrue(pdf.getDocumentInformation().getTitle().contains("Sainte-Exemple-du-Lac"));
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
                }
            }
            List<String> figures =
                    pdf.getDocument().getObjectsByType(org.apache.pdfbox.cos.COSName.STRUCT_ELEM).stream()
                            .map(o -> (org.apache.pdfbox.cos.COSDictionary)
                                    java.util.Objects.requireNonNull(o.getObject()))
                            .filter(d -> "Figure".equals(d.getNameAsString(org.apache.pdfbox.cos.COSName.S)))
                            .map(d -> String.valueOf(d.getString("Alt")))
                            .toList();
            assertTrue(figures.contains("Immobilisations par année et budget"), figures.toString());
            assertFalse(figures.contains("null"), figures.toString());
        }
    }

    @Test
    void textOfTheTownNeverBecomesAFormula() throws IOException {
        PlanResult plan = ExamplePlan.of(8, 100, 50, 200, true, "");
        PlanResult hostile = ExamplePlan.of(8, 100, 50, 200, true, "\"<&>");
        assertEquals("'=1+1", PlanFiles.harmless("=1+1"));
        assertEquals("'@x", PlanFiles.harmless("@x"));
        assertEquals("412", PlanFiles.harmless("412"));
        written(plan, Locale.CANADA_FRENCH);
        written(hostile, Locale.CANADA_FRENCH);
        try (ZipFile zip = new ZipFile(folder.resolve("annexes.xlsx").toFile())) {
            for (var entry : zip.stream()
                    .filter(e -> e.getName().startsWith("xl/worksheets/"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    assertFalse(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("<f>"));
                }
            }
        }
    }

    @Test
    void frenchFollowsQuebecTypography() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        for (String key : report.wording().keys()) {
            String sentence = report.wording().has(key) ? raw(report.wording(), key) : "";
            assertFalse(sentence.matches("(?s).* [:%$;?!»].*|.*\u00a0[;?!].*|.*« .*"), key + ": " + sentence);
        }
        assertTrue(
                report.lead()
                        .startsWith(
                                "Électrifier 16 de vos 28 véhicules d’ici 2030\u00a0: économie nette de 412\u00a0000\u00a0$ (de 280\u00a0000\u00a0$ à 520\u00a0000\u00a0$); \u221261\u00a0% de GES."),
                report.lead());
    }

    private static String raw(Wording wording, String key) {
        return wording.say(key, "light", "light", "light", "light", "light", "light", "light", "light");
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndAMissingKeyIsAnError() {
        Wording french = Wording.of(Locale.FRENCH);
        assertEquals(french.keys(), Wording.of(Locale.ENGLISH).keys());
        assertThrows(IllegalArgumentException.class, () -> french.reason(Reason.of("no.such.reason")));
        assertThrows(IllegalArgumentException.class, () -> Wording.of(Locale.GERMAN));
        for (String key : List.of(
                "keep.economic",
                "keep.young",
                "keep.budget",
                "keep.electric",
                "keep.no-candidate",
                "keep.unknown-winter",
                "retire.low-use",
                "share.same-depot",
                "replace.electric.cheaper",
                "replace.electric.target",
                "replace.electric.only",
                "replace.combustion.no-candidate",
                "replace.combustion.fails",
                "replace.combustion.unknown",
                "replace.combustion.cheaper",
                "replace.combustion.budget",
                "replace.overdue",
                "replace.second",
                "assume.usage-default",
                "assume.birth-year",
                "assume.spare-site-power",
                "assume.no-grants",
                "assume.tariff",
                "assume.depot-unknown",
                "assume.fuel-unknown",
                "assume.reference",
                "assume.noon")) {
            assertTrue(french.has("plan.reason." + key), key);
        }
        for (var c : courant.engine.fleet.VehicleClass.values()) {
            assertTrue(french.has("class." + c.id()), c.id());
        }
    }

    @Test
    void aPlanThatCostsSaysSoAndAnEmptyPlanIsStillAReport() throws IOException {
        CouncilReport cost =
                written(ExamplePlan.of(16, -8_000_000, -15_000_000, -2_000_000, false, ""), Locale.CANADA_FRENCH);
        assertTrue(
                cost.lead().contains("coût net de 80\u00a0000\u00a0$ (de 20\u00a0000\u00a0$ à 150\u00a0000\u00a0$)"),
                cost.lead());
        CouncilReport mixed =
                written(ExamplePlan.of(16, 1_200_000, -500_000, 4_000_000, false, ""), Locale.CANADA_FRENCH);
        assertTrue(
                mixed.lead().contains("(d’un coût de 5\u00a0000\u00a0$ à une économie de 40\u00a0000\u00a0$)"),
                mixed.lead());
        CouncilReport empty = written(ExamplePlan.of(0), Locale.ENGLISH);
        assertTrue(empty.lead().startsWith("None of your 0 vehicles"), empty.lead());
    }

    @Test
    void aVeryLongUnitNumberStaysOnThePage() throws IOException {
        written(ExamplePlan.of(8, 100, 50, 200, true, "X".repeat(3000)), Locale.CANADA_FRENCH);
        assertTrue(pdfText().contains("XXXXXXXX"));
    }

    @Test
    void fortySixHundredUnitsSendTheReaderToTheAnnexes() throws IOException {
        long start = System.nanoTime();
        written(ExamplePlan.of(4600), Locale.CANADA_FRENCH);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(pdfText().contains("annexes.xlsx"));
        assertTrue(Files.readAllLines(folder.resolve("plan.csv")).size() == 4601);
        assertTrue(seconds < 60, "seconds: " + seconds);
    }

    @Test
    void othersFilesStayAndAFailureLeavesNothingHalfWritten() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "à nous");
        Files.writeString(folder.resolve("plan.csv"), "ancien");
        Files.createDirectories(folder.resolve("annexes.xlsx/dossier"));
        assertThrows(IOException.class, () -> ReportFiles.write(folder, ExamplePlan.of(8), Locale.CANADA_FRENCH));
        assertEquals("ancien", Files.readString(folder.resolve("plan.csv")));
        try (var files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void moneyInFilesIsExactToTheCent() {
        assertEquals(new BigDecimal("10.5"), PlanFiles.cad(1050));
        assertEquals("41200", PlanFiles.cad(4_120_000).toPlainString());
        assertEquals("-0.01", PlanFiles.cad(-1).toPlainString());
    }
}
