package courant.engine.catalogue;

import courant.engine.fact.Grade;
import courant.engine.fleet.VehicleClass;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One electric model that a Québec municipality would really consider.
///
/// Consumption is at the battery, rated (about 20 °C, no cabin heat). Machines state kWh per hour of work, road
/// vehicles kWh per km; a model that does both (a sweeper) states both.
///
/// @param id kebab-case make and model, for example `ford-f-150-lightning`
/// @param make as the maker writes it
/// @param model as the maker writes it
/// @param classes the classes whose work it may do
/// @param modelYear year of the version described
/// @param usableKwh usable battery, kWh
/// @param kwhPerKm rated consumption, kWh/km; null for a machine
/// @param kwhPerHour working consumption, kWh/h (PTO, brushes, blade); null for a plain road vehicle
/// @param winterKwhPerKm consumption measured or reported in winter, kWh/km; null when nobody published one
/// @param winterGrade grade of the winter consumption; null when there is none
/// @param heatPump whether the cabin is heated by a heat pump
/// @param acKw greatest AC charging power, kW
/// @param dcKw greatest DC charging power, kW; 0 when it has none
/// @param payloadKg payload, kg; null when not known
/// @param gvwrClass US weight class, 1 to 8; null for a machine
/// @param priceCad price before tax and grants, CAD
/// @param availableFrom first budget year in which it can be ordered
/// @param availableTo last budget year in which it can be ordered, null when still sold
/// @param source where battery and consumption were read; `none` when they are planning defaults
/// @param sourceDate date of that source, may be empty
/// @param grade grade of battery and consumption
/// @param priceGrade grade of the price
/// @param note what a buyer should know (supplier at risk, successor announced …), may be empty
public record ElectricModel(
        String id,
        String make,
        String model,
        Set<VehicleClass> classes,
        int modelYear,
        double usableKwh,
        @Nullable Double kwhPerKm,
        @Nullable Double kwhPerHour,
        @Nullable Double winterKwhPerKm,
        @Nullable Grade winterGrade,
        boolean heatPump,
        double acKw,
        double dcKw,
        @Nullable Double payloadKg,
        @Nullable Integer gvwrClass,
        double priceCad,
        int availableFrom,
        @Nullable Integer availableTo,
        String source,
        String sourceDate,
        Grade grade,
        Grade priceGrade,
        String note) {
    public ElectricModel {
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(priceGrade, "priceGrade");
        classes = Set.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("Model %s serves no class.".formatted(id));
        }
        if (!(usableKwh > 0)) {
            throw new IllegalArgumentException("Model %s has a usable battery of %s kWh.".formatted(id, usableKwh));
        }
        if (kwhPerKm == null && kwhPerHour == null) {
            throw new IllegalArgumentException("""
                    Model %s states no consumption.
                    Maybe it is a machine: give kwh_per_hour.""".formatted(id));
        }
        if (!(priceCad > 0)) {
            throw new IllegalArgumentException("Model %s has the price %s CAD.".formatted(id, priceCad));
        }
        if (acKw <= 0 && dcKw <= 0) {
            throw new IllegalArgumentException(
                    "Model %s cannot be charged: AC %s kW, DC %s kW.".formatted(id, acKw, dcKw));
        }
    }

    /// Make and model as a person says them.
    public String displayName() {
        return make + " " + model;
    }

    public boolean canBeOrderedIn(int year) {
        return year >= availableFrom && (availableTo == null || year <= availableTo);
    }
}
