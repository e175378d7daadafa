package courant.engine.energy;

import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.WeatherYear;
import courant.engine.energy.Feasibility.Limit;
import courant.engine.fact.Facts;
import courant.engine.fact.Grade;
import courant.engine.fleet.TargetGroup;
import courant.engine.fleet.VehicleClass;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Feasibility of electric models at one place, over the days of its weather year.
///
/// Every working day of the season is looked at: the day's energy is a line in the day's work (km or h), so the share
/// of days served is the lognormal's distribution at the work which the available energy allows; no drawing of lots.
/// The lines of a model are made once per class and speed and kept, so that a fleet costs one normal distribution per
/// unit, model and day: `O(days)` per assessment. Safe for use by several threads.
///
/// Nothing is measured below −5 °C until try-outs have been run: `Evidence.MEASURED` needs a recorded use, a model
/// whose consumption is of grade high, and a year without any colder working day. A day is refilled within the night:
/// a night too short for the charger carries nothing over to the next day.
public final class FeasibilityStudy {
    private final Facts facts;
    private final double[] meanC;
    private final double targetShare;
    private final double reserve;
    private final double reserveOnCall;
    private final double ageingPerYear;
    private final double ageingFloor;
    private final double lossShare;
    private final double nightHours;
    private final double noonHours;
    private final double plugHeatShare;
    private final double acMaxKw;
    private final double measuredAboveC;
    private final Map<VehicleClass, ClassFacts> classes = new ConcurrentHashMap<>();
    private final Map<Season, WorkCalendar> calendars = new ConcurrentHashMap<>();
    private final Map<Key, Prepared> prepared = new ConcurrentHashMap<>();

    /// @throws courant.engine.fact.MissingFactException when a fact of `energy.*`, `battery.*` or `charging.*` is
    /// missing
    public FeasibilityStudy(WeatherYear weather, Facts facts) {
        this.facts = facts;
        this.meanC = weather.meanC();
        this.targetShare = facts.value("energy.target_served_share");
        this.reserve = facts.value("battery.reserve");
        this.reserveOnCall = facts.value("battery.extra_reserve_share");
        this.ageingPerYear = facts.value("battery.ageing_per_year");
        this.ageingFloor = facts.value("battery.ageing_floor");
        this.lossShare = facts.value("charging.loss_share");
        this.nightHours = facts.value("charging.night_hours");
        this.noonHours = facts.value("charging.noon_hours");
        this.plugHeatShare = facts.value("charging.preheat_share_of_heat");
        this.acMaxKw = facts.value("charging.ac_max_kw");
        this.measuredAboveC = facts.value("energy.measured_above_c");
    }

    /// Whether one model can do one unit's work over the year, and what it would use.
    ///
    /// @param duty the unit's work
    /// @param model the candidate
    /// @param vehicleClass the unit's class, whose heater, charger and life apply
    public Feasibility assess(Duty duty, ElectricModel model, VehicleClass vehicleClass) {
        if (doesNoWork(duty, model)) {
            return Feasibility.withoutFigures(model.id(), Verdict.UNKNOWN, Limit.NO_USAGE);
        }
        Prepared day = prepared(duty, model, vehicleClass);
        double logMedian = Math.log(duty.day().median());
        double[] served = shares(day.logNight(), logMedian, duty.day().sigma());
        WorkCalendar calendar = day.lines().calendar;
        double winter = meanOver(calendar.winter, served);
        double noon = noonShare(day, logMedian, duty.day().sigma());
        double winterDayKwh = day.lines().winterDayKwh(duty.day());
        double meanWork = duty.day().mean();
        double batteryKwh = day.lines().kwhPerYear(meanWork);
        double gridKwh = (batteryKwh + day.lines().pluggedKwhPerYear(meanWork)) / (1 - lossShare);
        boolean mild = coldestC(calendar) >= measuredAboveC;
        Verdict verdict = verdict(model, vehicleClass, mild, winter, noon);
        return new Feasibility(
                model.id(),
                verdict,
                evidence(duty, model, mild),
                mean(served),
                winter,
                noon,
                worstWeek(calendar, served),
                day.availableKwh(),
                winterDayKwh,
                batteryKwh,
                gridKwh,
                winterDayKwh / nightHours,
                limit(verdict, duty, vehicleClass, day));
    }

