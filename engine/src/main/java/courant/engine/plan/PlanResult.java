package courant.engine.plan;

import courant.engine.fact.Fact;
import java.util.List;

/// A plan with its proof, its yearly lines, what it rests on, and how sure its saving is.
///
/// @param request what was asked
/// @param units one per planned unit, in the order of the sheet
/// @param years one line per budget year
/// @param certificate objective, proved bound, and the checker's word
/// @param referenceObjectiveCents discounted cost of the best plan without electrification, cents
/// @param savingCents lifetime saving of the plan against that reference, discounted cents; negative is a cost
/// @param savingLowCents low end of its range (assumptions moved as in `sensitivities`)
/// @param savingHighCents high end of its range
/// @param ghgReductionT tonnes CO2e avoided over the horizon against the reference
/// @param ghgReductionShare share of the emissions of the planned fleet in the last year avoided against today's, 0 to
/// 1
/// @param sensitivities widest first
/// @param facts every fact used
/// @param assumptions what was assumed where the town's sheet says nothing
/// @param seconds wall time of the plan, s
public record PlanResult(
        PlanRequest request,
        List<UnitPlan> units,
        List<YearLine> years,
        Certificate certificate,
        long referenceObjectiveCents,
        long savingCents,
        long savingLowCents,
        long savingHighCents,
        double ghgReductionT,
        double ghgReductionShare,
        List<Sensitivity> sensitivities,
        List<Fact> facts,
        List<Reason> assumptions,
        double seconds) {
    public PlanResult {
        units = List.copyOf(units);
        years = List.copyOf(years);
        sensitivities = List.copyOf(sensitivities);
        facts = List.copyOf(facts);
        assumptions = List.copyOf(assumptions);
    }

    /// Units, not electric today, for which the plan buys an electric model.
    public long recommended() {
        return units.stream().filter(UnitPlan::recommendedElectric).count();
    }

    /// Units that become electric for the first time in a year; over all years, `recommended()`.
    public long electrifiedIn(int year) {
        return units.stream()
                .filter(UnitPlan::recommendedElectric)
                .filter(u -> u.actions().stream()
                                .filter(Action::electric)
                                .mapToInt(Action::year)
                                .min()
                                .orElse(0)
                        == year)
                .count();
    }

    /// Capital of the whole horizon before grants, cents.
    public long capexCents() {
        return years.stream().mapToLong(YearLine::capexCents).sum();
    }

    /// The same plan with the time it took, known to whoever holds the clock.
    public PlanResult took(double wallSeconds) {
        return new PlanResult(
                request,
                units,
                years,
                certificate,
                referenceObjectiveCents,
                savingCents,
                savingLowCents,
                savingHighCents,
                ghgReductionT,
                ghgReductionShare,
                sensitivities,
                facts,
                assumptions,
                wallSeconds);
    }
}
