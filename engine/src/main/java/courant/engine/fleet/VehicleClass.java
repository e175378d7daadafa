package courant.engine.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a unit is, by gross vehicle weight rating and body; the closed list of the data dictionary.
///
/// Lives, costs and duty of a class are dated facts (`class.<id>.…`), not constants here.
public enum VehicleClass {
    CAR(TargetGroup.LIGHT),
    SUV_SMALL(TargetGroup.LIGHT),
    SUV_LARGE(TargetGroup.LIGHT),
    MINIVAN(TargetGroup.LIGHT),
    POLICE_PATROL(TargetGroup.LIGHT),
    VAN_SMALL(TargetGroup.LIGHT),
    VAN_LARGE(TargetGroup.LIGHT),
    PICKUP_HALF_TON(TargetGroup.PICKUP),
    PICKUP_HEAVY(TargetGroup.PICKUP),
    STEP_VAN(TargetGroup.MEDIUM),
    MINIBUS(TargetGroup.MEDIUM),
    TRUCK_MEDIUM(TargetGroup.MEDIUM),
    BUCKET_TRUCK(TargetGroup.MEDIUM),
    TRUCK_HEAVY(TargetGroup.HEAVY),
    PLOW_TRUCK(TargetGroup.HEAVY),
    REFUSE_TRUCK(TargetGroup.HEAVY),
    FIRE_APPARATUS(TargetGroup.HEAVY),
    BUS_TRANSIT(TargetGroup.HEAVY),
    STREET_SWEEPER(TargetGroup.HEAVY),
    SIDEWALK_TRACTOR(TargetGroup.OFFROAD),
    LOADER(TargetGroup.OFFROAD),
    BACKHOE(TargetGroup.OFFROAD),
    GRADER(TargetGroup.OFFROAD),
    EXCAVATOR(TargetGroup.OFFROAD),
    TRACTOR(TargetGroup.OFFROAD),
    MOWER(TargetGroup.OFFROAD),
    SNOW_BLOWER(TargetGroup.OFFROAD),
    ICE_RESURFACER(TargetGroup.OFFROAD),
    FORKLIFT(TargetGroup.OFFROAD),
    UTILITY_VEHICLE(TargetGroup.OFFROAD),
    MACHINE_OTHER(TargetGroup.OFFROAD),
    MOTORCYCLE(TargetGroup.OTHER),
    BICYCLE(TargetGroup.OTHER),
    TRAILER(TargetGroup.NONE),
    ATTACHMENT(TargetGroup.NONE),
    NOT_A_VEHICLE(TargetGroup.NONE);

    private static final Map<String, VehicleClass> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(VehicleClass::id, Function.identity()));

    private final TargetGroup group;

    VehicleClass(TargetGroup group) {
        this.group = group;
    }

    /// The word used in files and commands, for example `pickup-half-ton`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public TargetGroup group() {
        return group;
    }

    /// Whether the class is measured in hours of work rather than in kilometres.
    public boolean worksByTheHour() {
        return group == TargetGroup.OFFROAD;
    }

    /// Whether the class must keep a minimum charge at all times (patrol, fire).
    public boolean keepsReserve() {
        return this == POLICE_PATROL || this == FIRE_APPARATUS;
    }

    /// Whether a plan decides on units of this class; trailers and attachments are only counted.
    public boolean isPlanned() {
        return group != TargetGroup.NONE;
    }

    public static Optional<VehicleClass> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
