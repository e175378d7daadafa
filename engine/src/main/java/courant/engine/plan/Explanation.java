package courant.engine.plan;

import courant.engine.cost.Money;
import courant.engine.cost.Ownership;
import courant.engine.cost.UnitCase;
import courant.engine.energy.Feasibility;
import courant.engine.energy.Verdict;
import courant.engine.energy.WorkSeason;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Says why each line of a plan stands, by comparing what was chosen with the best the unit could have had otherwise.
final class Explanation {
    private final PlanRequest request;
    private final double coldestC;

    /// @param coldestC lowest daily mean of the weather year, °C
    Explanation(PlanRequest request, double coldestC) {
        this.request = request;
        this.coldestC = coldestC;
    }

    /// The same actions, each with its reason.
    List<Action> explain(UnitOptions unit, SequenceBlock block, int column, List<Action> actions) {
        return IntStream.range(0, actions.size())
                .mapToObj(i -> actions.get(i)
                        .because(i == 0 ? reason(unit, block, column, actions.get(0)) : second(actions.get(i))))
                .toList();
    }

    private static Reason second(Action action) {
        return Reason.of("replace.second", action.year());
    }

    private Reason reason(UnitOptions unit, SequenceBlock block, int column, Action action) {
        return switch (action.kind()) {
            case RETIRE -> retired(unit.unitCase());
            case SHARE -> Reason.of("share.same-depot", String.valueOf(unit.sharedWith()));
            case KEEP -> kept(unit, block);
            case REPLACE -> action.electric() ? electric(unit, block, column) : combustion(unit, block, column, action);
        };
    }

    private static Reason retired(UnitCase unitCase) {
        if (Boolean.TRUE.equals(unitCase.unit().lowUse())) {
            return Reason.of("retire.marked-low-use");
        }
        return unitCase.unit().vehicleClass().worksByTheHour()
                ? Reason.of("retire.low-use-hours", Math.round(unitCase.hoursPerYear()))
                : Reason.of("retire.low-use", Math.round(unitCase.kmPerYear()));
    }

    private Reason kept(UnitOptions unit, SequenceBlock block) {
        if (unit.today().isElectric()) {
            return Reason.of("keep.electric");
        }
        int free = block.leastCost();
        SequenceBlock.Sequence wanted = block.sequence(free);
        if (wanted.firstKind() >= 0) {
            return Reason.of("keep.budget", request.firstYear() + wanted.firstYear());
        }
        if (unit.unitCase().candidates().isEmpty()) {
            return Reason.of("keep.no-candidate");
        }
        boolean unknown = unit.unitCase().candidates().stream()
                .allMatch(c -> c.feasibility().verdict() == Verdict.UNKNOWN);
        if (unknown) {
            return Reason.of("keep.unknown-winter");
        }
        return unit.age() <= 2 ? Reason.of("keep.young") : Reason.of("keep.economic");
    }

    private Reason electric(UnitOptions unit, SequenceBlock block, int column) {
        if (unit.today().isElectric()) {
            return Reason.of("replace.electric.again");
        }
        OptionalDouble without = cheapest(block, j -> !isElectric(unit, block, j));
        if (without.isEmpty()) {
            return Reason.of("replace.electric.only");
        }
        double saving = without.getAsDouble() - block.cost(column);
        if (saving > 0) {
            return Reason.of("replace.electric.cheaper", Money.cad(Math.round(saving)));
        }
        return request.targets().stream()
                .filter(t -> t.covers(unit.unitCase().unit().vehicleClass()))
                .findFirst()
                .map(t -> Reason.of("replace.electric.target", t.scope(), t.year()))
                .orElseGet(() -> Reason.of("replace.electric.budget"));
    }

    private Reason combustion(UnitOptions unit, SequenceBlock block, int column, Action action) {
        if (unit.replacements().stream().noneMatch(Ownership::isElectric)) {
            return noElectric(unit.unitCase());
        }
        OptionalDouble electric = cheapest(block, j -> isElectric(unit, block, j));
        if (electric.isEmpty()) {
            return noElectric(unit.unitCase());
        }
        double extra = electric.getAsDouble() - block.cost(column);
        return extra > 0
                ? Reason.of("replace.combustion.cheaper", Money.cad(Math.round(extra)))
                : Reason.of("replace.combustion.budget", action.year());
    }

    private Reason noElectric(UnitCase unitCase) {
        if (unitCase.candidates().isEmpty()) {
            return Reason.of("replace.combustion.no-candidate");
        }
        Feasibility best = Feasibility.bestOf(unitCase.candidates().stream()
                .map(UnitCase.Candidate::feasibility)
                .toList());
        return switch (best.verdict()) {
            case FAILS -> fails(unitCase.season(), best);
            case UNKNOWN -> Reason.of("replace.combustion.unknown");
            case NO_CANDIDATE, WORKS, WORKS_NOON_CHARGE -> Reason.of("replace.combustion.no-candidate");
        };
    }

    /// How far the model that serves most of the cold days falls short, with a noon charge too where that helps.
    private Reason fails(WorkSeason season, Feasibility best) {
        long overnight = Math.round(100 * best.servedWinterShare());
        long withNoon = Math.round(100 * best.servedWinterNoonShare());
        String key = "replace.combustion.fails" + (season.hasWinter() ? "" : ".season")
                + (withNoon > overnight ? ".noon" : "");
        return season.hasWinter()
                ? Reason.of(key, overnight, Math.round(coldestC), withNoon)
                : Reason.of(key, overnight, season.firstMonth(), season.lastMonth(), withNoon);
    }

    private static boolean isElectric(UnitOptions unit, SequenceBlock block, int column) {
        SequenceBlock.Sequence s = block.sequence(column);
        return (s.firstKind() >= 0 && unit.replacements().get(s.firstKind()).isElectric())
                || (s.hasSecond() && unit.replacements().get(s.secondKind()).isElectric());
    }

    private static OptionalDouble cheapest(SequenceBlock block, IntPredicate allowed) {
        return IntStream.range(0, block.columns())
                .filter(allowed)
                .mapToDouble(block::cost)
                .min();
    }
}
