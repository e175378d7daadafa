package courant.engine.energy;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.CombustionReference;
import courant.engine.energy.Duty.Basis;
import courant.engine.energy.Duty.Measure;
import courant.engine.energy.Duty.Remark;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Duty from what is known: the recorded figure, else fuel, else odometer and age, else the class.
///
/// An absurd figure is set aside and said so (`Duty.remarks`), never repaired.
public final class Duties {
    private final Unit unit;
    private final Usage usage;
    private final VehicleClass vehicleClass;
    private final CombustionReference reference;
    private final Facts facts;
    private final Measure measure;
    private final LogNormal classDay;
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    private Duties(Unit unit, CombustionReference reference, Facts facts) {
        this.unit = unit;
        this.usage = unit.usage();
        this.vehicleClass = unit.vehicleClass();
        this.reference = reference;
        this.facts = facts;
        boolean plough = vehicleClass == VehicleClass.PLOW_TRUCK;
        this.measure = plough || vehicleClass.worksByTheHour() ? Measure.HOURS : Measure.KM;
        String name = plough ? "storm_hours" : measure == Measure.HOURS ? "hours_per_day" : "km_per_day";
        this.classDay = LogNormal.ofMedianAndP95(ofClass(name + "_median"), ofClass(name + "_p95"));
    }

    /// The duty of one planned unit.
    ///
    /// Order: recorded km or hours in the class's measure; the other of the two, turned by the speed; litres ÷ the
    /// reference consumption (plain combustion only); odometer ÷ age; the class's usual year. A unit marked
    /// as little used, or recorded at 0, without any other figure is given the class's low-use threshold.
    ///
    /// @throws courant.engine.fact.MissingFactException when a fact of the class is not in force
    /// @throws IllegalArgumentException for a class that no plan decides on
    public static Duty of(Unit unit, Catalogue catalogue, Facts facts) {
        return new Duties(unit, catalogue.reference(unit.vehicleClass()), facts).duty();
    }

    private Duty duty() {
        Double km = agreeingWithFuel(sane(usage.kmPerYear(), "duty.max_km_per_year", Remark.ABSURD_KM));
        Double hours = sane(usage.hoursPerYear(), "duty.max_hours_per_year", Remark.ABSURD_HOURS);
        double kmPerHour = kmPerHour(km, hours);
        double kmPerWork = measure == Measure.KM ? 1 : kmPerHour;
        double hoursPerWork = measure == Measure.HOURS ? 1 : 1 / kmPerHour;
        Year year = year(km, hours, kmPerHour, kmPerWork, hoursPerWork);
        Season season = season(year);
        return new Duty(
                year.basis(),
                year.work() * kmPerWork,
                year.work() * hoursPerWork,
                season.workingDays(),
                season.firstMonth(),
                season.lastMonth(),
                measure,
                classDay.withMean(year.work() / season.workingDays()),
                kmPerWork,
                hoursPerWork,
                Boolean.TRUE.equals(unit.lowUse()) || year.work() < lowUseWork(kmPerHour),
                year.uncertainty(),
                remarks);
    }

    /// Positive and not absurd, else null. A recorded 0 is noted: it is a real record, but sizes no battery.
    private @Nullable Double sane(@Nullable Double value, String limit, Remark absurd) {
        if (value == null) {
            return null;
        }
        if (value == 0) {
            remarks.add(Remark.RECORDED_ZERO);
            return null;
        }
        if (value > facts.value(limit)) {
            remarks.add(absurd);
            return null;
        }
        return value;
    }

    /// Null where the litres bought would mean several times the reference's consumption: the counter then shows hours,
    /// or most of the work is not in it.
    private @Nullable Double agreeingWithFuel(@Nullable Double km) {
        Double litres = usage.litresPerYear();
        double kmPerHour = usualKmPerHour();
        if (km == null || litres == null || kmPerHour == 0 || !burnsOnly(unit.fuel())) {
            return km;
        }
        double usualLitres = km * (reference.litresPer100Km() / 100 + reference.litresPerHour() / kmPerHour);
        if (usualLitres > 0 && litres > usualLitres * facts.value("duty.max_consumption_ratio")) {
            remarks.add(Remark.ABSURD_CONSUMPTION);
            return null;
        }
        return km;
    }

    /// Recorded km ÷ recorded hours where both are there and plausible, else the class's; 0 where it has none.
    private double kmPerHour(@Nullable Double km, @Nullable Double hours) {
        double usual = usualKmPerHour();
        if (km == null || hours == null || usual == 0) {
            return usual;
        }
        double recorded = km / hours;
        double ratio = facts.value("duty.max_speed_ratio");
        if (recorded > usual * ratio || recorded < usual / ratio) {
            remarks.add(Remark.ABSURD_SPEED);
            return usual;
        }
        return recorded;
    }

    private double usualKmPerHour() {
        if (vehicleClass == VehicleClass.PLOW_TRUCK) {
            return ofClass("km_per_day_median") / ofClass("storm_hours_median");
        }
        return measure == Measure.KM
                ? ofClass("mean_speed_kmh")
                : ofClassIfAny("mean_speed_kmh").orElse(0.0);
    }

