package courant.engine.plan;

import org.jspecify.annotations.Nullable;

/// It is proved that no plan keeps the budgets and meets the targets; with the smallest change that makes one possible.
public final class InfeasiblePlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Remedy remedy;

    /// What would make a plan possible; what is null does not help alone.
    ///
    /// @param leastYearlyBudgetCents every year's budget raised to at least this, cents: a plan was found with it
    /// @param provedTooLowCents every year's budget raised to this is proved not to suffice, cents
    /// @param largestShare the target that fails, with the largest share that can be met by its year
    /// @param earliestYear the target that fails, at the first year in which its share can be met
    public record Remedy(
            @Nullable Long leastYearlyBudgetCents,
            @Nullable Long provedTooLowCents,
            @Nullable Target largestShare,
            @Nullable Target earliestYear) {}

    InfeasiblePlanException(Remedy remedy) {
        super("No plan keeps these budgets and meets these targets: " + remedy);
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }
}
