package courant.engine.energy;

/// The standard normal distribution.
///
/// A table with straight lines between its entries, for a fleet asks for it tens of millions of times: absolute error
/// under 3e-8 (step² / 8 × greatest slope of the density). The entries come from Hart's rational approximation (1968)
/// as given by G. West, "Better approximations to cumulative normal functions", Wilmott, 2005, exact to 1e-14.
final class Normal {
    private static final int STEPS_PER_UNIT = 1024;
    private static final int REACH = 8;
    private static final double[] TABLE = table();

    private Normal() {}

    /// Probability that a standard normal variable is at most `z`.
    static double cdf(double z) {
        double at = (z + REACH) * STEPS_PER_UNIT;
        if (at <= 0) {
            return 0;
        }
        int below = (int) at;
        if (below >= TABLE.length - 1) {
            return 1;
        }
        return TABLE[below] + (at - below) * (TABLE[below + 1] - TABLE[below]);
    }

    private static double[] table() {
        double[] table = new double[2 * REACH * STEPS_PER_UNIT + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = exact((double) i / STEPS_PER_UNIT - REACH);
        }
        return table;
    }

    private static double exact(double z) {
        double x = Math.abs(z);
        double tail = x < 7.07106781186547 ? core(x) : far(x);
        return z > 0 ? 1 - tail : tail;
    }

    private static double core(double x) {
        double over = 3.52624965998911e-02 * x + 0.700383064443688;
        over = over * x + 6.37396220353165;
        over = over * x + 33.912866078383;
        over = over * x + 112.079291497871;
        over = over * x + 221.213596169931;
        over = over * x + 220.206867912376;
        double under = 8.83883476483184e-02 * x + 1.75566716318264;
        under = under * x + 16.064177579207;
        under = under * x + 86.7807322029461;
        under = under * x + 296.564248779674;
        under = under * x + 637.333633378831;
        under = under * x + 793.826512519948;
        under = under * x + 440.413735824752;
        return Math.exp(-x * x / 2) * over / under;
    }

    private static double far(double x) {
        double fraction = x + 0.65;
        fraction = x + 4 / fraction;
        fraction = x + 3 / fraction;
        fraction = x + 2 / fraction;
        fraction = x + 1 / fraction;
        return Math.exp(-x * x / 2) / fraction / 2.506628274631;
    }
}
