package courant.engine.fleet;

/// The groups for which a council sets targets (`light:1.0:2030`).
public enum TargetGroup {
    LIGHT,
    PICKUP,
    MEDIUM,
    HEAVY,
    OFFROAD,
    OTHER,
    NONE;

    /// The word used in files and commands, in lower case.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether units of this group count as road vehicles (`vehicles` in every summary).
    public boolean isRoad() {
        return switch (this) {
            case LIGHT, PICKUP, MEDIUM, HEAVY -> true;
            case OFFROAD, OTHER, NONE -> false;
        };
    }
}
