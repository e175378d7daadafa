package courant.engine.fact;

import java.util.Locale;

/// How sure a fact is.
public enum Grade {
    /// Read in a primary or named secondary source, and dated.
    HIGH,
    /// Read in one secondary source, or derived from read values by stated arithmetic.
    MEDIUM,
    /// Old, partial or extrapolated.
    LOW,
    /// Not read in a source: a planning default, shown « à confirmer ».
    BELIEF,
    /// Entered by the municipality itself in place of a default.
    MUNICIPAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether screens and reports must say « à confirmer » beside the value.
    public boolean toConfirm() {
        return this == BELIEF;
    }
}
