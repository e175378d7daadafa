package courant.engine.optimise;

/// When a search may stop before its proof is complete.
///
/// @param maxNodes subproblems at most; a count rather than a time, so that a run can be repeated
/// @param deadline asked between subproblems, true stops the search; the caller owns the clock
/// @param gap relative gap that is good enough, 0 for a complete proof
/// @param costStep all costs are multiples of this (1 when costs are cents), 0 when they are real numbers
public record SearchLimits(long maxNodes, java.util.function.BooleanSupplier deadline, double gap, double costStep) {
    public static SearchLimits complete(double costStep) {
        return new SearchLimits(Long.MAX_VALUE, () -> false, 0, costStep);
    }
}
