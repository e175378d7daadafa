package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTablesTest {
    private static Programme programme(String id) {
        return FactTables.incentives().programmes().stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "roulez-vert-vehicule, VEHICLE",
        "pave-2026, VEHICLE",
        "roulez-vert-borne-travail, CONNECTOR",
        "hq-4500-bornes, CHARGER"
    })
    void anAmountSaysWhatItIsPerWhereTheSourceDoes(String id, GrantUnit per) {
        assertFalse(programme(id).amounts().isEmpty());
        for (GrantAmount amount : programme(id).amounts()) {
            assertEquals(per, amount.per());
        }
    }

    @Test
    void aStudyIsPaidWithoutAUnit() {
        assertNull(programme("fmv-etude-parc").amounts().getFirst().per());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pave-2026", "ecocamionnage", "hq-4500-bornes", "pivez"})
    void anEndWhoseDayNoSourceGivesIsAnAssumption(String id) {
        assertTrue(programme(id).validToAssumed());
    }

    /// The notes of those programmes say « Fin prise au… », « Fin de période prise au… ».
    @Test
    void aNoteThatSaysThatTheEndWasTakenGoesWithAnAssumedEnd() {
        for (Programme programme : FactTables.incentives().programmes()) {
            if (programme.note().matches("(?s).*Fin (de période )?prise au.*")) {
                assertTrue(programme.validToAssumed(), programme::id);
            }
        }
    }

    @Test
    void anEndThatWasReadIsNoAssumption() {
        assertFalse(programme("roulez-vert-vehicule").validToAssumed());
        assertFalse(programme("ivzeml").validToAssumed());
    }
}
