package courant.engine.optimise;

import java.util.Optional;

/// What a solver found of a multiple-choice program, with its proof.
///
/// @param choice the best choice found, one column per block, or empty when none was found
/// @param cost its cost, or +∞
/// @param bound no choice costs less than this; +∞ when it is proved that no choice keeps every row
/// @param nodes subproblems looked at
/// @param exhausted whether nothing is left to look at: then `bound` equals `cost`
public record ChoiceResult(Optional<int[]> choice, double cost, double bound, long nodes, boolean exhausted) {
    /// Whether it is proved that no choice keeps every row.
    public boolean provedInfeasible() {
        return choice.isEmpty() && exhausted;
    }
}
