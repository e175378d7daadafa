package courant.ingest.classify;

import courant.engine.fleet.VehicleClass;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a word or a model says a unit is: a class outright, or a shape whose class its weight decides.
sealed interface Body {
    /// A class outright: a backhoe is a backhoe at any weight.
    record Exact(VehicleClass vehicleClass) implements Body {}

    /// A shape whose class depends on the weight class or on the model.
    enum Shape implements Body {
        PICKUP,
        TRUCK,
        PLOW,
        VAN,
        SUV
    }

    /// A body as the tables write it: a class id, or `pickup`, `truck`, `plow`, `van`, `suv`.
    static Body of(String id) {
        for (Shape shape : Shape.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).equals(id)) {
                return shape;
            }
        }
        return new Exact(VehicleClass.ofId(id).orElseThrow(() -> new IllegalArgumentException("""
                Unknown class "%s".
                Maybe the row of the table misses a comma: expected a class id, or pickup, truck, plow, van, suv.\
                """.formatted(id))));
    }

    /// The class at a weight class.
    ///
    /// @param weight what is known of the weight
    /// @param model the model's own body, null when the model is not known
    default VehicleClass at(WeightClass weight, @Nullable Body model) {
        return switch (this) {
            case Exact exact -> exact.vehicleClass();
            case Shape shape ->
                switch (shape) {
                    case PICKUP -> truck(shape, weight);
                    case TRUCK -> isLightVan(model, weight) ? van(weight, model) : truck(shape, weight);
                    case PLOW -> plow(weight);
                    case VAN -> van(weight, model);
                    case SUV -> suv(model);
                };
        };
    }

    private static VehicleClass truck(Shape shape, WeightClass weight) {
        if (!weight.isKnown()) {
            return shape == Shape.PICKUP ? VehicleClass.PICKUP_HALF_TON : VehicleClass.TRUCK_HEAVY;
        }
        if (weight.isHeavy()) {
            return VehicleClass.TRUCK_HEAVY;
        }
        if (weight.isMedium()) {
            return VehicleClass.TRUCK_MEDIUM;
        }
        return weight.isHeavyPickup() ? VehicleClass.PICKUP_HEAVY : VehicleClass.PICKUP_HALF_TON;
    }

    /// « Camion cube » on a Savana 2500 is a van, not a pickup.
    private static boolean isLightVan(@Nullable Body model, WeightClass weight) {
        return model instanceof Exact(VehicleClass known)
                && (known == VehicleClass.VAN_LARGE || known == VehicleClass.VAN_SMALL)
                && !weight.isMedium()
                && !weight.isHeavy();
    }

    private static VehicleClass plow(WeightClass weight) {
        return !weight.isKnown() || weight.isHeavy() ? VehicleClass.PLOW_TRUCK : truck(Shape.TRUCK, weight);
    }

    private static VehicleClass van(WeightClass weight, @Nullable Body model) {
        if (model instanceof Exact(VehicleClass known)) {
            switch (known) {
                case VAN_SMALL, VAN_LARGE, STEP_VAN -> {
                    return known;
                }
                case MINIVAN -> {
                    return VehicleClass.VAN_SMALL;
                }
                default -> {}
            }
        }
        if (model == Shape.TRUCK && weight.isKnown()) {
            return truck(Shape.TRUCK, weight);
        }
        return weight.isMedium() || weight.isHeavy() ? VehicleClass.STEP_VAN : VehicleClass.VAN_LARGE;
    }

    private static VehicleClass suv(@Nullable Body model) {
        return model instanceof Exact(VehicleClass known) && known == VehicleClass.SUV_LARGE
                ? VehicleClass.SUV_LARGE
                : VehicleClass.SUV_SMALL;
    }

    /// How much trust is lost when the shape must be sized without knowing the weight or the model.
    default double doubtWhenUnsized(WeightClass weight, @Nullable Body model) {
        return switch (this) {
            case Exact exact -> 0;
            case Shape shape ->
                switch (shape) {
                    case PICKUP -> weight.isKnown() ? 0 : 0.30;
                    case TRUCK -> weight.isKnown() ? 0 : 0.50;
                    case PLOW -> weight.isKnown() ? 0 : 0.10;
                    case VAN -> model == null && !weight.isKnown() ? 0.15 : 0;
                    case SUV -> model == null ? 0.25 : 0;
                };
        };
    }
}
