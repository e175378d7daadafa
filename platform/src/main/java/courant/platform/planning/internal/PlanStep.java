package courant.platform.planning.internal;

import java.util.Locale;

/// The steps of a plan, in order, each with the share of the work done when it begins.
public enum PlanStep {
    ASSESSING(0.02),
    SOLVING(0.35),
    WRITING(0.9);

    private final double begins;

    PlanStep(double begins) {
        this.begins = begins;
    }

    double begins() {
        return begins;
    }

    /// Key of its name in the message bundle.
    public String key() {
        return "plan.step." + name().toLowerCase(Locale.ROOT);
    }
}
