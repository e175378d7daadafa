package courant.engine.optimise;

import java.util.List;

/// Choose exactly one column of each block so that the sum of costs is least and, for every shared row `r`, the sum
/// of uses is at most `limits[r]`.
///
/// The multiple-choice multi-dimensional knapsack problem; with few rows and many blocks its linear relaxation is
/// nearly integral, since at most one block per row is fractional in a basic solution.
///
/// @param blocks at least one
/// @param limits one per row; may be negative (a target is a row of negative uses)
public record MultipleChoiceProgram(List<? extends ChoiceBlock> blocks, double[] limits) {
    /// Relative slack within which a row counts as kept; uses and limits are scaled near 1 by their makers.
    public static final double ROW_TOLERANCE = 1e-9;

    public MultipleChoiceProgram {
        blocks = List.copyOf(blocks);
        limits = limits.clone();
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("""
                    A program without blocks has nothing to choose.
                    Maybe the fleet holds only trailers and attachments.""");
        }
    }

    @Override
    public double[] limits() {
        return limits.clone();
    }

    public int rows() {
        return limits.length;
    }

    /// The sum of costs of one choice per block.
    public double cost(int[] choice) {
        double cost = 0;
        for (int b = 0; b < choice.length; b++) {
            cost += blocks.get(b).cost(choice[b]);
        }
        return cost;
    }

    /// The use of every row by one choice per block.
    public double[] use(int[] choice) {
        double[] use = new double[limits.length];
        for (int b = 0; b < choice.length; b++) {
            blocks.get(b).addUse(choice[b], 1, use);
        }
        return use;
    }

    /// Whether a choice keeps every row.
    public boolean isFeasible(int[] choice) {
        return violation(use(choice)) == 0;
    }

    /// Sum over the rows of what exceeds the limit beyond tolerance.
    double violation(double[] use) {
        double violation = 0;
        for (int r = 0; r < use.length; r++) {
            double excess = use[r] - limits[r];
            if (excess > tolerance(r)) {
                violation += excess;
            }
        }
        return violation;
    }

    double tolerance(int row) {
        return ROW_TOLERANCE * Math.max(1, Math.abs(limits[row]));
    }

    double limit(int row) {
        return limits[row];
    }
}
