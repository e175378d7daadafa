package courant.engine.incentive;

import org.jspecify.annotations.Nullable;

/// One thing a plan buys that a programme may pay a part of.
///
/// @param line what the town calls it: the number of the unit it is bought for
/// @param object what is bought
/// @param gvwrClass US weight class of the vehicle, 1 to 8; null when it has none, which draws nothing
/// @param building where it stays, to which the ceilings of a building apply; empty when not known, and all
///     such expenses then count as one building, which draws less rather than more
/// @param cents price before tax, cents
/// @param year budget year
public record Expense(
        String line, GrantObject object, @Nullable Integer gvwrClass, String building, long cents, int year) {
    public Expense {
        if (cents < 0) {
            throw new IllegalArgumentException("An expense of %d cents draws no grant.".formatted(cents));
        }
        if (gvwrClass != null && (gvwrClass < 1 || gvwrClass > 8)) {
            throw new IllegalArgumentException("""
                    The expense of %s has the weight class %d.
                    Classes run from 1 to 8.""".formatted(line, gvwrClass));
        }
    }
}
