package courant.engine.climate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fact.Grade;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeatherScalingTest {
    private static final ClimatePlace MONTREAL =
            place("Montréal", -23, -26, -8, -6, -1, 7, 14, 19, 22, 21, 17, 10, 3, -4);
    private static final ClimatePlace SAGUENAY =
            place("Saguenay", -30, -32, -15, -14, -5, 3, 11, 17, 19, 18, 12, 6, -1, -12);
    private static final WeatherYear YEAR = year();

    @Test
    void aPlaceScaledToItselfIsUnchanged() {
        WeatherYear same = WeatherScaling.scale(YEAR, MONTREAL, MONTREAL);
        assertArrayEquals(YEAR.meanC(), same.meanC(), 1e-9);
        assertArrayEquals(YEAR.minC(), same.minC(), 1e-9);
    }

    @Test
    void monthlyMeansMoveByTheDifferenceOfTheTwoPlaces() {
        WeatherYear scaled = WeatherScaling.scale(YEAR, MONTREAL, SAGUENAY);
        assertEquals(-7, mean(scaled, 0, 31) - mean(YEAR, 0, 31), 0.5);
        assertEquals(-8, mean(scaled, 31, 59) - mean(YEAR, 31, 59), 0.5);
        assertEquals(-3, mean(scaled, 181, 212) - mean(YEAR, 181, 212), 0.5);
        assertEquals(-8, mean(scaled, 334, 365) - mean(YEAR, 334, 365), 0.5);
    }

    @Test
    void theColdestNightsReachTheDesignTemperatures() {
        WeatherYear scaled = WeatherScaling.scale(YEAR, MONTREAL, SAGUENAY);
        // The year was made with 5 January at the design 2.5 % and 6 January at the design 1 % of Montréal.
        assertEquals(-30, scaled.minC()[4], 1e-9);
        assertEquals(-32, scaled.minC()[5], 1e-9);
    }

    @Test
    void aSummerDayIsOnlyShifted() {
        WeatherYear scaled = WeatherScaling.scale(YEAR, MONTREAL, SAGUENAY);
        assertEquals(YEAR.meanC()[190] - 3, scaled.meanC()[190], 1e-9);
        assertEquals(YEAR.minC()[190] - 3, scaled.minC()[190], 1e-9);
    }

    @Test
    void aScaledYearSaysSo() {
        WeatherYear scaled = WeatherScaling.scale(YEAR, MONTREAL, SAGUENAY);
        assertEquals(Grade.LOW, scaled.grade());
        assertTrue(scaled.source().contains("Saguenay"));
    }

    @Test
    void montrealAndQuebecAreTwoHundredThirtyKilometresApart() {
        assertEquals(230, MONTREAL.distanceKm(46.80, -71.23), 10);
    }

    @Test
    void swappedDesignTemperaturesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> place("X", -26, -23, -8, -6, -1, 7, 14, 19, 22, 21, 17, 10, 3, -4));
    }

    /// A year around Montréal's means: a cosine over the year, and two design nights in January.
    private static WeatherYear year() {
        double[] mean = new double[WeatherYear.DAYS];
        double[] min = new double[WeatherYear.DAYS];
        for (int day = 0; day < WeatherYear.DAYS; day++) {
            mean[day] = 7 - 15 * Math.cos(2 * Math.PI * (day - 15) / 365.0) + 5 * Math.sin(day);
            min[day] = mean[day] - 5;
        }
        mean[4] = -17;
        min[4] = -23;
        mean[5] = -19;
        min[5] = -26;
        return new WeatherYear("Montréal", mean, min, "essai", Grade.MEDIUM);
    }

    private static ClimatePlace place(String name, double at25, double at1, double... months) {
        return new ClimatePlace(name, 45.51, -73.55, 20, at25, at1, months);
    }

    private static double mean(WeatherYear year, int from, int to) {
        return Arrays.stream(year.meanC(), from, to).average().orElseThrow();
    }
}
