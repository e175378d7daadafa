package courant.engine.energy;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fact.Facts;
import courant.engine.fleet.TargetGroup;
import courant.engine.fleet.VehicleClass;

/// What a day's work costs one model in battery energy, at one temperature.
///
/// Traction = km × rated consumption × (1 + driveline share × degrees below the cabin set point): stiffer grease,
/// denser air, snow. Cabin heat = power × time, the power linear from 0 at the set point to `class.<id>.heater_kw` at
/// −25 °C, divided by the heat pump's coefficient of performance where the model has one. So slow work suffers more
/// per kilometre than fast work.
///
/// A medium or heavy model with a published winter consumption uses that figure, heat and all, as its consumption at
/// `energy.winter_reference_c`, on the line through its rated consumption at the set point: nothing is invented on top.
/// Cooling in summer is not counted.
public final class ColdDay {
    /// The temperature at which the fact `class.<id>.heater_kw` is stated.
    private static final double HEATER_STATED_AT_C = -25;

    private final ElectricModel model;
    private final boolean wholeWinterFigure;
    private final double heaterKw;
    private final double setC;
    private final double drivelinePerC;
    private final double winterReferenceC;
    private final double warmUpHours;
    private final double copP7;
    private final double copM10;
    private final double copM20;

    /// @throws courant.engine.fact.MissingFactException when a fact of `energy.*` or the class's heater is missing
    public ColdDay(ElectricModel model, VehicleClass vehicleClass, Facts facts) {
        this.model = model;
        TargetGroup group = vehicleClass.group();
        this.wholeWinterFigure =
                model.winterKwhPerKm() != null && (group == TargetGroup.MEDIUM || group == TargetGroup.HEAVY);
        this.heaterKw = facts.value("class." + vehicleClass.id() + ".heater_kw");
        this.setC = facts.value("energy.cabin_set_c");
        this.drivelinePerC = facts.value("energy.driveline_cold_per_c");
        this.winterReferenceC = facts.value("energy.winter_reference_c");
        this.warmUpHours = facts.value("energy.warm_up_hours");
        this.copP7 = facts.value("energy.heat_pump_cop_p7");
        this.copM10 = facts.value("energy.heat_pump_cop_m10");
        this.copM20 = facts.value("energy.heat_pump_cop_m20");
    }

    /// Battery energy of a day, kWh: `O(1)`.
    ///
    /// @param km distance, km
    /// @param hours hours at work, cabin heated, h
    /// @param celsius mean temperature of the working day, °C
    public double kwh(double km, double hours, double celsius) {
        return startKwh(celsius) + km * kwhPerKm(celsius) + hours * (workKw() + heatKw(celsius));
    }

    /// Consumption per kilometre without cabin heat (with it, where a whole winter figure is used), kWh/km.
    public double kwhPerKm(double celsius) {
        Double rated = model.kwhPerKm();
        Double winter = model.winterKwhPerKm();
        double degrees = Math.max(0, setC - celsius);
        if (wholeWinterFigure && winter != null) {
            double atSetPoint = rated == null ? winter : rated;
            return atSetPoint + Math.max(0, winter - atSetPoint) * degrees / (setC - winterReferenceC);
        }
        return rated == null ? 0 : rated * (1 + drivelinePerC * degrees);
    }

    /// Electric power that keeps the cabin warm, kW; 0 where a whole winter figure already holds it.
    public double heatKw(double celsius) {
        if (wholeWinterFigure || celsius >= setC) {
            return 0;
        }
        double thermalKw = heaterKw * (setC - celsius) / (setC - HEATER_STATED_AT_C);
        return model.heatPump() ? thermalKw / heatPumpCop(celsius) : thermalKw;
    }

    /// Energy that warms a cold-soaked cabin at the start of a day, kWh.
    public double startKwh(double celsius) {
        return warmUpHours * heatKw(celsius);
    }

    /// Working consumption (blade, brushes, boom), kW; 0 for a plain road vehicle.
    public double workKw() {
        Double perHour = model.kwhPerHour();
        return perHour == null ? 0 : perHour;
    }

    /// Share of the rated range that is left at a steady mean speed, start of the day left out; at most 1.
    ///
    /// @throws IllegalArgumentException when the model states no consumption per kilometre
    public double rangeFactor(double speedKmh, double celsius) {
        Double rated = model.kwhPerKm();
        if (rated == null) {
            throw new IllegalArgumentException(
                    "Model %s has no consumption per km: it has no range.".formatted(model.id()));
        }
        return rated / (kwhPerKm(celsius) + heatKw(celsius) / speedKmh);
    }

    private double heatPumpCop(double celsius) {
        if (celsius >= -10) {
            return copM10 + (copP7 - copM10) * (Math.min(celsius, 7) + 10) / 17;
        }
        return copM20 + (copM10 - copM20) * (Math.max(celsius, -20) + 20) / 10;
    }
}
