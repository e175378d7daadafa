package courant.engine.energy;

/// One model's battery energy on each working day of a calendar, as a line in the day's work: `fixedKwh + perWork ×
/// work`.
///
/// Shared by all units of a class with the same speed; hence arrays, made once.
final class DayLines {
    private static final double WINTER_QUANTILE = 0.95;
    private static final double TOLERANCE = 1e-4;
    private static final double SHARE_TOLERANCE = 5e-5;
    private static final int MOST_STEPS = 60;

    final WorkCalendar calendar;
    private final double[] fixedKwh;
    private final double[] kwhPerWork;
    /// Sums over the working days of what the battery gives and of what the meter gives for the same work; the second
    /// is greater when the cabin is heated on the plug.
    private final double sumFixedKwh;

    private final double sumKwhPerWork;
    private final double sumPluggedFixedKwh;
    private final double sumPluggedKwhPerWork;

    /// @param plugShare share of the cabin heat taken from the plug, 0 to 1
    DayLines(
            ColdDay cold,
            double kmPerWork,
            double hoursPerWork,
            double plugShare,
            WorkCalendar calendar,
            double[] meanC) {
        this.calendar = calendar;
        int days = calendar.days.length;
        fixedKwh = new double[days];
        kwhPerWork = new double[days];
        double fixed = 0;
        double perWork = 0;
        double pluggedFixed = 0;
        double pluggedPerWork = 0;
        for (int i = 0; i < days; i++) {
            double celsius = meanC[calendar.days[i]];
            double start = cold.startKwh(celsius);
            double heat = hoursPerWork * cold.heatKw(celsius);
            double rest = kmPerWork * cold.kwhPerKm(celsius) + hoursPerWork * cold.workKw();
            fixedKwh[i] = (1 - plugShare) * start;
            kwhPerWork[i] = rest + (1 - plugShare) * heat;
            fixed += fixedKwh[i];
            perWork += kwhPerWork[i];
            pluggedFixed += plugShare * start;
            pluggedPerWork += plugShare * heat;
        }
        sumFixedKwh = fixed;
        sumKwhPerWork = perWork;
        sumPluggedFixedKwh = pluggedFixed;
        sumPluggedKwhPerWork = pluggedPerWork;
    }

    /// Battery energy of the year for a mean day of work, kWh.
    double kwhPerYear(double meanWork) {
        return sumFixedKwh + sumKwhPerWork * meanWork;
    }

    /// Heat of the year taken from the plug, kWh.
    double pluggedKwhPerYear(double meanWork) {
        return sumPluggedFixedKwh + sumPluggedKwhPerWork * meanWork;
    }

    /// Natural logarithm of the longest work each working day can hold with this much energy; −∞ for none.
    double[] logLongestWork(double availableKwh) {
        double[] logs = new double[fixedKwh.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(Math.max(0, availableKwh - fixedKwh[i]) / kwhPerWork[i]);
        }
        return logs;
    }

    /// Share of winter working days that need no more than this much energy.
    double winterShare(LogNormal day, double availableKwh) {
        double sum = 0;
        for (int i : calendar.winter) {
            sum += day.cdfOfLog(Math.log(Math.max(0, availableKwh - fixedKwh[i]) / kwhPerWork[i]));
        }
        return sum / calendar.winter.length;
    }

    /// 95th percentile of a winter working day's energy, kWh, to one part in a thousand.
    ///
    /// Regula falsi (Illinois) between the 95th percentiles of the mildest and of the coldest winter day, begun
    /// at that of the mean winter day.
    double winterDayKwh(LogNormal day) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double middle = 0;
        double longDay = day.p95();
        for (int i : calendar.winter) {
            double kwh = fixedKwh[i] + kwhPerWork[i] * longDay;
            low = Math.min(low, kwh);
            high = Math.max(high, kwh);
            middle += kwh / calendar.winter.length;
        }
        if (day.sigma() == 0) {
            return leastKwh(day, WINTER_QUANTILE, low, high);
        }
        double atLow = winterShare(day, low) - WINTER_QUANTILE;
        double atHigh = winterShare(day, high) - WINTER_QUANTILE;
        for (int step = 0; step < MOST_STEPS && high - low > TOLERANCE * high; step++) {
            double atMiddle = winterShare(day, middle) - WINTER_QUANTILE;
            if (Math.abs(atMiddle) < SHARE_TOLERANCE) {
                return middle;
            }
            if (atMiddle > 0) {
                high = middle;
                atHigh = atMiddle;
                atLow /= 2;
            } else {
                low = middle;
                atLow = atMiddle;
                atHigh /= 2;
            }
            middle = high - atHigh * (high - low) / (atHigh - atLow);
        }
        return high;
    }

    /// Least energy with which the winter share reaches `share`, kWh, by bisection.
    ///
    /// @param from an energy with which it does not, or just does
    /// @param to an energy above `from`; doubled until it suffices
    double leastKwh(LogNormal day, double share, double from, double to) {
        double low = from;
        double high = to;
        while (winterShare(day, high) < share) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double middle = (low + high) / 2;
            if (winterShare(day, middle) >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
