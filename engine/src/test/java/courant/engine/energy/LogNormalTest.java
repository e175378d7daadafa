package courant.engine.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LogNormalTest {
    @Test
    void theNormalDistributionHasItsTableValues() {
        assertEquals(0.5, Normal.cdf(0), 1e-12);
        assertEquals(0.8413447460685429, Normal.cdf(1), 5e-8);
        assertEquals(0.95, Normal.cdf(1.6448536269514722), 5e-8);
        assertEquals(0.022750131948179195, Normal.cdf(-2), 5e-8);
        assertEquals(0, Normal.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, Normal.cdf(40));
    }

    @Test
    void itsMedianAndItsLongDayAreThoseGiven() {
        LogNormal day = LogNormal.ofMedianAndP95(45, 110);
        assertEquals(0.5, day.cdf(45), 1e-7);
        assertEquals(0.95, day.cdf(110), 1e-7);
        assertEquals(110, day.p95(), 1e-9);
        assertEquals(80, day.withMean(80).mean(), 1e-9);
    }

    @Test
    void daysThatAreAllAlikeAreServedOrNot() {
        LogNormal day = LogNormal.ofMedianAndP95(50, 50);
        assertEquals(0, day.cdf(49.9));
        assertEquals(1, day.cdf(50.1));
    }

    @Test
    void aLongDayUnderTheMedianIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LogNormal.ofMedianAndP95(110, 45));
    }
}
