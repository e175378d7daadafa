package courant.engine.plan;

/// Present value of money of later years; year 0 and purchases at its start are not discounted.
final class Discount {
    private final double[] factor;

    Discount(double rate, int years) {
        factor = new double[years + 1];
        for (int y = 0; y <= years; y++) {
            factor[y] = Math.pow(1 + rate, -y);
        }
    }

    /// Present value in whole cents of cents of year `year` (0 to the horizon's end).
    long cents(long amountCents, int year) {
        return Math.round(amountCents * factor[year]);
    }
}
