package courant.engine.emission;

import courant.engine.catalogue.CombustionReference;
import courant.engine.energy.Duty;
import courant.engine.energy.Feasibility;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;

/// Kilograms of CO2 equivalent by litre and by kWh, and the yearly emissions they give.
///
/// Fuels are counted at the tailpipe, electricity at the grid's direct emissions; making the vehicle, its battery and
/// its fuel is not counted. Values are the facts `ef.*`.
public final class EmissionFactors {
    private static final double GRAMS_PER_KG = 1000;

    private final Facts facts;

    public EmissionFactors(Facts facts) {
        this.facts = facts;
    }

    /// kg CO2e per litre burned; 0 where nothing is burned. Hybrids burn gasoline.
    ///
    /// @throws IllegalArgumentException for an unknown fuel
    public double kgPerLitre(Fuel fuel) {
        return switch (fuel) {
            case GASOLINE, HYBRID, PLUG_IN_HYBRID -> facts.value("ef.gasoline.co2e");
            case DIESEL -> facts.value("ef.diesel.hd.co2e");
            case PROPANE -> facts.value("ef.propane.co2e");
            case NATURAL_GAS -> facts.value("ef.natural_gas.co2e");
            case ELECTRIC, HUMAN -> 0;
            case UNKNOWN -> throw new IllegalArgumentException("""
                        The emissions of an unknown fuel were asked for.
                        Maybe take the fuel of the class's combustion reference.""");
        };
    }

    /// kg CO2e per kWh drawn from the meter.
    public double kgPerKwh() {
        return facts.value("ef.grid.qc.direct") / GRAMS_PER_KG;
    }

    /// Fuel a year of this duty takes in the class's combustion reference, L.
    public static double litresPerYear(Duty duty, CombustionReference reference) {
        return duty.kmPerYear() * reference.litresPer100Km() / 100 + duty.hoursPerYear() * reference.litresPerHour();
    }

    /// Yearly emissions of this duty done by the class's combustion reference, kg CO2e.
    public double combustionKgPerYear(Duty duty, CombustionReference reference) {
        return litresPerYear(duty, reference) * kgPerLitre(reference.fuel());
    }

    /// Yearly emissions of the duty done by the electric model assessed, charging losses included, kg CO2e.
    public double electricKgPerYear(Feasibility feasibility) {
        return feasibility.gridKwhPerYear() * kgPerKwh();
    }
}