    /// What would make a failing candidate pass; empty when it passes overnight, or when nothing can be said of it.
    ///
    /// By bisection on the available energy, then on the share of heat taken from the plug.
    public Optional<Remedy> whatWouldMakeItPass(Duty duty, ElectricModel model, VehicleClass vehicleClass) {
        Verdict verdict = assess(duty, model, vehicleClass).verdict();
        if (verdict == Verdict.WORKS || verdict == Verdict.UNKNOWN) {
            return Optional.empty();
        }
        Prepared day = prepared(duty, model, vehicleClass);
        double available = day.availableKwh();
        double needed = day.lines().leastKwh(duty.day(), targetShare, available, 2 * available);
        return Optional.of(new Remedy(
                needed * model.usableKwh() / available,
                needed - available,
                day.noonKwh(),
                plugHeatShareNeeded(duty, model, vehicleClass, available).orElse(null)));
    }

    private static boolean doesNoWork(Duty duty, ElectricModel model) {
        boolean byKm = duty.kmPerWork() > 0 && (model.kwhPerKm() != null || model.winterKwhPerKm() != null);
        boolean byHour = duty.hoursPerWork() > 0 && model.kwhPerHour() != null;
        return !byKm && !byHour;
    }

    private Prepared prepared(Duty duty, ElectricModel model, VehicleClass vehicleClass) {
        Season season = new Season(duty.workingDays(), duty.seasonFirstMonth(), duty.seasonLastMonth());
        Key key = new Key(model, vehicleClass, season, duty.kmPerWork(), duty.hoursPerWork());
        return prepared.computeIfAbsent(key, this::prepare);
    }

    private Prepared prepare(Key key) {
        ClassFacts ofClass = classFacts(key.vehicleClass());
        DayLines lines = lines(key, plugHeatShare);
        double usable = key.model().usableKwh();
        double available = usable * ofClass.ageing() * (1 - reserve - ofClass.extraReserve());
        double noonKwh =
                Math.min(available, chargingKw(key.model(), ofClass.chargerKw()) * noonHours * (1 - lossShare));
        return new Prepared(
                lines,
                available,
                usable * ofClass.ageing() * (1 - reserve),
                noonKwh,
                lines.logLongestWork(available),
                lines.logLongestWork(available + noonKwh));
    }

    private DayLines lines(Key key, double plugShare) {
        ColdDay cold = new ColdDay(key.model(), key.vehicleClass(), facts);
        return new DayLines(cold, key.kmPerWork(), key.hoursPerWork(), plugShare, calendar(key.season()), meanC);
    }

    private WorkCalendar calendar(Season season) {
        return calendars.computeIfAbsent(
                season, s -> new WorkCalendar(s.workingDays(), s.firstMonth(), s.lastMonth(), meanC));
    }

    private ClassFacts classFacts(VehicleClass vehicleClass) {
        return classes.computeIfAbsent(vehicleClass, c -> {
            String prefix = "class." + c.id() + ".";
            double midLifeYears = facts.value(prefix + "life_years") / 2;
            return new ClassFacts(
                    facts.value(prefix + "charger_kw"),
                    Math.max(ageingFloor, 1 - ageingPerYear * midLifeYears),
                    c.keepsReserve() ? reserveOnCall : 0);
        });
    }

    /// Above what AC can give, a charger is DC.
    private double chargingKw(ElectricModel model, double chargerKw) {
        double modelKw = chargerKw > acMaxKw && model.dcKw() > 0 ? model.dcKw() : model.acKw();
        return Math.min(chargerKw, modelKw);
    }

    private Verdict verdict(ElectricModel model, VehicleClass vehicleClass, boolean mild, double winter, double noon) {
        if (vehicleClass.group() == TargetGroup.HEAVY && !isPublished(model, mild)) {
            return Verdict.UNKNOWN;
        }
        if (winter >= targetShare) {
            return Verdict.WORKS;
        }
        return noon >= targetShare ? Verdict.WORKS_NOON_CHARGE : Verdict.FAILS;
    }

