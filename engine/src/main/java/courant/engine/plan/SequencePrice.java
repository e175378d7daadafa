package courant.engine.plan;

import courant.engine.cost.Ownership;

/// The discounted cost of a unit's sequences, in whole cents: every flow of every year is discounted and rounded by
/// itself, so that sums are exact and another reckoning of the same flows gives the same cents.
final class SequencePrice {
    private final UnitOptions options;
    private final Discount discount;
    private final int years;
    private final long[] todayUntil;
    private final long[][][] heldUntil;

    SequencePrice(UnitOptions options, Discount discount, int years) {
        this.options = options;
        this.discount = discount;
        this.years = years;
        this.todayUntil = runningCost(options.today(), 0, options.age());
        int n = options.replacements().size();
        this.heldUntil = new long[n][years][];
        for (int k = 0; k < n; k++) {
            for (int bought = 0; bought < years; bought++) {
                heldUntil[k][bought] = runningCost(options.replacements().get(k), bought, 0);
            }
        }
    }

    /// Discounted operating cost from year `from` until (excluding) each later year.
    private long[] runningCost(Ownership ownership, int from, int ageThen) {
        long[] until = new long[years + 1];
        for (int y = from; y < years; y++) {
            until[y + 1] = until[y] + discount.cents(ownership.operatingCents(ageThen + y - from), y);
        }
        return until;
    }

    long cents(SequenceBlock.Sequence s) {
        return switch (s.firstKind()) {
            case SequenceBlock.KEEP -> todayUntil[years] - todayResale(years);
            case SequenceBlock.RETIRE -> todayUntil[s.firstYear()] - todayResale(s.firstYear());
            // The partner drives the same work with a vehicle of the same class: running costs go on.
            case SequenceBlock.SHARE -> todayUntil[years] - todayResale(s.firstYear());
            default -> todayUntil[s.firstYear()] - todayResale(s.firstYear()) + replaced(s);
        };
    }

    private long replaced(SequenceBlock.Sequence s) {
        boolean electricBefore = options.today().isElectric();
        long cents = purchase(s.firstKind(), s.firstYear(), electricBefore);
        if (!s.hasSecond()) {
            return cents + held(s.firstKind(), s.firstYear(), years);
        }
        electricBefore |= options.replacements().get(s.firstKind()).isElectric();
        return cents
                + held(s.firstKind(), s.firstYear(), s.secondYear())
                + purchase(s.secondKind(), s.secondYear(), electricBefore)
                + held(s.secondKind(), s.secondYear(), years);
    }

    private long purchase(int k, int year, boolean electricBefore) {
        Ownership bought = options.replacements().get(k);
        long capital = options.capitalCents(k, year, bought.isElectric() && !electricBefore);
        return discount.cents(capital - bought.grantCents(year), year);
    }

    private long held(int k, int from, int until) {
        Ownership ownership = options.replacements().get(k);
        return heldUntil[k][from][until] - discount.cents(ownership.resaleCents(from, until - from), until);
    }

    private long todayResale(int year) {
        return discount.cents(options.today().resaleCents(0, options.age() + year), year);
    }
}
