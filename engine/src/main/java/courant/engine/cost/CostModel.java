package courant.engine.cost;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.CombustionReference;
import courant.engine.catalogue.ElectricModel;
import courant.engine.emission.EmissionFactors;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.Incentives;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Prices the ways to own a unit: today's vehicle, the combustion reference of its class, each electric model.
///
/// Prices are real (constant dollars of the facts' date) and drift from that date; tax counts only where it is not
/// refunded; electricity is priced at the margin, with the demand its charging adds to the winter peak.
public final class CostModel {
    private static final int OLDEST_AGE = 60;

    private final Facts facts;
    private final Catalogue catalogue;
    private final Incentives incentives;
    private final EmissionFactors emissions;
    private final int firstYear;
    private final int years;

    /// @param firstYear first budget year
    /// @param years length of the horizon, years
    public CostModel(Facts facts, Catalogue catalogue, Incentives incentives, int firstYear, int years) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.incentives = incentives;
        this.emissions = new EmissionFactors(facts);
        this.firstYear = firstYear;
        this.years = years;
    }

    /// The vehicle the unit is today. It was bought before the plan: only resale and running costs count.
    public Ownership today(UnitCase unitCase, ElectricityRate rate) {
        Unit unit = unitCase.unit();
        VehicleClass vehicleClass = unit.vehicleClass();
        CombustionReference reference = catalogue.reference(vehicleClass);
        Ownership.YearlyCost yearly = unit.isElectric()
                ? electricYear(drawnKwh(unitCase), 0, rate)
                : combustionYear(unitCase, unit.fuel() == Fuel.UNKNOWN ? reference.fuel() : unit.fuel());
        return new Ownership(
                "",
                "",
                unit.fuel() == Fuel.UNKNOWN ? reference.fuel() : unit.fuel(),
                lastAge(vehicleClass),
                fact(vehicleClass, "life_years"),
                resaleShare(),
                purchase(reference.priceCad(), 0, 0, y -> true, null),
                yearly,
                maintenance(unitCase, unit.isElectric()),
                0);
    }

    /// A new vehicle of the class's combustion reference.
    public Ownership combustion(UnitCase unitCase) {
        VehicleClass vehicleClass = unitCase.unit().vehicleClass();
        CombustionReference reference = catalogue.reference(vehicleClass);
        return new Ownership(
                "combustion-" + vehicleClass.id(),
                "",
                reference.fuel(),
                lastAge(vehicleClass),
                fact(vehicleClass, "life_years"),
                resaleShare(),
                purchase(reference.priceCad(), facts.value("plan.price_drift.combustion"), 0, y -> true, null),
                combustionYear(unitCase, reference.fuel()),
                maintenance(unitCase, false),
                0);
    }

    /// A new electric vehicle.
    public Ownership electric(UnitCase unitCase, UnitCase.Candidate candidate, ElectricityRate rate) {
        VehicleClass vehicleClass = unitCase.unit().vehicleClass();
        ElectricModel model = candidate.model();
        return new Ownership(
                model.id(),
                model.displayName(),
                Fuel.ELECTRIC,
                lastAge(vehicleClass),
                fact(vehicleClass, "life_years"),
                resaleShare(),
                purchase(
                        model.priceCad(),
                        facts.value("plan.price_drift.electric"),
                        fact(vehicleClass, "upfit_cad"),
                        y -> model.canBeOrderedIn(firstYear + y),
                        (price, year) -> new Grant(
                                incentives.confirmedCents(vehicleClass, model.gvwrClass(), price, year),
                                incentives.possibleCents(vehicleClass, model.gvwrClass(), price, year))),
                electricYear(
                        candidate.feasibility().gridKwhPerYear(),
                        candidate.feasibility().nightKw(),
                        rate),
                maintenance(unitCase, true),
                candidate.feasibility().nightKw());
    }

    /// Price of an electric model in a year of the plan, before tax, upfit and grants, cents.
    ///
    /// @param year budget year of the plan
    public long electricPriceCents(ElectricModel model, int year) {
        return Money.cents(drifted(model.priceCad(), facts.value("plan.price_drift.electric"), year));
    }

    private double drifted(double priceCad, double drift, int year) {
        return priceCad * Math.pow(1 + drift, Math.max(0, year - facts.asOf().getYear()));
    }

    /// Charger and installation for one unit of a class, before tax, cents.
    public long chargerPriceCents(VehicleClass vehicleClass) {
        return Money.cents(chargerCad(vehicleClass));
    }

    private double chargerCad(VehicleClass vehicleClass) {
        int kw = (int) fact(vehicleClass, "charger_kw");
        return facts.value("charger." + kw + ".equipment_cad") + facts.value("charger." + kw + ".installation_cad");
    }

    /// Charger and installation for one unit of a class, with the tax that is not refunded, cents.
    public long chargerCents(VehicleClass vehicleClass) {
        return Money.cents(chargerCad(vehicleClass) * taxFactor());
    }

    /// The site's electrical step for the power a unit adds: its share by kW of a service step, cents.
    ///
    /// The steps themselves are whole; until a depot's spare power is known, each kW carries its share of one.
    public long siteCents(double nightKw) {
        return Money.cents(
                nightKw * facts.value("site.service_step_cad") / facts.value("site.service_step_kw") * taxFactor());
    }

    /// 1 plus the share of GST and QST that a municipality does not get back.
    public double taxFactor() {
        return 1
                + facts.value("tax.gst") * (1 - facts.value("tax.gst.municipal_rebate"))
                + facts.value("tax.qst") * (1 - facts.value("tax.qst.municipal_rebate"));
    }

    private record Grant(long confirmedCents, long possibleCents) {}

    private interface GrantRule {
        Grant of(long priceCents, int year);
    }

    private Ownership.Purchase purchase(
            double priceCad, double drift, double upfitCad, IntPredicate orderable, @Nullable GrantRule grantRule) {
        long[] price = new long[years];
        long[] capex = new long[years];
        long[] confirmed = new long[years];
        long[] possible = new long[years];
        boolean[] available = new boolean[years];
        for (int y = 0; y < years; y++) {
            double drifted = drifted(priceCad, drift, firstYear + y);
            price[y] = Money.cents(drifted);
            capex[y] = Money.cents((drifted + upfitCad) * taxFactor());
            available[y] = orderable.test(y);
            if (grantRule != null) {
                Grant grant = grantRule.of(price[y], firstYear + y);
                confirmed[y] = grant.confirmedCents();
                possible[y] = grant.possibleCents();
            }
        }
        return new Ownership.Purchase(price, capex, confirmed, possible, available);
    }

    private Ownership.YearlyCost combustionYear(UnitCase unitCase, Fuel fuel) {
        double litres = litresPerYear(unitCase) * hybridShare(unitCase.unit(), fuel);
        return switch (fuel) {
            case GASOLINE, HYBRID, PLUG_IN_HYBRID -> burned(litres, "gasoline", fuel);
            case DIESEL -> burned(litres, "diesel", fuel);
            case PROPANE -> burned(litres, "propane", fuel);
            case NATURAL_GAS -> burned(litres, "natural_gas", fuel);
            case HUMAN -> new Ownership.YearlyCost(0, 0, 0);
            case ELECTRIC, UNKNOWN ->
                throw new IllegalArgumentException("""
                        The fuel of unit %s is asked for, but it is %s.
                        Maybe take the fuel of the class's combustion reference.""".formatted(unitCase.unit().id(), fuel.id()));
        };
    }

    private Ownership.YearlyCost burned(double litres, String table, Fuel fuel) {
        double price = facts.value("fuel." + table + ".default_net");
        return new Ownership.YearlyCost(Money.cents(litres * price), 0, litres * emissions.kgPerLitre(fuel) / 1000);
    }

    /// Litres a combustion vehicle burns in this unit's work, L: recorded ones, else the reference's consumption.
    private double litresPerYear(UnitCase unitCase) {
        Double recorded = unitCase.unit().usage().litresPerYear();
        CombustionReference reference = catalogue.reference(unitCase.unit().vehicleClass());
        double reckoned = unitCase.kmPerYear() * reference.litresPer100Km() / 100
                + unitCase.hoursPerYear() * reference.litresPerHour();
        return recorded != null && recorded > 0 && unitCase.usageMeasured() ? recorded : reckoned;
    }

    /// Recorded litres are the hybrid's own; reckoned ones are a plain vehicle's and shrink.
    private double hybridShare(Unit unit, Fuel fuel) {
        if (unit.usage().litresPerYear() != null) {
            return 1;
        }
        return switch (fuel) {
            case HYBRID -> facts.value("fuel.hybrid_share");
            case PLUG_IN_HYBRID -> facts.value("fuel.plug_in_hybrid_share");
            case GASOLINE, DIESEL, PROPANE, NATURAL_GAS, ELECTRIC, HUMAN, UNKNOWN -> 1;
        };
    }

    private Ownership.YearlyCost electricYear(double kwh, double nightKw, ElectricityRate rate) {
        double cad = kwh * rate.energyCadPerKwh() + nightKw * rate.demandCadPerKwYear();
        return new Ownership.YearlyCost(0, Money.cents(cad), kwh * emissions.kgPerKwh() / 1000);
    }

    /// What a vehicle that is electric already draws: as its best candidate would; without one that could be reckoned,
    /// the litres a combustion vehicle would burn, each worth a stated number of kWh.
    private double drawnKwh(UnitCase unitCase) {
        return unitCase.candidates().stream()
                .mapToDouble(c -> c.feasibility().gridKwhPerYear())
                .filter(kwh -> kwh > 0)
                .findFirst()
                .orElseGet(() -> litresPerYear(unitCase)
                        * facts.value("energy.kwh_per_litre_displaced")
                        * (1 + facts.value("charging.loss_share")));
    }

    private long[] maintenance(UnitCase unitCase, boolean electric) {
        VehicleClass vehicleClass = unitCase.unit().vehicleClass();
        String drive = electric ? "electric" : "combustion";
        double base = vehicleClass.worksByTheHour()
                ? unitCase.hoursPerYear() * fact(vehicleClass, "maintenance_" + drive + "_cad_per_hour")
                : unitCase.kmPerYear() * fact(vehicleClass, "maintenance_" + drive + "_cad_per_km");
        double growth = facts.value("plan.maintenance_age_growth");
        double midLife = fact(vehicleClass, "life_years") / 2;
        long[] cents = new long[OLDEST_AGE + 1];
        Arrays.setAll(cents, age -> Money.cents(base * Math.pow(1 + growth, age - midLife)));
        return cents;
    }

    private int lastAge(VehicleClass vehicleClass) {
        return (int) Math.floor(facts.value("plan.max_life_factor") * fact(vehicleClass, "life_years"));
    }

    private double resaleShare() {
        return facts.value("plan.resale_share");
    }

    private double fact(VehicleClass vehicleClass, String name) {
        return facts.value("class." + vehicleClass.id() + "." + name);
    }
}
