package courant.engine.fleet;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One unit of a fleet: a vehicle, a machine or a piece of equipment, as understood from the town's own sheet.
///
/// @param id the town's number for the unit, unique within its fleet
/// @param vehicleClass what it is
/// @param make as written by the town, empty when not given
/// @param model as written by the town, empty when not given
/// @param modelYear year of make, null when not given
/// @param department who uses it, empty when not given
/// @param depot where it sleeps, empty when not given
/// @param fuel what drives it
/// @param usage how much it works
/// @param inService date it entered service, null when not given
/// @param priceCad what the town paid, CAD, null when not given
/// @param sourceRow row of the sheet it came from, counted from 1 as a spreadsheet does
/// @param classConfidence 0 to 1, how sure the class is
/// @param lowUse whether the town itself marks the unit as little used, null when it does not say
public record Unit(
        String id,
        VehicleClass vehicleClass,
        String make,
        String model,
        @Nullable Integer modelYear,
        String department,
        String depot,
        Fuel fuel,
        Usage usage,
        @Nullable LocalDate inService,
        @Nullable Double priceCad,
        int sourceRow,
        double classConfidence,
        @Nullable Boolean lowUse) {
    public Unit {
        Objects.requireNonNull(vehicleClass, "vehicleClass");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(fuel, "fuel");
        if (id.isBlank()) {
            throw new IllegalArgumentException("""
                    The unit of row %d has no number.
                    Maybe the column of unit numbers was not recognised.""".formatted(sourceRow));
        }
        if (!(classConfidence >= 0 && classConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "Confidence of unit %s is %s, not between 0 and 1.".formatted(id, classConfidence));
        }
    }

    /// Whether a plan decides on it: a bicycle without a motor has nothing to electrify.
    public boolean isPlanned() {
        return vehicleClass.isPlanned() && (vehicleClass != VehicleClass.BICYCLE || isElectric());
    }

    /// The year from which its age is counted: the model year, else the year it entered service, else null.
    public @Nullable Integer birthYear() {
        if (modelYear != null) {
            return modelYear;
        }
        return inService == null ? null : inService.getYear();
    }

    public boolean isElectric() {
        return fuel == Fuel.ELECTRIC;
    }
}
