package courant.ingest.classify;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;

/// The class and fuel of a unit, with how sure we are and why.
public record Classification(VehicleClass vehicleClass, double confidence, String why, Fuel fuel) {}
