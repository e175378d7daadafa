package courant.platform.planning.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PerHourTest {
    private final MovableClock clock = new MovableClock();
    private final PerHour limit = new PerHour(2, clock);

    @Test
    void theThirdIsTooManyUntilTheHourIsOver() {
        assertTrue(limit.allows("a"));
        assertTrue(limit.allows("a"));
        assertFalse(limit.allows("a"));
        clock.pass(Duration.ofMinutes(60));
        assertFalse(limit.allows("a"), "the hour is not over");
        clock.pass(Duration.ofSeconds(1));
        assertTrue(limit.allows("a"));
    }

    @Test
    void onePlaceDoesNotUseUpAnother() {
        assertTrue(limit.allows("a"));
        assertTrue(limit.allows("a"));
        assertTrue(limit.allows("b"));
    }
}
