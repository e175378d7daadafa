package courant.platform.funding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import courant.facts.FactTables;
import org.junit.jupiter.api.Test;

class ProgrammeChangesTest {
    private static String fingerprint(String id) {
        return FactTables.incentives().programmes().stream()
                .filter(programme -> programme.id().equals(id))
                .map(ProgrammeChanges::fingerprint)
                .findFirst()
                .orElseThrow();
    }

    /// As earlier versions noted it: written otherwise, every programme would be told to have changed.
    @Test
    void anAmountWhoseUnitBecameKnownIsNoNews() {
        assertThat(fingerprint("roulez-vert-borne-travail"))
                .isEqualTo("TO_CONFIRM|null|null|[GrantAmount[object=CHARGER, gvwrMin=1, gvwrMax=8, year=null,"
                        + " rate=0.5, maxCents=500000]]|null|4900000|null|true");
    }

    @Test
    void anEndThatTurnsOutToBeAssumedIsNews() {
        assertThat(fingerprint("ecocamionnage")).contains("|2028-03-31 assumed|");
    }
}