    private Year year(
            @Nullable Double km, @Nullable Double hours, double kmPerHour, double kmPerWork, double hoursPerWork) {
        Double own = measure == Measure.KM ? km : hours;
        if (own != null) {
            return year(Basis.RECORDED, own, "recorded");
        }
        if (measure == Measure.KM && hours != null) {
            return year(Basis.RECORDED_CONVERTED, hours * kmPerHour, "litres");
        }
        if (measure == Measure.HOURS && km != null && kmPerHour > 0) {
            return year(Basis.RECORDED_CONVERTED, km / kmPerHour, "litres");
        }
        Double fuelled = workOfLitres(kmPerWork, hoursPerWork);
        if (fuelled != null) {
            return year(Basis.LITRES, fuelled, "litres");
        }
        Double driven = workOfOdometer(kmPerWork);
        if (driven != null) {
            return year(Basis.ODOMETER, driven, "odometer");
        }
        if (Boolean.TRUE.equals(unit.lowUse()) || remarks.contains(Remark.RECORDED_ZERO)) {
            return year(Basis.LOW_USE, lowUseWork(kmPerHour), "default");
        }
        return year(Basis.CLASS_DEFAULT, classDay.mean() * classWorkingDays(), "default");
    }

    private Year year(Basis basis, double work, String uncertainty) {
        return new Year(basis, work, facts.value("duty.uncertainty." + uncertainty));
    }

    private @Nullable Double workOfLitres(double kmPerWork, double hoursPerWork) {
        Double litres = usage.litresPerYear();
        double litresPerWork = kmPerWork * reference.litresPer100Km() / 100 + hoursPerWork * reference.litresPerHour();
        if (litres == null || litres == 0 || litresPerWork == 0 || !burnsOnly(unit.fuel())) {
            return null;
        }
        return withinLimits(litres / litresPerWork, kmPerWork, hoursPerWork, Remark.ABSURD_LITRES);
    }

    /// Litres tell the distance only of a unit that moves by burning them alone, at the reference's consumption.
    private static boolean burnsOnly(Fuel fuel) {
        return switch (fuel) {
            case GASOLINE, DIESEL, PROPANE, NATURAL_GAS, UNKNOWN -> true;
            case HYBRID, PLUG_IN_HYBRID, ELECTRIC, HUMAN -> false;
        };
    }

    private @Nullable Double workOfOdometer(double kmPerWork) {
        Double odometer = usage.odometerKm();
        Double age = ageYears();
        if (odometer == null || odometer == 0 || age == null || age < 1 || kmPerWork == 0) {
            return null;
        }
        if (age > facts.value("duty.odometer_max_age_years")) {
            remarks.add(Remark.ODOMETER_TOO_OLD);
            return null;
        }
        return withinLimits(odometer / age / kmPerWork, kmPerWork, 0, Remark.ABSURD_ODOMETER);
    }

    private @Nullable Double withinLimits(double work, double kmPerWork, double hoursPerWork, Remark absurd) {
        if (work * kmPerWork > facts.value("duty.max_km_per_year")
                || work * hoursPerWork > facts.value("duty.max_hours_per_year")) {
            remarks.add(absurd);
            return null;
        }
        return work;
    }

    private @Nullable Double ageYears() {
        if (unit.inService() != null) {
            return ChronoUnit.DAYS.between(unit.inService(), facts.asOf()) / 365.25;
        }
        Integer birth = unit.birthYear();
        return birth == null ? null : (double) (facts.asOf().getYear() - birth);
    }

    /// The class's season; widened when the year's work would make its mean day longer than the class's long day. A
    /// plough that records a dump truck's summer works outside the snow season too.
    private Season season(Year year) {
        int first = (int) ofClass("season_first_month");
        int last = (int) ofClass("season_last_month");
        int days = Math.min(classWorkingDays(), WorkCalendar.daysBetween(first, last));
        if (year.work() / days <= classDay.p95()) {
            return new Season(days, first, last);
        }
        remarks.add(Remark.MORE_DAYS_THAN_CLASS);
        int needed = (int) Math.min(365, Math.ceil(year.work() / classDay.mean()));
        return needed <= WorkCalendar.daysBetween(first, last)
                ? new Season(needed, first, last)
                : new Season(needed, 1, 12);
    }

    private int classWorkingDays() {
        return (int) Math.round(ofClass("working_days"));
    }

    /// The class's low-use threshold in the measure of its work.
    private double lowUseWork(double kmPerHour) {
        String own = measure == Measure.KM ? "low_use_km" : "low_use_hours";
        Optional<Double> threshold = ofClassIfAny(own);
        if (threshold.isPresent()) {
            return threshold.get();
        }
        return measure == Measure.KM ? ofClass("low_use_hours") * kmPerHour : ofClass("low_use_km") / kmPerHour;
    }

    private double ofClass(String name) {
        return facts.value(id(name));
    }

    private Optional<Double> ofClassIfAny(String name) {
        return facts.find(id(name)).map(fact -> fact.value());
    }

    private String id(String name) {
        return "class." + vehicleClass.id() + "." + name;
    }

    private record Year(Basis basis, double work, double uncertainty) {}

    private record Season(int workingDays, int firstMonth, int lastMonth) {}
}
