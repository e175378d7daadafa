package courant.engine.incentive;

import java.util.Locale;

/// What a grant pays for.
public enum GrantObject {
    /// A new battery-electric vehicle.
    ELECTRIC_VEHICLE,
    /// A new plug-in hybrid.
    PLUG_IN_HYBRID,
    /// A used battery-electric vehicle.
    USED_ELECTRIC_VEHICLE,
    /// A charger of the municipality's own fleet or workplace.
    CHARGER,
    /// A level 2 charger open to the public.
    PUBLIC_CHARGER,
    /// A study or a pilot project.
    STUDY;

    /// The word used in files, for example `public-charger`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
