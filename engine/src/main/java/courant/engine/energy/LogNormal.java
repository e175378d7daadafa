package courant.engine.energy;

/// A lognormal distribution: how long the working days of a unit are.
///
/// @param median half of the days are shorter, in the unit of work (km or h)
/// @param sigma standard deviation of the natural logarithm; 0 when all days are alike
public record LogNormal(double median, double sigma) {
    /// 95th percentile of the standard normal.
    private static final double Z95 = 1.6448536269514722;

    public LogNormal {
        if (!(median > 0 && median < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    A median day of %s; a finite number above 0 is expected.
                    Maybe the unit has no usage: use the class's low-use figure.""".formatted(median));
        }
        if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A spread of %s; a finite number, 0 or more, is expected.".formatted(sigma));
        }
    }

    /// The distribution with this median and this 95th percentile.
    ///
    /// @throws IllegalArgumentException when the 95th percentile lies under the median
    public static LogNormal ofMedianAndP95(double median, double p95) {
        if (!(p95 >= median)) {
            throw new IllegalArgumentException("""
                    The 95th percentile of a day (%s) lies under its median (%s).
                    Maybe the two facts are swapped.""".formatted(p95, median));
        }
        return new LogNormal(median, Math.log(p95 / median) / Z95);
    }

    public double mean() {
        return median * Math.exp(sigma * sigma / 2);
    }

    public double p95() {
        return median * Math.exp(Z95 * sigma);
    }

    /// The same spread with another mean.
    public LogNormal withMean(double mean) {
        return new LogNormal(median * (mean / mean()), sigma);
    }

    /// Share of days no longer than `exp(logWork)`; `O(1)`.
    double cdfOfLog(double logWork) {
        double distance = logWork - Math.log(median);
        return sigma == 0 ? (distance >= 0 ? 1 : 0) : Normal.cdf(distance / sigma);
    }

    /// Share of days no longer than `work`.
    public double cdf(double work) {
        return work <= 0 ? 0 : cdfOfLog(Math.log(work));
    }
}
