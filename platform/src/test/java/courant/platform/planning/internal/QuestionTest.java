package courant.platform.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A question as people and addresses write it.
class QuestionTest {
    private static final Horizon HORIZON = new Horizon(2027, 15);

    private static Question read(String budget, String share, String year) {
        Question.Reading reading = Question.read(new Question.Asked(budget, share, year, ""), HORIZON);
        return assertInstanceOf(Question.Reading.Understood.class, reading).question();
    }

    private static List<String> wrong(String budget, String share, String year) {
        Question.Reading reading = Question.read(new Question.Asked(budget, share, year, ""), HORIZON);
        return assertInstanceOf(Question.Reading.Wrong.class, reading).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    @Test
    void nothingAskedIsThePlanWithoutLimits() {
        assertEquals(Question.FREE, read("", "", ""));
        assertEquals(Question.FREE, read(" ", "0", "2030"));
        assertEquals("/x", Question.FREE.at("/x"));
    }

    @Test
    void amountsAreReadAsTheyAreWrittenInQuebec() {
        assertEquals(450_000L, read("450 000 $", "", "").budgetDollars());
        assertEquals(450_000L, read("450\u00a0000,00\u00a0$", "", "").budgetDollars());
        assertEquals(60, read("", "60 %", "2033").sharePercent());
    }

    @Test
    void eachWrongFieldIsNamed() {
        assertEquals(List.of("budget"), wrong("beaucoup", "", ""));
        assertEquals(List.of("budget"), wrong("-5", "", ""));
        assertEquals(List.of("cible"), wrong("", "120", "2033"));
        assertEquals(List.of("annee"), wrong("", "50", "2026"));
        assertEquals(List.of("budget", "annee"), wrong("1e9", "50", "2042"));
    }

    @Test
    void anAddressAsksTheSameQuestionAgain() {
        Question question = read("450000", "60", "2033");
        assertEquals("/x?budget=450000&cible=60&annee=2033", question.at("/x"));
        assertEquals(
                "/x?budget=450000&cible=60&annee=2033&recherche=longue",
                question.thorough().at("/x"));
    }

    @Test
    void theBudgetHoldsEachYearAndTheTargetIsOnLightVehicles() {
        var over = read("1000", "50", "2030").over(HORIZON);
        assertEquals(15, over.budgetCents().size());
        assertEquals(Map.of(2027, 100_000L).get(2027), over.budgetCents().get(2027));
        assertEquals("light", over.targets().getFirst().scope());
        assertEquals(0.5, over.targets().getFirst().share());
    }
}
