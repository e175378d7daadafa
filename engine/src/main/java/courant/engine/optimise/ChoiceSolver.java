package courant.engine.optimise;

/// A way to solve multiple-choice programs: our own, or a general integer program behind the same seam.
@FunctionalInterface
public interface ChoiceSolver {
    /// @return the best choice found and a bound that holds whatever stopped the search
    ChoiceResult solve(MultipleChoiceProgram program, SearchLimits limits);
}
