package courant.engine.climate;

import courant.engine.fact.Grade;
import java.time.LocalDate;

/// Makes the weather year of one place from that of another.
///
/// Each day is shifted by the difference of the two places' monthly means. In December, January and February the
/// shift of a cold day also grows towards the differences of the design temperatures: a day as cold as the base's
/// January 2.5 % (1 %) becomes as cold as the target's, linearly between; warmer days give back what the cold ones
/// took, so that the month keeps its mean. Piecewise-linear quantile mapping; O(365).
public final class WeatherScaling {
    private static final int NO_LEAP_YEAR = 2025;

    private WeatherScaling() {}

    /// The weather year of `target`.
    ///
    /// @param year measured or typical year at `base`
    /// @param base climate of the place where `year` was measured
    /// @param target climate of the place wanted
    /// @return 365 days, grade `low`
    public static WeatherYear scale(WeatherYear year, ClimatePlace base, ClimatePlace target) {
        double[] mean = year.meanC();
        double[] min = year.minC();
        int first = 0;
        for (int month = 1; month <= 12; month++) {
            int days = LocalDate.of(NO_LEAP_YEAR, month, 1).lengthOfMonth();
            scaleMonth(new Month(month, first, first + days), mean, min, base, target);
            first += days;
        }
        String source = "%s, mis à l'échelle de %s (moyennes mensuelles et températures de calcul de janvier)"
                .formatted(year.source(), target.name());
        return new WeatherYear(target.name(), mean, min, source, Grade.LOW);
    }

    private record Month(int number, int from, int to) {
        boolean isWinter() {
            return number == 12 || number <= 2;
        }
    }

    private static void scaleMonth(Month month, double[] mean, double[] min, ClimatePlace base, ClimatePlace target) {
        double shift = target.monthlyMeanC()[month.number() - 1] - base.monthlyMeanC()[month.number() - 1];
        if (!month.isWinter()) {
            for (int day = month.from(); day < month.to(); day++) {
                mean[day] += shift;
                min[day] += shift;
            }
            return;
        }
        double centre = average(mean, month);
        double wantedMean = centre + shift;
        boolean[] warm = new boolean[mean.length];
        int warmDays = 0;
        for (int day = month.from(); day < month.to(); day++) {
            warm[day] = mean[day] >= centre;
            warmDays += warm[day] ? 1 : 0;
            mean[day] += shiftAt(mean[day], centre, shift, base, target);
            min[day] += shiftAt(min[day], centre, shift, base, target);
        }
        double givenBack = (wantedMean - average(mean, month)) * (month.to() - month.from()) / warmDays;
        for (int day = month.from(); day < month.to(); day++) {
            if (warm[day]) {
                mean[day] += givenBack;
                min[day] += givenBack;
            }
        }
    }

    /// The shift of one temperature: the month's above its mean, the design differences at the design temperatures.
    private static double shiftAt(
            double temperatureC, double centre, double shift, ClimatePlace base, ClimatePlace target) {
        double at25 = target.january25C() - base.january25C();
        double at1 = target.january1C() - base.january1C();
        if (temperatureC >= centre) {
            return shift;
        }
        if (temperatureC >= base.january25C()) {
            return shift + (at25 - shift) * (centre - temperatureC) / (centre - base.january25C());
        }
        if (temperatureC >= base.january1C()) {
            double within = (base.january25C() - temperatureC) / (base.january25C() - base.january1C());
            return at25 + (at1 - at25) * within;
        }
        return at1;
    }

    private static double average(double[] values, Month month) {
        double sum = 0;
        for (int day = month.from(); day < month.to(); day++) {
            sum += values[day];
        }
        return sum / (month.to() - month.from());
    }
}
