package courant.engine.energy;

import org.jspecify.annotations.Nullable;

/// What would make a failing candidate serve the share of winter days asked for, each measure taken alone.
///
/// @param usableKwhNeeded smallest usable battery that would, kWh, all else alike
/// @param noonKwhNeeded energy a noon charge would have to add to the battery, kWh
/// @param noonKwhPossible what a noon charge does add with the class's charger, kWh
/// @param plugHeatShareNeeded smallest share of the cabin heat to take from the plug before leaving; null when not even
/// the share held possible suffices
public record Remedy(
        double usableKwhNeeded,
        double noonKwhNeeded,
        double noonKwhPossible,
        @Nullable Double plugHeatShareNeeded) {
    /// Whether one noon charge is enough.
    public boolean noonChargeSuffices() {
        return noonKwhPossible >= noonKwhNeeded;
    }
}
