package courant.platform.planning.internal;

import java.util.function.BooleanSupplier;

/// Makes one plan; the seam at which tests put a plan that waits for them.
interface PlanWork {
    PlanOutcome perform(Progress progress);

    /// Looks, once the plan is there and while nobody waits for the processor, for what may be asked next.
    default void explore(BooleanSupplier stopped) {}

    /// How a plan tells where it is, and hears that nobody wants it any more.
    interface Progress {
        void at(PlanStep step);

        boolean isStopped();
    }
}
