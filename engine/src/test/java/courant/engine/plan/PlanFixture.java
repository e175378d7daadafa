package courant.engine.plan;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.CombustionReference;
import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.Municipality;
import courant.engine.cost.CostModel;
import courant.engine.cost.UnitCase;
import courant.engine.energy.Evidence;
import courant.engine.energy.Feasibility;
import courant.engine.energy.Verdict;
import courant.engine.fact.Fact;
import courant.engine.fact.FactSet;
import courant.engine.fact.Facts;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fleet;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.Incentives;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Round figures a person can reckon with: a car costs 40,000 $, an electric one 50,000 $, fuel 1 $/L, no tax, no
/// drift.
final class PlanFixture {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    static final int FIRST_YEAR = 2027;
    static final Municipality TOWN = new Municipality("00001", "Exemple", "fictive", "", "", null, null, null);

    private PlanFixture() {}

    static Facts facts(Map<String, Double> overrides) {
        List<Fact> facts = new ArrayList<>();
        Map<String, Double> base = new java.util.HashMap<>(Map.ofEntries(
                Map.entry("plan.discount_rate", 0.0),
                Map.entry("plan.max_life_factor", 1.5),
                Map.entry("plan.overdue_years", 3.0),
                Map.entry("plan.resale_share", 0.15),
                Map.entry("plan.price_drift.electric", 0.0),
                Map.entry("plan.price_drift.combustion", 0.0),
                Map.entry("plan.maintenance_age_growth", 0.0),
                Map.entry("tax.gst", 0.0),
                Map.entry("tax.qst", 0.0),
                Map.entry("tax.gst.municipal_rebate", 1.0),
                Map.entry("tax.qst.municipal_rebate", 0.5),
                Map.entry("site.service_step_cad", 0.0),
                Map.entry("site.service_step_kw", 200.0),
                Map.entry("charger.7.equipment_cad", 3000.0),
                Map.entry("charger.7.installation_cad", 5000.0),
                Map.entry("fuel.gasoline.default_net", 1.0),
                Map.entry("ef.gasoline.co2e", 2.0),
                Map.entry("ef.grid.qc.direct", 0.0),
                Map.entry("energy.kwh_per_litre_displaced", 3.0),
                Map.entry("charging.loss_share", 0.0),
                Map.entry("hq.M.eligibility_kw", 50.0),
                Map.entry("hq.G.energy1", 0.10),
                Map.entry("class.car.life_years", 10.0),
                Map.entry("class.car.upfit_cad", 0.0),
                Map.entry("class.car.charger_kw", 7.0),
                Map.entry("class.car.maintenance_combustion_cad_per_km", 0.10),
                Map.entry("class.car.maintenance_electric_cad_per_km", 0.05),
                Map.entry("class.car.low_use_km", 2000.0),
                Map.entry("class.car.working_days", 250.0),
                Map.entry("class.car.km_per_day_median", 40.0),
                Map.entry("uncertainty.fuel_price", 0.2),
                Map.entry("uncertainty.electric_price", 0.1),
                Map.entry("uncertainty.maintenance", 0.2),
                Map.entry("uncertainty.usage", 0.15),
                Map.entry("uncertainty.electricity_price", 0.1),
                Map.entry("uncertainty.resale", 0.33)));
        base.putAll(overrides);
        base.forEach((id, value) -> facts.add(new Fact(id, value, "1", null, null, "none", "", Grade.BELIEF, "")));
        return new FactSet(facts).asOf(AS_OF);
    }

    static Catalogue catalogue() {
        List<CombustionReference> references = Arrays.stream(VehicleClass.values())
                .filter(VehicleClass::isPlanned)
                .map(c -> new CombustionReference(c, Fuel.GASOLINE, 10, 0, 40_000, "none", "", Grade.BELIEF))
                .toList();
        return new Catalogue(List.of(), references);
    }

    static ElectricModel model(String id, double priceCad) {
        return new ElectricModel(
                id,
                "Marque",
                id,
                Set.of(VehicleClass.CAR),
                2026,
                60,
                0.2,
                null,
                null,
                null,
                true,
                7,
                50,
                null,
                1,
                priceCad,
                2026,
                null,
                "none",
                "",
                Grade.BELIEF,
                Grade.BELIEF,
                "");
    }

    static UnitCase.Candidate candidate(String id, double priceCad, double gridKwh) {
        return new UnitCase.Candidate(
                model(id, priceCad),
                new Feasibility(
                        id,
                        Verdict.WORKS,
                        Evidence.ESTIMATED,
                        1,
                        1,
                        1,
                        1,
                        40,
                        20,
                        gridKwh,
                        gridKwh,
                        1,
                        Feasibility.Limit.NONE));
    }

    static Unit car(String id, int modelYear, Fuel fuel, @Nullable Double km) {
        return new Unit(
                id,
                VehicleClass.CAR,
                "",
                "",
                modelYear,
                "",
                "",
                fuel,
                new Usage(km, null, null, null),
                null,
                null,
                1,
                1,
                null);
    }

    static PlanRequest request(List<UnitCase> cases, int years, Map<Integer, Long> budgets, List<Target> targets) {
        return new PlanRequest(
                TOWN,
                new Fleet(cases.stream().map(UnitCase::unit).toList()),
                AS_OF,
                FIRST_YEAR,
                years,
                budgets,
                targets);
    }

    static PlanInputs inputs(
            List<UnitCase> cases, int years, Map<Integer, Long> budgets, List<Target> targets, Facts facts) {
        return new PlanInputs(
                request(cases, years, budgets, targets),
                cases,
                facts,
                new CostModel(facts, catalogue(), new Incentives(List.of()), FIRST_YEAR, years),
                -25,
                0);
    }
}
