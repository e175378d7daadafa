package courant.platform.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.ingest.Ingest;
import courant.ingest.IngestOptions;
import courant.ingest.RefusedFileException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// Analyses live in memory, for a time, up to a number and a size.
class AnalysisStoreTest {
    private final MovableClock clock = new MovableClock();

    private AnalysisStore store(int analyses, DataSize memory) {
        return new AnalysisStore(
                clock,
                new PlanningLimits(
                        analyses, memory, Duration.ofHours(2), 5, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static Analysis analysis() {
        String text = "No unité;Marque;Modèle;Année\n12;Ford;F-150;2015\n";
        NamedFile file = new NamedFile("parc.csv", text.getBytes(StandardCharsets.UTF_8));
        IngestOptions options = IngestOptions.defaults(Locale.CANADA_FRENCH);
        try {
            return new Analysis(file, options, Ingest.read(file.name(), file.content(), options), null, null, false);
        } catch (RefusedFileException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void anAddressCannotBeGuessed() {
        AnalysisStore store = store(10, DataSize.ofMegabytes(1));
        String one = store.keep(analysis());
        assertTrue(one.matches("[A-Za-z0-9_-]{24}"), "24 letters of 6 bits: 144 bits");
        assertNotEquals(one, store.keep(analysis()));
    }

    @Test
    void anAnalysisIsForgottenTwoHoursAfterTheLastLook() {
        AnalysisStore store = store(10, DataSize.ofMegabytes(1));
        String id = store.keep(analysis());
        clock.pass(Duration.ofMinutes(119));
        store.visit(id);
        clock.pass(Duration.ofMinutes(119));
        store.visit(id);
        clock.pass(Duration.ofMinutes(121));
        store.forgetOld();
        assertEquals(0, store.size());
        assertThrows(ForgottenAnalysisException.class, () -> store.visit(id));
    }

    @Test
    void theOneLookedAtLongestAgoLeavesFirst() {
        AnalysisStore store = store(2, DataSize.ofMegabytes(1));
        String first = store.keep(analysis());
        String second = store.keep(analysis());
        store.visit(first);
        String third = store.keep(analysis());
        store.visit(first);
        store.visit(third);
        assertThrows(ForgottenAnalysisException.class, () -> store.visit(second));
    }

    @Test
    void allTogetherTakeNoMoreThanTheirMemory() {
        long one = analysis().weight();
        AnalysisStore store = store(100, DataSize.ofBytes(3 * one));
        for (int i = 0; i < 10; i++) {
            store.keep(analysis());
        }
        assertEquals(3, store.size());
    }

    @Test
    void plansGoWhenTheTownChangesAndStayWhenItDoesNot() {
        AnalysisStore store = store(10, DataSize.ofMegabytes(1));
        String id = store.keep(analysis());
        Plans before = store.visit(id).plans();
        store.change(id, analysis -> analysis);
        assertSame(before, store.visit(id).plans());
        store.change(id, analysis -> analysis.withMunicipality(Towns.SAMPLE));
        assertNotSame(before, store.visit(id).plans());
    }

    @Test
    void whatItsOwnerErasesIsGoneAtOnce() {
        AnalysisStore store = store(10, DataSize.ofMegabytes(1));
        String id = store.keep(analysis());
        store.forget(id);
        assertThrows(ForgottenAnalysisException.class, () -> store.visit(id));
        assertThrows(ForgottenAnalysisException.class, () -> store.change(id, analysis -> analysis));
    }
}
