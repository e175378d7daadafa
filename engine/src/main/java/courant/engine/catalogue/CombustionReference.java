package courant.engine.catalogue;

import courant.engine.fact.Grade;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;

/// What a town would buy today in a class if it did not electrify.
///
/// @param vehicleClass the class
/// @param fuel gasoline, diesel, propane, or human for a bicycle
/// @param litresPer100Km municipal consumption, L/100 km; 0 where the class works by the hour
/// @param litresPerHour consumption at work, L/h; 0 where it does not apply
/// @param priceCad price before tax, CAD, upfit included
/// @param source where it was read, `none` for a planning default
/// @param sourceDate date of that source, may be empty
/// @param grade grade of price and consumption
public record CombustionReference(
        VehicleClass vehicleClass,
        Fuel fuel,
        double litresPer100Km,
        double litresPerHour,
        double priceCad,
        String source,
        String sourceDate,
        Grade grade) {
    public CombustionReference {
        if (!(priceCad > 0)) {
            throw new IllegalArgumentException(
                    "The reference of class %s has the price %s CAD.".formatted(vehicleClass.id(), priceCad));
        }
        if (!(litresPer100Km >= 0) || !(litresPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "The reference of class %s has a negative consumption.".formatted(vehicleClass.id()));
        }
    }
}
