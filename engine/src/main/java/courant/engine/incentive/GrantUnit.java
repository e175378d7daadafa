package courant.engine.incentive;

import java.util.Locale;

/// What the greatest amount of a grant is for one of.
public enum GrantUnit {
    VEHICLE,
    CHARGER,
    /// A charger may have several.
    CONNECTOR;

    /// The word used in files, for example `connector`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