    /// A heavy vehicle is judged on a published winter consumption, or on a published one where its days are never
    /// cold.
    private static boolean isPublished(ElectricModel model, boolean mild) {
        boolean winterPublished =
                model.winterKwhPerKm() != null && model.winterGrade() != null && model.winterGrade() != Grade.BELIEF;
        return winterPublished || (mild && model.grade() != Grade.BELIEF);
    }

    private static Evidence evidence(Duty duty, ElectricModel model, boolean mild) {
        boolean measured = mild && model.grade() == Grade.HIGH && duty.basis() == Duty.Basis.RECORDED;
        return measured ? Evidence.MEASURED : Evidence.ESTIMATED;
    }

    private Limit limit(Verdict verdict, Duty duty, VehicleClass vehicleClass, Prepared day) {
        return switch (verdict) {
            case WORKS -> Limit.NONE;
            case NO_CANDIDATE -> Limit.NO_MODEL;
            case UNKNOWN -> Limit.NO_WINTER_MEASUREMENT;
            case WORKS_NOON_CHARGE, FAILS -> {
                if (vehicleClass.keepsReserve()
                        && day.lines().winterShare(duty.day(), day.withoutExtraReserveKwh()) >= targetShare) {
                    yield Limit.RESERVE;
                }
                yield vehicleClass == VehicleClass.PLOW_TRUCK ? Limit.STORM_HOURS : Limit.BATTERY;
            }
        };
    }

    private double coldestC(WorkCalendar calendar) {
        return Arrays.stream(calendar.days).mapToDouble(day -> meanC[day]).min().orElseThrow();
    }

    private Optional<Double> plugHeatShareNeeded(
            Duty duty, ElectricModel model, VehicleClass vehicleClass, double availableKwh) {
        Season season = new Season(duty.workingDays(), duty.seasonFirstMonth(), duty.seasonLastMonth());
        Key key = new Key(model, vehicleClass, season, duty.kmPerWork(), duty.hoursPerWork());
        double low = plugHeatShare;
        double high = Math.max(plugHeatShare, facts.value("charging.preheat_share_max"));
        if (lines(key, high).winterShare(duty.day(), availableKwh) < targetShare) {
            return Optional.empty();
        }
        while (high - low > 1e-3) {
            double middle = (low + high) / 2;
            if (lines(key, middle).winterShare(duty.day(), availableKwh) >= targetShare) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(high);
    }

    private static double[] shares(double[] logWork, double logMedian, double sigma) {
        double[] shares = new double[logWork.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(logWork[i] - logMedian, sigma);
        }
        return shares;
    }

    private static double noonShare(Prepared day, double logMedian, double sigma) {
        double sum = 0;
        for (int i : day.lines().calendar.winter) {
            sum += share(day.logNoon()[i] - logMedian, sigma);
        }
        return sum / day.lines().calendar.winter.length;
    }

    private static double share(double distance, double sigma) {
        return sigma == 0 ? (distance >= 0 ? 1 : 0) : Normal.cdf(distance / sigma);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanOver(int[] positions, double[] values) {
        double sum = 0;
        for (int position : positions) {
            sum += values[position];
        }
        return sum / positions.length;
    }

    /// Lowest mean over the working days of any seven days in a row, the year closed on itself.
    private static double worstWeek(WorkCalendar calendar, double[] served) {
        int days = served.length;
        double[] before = new double[2 * days + 1];
        for (int i = 0; i < 2 * days; i++) {
            before[i + 1] = before[i] + served[i < days ? i : i - days];
        }
        double worst = 1;
        for (int w = 0; w < calendar.weekStart.length; w++) {
            int start = calendar.weekStart[w];
            int length = calendar.weekLength[w];
            worst = Math.min(worst, (before[start + length] - before[start]) / length);
        }
        return Math.max(0, worst);
    }

    private record Season(int workingDays, int firstMonth, int lastMonth) {}

    private record Key(
            ElectricModel model, VehicleClass vehicleClass, Season season, double kmPerWork, double hoursPerWork) {}

    private record ClassFacts(double chargerKw, double ageing, double extraReserve) {}

    /// What all units of a class with the same speed share for one model.
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Prepared(
            DayLines lines,
            double availableKwh,
            double withoutExtraReserveKwh,
            double noonKwh,
            double[] logNight,
            double[] logNoon) {}
}
