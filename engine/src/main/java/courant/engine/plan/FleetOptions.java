package courant.engine.plan;

import courant.engine.cost.CostModel;
import courant.engine.cost.DepotRates;
import courant.engine.cost.ElectricityRate;
import courant.engine.cost.Ownership;
import courant.engine.cost.UnitCase;
import courant.engine.fact.Facts;
import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What may be done with every unit of a fleet, by the rules of the model: lives, low use, sharing, availability, and
/// only electric models that work through the winter.
final class FleetOptions {
    /// Electric models kept per unit: beyond the best few, one more never changed an optimum in our trials.
    private static final int CANDIDATES = 3;

    private final PlanRequest request;
    private final Facts facts;
    private final CostModel costs;

    FleetOptions(PlanRequest request, Facts facts, CostModel costs) {
        this.request = request;
        this.facts = facts;
        this.costs = costs;
    }

    List<UnitOptions> of(List<UnitCase> cases) {
        DepotRates rates = DepotRates.of(cases, facts);
        Map<String, String> partners = partners(cases);
        return cases.stream()
                .map(c -> of(c, rates.at(c), partners.get(c.unit().id())))
                .toList();
    }

    private UnitOptions of(UnitCase unitCase, ElectricityRate rate, @Nullable String partner) {
        Unit unit = unitCase.unit();
        VehicleClass vehicleClass = unit.vehicleClass();
        Ownership today = costs.today(unitCase, rate);
        List<Ownership> replacements = replacements(unitCase, rate);
        int age = age(unit);
        int lastAge = today.lastAge();
        int deadline = age > lastAge ? (int) facts.value("plan.overdue_years") - 1 : lastAge - age;
        long[] site = replacements.stream()
                .mapToLong(r -> r.isElectric() ? costs.siteCents(r.nightKw()) : 0)
                .toArray();
        return new UnitOptions(
                unitCase,
                today,
                replacements,
                age,
                deadline,
                // Two replacements must be able to fill the horizon, however short the life.
                Math.max(lastAge, (request.years() - 1) / 2),
                unit.isElectric() ? 0 : costs.chargerCents(vehicleClass),
                site,
                isLowUse(unitCase),
                partner);
    }

    /// An electric unit is never replaced by a combustion one while an electric model does its work.
    private List<Ownership> replacements(UnitCase unitCase, ElectricityRate rate) {
        List<Ownership> electric = electricReplacements(unitCase, rate);
        List<Ownership> all = new ArrayList<>();
        if (!unitCase.unit().isElectric() || electric.isEmpty()) {
            all.add(costs.combustion(unitCase));
        }
        all.addAll(electric);
        return all;
    }

    private List<Ownership> electricReplacements(UnitCase unitCase, ElectricityRate rate) {
        List<Ownership> working = unitCase.candidates().stream()
                .filter(c -> c.feasibility().verdict().allowsElectric())
                .map(c -> costs.electric(unitCase, c, rate))
                .filter(this::canEverBeOrdered)
                .sorted(Comparator.comparingLong(this::lifetimeCents).thenComparing(Ownership::modelId))
                .toList();
        List<Ownership> kept = new ArrayList<>();
        for (Ownership candidate : working) {
            boolean dominated = kept.stream().anyMatch(k -> dominates(k, candidate));
            if (!dominated && kept.size() < CANDIDATES) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean canEverBeOrdered(Ownership ownership) {
        for (int y = 0; y < request.years(); y++) {
            if (ownership.orderableIn(y)) {
                return true;
            }
        }
        return false;
    }

    private long lifetimeCents(Ownership ownership) {
        int life = Math.min(ownership.lastAge(), request.years());
        long cents = ownership.capexCents(0) - ownership.grantCents(0) - ownership.resaleCents(0, life);
        for (int age = 0; age < life; age++) {
            cents += ownership.operatingCents(age);
        }
        return cents;
    }

    private boolean dominates(Ownership one, Ownership other) {
        for (int y = 0; y < request.years(); y++) {
            if (other.orderableIn(y) && (!one.orderableIn(y) || one.capexCents(y) > other.capexCents(y))) {
                return false;
            }
        }
        return one.operatingCents(0) <= other.operatingCents(0) && one.nightKw() <= other.nightKw();
    }

    /// Age at the first budget year; half the class's life when the sheet does not say.
    int age(Unit unit) {
        Integer birth = unit.birthYear();
        double life = facts.value("class." + unit.vehicleClass().id() + ".life_years");
        return birth == null ? (int) Math.round(life / 2) : Math.max(0, request.firstYear() - birth);
    }

    private boolean isLowUse(UnitCase unitCase) {
        VehicleClass vehicleClass = unitCase.unit().vehicleClass();
        if (vehicleClass.keepsReserve()) {
            return false;
        }
        if (Boolean.TRUE.equals(unitCase.unit().lowUse())) {
            return true;
        }
        String name = "class." + vehicleClass.id() + (vehicleClass.worksByTheHour() ? ".low_use_hours" : ".low_use_km");
        double work = vehicleClass.worksByTheHour() ? unitCase.hoursPerYear() : unitCase.kmPerYear();
        return unitCase.usageMeasured()
                && facts.find(name).map(f -> work < f.value()).orElse(false);
    }

    /// Pairs units of one class at one depot whose recorded work together stays within one vehicle's longest days; the
    /// less used may be shared away, its partner stays whatever happens to it.
    private Map<String, String> partners(List<UnitCase> cases) {
        Map<String, String> partners = new HashMap<>();
        cases.stream()
                .filter(c -> !c.unit().depot().isEmpty() && c.usageMeasured())
                .filter(c -> !c.unit().vehicleClass().keepsReserve() && !isLowUse(c))
                .collect(Collectors.groupingBy(
                        c -> c.unit().vehicleClass() + "|" + c.unit().depot()))
                .values()
                .forEach(group -> pair(group, partners));
        return partners;
    }

    private void pair(List<UnitCase> group, Map<String, String> partners) {
        List<UnitCase> byWork = group.stream()
                .sorted(Comparator.comparingDouble(FleetOptions::work)
                        .thenComparing(c -> c.unit().id()))
                .toList();
        for (int i = 0; i + 1 < byWork.size(); i += 2) {
            UnitCase less = byWork.get(i);
            UnitCase more = byWork.get(i + 1);
            if (work(less) + work(more) > capacity(less.unit().vehicleClass())) {
                return;
            }
            partners.put(less.unit().id(), more.unit().id());
        }
    }

    private static double work(UnitCase unitCase) {
        return unitCase.unit().vehicleClass().worksByTheHour() ? unitCase.hoursPerYear() : unitCase.kmPerYear();
    }

    /// Work one vehicle of a class can take in a year: its working days at the class's median day.
    private double capacity(VehicleClass vehicleClass) {
        String prefix = "class." + vehicleClass.id() + ".";
        String day = vehicleClass.worksByTheHour() ? "hours_per_day_median" : "km_per_day_median";
        return facts.value(prefix + "working_days") * facts.value(prefix + day);
    }
}
