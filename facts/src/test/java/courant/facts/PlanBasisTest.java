package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import courant.engine.climate.Municipality;
import courant.engine.fleet.Fleet;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.PlanInputs;
import courant.engine.plan.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One assessment of a fleet answers many questions.
class PlanBasisTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static PlanBasis basis() {
        Unit unit = new Unit(
                "12",
                VehicleClass.CAR,
                "Toyota",
                "Corolla",
                2015,
                "",
                "",
                Fuel.GASOLINE,
                new Usage(12_000.0, null, null, null),
                null,
                null,
                2,
                1,
                null);
        Directory directory = Directory.bundled();
        Municipality town = directory.resolve("Drummondville");
        return PlanBasis.of(new Fleet(List.of(unit)), town, directory.weather(town), FactTables.facts(), TODAY);
    }

    @Test
    void questionsShareTheAssessment() {
        PlanBasis basis = basis();
        PlanInputs one = basis.inputs(new PlanBasis.Question(2027, 15, Map.of(), List.of()));
        PlanInputs other = basis.inputs(
                new PlanBasis.Question(2027, 15, Map.of(2027, 100L), List.of(new Target("light", 1, 2030))));
        assertSame(one.cases().getFirst(), other.cases().getFirst());
        assertEquals(TODAY, other.request().asOf());
        assertEquals(100L, other.request().budgetCents().get(2027));
    }

    @Test
    void whatOneAnswerUsesIsNotListedByAnother() {
        PlanBasis basis = basis();
        PlanInputs one = basis.inputs(new PlanBasis.Question(2027, 15, Map.of(), List.of()));
        PlanInputs other = basis.inputs(new PlanBasis.Question(2027, 15, Map.of(), List.of()));
        assertEquals(one.facts().used(), other.facts().used());
        one.facts().value("tax.gst");
        assertNotEquals(one.facts().used(), other.facts().used());
    }
}
