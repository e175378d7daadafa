package courant.ingest.classify;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;

/// What a unit was taken for.
///
/// @param vehicleClass the class of highest score
/// @param confidence 0 to 1, the share of right answers to expect; under 0.5 a person should be asked
/// @param why the strongest evidence, a short stable code: `rule:pickup` (a word of `class-words.csv`), `model:f-150`,
///     `make:zamboni`, `vin:1ft`, or `none`
/// @param fuel what drives it, `UNKNOWN` when neither the sheet nor the model says
public record Classification(VehicleClass vehicleClass, double confidence, String why, Fuel fuel) {
    public Classification {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence of class %s (%s) is %s, not between 0 and 1."
                    .formatted(vehicleClass.id(), why, confidence));
        }
    }
}
