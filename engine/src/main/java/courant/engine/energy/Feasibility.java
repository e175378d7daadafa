package courant.engine.energy;

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
    /// When the catalogue has no model for the class.
    public static final Feasibility NO_CANDIDATE =
            new Feasibility("", Verdict.NO_CANDIDATE, Evidence.ESTIMATED, 0, 0, 0, 0, 0, 0, 0, 0, 0, Limit.NO_MODEL);

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
