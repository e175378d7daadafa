package courant.engine.energy;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.CombustionReference;
import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.WeatherYear;
import courant.engine.fact.Fact;
import courant.engine.fact.FactSet;
import courant.engine.fact.Facts;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Facts, models and weather of round numbers for tests; no value here is a claim about the world.
public final class TestFacts {
    public static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    private static final String TABLE = """
            duty.uncertainty.recorded 0.05
            duty.uncertainty.litres 0.15
            duty.uncertainty.odometer 0.20
            duty.uncertainty.default 0.40
            duty.max_km_per_year 150000
            duty.max_hours_per_year 6000
            duty.odometer_max_age_years 20
            duty.max_speed_ratio 3
            duty.max_consumption_ratio 5
            energy.target_served_share 0.95
            energy.cabin_set_c 20
            energy.driveline_cold_per_c 0.003
            energy.winter_reference_c -10
            energy.measured_above_c -5
            energy.warm_up_hours 0.2
            energy.heat_pump_cop_p7 2.5
            energy.heat_pump_cop_m10 1.5
            energy.heat_pump_cop_m20 1
            battery.reserve 0.2
            battery.extra_reserve_share 0.2
            battery.ageing_per_year 0.02
            battery.ageing_floor 0.7
            charging.loss_share 0.1
            charging.night_hours 12
            charging.noon_hours 1
            charging.preheat_share_of_heat 0
            charging.preheat_share_max 0.3
            charging.ac_max_kw 19.2
            ef.gasoline.co2e 2.317
            ef.diesel.hd.co2e 2.724
            ef.propane.co2e 1.53
            ef.natural_gas.co2e 1.94
            ef.grid.qc.direct 1.3
            """;

    private TestFacts() {}

    /// All the facts the energy package asks for, for a few classes.
    public static Facts facts() {
        List<Fact> facts = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.split(" ", -1);
            facts.add(fact(cells[0], Double.parseDouble(cells[1])));
        });
        road(facts, VehicleClass.CAR, 45, 110, 230, 1, 12, 35, 5, 7, 5000, 10);
        road(facts, VehicleClass.POLICE_PATROL, 180, 320, 350, 1, 12, 30, 5, 19, 15000, 5);
        road(facts, VehicleClass.TRUCK_HEAVY, 90, 180, 180, 1, 12, 32, 8, 50, 4000, 14);
        road(facts, VehicleClass.STREET_SWEEPER, 45, 80, 130, 4, 11, 10, 6, 50, 1500, 10);
        road(facts, VehicleClass.PLOW_TRUCK, 120, 280, 60, 12, 3, 20, 8, 150, 2000, 14);
        facts.add(fact("class.plow-truck.storm_hours_median", 8));
        facts.add(fact("class.plow-truck.storm_hours_p95", 16));
        String tractor = "class.sidewalk-tractor.";
        facts.add(fact(tractor + "hours_per_day_median", 6));
        facts.add(fact(tractor + "hours_per_day_p95", 14));
        facts.add(fact(tractor + "working_days", 70));
        facts.add(fact(tractor + "season_first_month", 12));
        facts.add(fact(tractor + "season_last_month", 3));
        facts.add(fact(tractor + "heater_kw", 4));
        facts.add(fact(tractor + "charger_kw", 19));
        facts.add(fact(tractor + "low_use_hours", 100));
        facts.add(fact(tractor + "life_years", 12));
        return new FactSet(facts).asOf(AS_OF);
    }

    private static void road(
            List<Fact> facts,
            VehicleClass vehicleClass,
            double median,
            double p95,
            double days,
            double first,
            double last,
            double speed,
            double heaterKw,
            double chargerKw,
            double lowUseKm,
            double lifeYears) {
        String prefix = "class." + vehicleClass.id() + ".";
        facts.add(fact(prefix + "km_per_day_median", median));
        facts.add(fact(prefix + "km_per_day_p95", p95));
        facts.add(fact(prefix + "working_days", days));
        facts.add(fact(prefix + "season_first_month", first));
        facts.add(fact(prefix + "season_last_month", last));
        facts.add(fact(prefix + "mean_speed_kmh", speed));
        facts.add(fact(prefix + "heater_kw", heaterKw));
        facts.add(fact(prefix + "charger_kw", chargerKw));
        facts.add(fact(prefix + "low_use_km", lowUseKm));
        facts.add(fact(prefix + "life_years", lifeYears));
    }

    private static Fact fact(String id, double value) {
        return new Fact(id, value, "test", null, null, "none", "", Grade.BELIEF, "");
    }

    /// References of 10 L/100 km, and 5 L/h for machines and ploughs.
    public static Catalogue catalogue() {
        List<CombustionReference> references = Arrays.stream(VehicleClass.values())
                .filter(VehicleClass::isPlanned)
                .map(c -> new CombustionReference(
                        c,
                        c.group().isRoad() ? Fuel.GASOLINE : Fuel.DIESEL,
                        c.worksByTheHour() ? 0 : 10,
                        c.worksByTheHour() || c == VehicleClass.PLOW_TRUCK ? 5 : 0,
                        50_000,
                        "none",
                        "",
                        Grade.BELIEF))
                .toList();
        return new Catalogue(List.of(), references);
    }

    /// A light car of 0.18 kWh/km.
    public static ElectricModel car(double usableKwh, boolean heatPump) {
        return model("test-car", VehicleClass.CAR, usableKwh, 0.18, null, null, null, heatPump, Grade.HIGH);
    }

    public static ElectricModel model(
            String id,
            VehicleClass vehicleClass,
            double usableKwh,
            @Nullable Double kwhPerKm,
            @Nullable Double kwhPerHour,
            @Nullable Double winterKwhPerKm,
            @Nullable Grade winterGrade,
            boolean heatPump,
            Grade grade) {
        return new ElectricModel(
                id,
                "Test",
                id,
                Set.of(vehicleClass),
                2026,
                usableKwh,
                kwhPerKm,
                kwhPerHour,
                winterKwhPerKm,
                winterGrade,
                heatPump,
                11,
                100,
                null,
                null,
                60_000,
                2026,
                null,
                "none",
                "",
                grade,
                Grade.BELIEF,
                "");
    }

    public static Unit unit(VehicleClass vehicleClass, Usage usage) {
        return unit(vehicleClass, usage, 2020, Fuel.GASOLINE, null);
    }

    public static Unit unit(
            VehicleClass vehicleClass, Usage usage, @Nullable Integer modelYear, Fuel fuel, @Nullable Boolean lowUse) {
        return new Unit("U1", vehicleClass, "", "", modelYear, "", "", fuel, usage, null, null, 2, 1, lowUse);
    }

    public static Duty duty(VehicleClass vehicleClass, double kmPerYear) {
        return Duties.of(unit(vehicleClass, new Usage(kmPerYear, null, null, null)), catalogue(), facts());
    }

    /// Every day at one temperature.
    public static WeatherYear steady(double celsius) {
        double[] days = new double[WeatherYear.DAYS];
        Arrays.fill(days, celsius);
        return new WeatherYear("Test", days, days, "test", Grade.BELIEF);
    }

    /// A cosine year: coldest in mid January, warmest in mid July.
    public static WeatherYear seasonal(double meanC, double amplitudeC) {
        double[] days = new double[WeatherYear.DAYS];
        for (int day = 0; day < days.length; day++) {
            days[day] = meanC - amplitudeC * Math.cos(2 * Math.PI * (day - 15) / WeatherYear.DAYS);
        }
        return new WeatherYear("Test", days, days, "test", Grade.BELIEF);
    }
}
