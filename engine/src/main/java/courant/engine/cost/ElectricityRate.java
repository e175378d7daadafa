package courant.engine.cost;

import courant.engine.fact.Facts;

/// What one more kWh and one more kW cost at a site over a year.
///
/// @param name rate of the distributor, `G` or `M`
/// @param energyCadPerKwh first-tier energy, CAD/kWh
/// @param demandCadPerKwYear a kW of winter peak, billed over twelve months with the winter floor, CAD/kW
public record ElectricityRate(String name, double energyCadPerKwh, double demandCadPerKwYear) {
    private static final int WINTER_MONTHS = 4;
    private static final int OTHER_MONTHS = 8;

    /// The rate of a site whose charging may reach a peak of `peakKw`: G below the power at which M begins, else M.
    ///
    /// A kW added to the winter peak is billed whole in the four winter months and at the floor share in
    /// the others.
    public static ElectricityRate ofSite(double peakKw, Facts facts) {
        if (peakKw < facts.value("hq.M.eligibility_kw")) {
            return new ElectricityRate("G", facts.value("hq.G.energy1"), 0);
        }
        double billedMonths = WINTER_MONTHS + OTHER_MONTHS * facts.value("hq.min_billing_demand.G_M");
        return new ElectricityRate("M", facts.value("hq.M.energy1"), facts.value("hq.M.demand") * billedMonths);
    }
}
