package courant.engine.energy;

import java.util.Locale;

/// What a verdict rests on.
public enum Evidence {
    MEASURED,
    ESTIMATED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
