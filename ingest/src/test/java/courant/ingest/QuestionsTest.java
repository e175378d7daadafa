package courant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Unit;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a page of corrections needs: questions with their answers, and choices that win over our own.
class QuestionsTest {
    private static Understanding read(String text, IngestOptions options) throws RefusedFileException {
        return Ingest.read("parc.csv", text.getBytes(StandardCharsets.UTF_8), options);
    }

    private static Unit first(Understanding understanding) {
        return understanding.fleet().units().getFirst();
    }

    private static Question only(Understanding understanding, Question.Kind kind) {
        List<Question> questions =
                understanding.questions().stream().filter(q -> q.kind() == kind).toList();
        assertEquals(1, questions.size(), understanding.questions()::toString);
        return questions.getFirst();
    }

    @Test
    void datesThatProveNoOrderAreAskedAndEitherAnswerFillsThem() throws Exception {
        String sheet = "Unité,Marque,Date d'acquisition\n1,Ford,03/04/2015\n2,Ford,05/06/2016\n";
        Understanding before = read(sheet, RealFilesTest.OPTIONS);
        Question question = only(before, Question.Kind.DATE_ORDER);
        assertFalse(question.assumed());
        assertEquals(2, question.cells());
        assertNull(first(before).inService());
        Understanding dayFirst =
                read(sheet, RealFilesTest.OPTIONS.with(question.answers().getFirst()));
        assertEquals(LocalDate.of(2015, 4, 3), first(dayFirst).inService());
        assertEquals("date-dmy", dayFirst.columns().get(2).unit());
        assertEquals(List.of(), dayFirst.questions());
        Understanding monthFirst =
                read(sheet, RealFilesTest.OPTIONS.with(question.answers().getLast()));
        assertEquals(LocalDate.of(2015, 3, 4), first(monthFirst).inService());
    }

    @Test
    void oneOrderForAllDatesOfTheFileMayBeGivenToo() throws Exception {
        String sheet = "Unité,Marque,Date d'acquisition\n1,Ford,03/04/2015\n";
        assertEquals(
                LocalDate.of(2015, 3, 4),
                first(read(sheet, RealFilesTest.OPTIONS.withDayFirst(false))).inService());
    }

    @Test
    void aBareColumnOfKilometresIsAskedAndBecomesWhatIsAnswered() throws Exception {
        String sheet = "Unité;Marque;Année;Km\n1;Ford;2015;12000\n2;Ford;2016;14000\n";
        Understanding before = read(sheet, RealFilesTest.OPTIONS);
        Question question = only(before, Question.Kind.KM_OR_ODOMETER);
        assertTrue(question.assumed());
        assertEquals(12000.0, first(before).usage().kmPerYear());
        Understanding after =
                read(sheet, RealFilesTest.OPTIONS.with(question.answers().getLast()));
        assertEquals(12000.0, first(after).usage().odometerKm());
        assertNull(first(after).usage().kmPerYear());
        assertEquals(1, after.columns().get(3).confidence());
    }

    @Test
    void aColumnNamedOdometerIsNotAskedHoweverSmallItsReadings() throws Exception {
        Understanding found = read("Unité;Marque;Année;Odomètre\n1;Ford;2024;1200\n", RealFilesTest.OPTIONS);
        assertEquals(1200.0, first(found).usage().odometerKm());
        assertEquals(List.of(), found.questions());
    }

    @Test
    void gallonsAreAskedAmericanOrImperial() throws Exception {
        String sheet = "Unité;Marque;Année;Gallons par an\n1;Ford;2015;100\n";
        Question question = only(read(sheet, RealFilesTest.OPTIONS), Question.Kind.GALLON);
        Understanding imperial =
                read(sheet, RealFilesTest.OPTIONS.with(question.answers().getLast()));
        assertEquals(454.609, Objects.requireNonNull(first(imperial).usage().litresPerYear()), 1e-9);
    }

    @Test
    void aColumnMayBeRemappedOrIgnoredByHeaderOrByPosition() throws Exception {
        String sheet = "Unité;Marque;Année;Garage;Bidule\n1;Ford;2015;Nord;Voirie\n";
        Understanding before = read(sheet, RealFilesTest.OPTIONS);
        assertNull(before.columns().get(4).field());
        Understanding after = read(
                sheet,
                RealFilesTest.OPTIONS
                        .withColumn("Bidule", ColumnChoice.of(Field.DEPARTMENT))
                        .withColumn(3, ColumnChoice.of(Field.OTHER)));
        assertEquals("Voirie", first(after).department());
        assertEquals("", first(after).depot());
        assertEquals("Nord", first(before).depot());
    }

