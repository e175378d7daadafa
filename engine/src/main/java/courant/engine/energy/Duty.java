package courant.engine.energy;

import java.util.Set;

/// The work a unit does in a year and how its days differ, from what the town recorded or from its class.
///
/// A day's work is counted in one measure, km for most road vehicles, hours for machines and for ploughs in a storm;
/// `kmPerWork` and `hoursPerWork` turn it into distance and time. The mean of `day` times `workingDays` is the year's
/// total.
///
/// @param basis where the yearly figure comes from
/// @param kmPerYear distance of a year, km; 0 for a machine whose class has no speed
/// @param hoursPerYear hours at work in a year, h: recorded, else distance ÷ mean speed
/// @param workingDays days of the year on which it works, 1 to 365
/// @param seasonFirstMonth first month of its season, 1 to 12
/// @param seasonLastMonth last month of its season, 1 to 12; before the first when the season crosses New Year
/// @param measure what `day` is counted in
/// @param day distribution of a working day's work
/// @param kmPerWork km per unit of work: 1 where the measure is km
/// @param hoursPerWork hours per unit of work: 1 where the measure is hours
/// @param lowUse whether the town marks it as little used, or its use is under the class's low-use fact
/// @param relativeUncertainty standard uncertainty of the yearly figure, as a share of it
/// @param remarks what was set aside or assumed on the way
public record Duty(
        Basis basis,
        double kmPerYear,
        double hoursPerYear,
        int workingDays,
        int seasonFirstMonth,
        int seasonLastMonth,
        Measure measure,
        LogNormal day,
        double kmPerWork,
        double hoursPerWork,
        boolean lowUse,
        double relativeUncertainty,
        Set<Remark> remarks) {
    /// Where the yearly figure comes from, best first.
    public enum Basis {
        /// Kilometres or hours recorded by the town, in the measure of the class.
        RECORDED,
        /// Hours recorded for a class counted in km, or the reverse, turned by the class's mean speed.
        RECORDED_CONVERTED,
        /// Litres bought, divided by the class's reference consumption.
        LITRES,
        /// The odometer divided by the age.
        ODOMETER,
        /// The class's usual day times its working days.
        CLASS_DEFAULT,
        /// Marked as little used, or recorded as 0, with no other figure: the class's low-use threshold.
        LOW_USE
    }

    /// What a day's work is counted in.
    public enum Measure {
        KM,
        HOURS
    }

    /// What a reader must know of the figure.
    public enum Remark {
        /// Kilometres a year beyond what any municipal vehicle drives: set aside.
        ABSURD_KM,
        /// Hours a year beyond what any machine works: set aside.
        ABSURD_HOURS,
        /// Kilometres far too few for the litres bought: set aside, the litres tell the use.
        ABSURD_CONSUMPTION,
        /// Litres that imply an absurd use: set aside.
        ABSURD_LITRES,
        /// An odometer that implies an absurd use: set aside.
        ABSURD_ODOMETER,
        /// The unit is too old for its odometer to tell this year's use: set aside.
        ODOMETER_TOO_OLD,
        /// Kilometres and hours together imply an impossible speed: the class's speed is used.
        ABSURD_SPEED,
        /// A recorded use of 0: the class's low-use threshold stands in its place.
        RECORDED_ZERO,
        /// The recorded use does not fit the class's working days: it is spread over more days.
        MORE_DAYS_THAN_CLASS
    }

    public Duty {
        remarks = Set.copyOf(remarks);
        if (workingDays < 1 || workingDays > 365) {
            throw new IllegalArgumentException("%d working days a year; 1 to 365 are expected.".formatted(workingDays));
        }
        requireMonth(seasonFirstMonth);
        requireMonth(seasonLastMonth);
        if (!(kmPerWork >= 0) || !(hoursPerWork >= 0) || kmPerWork + hoursPerWork <= 0) {
            throw new IllegalArgumentException("Work of %s km and %s h per unit; at least one above 0 is expected."
                    .formatted(kmPerWork, hoursPerWork));
        }
    }

    /// Whether the yearly figure rests on something the town recorded, rather than on its class.
    public boolean measured() {
        return basis.compareTo(Basis.CLASS_DEFAULT) < 0;
    }

    /// Hours of cabin heat on a mean working day in the cold, h.
    public double heatHoursPerDay() {
        return day.mean() * hoursPerWork;
    }

    /// Mean speed over a working day, stops included, km/h; 0 for a machine whose class has no speed.
    public double meanSpeedKmh() {
        return hoursPerWork == 0 ? 0 : kmPerWork / hoursPerWork;
    }

    private static void requireMonth(int month) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("Month %d of a season; 1 to 12 are expected.".formatted(month));
        }
    }
}
