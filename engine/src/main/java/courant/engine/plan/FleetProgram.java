package courant.engine.plan;

import courant.engine.cost.Ownership;
import courant.engine.optimise.ChoiceResult;
import courant.engine.optimise.MultipleChoiceProgram;
import courant.engine.optimise.MultipleChoiceSolver;
import courant.engine.optimise.SearchLimits;
import java.util.ArrayList;
import java.util.List;

/// The fleet's choices as a multiple-choice program, and back from its solution to actions.
final class FleetProgram {
    private final PlanRequest request;
    private final List<UnitOptions> options;
    private final Coupling coupling;
    private final List<SequenceBlock> blocks;
    private final MultipleChoiceProgram program;

    FleetProgram(PlanRequest request, List<UnitOptions> options, Discount discount) {
        this.request = request;
        this.options = options;
        this.coupling = new Coupling(request);
        this.blocks = options.stream()
                .map(o -> new SequenceBlock(o, coupling, discount))
                .toList();
        this.program = new MultipleChoiceProgram(blocks, coupling.limits());
    }

    ChoiceResult solve(SearchLimits limits) {
        return MultipleChoiceSolver.solve(program, limits);
    }

    /// By how much the budgets and targets are missed at least, and what a cent of budget in each year is worth of it.
    ///
    /// @param proved whether it proves that no plan exists
    /// @param amount sum of the excesses
    /// @param worthOfCent by year
    /// @param prices of the rows, from which a like program may start
    record Shortfall(boolean proved, double amount, double[] worthOfCent, double[] prices) {}

    Shortfall shortfall(double[] startPrices) {
        MultipleChoiceSolver.Stretch stretch = MultipleChoiceSolver.leastStretch(program, startPrices);
        return new Shortfall(
                stretch.provesInfeasible(),
                stretch.total(),
                coupling.capitalPrices(stretch.prices()),
                stretch.prices());
    }

    int rows() {
        return program.rows();
    }

    SequenceBlock block(int unit) {
        return blocks.get(unit);
    }

    /// The actions of a choice, unit by unit, with `reasons` still to be found.
    List<List<Action>> actions(int[] choice) {
        List<List<Action>> actions = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            actions.add(actions(options.get(i), blocks.get(i).sequence(choice[i])));
        }
        return actions;
    }

    private List<Action> actions(UnitOptions unit, SequenceBlock.Sequence s) {
        return switch (s.firstKind()) {
            case SequenceBlock.KEEP -> List.of(leaving(unit, ActionKind.KEEP, 0));
            case SequenceBlock.RETIRE -> List.of(leaving(unit, ActionKind.RETIRE, s.firstYear()));
            case SequenceBlock.SHARE -> List.of(leaving(unit, ActionKind.SHARE, s.firstYear()));
            default -> replacements(unit, s);
        };
    }

    private List<Action> replacements(UnitOptions unit, SequenceBlock.Sequence s) {
        boolean electricBefore = unit.today().isElectric();
        List<Action> actions = new ArrayList<>();
        actions.add(replacement(unit, s.firstKind(), s.firstYear(), electricBefore));
        if (s.hasSecond()) {
            electricBefore |= unit.replacements().get(s.firstKind()).isElectric();
            actions.add(replacement(unit, s.secondKind(), s.secondYear(), electricBefore));
        }
        return actions;
    }

    private Action leaving(UnitOptions unit, ActionKind kind, int year) {
        return new Action(
                kind, request.firstYear() + year, "", "", unit.today().fuel(), 0, 0, 0, 0, 0, Reason.of("none"));
    }

    private Action replacement(UnitOptions unit, int k, int year, boolean electricBefore) {
        Ownership bought = unit.replacements().get(k);
        boolean firstElectric = bought.isElectric() && !electricBefore;
        return new Action(
                ActionKind.REPLACE,
                request.firstYear() + year,
                bought.modelId(),
                bought.modelName(),
                bought.fuel(),
                unit.capitalCents(k, year, firstElectric),
                firstElectric ? unit.chargerCents() : 0,
                firstElectric ? unit.siteCents()[k] : 0,
                bought.grantCents(year),
                bought.possibleGrantCents(year),
                Reason.of("none"));
    }
}
