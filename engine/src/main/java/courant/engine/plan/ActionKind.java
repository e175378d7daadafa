package courant.engine.plan;

import java.util.Locale;

/// What is done with a unit in a year.
public enum ActionKind {
    KEEP,
    RETIRE,
    SHARE,
    REPLACE;

    /// The word used in files: `keep`, `retire`, `share`, `replace`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
