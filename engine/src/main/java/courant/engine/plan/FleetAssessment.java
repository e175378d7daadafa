package courant.engine.plan;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.WeatherYear;
import courant.engine.cost.UnitCase;
import courant.engine.energy.Duties;
import courant.engine.energy.Duty;
import courant.engine.energy.FeasibilityStudy;
import courant.engine.energy.Verdict;
import courant.engine.energy.WorkSeason;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import java.util.Comparator;
import java.util.List;

/// What each unit of a fleet does in a year, and which electric models can do it through a winter.
public final class FleetAssessment {
    private final Catalogue catalogue;
    private final Facts facts;
    private final FeasibilityStudy study;

    public FleetAssessment(Catalogue catalogue, Facts facts, WeatherYear weather) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.study = new FeasibilityStudy(weather, facts);
    }

    /// One case per planned unit, in the order of the sheet; candidates that work first, then by least electricity.
    ///
    /// Cost: one assessment per unit and model of its class.
    public List<UnitCase> of(Fleet fleet) {
        return fleet.planned().stream().map(this::of).toList();
    }

    private UnitCase of(Unit unit) {
        Duty duty = Duties.of(unit, catalogue, facts);
        List<UnitCase.Candidate> candidates = catalogue.modelsFor(unit.vehicleClass()).stream()
                .filter(model -> isComparable(model, unit.vehicleClass()))
                .map(model -> candidate(unit, duty, model))
                .sorted(Comparator.comparingInt(
                                (UnitCase.Candidate c) -> rank(c.feasibility().verdict()))
                        .thenComparingDouble(c -> c.feasibility().gridKwhPerYear())
                        .thenComparing(c -> c.model().id()))
                .toList();
        WorkSeason season = new WorkSeason(duty.seasonFirstMonth(), duty.seasonLastMonth());
        return new UnitCase(unit, duty.kmPerYear(), duty.hoursPerYear(), duty.measured(), season, candidates);
    }

    /// Whether a model is of the size of the class's reference. A price far below the reference's tells a smaller
    /// machine or a chassis without its body; and a machine of no known kind has no like.
    private boolean isComparable(ElectricModel model, VehicleClass vehicleClass) {
        double referenceCad = catalogue.reference(vehicleClass).priceCad();
        return vehicleClass != VehicleClass.MACHINE_OTHER
                && model.priceCad() >= facts.value("plan.comparable_price_share") * referenceCad;
    }

    private UnitCase.Candidate candidate(Unit unit, Duty duty, ElectricModel model) {
        return new UnitCase.Candidate(model, study.assess(duty, model, unit.vehicleClass()));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case WORKS -> 0;
            case WORKS_NOON_CHARGE -> 1;
            case UNKNOWN -> 2;
            case FAILS -> 3;
            case NO_CANDIDATE -> 4;
        };
    }
}
