package courant.reports;

import courant.engine.climate.Municipality;
import courant.engine.energy.Evidence;
import courant.engine.energy.Feasibility;
import courant.engine.energy.Verdict;
import courant.engine.fact.Fact;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fleet;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.Action;
import courant.engine.plan.ActionKind;
import courant.engine.plan.Certificate;
import courant.engine.plan.PlanRequest;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Reason;
import courant.engine.plan.Sensitivity;
import courant.engine.plan.Target;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Believable plans of an invented municipality; the figures are made up and consistent only where a test needs it.
final class ExamplePlan {
    static final int FIRST = 2027;
    static final int YEARS = 15;
    private static final VehicleClass[] CLASSES = {
        VehicleClass.CAR, VehicleClass.SUV_SMALL, VehicleClass.PICKUP_HALF_TON, VehicleClass.VAN_LARGE,
        VehicleClass.PICKUP_HEAVY, VehicleClass.TRUCK_MEDIUM, VehicleClass.PLOW_TRUCK, VehicleClass.LOADER
    };

    private ExamplePlan() {}

    static PlanResult of(int units) {
        return of(units, 41_200_000L, 28_000_000L, 52_000_000L, true, "");
    }

    static PlanResult of(int count, long saving, long low, long high, boolean budget, String suffix) {
        List<Unit> fleet = new ArrayList<>();
        List<UnitPlan> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Unit unit = unit(i, suffix);
            fleet.add(unit);
            plans.add(plan(unit, i));
        }
        if (count > 0) {
            fleet.add(new Unit(
                    "R-1",
                    VehicleClass.TRAILER,
                    "",
                    "",
                    null,
                    "",
                    "",
                    Fuel.UNKNOWN,
                    Usage.NOT_RECORDED,
                    null,
                    null,
                    count + 2,
                    1,
                    null));
        }
        Map<Integer, Long> budgets = budget
                ? Map.of(
                        FIRST,
                        60_000_000L * Math.max(1, count / 32),
                        FIRST + 1,
                        60_000_000L * Math.max(1, count / 32),
                        FIRST + 2,
                        55_000_000L * Math.max(1, count / 32))
                : Map.of();
        PlanRequest request = new PlanRequest(
                new Municipality(
                        "00000",
                        "Sainte-Exemple-du-Lac (municipalité fictive)",
                        "Municipalité",
                        "Estrie (05)",
                        "",
                        4200,
                        45.4,
                        -71.9),
                new Fleet(fleet),
                LocalDate.of(2026, 3, 3),
                FIRST,
                YEARS,
                budgets,
                List.of(new Target("light", 1, 2030)));
        List<YearLine> years = new ArrayList<>();
        for (int y = FIRST; y < FIRST + YEARS; y++) {
            int year = y;
            List<Action> actions = plans.stream()
                    .flatMap(p -> p.actions().stream())
                    .filter(a -> a.year() == year)
                    .toList();
            int electric =
                    (int) plans.stream().filter(p -> p.electricAtEndOf(year)).count();
            years.add(new YearLine(
                    y,
                    budgets.get(y),
                    actions.stream().mapToLong(Action::capexCents).sum(),
                    actions.stream().mapToLong(Action::grantCents).sum(),
                    500_000L * actions.size(),
                    300_000L * (count - electric),
                    80_000L * electric,
                    150_000L * count,
                    4_000_000L * (count / 10),
                    470_000L * count,
                    5.5 * (count - electric),
                    5.5 * count,
                    electric,
                    count,
                    (int) actions.stream().filter(Action::electric).count(),
                    (int) actions.stream()
                            .filter(a -> a.kind() == ActionKind.REPLACE && !a.electric())
                            .count()));
        }
        return new PlanResult(
                request,
                plans,
                years,
                new Certificate(512_345_678L, 510_808_641L, 512_345_678L, List.of()),
                512_345_678L + saving,
                saving,
                low,
                high,
                1234.56,
                0.61,
                List.of(
                        new Sensitivity("combined", -1, 1, low, high),
                        new Sensitivity("fuel_price", -0.2, 0.2, saving - 9_000_000, saving + 9_000_000),
                        new Sensitivity("electric_price", -0.1, 0.1, saving + 7_000_000, saving - 7_000_000),
                        new Sensitivity("resale", -0.33, 0.33, saving - 1_000_000, saving + 1_000_000)),
                facts(),
                List.of(
                        Reason.of("assume.usage-default", 7),
                        Reason.of("assume.tariff", "M"),
                        Reason.of("assume.spare-site-power", 50.0),
                        Reason.of("assume.reference")),
                1.25);
    }

    private static Unit unit(int i, String suffix) {
        VehicleClass vehicleClass = CLASSES[i % CLASSES.length];
        return new Unit(
                "%03d-%02d".formatted(100 + i, i % 90) + suffix,
                vehicleClass,
                i % 5 == 0 ? "Chevrolet" : "Ford",
                i % 5 == 0 ? "Silverado" : "F-150",
                2010 + i % 13,
                "Travaux publics",
                i % 3 == 0 ? "Garage" : "Hôtel de ville",
                Fuel.GASOLINE,
                new Usage(12_000.0, null, null, null),
                null,
                null,
                i + 2,
                0.9,
                null);
    }

    private static UnitPlan plan(Unit unit, int i) {
        Verdict verdict = switch (i % 8) {
            case 4 -> Verdict.WORKS_NOON_CHARGE;
            case 5 -> Verdict.FAILS;
            case 6 -> Verdict.UNKNOWN;
            case 7 -> Verdict.NO_CANDIDATE;
            default -> Verdict.WORKS;
        };
        Feasibility feasibility = new Feasibility(
                "",
                verdict,
                i % 8 == 0 ? Evidence.MEASURED : Evidence.ESTIMATED,
                1,
                0.99,
                1,
                0.98,
                60,
                40,
                3000,
                3300,
                3.4,
                Feasibility.Limit.NONE);
        int year = FIRST + (i / 8) % 4;
        Action action = switch (i % 8) {
            case 0, 1, 2, 3 ->
                new Action(
                        ActionKind.REPLACE,
                        year,
                        "chevrolet-equinox-ev",
                        "Chevrolet Equinox EV",
                        Fuel.ELECTRIC,
                        6_123_456L,
                        800_000,
                        0,
                        i % 3 == 0 ? 200_000L : 0,
                        500_000,
                        i % 2 == 0
                                ? Reason.of("replace.electric.cheaper", 12_345.6)
                                : Reason.of("replace.electric.target", "light", 2030));
            case 5 ->
                new Action(
                        ActionKind.REPLACE,
                        year,
                        "combustion-truck-medium",
                        "Camion moyen au diesel",
                        Fuel.DIESEL,
                        13_500_000L,
                        0,
                        0,
                        0,
                        0,
                        Reason.of("replace.combustion.fails", 81.6, -28.0));
            case 6 ->
                new Action(
                        ActionKind.REPLACE,
                        FIRST + 8,
                        "combustion-plow-truck",
                        "Camion de déneigement au diesel",
                        Fuel.DIESEL,
                        36_000_000L,
                        0,
                        0,
                        0,
                        0,
                        Reason.of("replace.combustion.unknown"));
            case 7 -> keep(unit, Reason.of("keep.no-candidate"));
            default -> keep(unit, Reason.of("keep.economic"));
        };
        return new UnitPlan(unit, 12_000, 0, i % 2 == 0, feasibility, List.of(action), 15_000_000, 1_000_000, 30.2);
    }

    private static Action keep(Unit unit, Reason reason) {
        return new Action(ActionKind.KEEP, FIRST, "", "", unit.fuel(), 0, 0, 0, 0, 0, reason);
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "hq.M.demand",
                17.573,
                "CAD/kW",
                LocalDate.of(2025, 4, 1),
                null,
                "Grille tarifaire citée",
                "2025-04",
                Grade.MEDIUM,
                ""));
        facts.add(new Fact("plan.discount_rate", 0.04, "fraction", null, null, "none", "", Grade.BELIEF, ""));
        for (VehicleClass c : CLASSES) {
            facts.add(
                    new Fact("class." + c.id() + ".life_years", 9, "years", null, null, "none", "", Grade.BELIEF, ""));
        }
        return facts;
    }
}
