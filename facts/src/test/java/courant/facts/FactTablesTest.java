package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fact.Fact;
import courant.engine.fact.Facts;
import courant.engine.fact.Grade;
import courant.engine.fleet.TargetGroup;
import courant.engine.fleet.VehicleClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTablesTest {
    private static final List<String> GLOBAL = List.of(
            "plan.discount_rate plan.horizon_years plan.max_life_factor plan.overdue_years plan.resale_share",
            "plan.price_drift.electric plan.price_drift.combustion plan.maintenance_age_growth",
            "battery.reserve battery.ageing_per_year battery.ageing_floor",
            "charger.7.equipment_cad charger.7.installation_cad charger.19.equipment_cad charger.19.installation_cad",
            "charger.50.equipment_cad charger.50.installation_cad charger.150.equipment_cad",
            "charger.150.installation_cad charger.life_years",
            "site.spare_kw site.panel_step_kw site.panel_step_cad site.service_step_kw site.service_step_cad",
            "charging.loss_share charging.night_hours charging.noon_hours charging.preheat_share_of_heat",
            "tax.gst tax.qst tax.gst.municipal_rebate tax.qst.municipal_rebate",
            "fuel.gasoline.default_net fuel.diesel.default_net fuel.propane.default_net",
            "fuel.natural_gas.default_net ef.gasoline.co2e ef.diesel.hd.co2e ef.propane.co2e ef.natural_gas.co2e",
            "ef.grid.qc.direct hq.G.access hq.G.demand_over_50kW hq.G.energy1 hq.G.energy2 hq.M.demand hq.M.energy1",
            "hq.M.energy2 hq.G9.demand hq.G9.energy hq.BR.block1 hq.BR.block2 hq.BR.block3",
            "hq.min_billing_demand.G_M hq.min_billing_demand.G9 hq.M.eligibility_kw hq.G.limit_kw",
            "winter.curve.m30 winter.curve.m25 winter.curve.m20 winter.curve.m15 winter.curve.m10 winter.curve.0",
            "winter.curve.p10 winter.curve.p20 maint.light.ice maint.light.bev maint.medium.ice maint.heavy.bev",
            "carbon.spede.price carbon.spede.per_litre.gasoline pev2030.light_share_2030 proc.invitation_from",
            "uncertainty.fuel_price uncertainty.electric_price uncertainty.maintenance uncertainty.usage",
            "uncertainty.electricity_price uncertainty.resale energy.target_served_share energy.cabin_set_c",
            "energy.heat_pump_cop_p7 energy.heat_pump_cop_m10 energy.heat_pump_cop_m20 energy.driveline_cold_per_c");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2030-01-01"})
    void everyFactTheCodeAsksForIsInForce(String day) {
        Facts facts = FactTables.facts().asOf(LocalDate.parse(day));
        List<String> missing = new ArrayList<>();
        for (String id : asked()) {
            if (facts.find(id).isEmpty()) {
                missing.add(id);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void chargersOfClassesAreOnesWithAPrice() {
        Facts facts = FactTables.facts().asOf(LocalDate.of(2026, 11, 24));
        planned()
                .forEach(c -> assertTrue(
                        Set.of(1.0, 7.0, 19.0, 50.0, 150.0)
                                .contains(facts.value("class.%s.charger_kw".formatted(c.id()))),
                        c::id));
    }

    @Test
    void aPlanningDefaultHasNoSourceAndEveryOtherFactHasOne() {
        assertEquals(
                List.of(),
                FactTables.facts().all().stream()
                        .filter(f -> (f.grade() == Grade.BELIEF) != f.source().equals("none"))
                        .map(Fact::id)
                        .toList());
    }

    @Test
    void theDateChoosesBetweenTheRatesOf2025AndTheEstimateOf2026() {
        assertEquals(17.573, FactTables.facts().asOf(LocalDate.of(2026, 3, 31)).value("hq.M.demand"));
        Fact estimate = FactTables.facts().asOf(LocalDate.of(2026, 4, 1)).fact("hq.M.demand");
        assertEquals(18.206, estimate.value());
        assertEquals(Grade.LOW, estimate.grade());
    }

    @Test
    void aMunicipalFactReplacesOurs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("faits.csv");
        Files.writeString(
                file,
                FactTables.FACT_HEADER + "\nfuel.diesel.default_net,1.42,CAD/L,,,contrat 2026,2026-05,municipal,\n");
        Facts facts = FactTables.facts().with(FactTables.read(file)).asOf(LocalDate.of(2026, 11, 24));
        assertEquals(1.42, facts.value("fuel.diesel.default_net"));
    }

    @Test
    void anUnreadableNumberIsRefusedWithItsCell(@TempDir Path folder) throws IOException {
        TableProblem problem = refused(folder, FactTables.FACT_HEADER + "\na.b,\"1,42\",CAD/L,,,x,,municipal,\n");
        assertEquals("faits.csv", problem.file());
        assertEquals(2, problem.line());
        assertEquals("value", problem.column());
        assertEquals("1,42", problem.found());
    }

    @Test
    void anUnknownGradeIsRefused(@TempDir Path folder) throws IOException {
        TableProblem problem = refused(folder, FactTables.FACT_HEADER + "\na.b,1,CAD/L,,,x,,sure,\n");
        assertEquals("confidence", problem.column());
        assertTrue(problem.expected().contains("belief"));
    }

    @Test
    void overlappingPeriodsOfOneFactAreRefused(@TempDir Path folder) throws IOException {
        TableProblem problem = refused(
                folder,
                FactTables.FACT_HEADER + "\na.b,1,CAD/L,2025-01-01,,x,,high,\na.b,2,CAD/L,2026-01-01,,x,,high,\n");
        assertEquals(3, problem.line());
        assertEquals("id", problem.column());
    }

    @Test
    void aSourcelessFactOfHighGradeIsRefused(@TempDir Path folder) throws IOException {
        assertEquals(
                2,
                refused(folder, FactTables.FACT_HEADER + "\na.b,1,CAD/L,,,none,,high,\n")
                        .line());
    }

    @Test
    void anEmptyFileIsRefused(@TempDir Path folder) throws IOException {
        assertEquals(0, refused(folder, "").line());
    }

    @Test
    void anotherHeaderIsRefused(@TempDir Path folder) throws IOException {
        assertEquals(1, refused(folder, "id;value\na;1\n").line());
    }

    @Test
    void aTruncatedLineIsRefused(@TempDir Path folder) throws IOException {
        assertEquals(
                3,
                refused(folder, FactTables.FACT_HEADER + "\na.b,1,u,,,x,,high,\na.c,2,CA")
                        .line());
    }

    private static TableProblem refused(Path folder, String text) throws IOException {
        Path file = folder.resolve("faits.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return assertThrows(TableException.class, () -> FactTables.read(file)).problem();
    }

    private static List<VehicleClass> planned() {
        return Arrays.stream(VehicleClass.values())
                .filter(VehicleClass::isPlanned)
                .toList();
    }

    private static List<String> asked() {
        List<String> ids = new ArrayList<>();
        GLOBAL.forEach(line -> ids.addAll(Arrays.asList(line.split(" ", -1))));
        for (VehicleClass c : planned()) {
            String prefix = "class.%s.".formatted(c.id());
            String names =
                    "life_years working_days season_first_month season_last_month heater_kw upfit_cad charger_kw";
            names += c.worksByTheHour()
                    ? " life_hours hours_per_day_median hours_per_day_p95 low_use_hours"
                            + " maintenance_combustion_cad_per_hour maintenance_electric_cad_per_hour"
                    : " km_per_day_median km_per_day_p95 mean_speed_kmh low_use_km"
                            + " maintenance_combustion_cad_per_km maintenance_electric_cad_per_km";
            if (c.group() != TargetGroup.OFFROAD && c != VehicleClass.FIRE_APPARATUS) {
                names += " life_km";
            }
            if (c == VehicleClass.PLOW_TRUCK) {
                names += " storm_hours_median storm_hours_p95";
            }
            Arrays.stream(names.split(" ", -1)).forEach(name -> ids.add(prefix + name));
        }
        return ids;
    }
}
