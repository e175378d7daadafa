package courant.engine.incentive;

import org.jspecify.annotations.Nullable;

/// One amount of a programme: `min(rate × expense, maxCents)` for what it covers.
///
/// @param object what it pays for
/// @param gvwrMin lowest US weight class covered, 1 to 8
/// @param gvwrMax highest US weight class covered, 1 to 8
/// @param year the only year it holds for, null for every year of the programme
/// @param rate share of the expense, 0 to 1; 1 for a flat amount
/// @param maxCents greatest amount, cents
/// @param per what that amount is for one of, null when the source does not say; no sum depends on it
public record GrantAmount(
        GrantObject object,
        int gvwrMin,
        int gvwrMax,
        @Nullable Integer year,
        double rate,
        long maxCents,
        @Nullable GrantUnit per) {
    public GrantAmount {
        if (gvwrMin < 1 || gvwrMax > 8 || gvwrMax < gvwrMin) {
            throw new IllegalArgumentException("""
                    A grant covers the weight classes %d to %d.
                    Maybe the bounds are swapped: they run from 1 to 8.""".formatted(gvwrMin, gvwrMax));
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("""
                    A grant pays the share %s of the expense.
                    Maybe it is a percentage: write 0.5 for 50 %%.""".formatted(rate));
        }
        if (maxCents < 0) {
            throw new IllegalArgumentException("A grant has the ceiling %d cents.".formatted(maxCents));
        }
    }

    boolean covers(GrantObject expense, int gvwrClass, int inYear) {
        return object == expense && gvwrClass >= gvwrMin && gvwrClass <= gvwrMax && (year == null || year == inYear);
    }

    long cents(long expenseCents) {
        return Math.min((long) Math.floor(rate * expenseCents), maxCents);
    }
}
