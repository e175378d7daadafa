package courant.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.plan.PlanResult;
import courant.engine.plan.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

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
            assertTrue(
                    figures.contains(
                            "Immobilisations par année et budget. Dépense de chaque année, de 2027 à 2041; la plus forte est de 1\u00a0440\u00a0000\u00a0$ en 2035."),
                    figures.toString());
            assertFalse(figures.contains("null"), figures.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 32, 4600})
    void theDecisionTakesExactlyTwoPagesAndEndsWithTheSignatures(int units) throws IOException {
        written(ExamplePlan.of(units), Locale.CANADA_FRENCH);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("rapport.pdf").toFile())) {
            var details = pdf.getDocumentCatalog()
                    .getDocumentOutline()
                    .getFirstChild()
                    .getNextSibling();
            assertEquals("Calendrier par année", details.getTitle());
            assertEquals(2, pdf.getPages().indexOf(java.util.Objects.requireNonNull(details.findDestinationPage(pdf))));
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            String text = second.getText(pdf);
            assertTrue(text.contains("Décision demandée au conseil") && text.contains("Préparé par"), text);
        }
    }

    @Test
    void noTextLeavesThePageAndNoWordOfATableIsBroken() throws IOException {
        written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("rapport.pdf").toFile())) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    for (TextPosition letter : letters) {
                        float right = letter.getXDirAdj() + letter.getWidthDirAdj();
                        assertTrue(right <= letter.getPageWidth() - RIGHT_MARGIN + 0.5, text + " ends at " + right);
                    }
                }
            }.getText(pdf);
        }
        String text = pdfText();
        for (String whole : List.of(
                "Remplacer (électrique)",
                "convient avec recharge le midi, estimé",
                "Camion de déneigement",
                "Immobilisations",
                "à confirmer",
                "Remplacer (électrique) 2027 Chevrolet Equinox EV")) {
            assertTrue(text.contains(whole), whole);
        }
    }

    private static final float RIGHT_MARGIN = 17 * 72 / 25.4f;

    @Test
    void aChartForTheScreenNamesAndDescribesItself() throws Exception {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        assertEquals(
                java.util.Set.of("capital", "ghg", "share", "sensitivity"),
                report.charts().keySet());
        for (Chart chart : report.charts().values()) {
            String svg = chart.forScreen("c1", chart.description());
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            assertEquals("img", root.getAttribute("role"));
            assertEquals("c1-t c1-d", root.getAttribute("aria-labelledby"));
            assertEquals(
                    chart.title(), root.getElementsByTagName("title").item(0).getTextContent());
            assertEquals(
                    chart.description(),
                    root.getElementsByTagName("desc").item(0).getTextContent());
        }
    }

    @Test
    void oneFileAloneIsTheOneOfTheFolder() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        for (String name : List.of("plan.json", "plan.csv", "resolution.docx")) {
            ByteArrayOutputStream alone = new ByteArrayOutputStream();
            ReportFiles.write(name, report, alone);
            assertArrayEquals(Files.readAllBytes(folder.resolve(name)), alone.toByteArray(), name);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> ReportFiles.write("../plan.csv", report, new ByteArrayOutputStream()));
    }

    @Test
    void thePurchasesOfAYearCountTheUnitsReplacedAndNameTheMostNumerousClasses() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        List<List<Cell>> rows = report.table("purchases").rows();
        assertEquals(3, rows.size());
        assertEquals("2027", rows.getFirst().get(0).text());
        assertEquals(
                "Voiture\u00a0:\u00a01; Petit VUS\u00a0:\u00a01; Grand fourgon\u00a0:\u00a01; Camionnette d’une demi-tonne\u00a0:\u00a01",
                rows.getFirst().get(1).text());
        assertEquals("Camion moyen\u00a0:\u00a01", rows.getFirst().get(2).text());
        for (int i = 0; i < 3; i++) {
            assertEquals(report.table("pti").rows().get(i).get(1), rows.get(i).getLast());
            assertEquals(
                    report.figure("pti." + (2027 + i) + ".capex").text(),
                    rows.get(i).getLast().text());
        }
    }

    @Test
    void everyFactIsPrintedInWordsWithItsValueUnitSourceAndGrade() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        List<List<Cell>> all = report.table("facts").rows();
        assertEquals(10, all.size());
        assertEquals(
                List.of(
                        "Calcul du plan",
                        "Taux d’actualisation",
                        "4",
                        "%",
                        "",
                        "valeur de planification",
                        "",
                        "à confirmer",
                        "plan.discount_rate"),
                all.get(1).stream().map(Cell::text).toList());
        assertEquals("1er\u00a0avril\u00a02025", all.getFirst().get(4).text());
        assertEquals(2, report.table("facts-general").rows().size());
        assertEquals(
                List.of("Voiture", "9"),
                report.table("facts-costs").rows().getFirst().stream()
                        .map(Cell::text)
                        .toList());
        assertEquals(
                "Vie utile (ans)", report.table("facts-costs").columns().get(1).label());
        String pdf = pdfText().replace('\u00a0', ' ');
        assertTrue(pdf.contains("Taux d’actualisation 4 % valeur de planification à confirmer"), pdf);
        assertFalse(pdf.contains("class."), pdf);
    }

    @Test
    void theNameOfTheMunicipalityFollowsItsPreposition() {
        Wording french = Wording.of(Locale.FRENCH);
        String extract = "resolution.extract";
        assertTrue(french.say(extract, "Amos").contains("municipal d’Amos,"));
        assertTrue(french.say(extract, "Gaspé").contains("municipal de Gaspé,"));
        assertTrue(french.say(extract, "Les Méchins").contains("municipal des Méchins,"));
        assertTrue(french.say(extract, "Le Bic").contains("municipal du Bic,"));
        assertTrue(french.say(extract, "La Tuque").contains("municipal de La Tuque,"));
        assertTrue(french.say(extract, "Hébertville").contains("municipal d’Hébertville,"));
        assertTrue(french.say(extract, "Hatley").contains("municipal de Hatley,"));
    }

    @Test
    void theResolutionReadsAsAClerkWritesIt() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(folder.resolve("resolution.docx")))) {
            List<String> lines = document.getParagraphs().stream()
                    .map(p -> p.getText().replace('\u00a0', ' '))
                    .toList();
            assertTrue(
                    lines.stream()
                            .anyMatch(
                                    l -> l.matches(
                                            "EN CONSÉQUENCE, il est proposé par _+, appuyé par _+ et résolu _+ \\(à l’unanimité ou à la majorité des membres présents\\) :")),
                    lines.toString());
            assertTrue(
                    lines.stream()
                            .anyMatch(l -> l.startsWith("1. D’ADOPTER")
                                    && l.contains("« Électrifier 16 des 28 véhicules de la municipalité d’ici 2030 :")),
                    lines.toString());
            assertTrue(
                    lines.stream().anyMatch(l -> l.startsWith("ATTENDU QUE") && l.contains("a été estimé faisable")),
                    lines.toString());
            assertTrue(
                    lines.stream()
                            .anyMatch(l -> l.startsWith("ATTENDU QUE des aides financières possibles")
                                    && l.contains("pour les véhicules restent à confirmer")
                                    && l.endsWith("celles qui visent les bornes étant présentées séparément;")),
                    lines.toString());
            String text = lines.toString();
            assertFalse(text.contains(" vos ") || text.contains("vérifié") || text.contains("météo réelle"), text);
            assertTrue(
                    lines.stream()
                            .anyMatch(l -> l.startsWith("ATTENDU QUE les trois premières années")
                                    && l.contains(report.figure("pti.total.net")
                                            .text()
                                            .replace('\u00a0', ' '))),
                    lines.toString());
            assertTrue(
                    lines.stream().anyMatch(l -> l.contains("Greffière-trésorière ou greffier-trésorier")),
                    lines.toString());
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
                                "Électrifier 16 de vos 28 véhicules d’ici 2030\u00a0: économie nette de 412\u00a0000\u00a0$ (de 280\u00a0000\u00a0$ à 520\u00a0000\u00a0$); \u221261\u00a0% de GES en 2041, par rapport à aujourd’hui."),
                report.lead());
    }

    @Test
    void anEstimateIsWrittenRoundedInSentences() {
        assertEquals(
                List.of("147000", "9200", "285000", "0", "412000"),
                List.of(147_340, 9_237, 285_444, 0, 412_000).stream()
                        .map(BigDecimal::valueOf)
                        .map(Numerals::significant)
                        .map(BigDecimal::toPlainString)
                        .toList());
    }

    @Test
    void theUnitsElectrifiedEachYearAddUpToThoseOfTheTitle() throws IOException {
        CouncilReport report = written(ExamplePlan.of(32), Locale.CANADA_FRENCH);
        ReportTable years = report.table("years");
        int column =
                years.columns().stream().map(ReportTable.Column::label).toList().indexOf("Passées à l’électrique");
        assertEquals(
                report.figure("plan.electric").value().intValue(),
                years.rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get(column).text()))
                        .sum());
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
                "replace.combustion.fails.noon",
                "replace.combustion.fails.season",
                "replace.combustion.fails.season.noon",
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
