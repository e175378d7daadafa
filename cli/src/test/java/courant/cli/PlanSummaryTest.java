package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.climate.Municipality;
import courant.engine.fact.Fact;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fleet;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.Certificate;
import courant.engine.plan.PlanRequest;
import courant.engine.plan.PlanResult;
import courant.engine.plan.YearLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {
    @Test
    void theJsonHasTheKeysOfTheContractInTheirOrder() {
        assertEquals(
                "{\"rows\":3,\"vehicles\":1,\"machines\":1,\"recommended\":0,\"capexCad\":1200.50,"
                        + "\"lifetimeSavingCad\":-34.05,\"ghgReductionT\":12.5,\"objective\":1000.00,\"bound\":990.00,"
                        + "\"gap\":0.01,\"feasible\":true,\"facts\":[{\"id\":\"plan.discount_rate\",\"value\":0.04,"
                        + "\"unit\":\"1\",\"valid_from\":null,\"source\":\"none\",\"grade\":\"belief\"}],"
                        + "\"seconds\":0.5}",
                JsonText.of(new PlanSummary(result(100_000)).json()));
    }

    @Test
    void theSentencesSayCostAndProof() {
        String text = new PlanSummary(result(100_000)).text(Messages.french(), List.of("plan.json"));
        assertTrue(text.startsWith("Électrifier 0 de vos 2 véhicules et machines d'ici 2041."), text);
        assertTrue(text.contains("Coût net sur la durée du plan\u00a0: 34\u00a0$"), text);
        assertTrue(text.contains("écart de 1\u00a0%"), text);
        assertTrue(text.contains("retrouve le même coût"), text);
    }

    @Test
    void aPlanThatTheCheckerDisputesIsNotCalledFeasible() {
        PlanSummary disputed = new PlanSummary(result(100_001));
        assertEquals(false, disputed.json().get("feasible"));
        assertTrue(disputed.text(Messages.french(), List.of()).contains("n'utilisez pas ce plan"));
    }

    private static PlanResult result(long repricedCents) {
        Fleet fleet = new Fleet(
                List.of(unit("1", VehicleClass.CAR), unit("2", VehicleClass.LOADER), unit("3", VehicleClass.TRAILER)));
        PlanRequest request = new PlanRequest(
                new Municipality("00001", "Val-des-Érables", "Municipalité", "", "", null, null, null),
                fleet,
                CommandLineRun.TODAY,
                2027,
                15,
                Map.of(),
                List.of());
        Fact fact = new Fact("plan.discount_rate", 0.04, "1", null, null, "none", "", Grade.BELIEF, "");
        YearLine year = new YearLine(2027, null, 120_050, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0);
        return new PlanResult(
                request,
                List.of(),
                List.of(year),
                new Certificate(100_000, 99_000, repricedCents, List.of()),
                96_595,
                -3_405,
                -5_000,
                1_000,
                12.5,
                0.1,
                List.of(),
                List.of(fact),
                List.of(),
                0.5);
    }

    private static Unit unit(String id, VehicleClass vehicleClass) {
        return new Unit(
                id,
                vehicleClass,
                "",
                "",
                null,
                "",
                "",
                Fuel.UNKNOWN,
                Usage.NOT_RECORDED,
                (LocalDate) null,
                null,
                5,
                1,
                null);
    }
}
