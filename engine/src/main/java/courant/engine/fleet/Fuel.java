package courant.engine.fleet;

import java.util.Locale;

/// What drives a unit today.
public enum Fuel {
    GASOLINE,
    DIESEL,
    PROPANE,
    NATURAL_GAS,
    HYBRID,
    PLUG_IN_HYBRID,
    ELECTRIC,
    HUMAN,
    UNKNOWN;

    /// The word used in files and commands, for example `plug-in-hybrid`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
