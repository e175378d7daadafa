package courant.engine.energy;

import java.util.Locale;

/// Whether an electric model can do a unit's work through the year.
public enum Verdict {
    /// Serves the days it must with overnight charging alone.
    WORKS,
    /// Serves them with one charge in the middle of the day.
    WORKS_NOON_CHARGE,
    /// Does not serve them.
    FAILS,
    /// Cannot be told: no usage and no class default, or a heavy vehicle without any published winter consumption.
    UNKNOWN,
    /// No electric model of the catalogue does this class's work.
    NO_CANDIDATE;

    /// The word used in files, for example `works-noon-charge`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Only these may be planned electric.
    public boolean allowsElectric() {
        return this == WORKS || this == WORKS_NOON_CHARGE;
    }
}