    @Test
    void aColumnMayBeSaidToBeInMilesOrInHours() throws Exception {
        String sheet = "Unité;Marque;Année;Utilisation annuelle (km)\n1;Ford;2015;100\n";
        assertEquals(
                160.9344,
                first(read(sheet, RealFilesTest.OPTIONS.withColumn(3, ColumnChoice.inUnit("mi"))))
                        .usage()
                        .kmPerYear());
        Unit hours = first(read(sheet, RealFilesTest.OPTIONS.withColumn(3, new ColumnChoice(Field.KM_PER_YEAR, "h"))));
        assertEquals(100.0, hours.usage().hoursPerYear());
        assertNull(hours.usage().kmPerYear());
        assertThrows(IllegalArgumentException.class, () -> ColumnChoice.inUnit("furlong"));
    }

    @Test
    void twoColumnsAskedForOneFieldAreNotBothTaken() throws Exception {
        String sheet = "Unité;Marque;Année;Garage;Cour\n1;Ford;2015;Nord;Sud\n";
        Understanding after = read(sheet, RealFilesTest.OPTIONS.withColumn("Cour", ColumnChoice.of(Field.DEPOT)));
        assertEquals("Sud", first(after).depot(), "the person's column wins over ours");
        assertFalse(after.columns().get(3).field() == Field.DEPOT);
    }

    @Test
    void columnsOfAHeaderlessSheetMayBeNamedByTheirLetters() throws Exception {
        StringBuilder sheet = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            sheet.append("U")
                    .append(i)
                    .append(";Ford;")
                    .append(2010 + i)
                    .append(';')
                    .append(9000 + i)
                    .append('\n');
        }
        Understanding after =
                read(sheet.toString(), RealFilesTest.OPTIONS.withColumn("D", ColumnChoice.of(Field.KM_PER_YEAR)));
        assertEquals(9000.0, first(after).usage().kmPerYear());
    }

    @Test
    void columnsShowSamplesConfidenceAndWhatElseTheyCouldBe() throws Exception {
        Understanding found =
                read("Unité;Marque;Année;Km\n1;Ford;2015;12000\n2;Ford;2016;14000\n", RealFilesTest.OPTIONS);
        ColumnUnderstanding km = found.columns().get(3);
        assertEquals(List.of("12000", "14000"), km.samples());
        assertFalse(km.alternatives().isEmpty());
        assertEquals(Field.ODOMETER, km.alternatives().getFirst().field());
    }

    @Test
    void repairsAreGroupedWithCountsAndExamples() throws Exception {
        Understanding found = read(
                "Unité;Marque;Année;Km annuel\n1;Ford;2015;12 000\n2;Ford;2016;14 000\n3;Ford;17;9000\n",
                RealFilesTest.OPTIONS);
        Repair blanks = found.repairs().stream()
                .filter(r -> r.kind() == RepairKind.THOUSANDS_SPACE)
                .findFirst()
                .orElseThrow();
        assertEquals(2, blanks.rows());
        assertEquals(
                new Repair.Example(2, "Km annuel", "12 000"), blanks.examples().getFirst());
    }

    @Test
    void repeatedNumbersAreAskedOnceForAllAndTheAnswerHoldsForAll() throws Exception {
        String sheet = "Unité;Marque;Année\n1;Ford;2015\n1;Kia;2015\n2;Ford;2015\n2;Ram;2015\n";
        Understanding before = read(sheet, RealFilesTest.OPTIONS);
        Question question = only(before, Question.Kind.DUPLICATES);
        assertEquals(2, question.cells());
        assertEquals(List.of("Ford", "Ford"), makes(before));
        assertEquals(
                List.of("Kia", "Ram"), makes(read(sheet, RealFilesTest.OPTIONS.withDuplicates(Duplicates.KEEP_LAST))));
        Understanding both = read(sheet, RealFilesTest.OPTIONS.withDuplicates(Duplicates.KEEP_BOTH));
        assertEquals(
                List.of("1", "1-2", "2", "2-2"),
                both.fleet().units().stream().map(Unit::id).toList());
        assertEquals(0, both.refusedRows());
    }

    private static List<String> makes(Understanding understanding) {
        return understanding.fleet().units().stream().map(Unit::make).toList();
    }

    @Test
    void anotherSheetThatListsUnitsIsAskedAndMayBeChosen() throws Exception {
        String name = "61-deux-inventaires.xlsx";
        byte[] content;
        try (InputStream in = Objects.requireNonNull(QuestionsTest.class.getResourceAsStream("corpus/" + name))) {
            content = in.readAllBytes();
        }
        Understanding before = Ingest.read(name, content, RealFilesTest.OPTIONS);
        Question question = only(before, Question.Kind.SHEET);
        Understanding after = Ingest.read(
                name, content, RealFilesTest.OPTIONS.with(question.answers().getFirst()));
        assertEquals(8, after.fleet().rows());
        assertEquals("M01", first(after).id());
    }
}
