package courant.engine.cost;

import courant.engine.fleet.Fuel;

/// What it costs to own one vehicle for one unit's work, from purchase to resale. Money in integer cents, constant
/// dollars, not discounted; years are indices from the plan's first budget year, ages are whole years.
public final class Ownership {
    private final String modelId;
    private final String modelName;
    private final Fuel fuel;
    private final int lastAge;
    private final double resaleAtLife;
    private final double lifeYears;
    private final long[] priceCents;
    private final long[] capexCents;
    private final long[] grantCents;
    private final long[] possibleGrantCents;
    private final boolean[] orderable;
    private final YearlyCost yearly;
    private final long[] maintenanceCents;
    private final double nightKw;

    /// What a year of work costs, maintenance apart.
    ///
    /// @param fuelCents fuel, cents
    /// @param electricityCents electricity with the demand it adds, cents
    /// @param ghgT emissions, t CO2e
    public record YearlyCost(long fuelCents, long electricityCents, double ghgT) {}

    /// Prices by year of purchase.
    ///
    /// @param priceCents before tax, cents: what resale is reckoned on
    /// @param capexCents vehicle and upfit with the tax that is not refunded, cents
    /// @param grantCents confirmed grants, cents
    /// @param possibleGrantCents grants to confirm, cents
    /// @param orderable whether it can be ordered that year
    public record Purchase(
            long[] priceCents, long[] capexCents, long[] grantCents, long[] possibleGrantCents, boolean[] orderable) {}

    /// @param lastAge oldest age at which it may still be in service
    /// @param lifeYears planned life, years
    /// @param resaleAtLife share of the price it brings at the end of its planned life
    /// @param maintenanceCents by age, cents; length lastAge + 1 or more
    /// @param nightKw power its charging adds to the site, kW; 0 for combustion
    Ownership(
            String modelId,
            String modelName,
            Fuel fuel,
            int lastAge,
            double lifeYears,
            double resaleAtLife,
            Purchase purchase,
            YearlyCost yearly,
            long[] maintenanceCents,
            double nightKw) {
        this.modelId = modelId;
        this.modelName = modelName;
        this.fuel = fuel;
        this.lastAge = lastAge;
        this.lifeYears = lifeYears;
        this.resaleAtLife = resaleAtLife;
        this.priceCents = purchase.priceCents();
        this.capexCents = purchase.capexCents();
        this.grantCents = purchase.grantCents();
        this.possibleGrantCents = purchase.possibleGrantCents();
        this.orderable = purchase.orderable();
        this.yearly = yearly;
        this.maintenanceCents = maintenanceCents;
        this.nightKw = nightKw;
    }

    /// Catalogue id, or `combustion-<class>`, or empty for today's vehicle.
    public String modelId() {
        return modelId;
    }

    public String modelName() {
        return modelName;
    }

    public Fuel fuel() {
        return fuel;
    }

    public boolean isElectric() {
        return fuel == Fuel.ELECTRIC;
    }

    /// Oldest age at which it may still be in service, years.
    public int lastAge() {
        return lastAge;
    }

    /// Vehicle and upfit with the tax that is not refunded, bought in a year, cents.
    public long capexCents(int year) {
        return capexCents[year];
    }

    public long grantCents(int year) {
        return grantCents[year];
    }

    public long possibleGrantCents(int year) {
        return possibleGrantCents[year];
    }

    public boolean orderableIn(int year) {
        return orderable[year];
    }

    public YearlyCost yearly() {
        return yearly;
    }

    public long maintenanceCents(int age) {
        return maintenanceCents[Math.min(age, maintenanceCents.length - 1)];
    }

    /// Fuel, electricity and maintenance of a year at an age, cents.
    public long operatingCents(int age) {
        return yearly.fuelCents() + yearly.electricityCents() + maintenanceCents(age);
    }

    /// What it brings when sold at an age, bought in a year, cents: the price falls geometrically.
    public long resaleCents(int boughtYear, int age) {
        return Math.round(priceCents[boughtYear] * Math.pow(resaleAtLife, age / lifeYears));
    }

    public double nightKw() {
        return nightKw;
    }
}
