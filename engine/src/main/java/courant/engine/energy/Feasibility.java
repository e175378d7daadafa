package courant.engine.energy;

import java.util.Collection;
import java.util.Comparator;

/// Whether one electric model can do one unit's work over a year of weather, and what it would use.
///
/// @param modelId model of the catalogue; empty when there is no candidate
/// @param verdict the answer
/// @param evidence what it rests on
/// @param servedShare share of the year's working days served by overnight charging alone, 0 to 1
/// @param servedWinterShare the same over the working days of December to March
/// @param servedWinterNoonShare the same with one noon charge
/// @param worstWeekShare the lowest share over any seven days of the year
/// @param availableKwh battery energy a day may use: usable × ageing × (1 − reserve), kWh
/// @param winterDayKwh 95th percentile of a winter working day's energy, kWh
/// @param kwhPerYear battery energy over the year, kWh
/// @param gridKwhPerYear energy drawn from the meter over the year, charging losses included, kWh
/// @param nightKw mean power that refills a 95th percentile winter day within the charging night, kW
/// @param limit what limits it
public record Feasibility(
        String modelId,
        Verdict verdict,
        Evidence evidence,
        double servedShare,
        double servedWinterShare,
        double servedWinterNoonShare,
        double worstWeekShare,
        double availableKwh,
        double winterDayKwh,
        double kwhPerYear,
        double gridKwhPerYear,
        double nightKw,
        Limit limit) {
    private static final Comparator<Feasibility> BEST_FIRST = Comparator.comparingInt(Feasibility::rank)
            .thenComparing(Comparator.comparingDouble(Feasibility::servedWinterShare)
                    .thenComparingDouble(Feasibility::servedWinterNoonShare)
                    .reversed())
            .thenComparingDouble(Feasibility::gridKwhPerYear)
            .thenComparing(Feasibility::modelId);

    /// The answer where the catalogue has no model for the class.
    public static Feasibility noCandidate() {
        return withoutFigures("", Verdict.NO_CANDIDATE, Limit.NO_MODEL);
    }

    /// An answer that states no figures.
    static Feasibility withoutFigures(String modelId, Verdict verdict, Limit limit) {
        return new Feasibility(modelId, verdict, Evidence.ESTIMATED, 0, 0, 0, 0, 0, 0, 0, 0, 0, limit);
    }

    /// The best of several candidates for one unit: overnight before noon, noon before unknown, unknown before failed
    /// (what nobody measured is not shown to fail); then the larger winter share, then the least electricity.
    ///
    /// @return `noCandidate()` for none
    public static Feasibility bestOf(Collection<Feasibility> candidates) {
        return candidates.stream().min(BEST_FIRST).orElseGet(Feasibility::noCandidate);
    }

    private int rank() {
        return switch (verdict) {
            case WORKS -> 0;
            case WORKS_NOON_CHARGE -> 1;
            case UNKNOWN -> 2;
            case FAILS -> 3;
            case NO_CANDIDATE -> 4;
        };
    }

    /// What makes a candidate fail, or what a verdict hangs on.
    public enum Limit {
        /// Nothing: it serves its days.
        NONE,
        /// The battery is too small for the longest winter days.
        BATTERY,
        /// The reserve that patrol and fire must keep does not fit.
        RESERVE,
        /// The hours of a storm exceed what the battery holds.
        STORM_HOURS,
        /// No winter consumption was ever published for so heavy a vehicle.
        NO_WINTER_MEASUREMENT,
        /// Neither usage nor a class default is known.
        NO_USAGE,
        /// The catalogue has no model for the class.
        NO_MODEL
    }
}
