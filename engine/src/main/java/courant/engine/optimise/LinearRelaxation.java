package courant.engine.optimise;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The linear relaxation of a multiple-choice program restricted to a range of columns per block, by the primal
/// simplex method with generalised upper bounding and column generation.
///
/// Each block keeps one *key* column; the working basis has one column per shared row, whatever the number of blocks,
/// so that a pivot costs O(rows²). Entering columns come from the blocks' own pricing. Rows that cannot be kept are
/// stretched at a penalty, or, when `costWeight` is 0, the total stretch itself is minimised.
///
/// The bound that counts is not the simplex value but the Lagrangian value at the final prices ([#bound()]): it is
/// valid whatever happens to the numerics, because any prices of 0 or more give one.
///
/// Sources: Dantzig and Van Slyke, *Generalized upper bounding techniques* (1967); Dantzig and Wolfe,
/// *Decomposition principle for linear programs* (1960). Cost per round: one pricing of every block.
final class LinearRelaxation {
    private static final int SLACK = -1;
    private static final int STRETCH = -2;
    private static final int REFACTOR_AFTER = 64;
    private static final double PIVOT_TOLERANCE = 1e-9;
    /// A bound costs as much as a round.
    private static final int ROUNDS_BETWEEN_BOUNDS = 6;

    private final List<? extends ChoiceBlock> blocks;
    private final MultipleChoiceProgram program;
    private final int rows;
    private final double[] limits;
    private final double costWeight;
    private final double[] penalty;
    private final int[] first;
    private final int[] last;

    private final int[] key;
    private final double[] keyValue;
    private final int[] extraBlock;
    private final int[] extraColumn;
    private final double[] extraValue;
    private final double[][] inverse;
    private final double[] prices;
    private int pivotsSinceFactor;
    private double bestBound = Double.NEGATIVE_INFINITY;
    private double[] bestPrices;

    /// @param first first column allowed in each block
    /// @param last last column allowed in each block
    /// @param startPrices prices from which the first columns are taken; all 0 when nothing is known
    /// @param penalty cost of stretching each row by 1
    /// @param costWeight 1 to minimise cost, 0 to minimise the stretch alone
    LinearRelaxation(
            MultipleChoiceProgram program,
            int[] first,
            int[] last,
            double[] startPrices,
            double[] penalty,
            double costWeight) {
        this.program = program;
        this.blocks = program.blocks();
        this.rows = program.rows();
        this.costWeight = costWeight;
        this.penalty = penalty;
        this.first = first;
        this.last = last;
        this.limits = perturbedLimits(program);
        this.key = new int[blocks.size()];
        this.keyValue = new double[blocks.size()];
        this.extraBlock = new int[rows];
        this.extraColumn = new int[rows];
        this.extraValue = new double[rows];
        this.inverse = new double[rows][rows];
        this.prices = new double[rows];
        this.bestPrices = startPrices.clone();
        start(startPrices);
    }

    /// Tiny stretches that differ by row, so that ties between pivots do not make the simplex cycle.
    private static double[] perturbedLimits(MultipleChoiceProgram program) {
        SplittableRandom random = new SplittableRandom(7);
        double[] limits = program.limits();
        for (int r = 0; r < limits.length; r++) {
            limits[r] += 1e-8 * Math.max(1, Math.abs(limits[r])) * (1 + random.nextDouble());
        }
        return limits;
    }

    private void start(double[] startPrices) {
        double[] keyUse = new double[rows];
        for (int b = 0; b < key.length; b++) {
            key[b] = blocks.get(b)
                    .cheapest(startPrices, costWeight, first[b], last[b])
                    .column();
            keyValue[b] = 1;
            blocks.get(b).addUse(key[b], 1, keyUse);
        }
        for (int r = 0; r < rows; r++) {
            double slack = limits[r] - keyUse[r];
            extraBlock[r] = slack >= 0 ? SLACK : STRETCH;
            extraColumn[r] = r;
            extraValue[r] = Math.abs(slack);
            inverse[r][r] = slack >= 0 ? 1 : -1;
        }
        reprice();
    }

    /// Runs rounds of pricing until no column improves, the bound meets the value within `tolerance` (relative), or
    /// `maxRounds` are done.
    ///
    /// @return this
    LinearRelaxation solve(int maxRounds, double tolerance) {
        for (int round = 0; round < maxRounds; round++) {
            boolean improved = enterSlacks();
            for (int b = 0; b < key.length; b++) {
                improved |= enterCheapest(b);
            }
            if (improved && round % ROUNDS_BETWEEN_BOUNDS != 0) {
                continue;
            }
            double value = value();
            evaluateBound();
            if (!improved || value - bestBound <= tolerance * Math.max(1, Math.abs(value))) {
                return this;
            }
        }
        evaluateBound();
        return this;
    }

    /// The Lagrangian value at the best prices seen: no choice within the ranges costs less, stretches included.
    double bound() {
        return bestBound;
    }

    /// The prices of [#bound()], one per row, between 0 and the penalty.
    double[] boundPrices() {
        return bestPrices.clone();
    }

    /// Value of the current basic solution.
    double value() {
        double value = 0;
        for (int b = 0; b < key.length; b++) {
            value += costWeight * keyValue[b] * blocks.get(b).cost(key[b]);
        }
        for (int i = 0; i < rows; i++) {
            value += extraValue[i] * extraCost(i);
        }
        return value;
    }

    /// Total stretch of the current solution: 0 when every row is kept.
    double stretch() {
        double stretch = 0;
        for (int i = 0; i < rows; i++) {
            if (extraBlock[i] == STRETCH) {
                stretch += extraValue[i];
            }
        }
        return stretch;
    }

    /// The column of greatest weight in each block.
    int[] rounded() {
        int[] choice = key.clone();
        double[] weight = keyValue.clone();
        for (int i = 0; i < rows; i++) {
            int b = extraBlock[i];
            if (b >= 0 && extraValue[i] > weight[b]) {
                weight[b] = extraValue[i];
                choice[b] = extraColumn[i];
            }
        }
        return choice;
    }

    /// The block whose choice is least settled, or −1 when every block has chosen.
    int mostFractionalBlock() {
        double best = 1 - 1e-6;
        int chosen = -1;
        double[] weight = keyValue.clone();
        for (int i = 0; i < rows; i++) {
            if (extraBlock[i] >= 0) {
                weight[extraBlock[i]] = Math.max(weight[extraBlock[i]], extraValue[i]);
            }
        }
        for (int i = 0; i < rows; i++) {
            int b = extraBlock[i];
            if (b >= 0 && weight[b] < best) {
                best = weight[b];
                chosen = b;
            }
        }
        return chosen;
    }

    /// The column after which to cut a fractional block in two: both sides lose the current mixture.
    int cut(int block) {
        double mean = keyValue[block] * key[block];
        int least = keyValue[block] > 1e-9 ? key[block] : Integer.MAX_VALUE;
        int most = keyValue[block] > 1e-9 ? key[block] : Integer.MIN_VALUE;
        for (int i = 0; i < rows; i++) {
            if (extraBlock[i] == block && extraValue[i] > 1e-9) {
                mean += extraValue[i] * extraColumn[i];
                least = Math.min(least, extraColumn[i]);
                most = Math.max(most, extraColumn[i]);
            }
        }
        return (int) Math.max(least, Math.min(most - 1, Math.floor(mean)));
    }

    private boolean enterSlacks() {
        boolean improved = false;
        for (int r = 0; r < rows; r++) {
            double tolerance = 1e-9 * Math.max(1, penalty[r]);
            if (prices[r] < -tolerance) {
                double[] direction = new double[rows];
                direction[r] = 1;
                improved |= pivot(SLACK, r, direction);
            } else if (prices[r] > penalty[r] + tolerance) {
                double[] direction = new double[rows];
                direction[r] = -1;
                improved |= pivot(STRETCH, r, direction);
            }
        }
        return improved;
    }

    private boolean enterCheapest(int b) {
        ChoiceBlock block = blocks.get(b);
        double keyPrice = block.price(key[b], prices, costWeight);
        ChoiceBlock.Priced best = block.cheapest(prices, costWeight, first[b], last[b]);
        if (best.column() == key[b] || best.price() >= keyPrice - 1e-9 * Math.max(1, Math.abs(keyPrice))) {
            return false;
        }
        double[] direction = new double[rows];
        block.addUse(best.column(), 1, direction);
        block.addUse(key[b], -1, direction);
        return pivot(b, best.column(), direction);
    }

    /// Brings a column into the basis along `direction` (its use, less its key's).
    private boolean pivot(int block, int column, double[] direction) {
        double[] change = multiply(direction);
        Leaving leaving = ratioTest(block, change);
        if (leaving.extra() < 0 && leaving.block() < 0) {
            return false;
        }
        if (leaving.extra() >= 0 && Math.abs(change[leaving.extra()]) < PIVOT_TOLERANCE) {
            return false;
        }
        if (leaving.extra() < 0) {
            int promoted = anyExtraOf(leaving.block());
            if (promoted < 0) {
                replaceKey(block, column, change, leaving.step());
                return true;
            }
            swapKey(leaving.block(), promoted);
            if (leaving.block() == block) {
                Arrays.fill(direction, 0);
                blocks.get(block).addUse(column, 1, direction);
                blocks.get(block).addUse(key[block], -1, direction);
            }
            change = multiply(direction);
            if (Math.abs(change[promoted]) < PIVOT_TOLERANCE) {
                refactor();
                return false;
            }
            leaving = new Leaving(promoted, -1, leaving.step());
        }
        replaceExtra(block, column, change, leaving);
        return true;
    }

    private record Leaving(int extra, int block, double step) {}

    private Leaving ratioTest(int entering, double[] change) {
        double step = Double.POSITIVE_INFINITY;
        int extra = -1;
        int leavingBlock = -1;
        double size = 0;
        for (int i = 0; i < rows; i++) {
            if (change[i] > PIVOT_TOLERANCE) {
                double ratio = Math.max(0, extraValue[i]) / change[i];
                if (ratio < step - 1e-12 || (ratio < step + 1e-12 && change[i] > size)) {
                    step = ratio;
                    extra = i;
                    size = change[i];
                }
            }
        }
        for (int i = -1; i < rows; i++) {
            int b = i < 0 ? entering : extraBlock[i];
            if (b < 0 || (i >= 0 && anyExtraOf(b) != i)) {
                continue;
            }
            double fall = b == entering ? 1 : 0;
            for (int l = 0; l < rows; l++) {
                if (extraBlock[l] == b) {
                    fall -= change[l];
                }
            }
            if (fall > PIVOT_TOLERANCE) {
                double ratio = Math.max(0, keyValue[b]) / fall;
                if (ratio < step - 1e-12) {
                    step = ratio;
                    extra = -1;
                    leavingBlock = b;
                }
            }
        }
        return extra >= 0 ? new Leaving(extra, -1, step) : new Leaving(-1, leavingBlock, step);
    }

    private int anyExtraOf(int block) {
        for (int i = 0; i < rows; i++) {
            if (extraBlock[i] == block) {
                return i;
            }
        }
        return -1;
    }

    /// The entering column becomes the only basic column of its block.
    private void replaceKey(int block, int column, double[] change, double step) {
        key[block] = column;
        move(change, step);
        afterPivot();
    }

    /// Makes an extra column of a block its key, and the key an extra in its place; the solution does not move.
    private void swapKey(int block, int promoted) {
        for (int i = 0; i < rows; i++) {
            if (i != promoted && extraBlock[i] == block) {
                add(inverse[promoted], inverse[i]);
            }
        }
        for (int r = 0; r < rows; r++) {
            inverse[promoted][r] = -inverse[promoted][r];
        }
        int oldKey = key[block];
        double oldValue = keyValue[block];
        key[block] = extraColumn[promoted];
        keyValue[block] = extraValue[promoted];
        extraColumn[promoted] = oldKey;
        extraValue[promoted] = oldValue;
    }

    private static void add(double[] target, double[] term) {
        for (int r = 0; r < target.length; r++) {
            target[r] += term[r];
        }
    }

    private void replaceExtra(int block, int column, double[] change, Leaving leaving) {
        int out = leaving.extra();
        double step = leaving.step();
        move(change, step);
        if (extraBlock[out] >= 0) {
            keyValue[extraBlock[out]] += extraValue[out];
        }
        if (block >= 0) {
            keyValue[block] -= step;
        }
        double pivot = change[out];
        double[] pivotRow = inverse[out];
        for (int r = 0; r < rows; r++) {
            pivotRow[r] /= pivot;
        }
        for (int i = 0; i < rows; i++) {
            double factor = change[i];
            if (i != out && factor != 0) {
                double[] row = inverse[i];
                for (int r = 0; r < rows; r++) {
                    row[r] -= factor * pivotRow[r];
                }
            }
        }
        extraBlock[out] = block;
        extraColumn[out] = column;
        extraValue[out] = step;
        afterPivot();
    }

    /// What an extra column loses, its block's key gains.
    private void move(double[] change, double step) {
        for (int i = 0; i < rows; i++) {
            extraValue[i] -= step * change[i];
            if (extraBlock[i] >= 0) {
                keyValue[extraBlock[i]] += step * change[i];
            }
        }
    }

    private void afterPivot() {
        if (++pivotsSinceFactor >= REFACTOR_AFTER) {
            refactor();
        }
        reprice();
    }

    private double[] multiply(double[] direction) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += row[r] * direction[r];
            }
            product[i] = sum;
        }
        return product;
    }

    private double extraCost(int i) {
        int b = extraBlock[i];
        if (b == SLACK) {
            return 0;
        }
        return b == STRETCH
                ? penalty[extraColumn[i]]
                : costWeight * blocks.get(b).cost(extraColumn[i]);
    }

    private void reprice() {
        Arrays.fill(prices, 0);
        for (int i = 0; i < rows; i++) {
            int b = extraBlock[i];
            double cost = extraCost(i) - (b >= 0 ? costWeight * blocks.get(b).cost(key[b]) : 0);
            if (cost != 0) {
                double[] row = inverse[i];
                for (int r = 0; r < rows; r++) {
                    prices[r] -= cost * row[r];
                }
            }
        }
    }

    /// Rebuilds the inverse and the values from the columns themselves, against drift.
    private void refactor() {
        pivotsSinceFactor = 0;
        double[][] matrix = new double[rows][2 * rows];
        double[] keyUse = new double[rows];
        for (int b = 0; b < key.length; b++) {
            blocks.get(b).addUse(key[b], 1, keyUse);
        }
        for (int i = 0; i < rows; i++) {
            double[] column = new double[rows];
            switch (extraBlock[i]) {
                case SLACK -> column[extraColumn[i]] = 1;
                case STRETCH -> column[extraColumn[i]] = -1;
                default -> {
                    blocks.get(extraBlock[i]).addUse(extraColumn[i], 1, column);
                    blocks.get(extraBlock[i]).addUse(key[extraBlock[i]], -1, column);
                }
            }
            for (int r = 0; r < rows; r++) {
                matrix[r][i] = column[r];
            }
            matrix[i][rows + i] = 1;
        }
        if (!invert(matrix)) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(matrix[i], rows, inverse[i], 0, rows);
        }
        double[] residual = new double[rows];
        for (int r = 0; r < rows; r++) {
            residual[r] = limits[r] - keyUse[r];
        }
        Arrays.fill(keyValue, 1);
        double[] values = multiply(residual);
        for (int i = 0; i < rows; i++) {
            extraValue[i] = values[i];
            if (extraBlock[i] >= 0) {
                keyValue[extraBlock[i]] -= values[i];
            }
        }
    }

    /// Gauss–Jordan elimination with row pivoting on a matrix beside the identity; false when it is singular.
    private static boolean invert(double[][] matrix) {
        int n = matrix.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                if (Math.abs(matrix[r][c]) > Math.abs(matrix[best][c])) {
                    best = r;
                }
            }
            if (Math.abs(matrix[best][c]) < 1e-13) {
                return false;
            }
            double[] swap = matrix[c];
            matrix[c] = matrix[best];
            matrix[best] = swap;
            double pivot = matrix[c][c];
            for (int k = 0; k < 2 * n; k++) {
                matrix[c][k] /= pivot;
            }
            for (int r = 0; r < n; r++) {
                double factor = matrix[r][c];
                if (r != c && factor != 0) {
                    for (int k = 0; k < 2 * n; k++) {
                        matrix[r][k] -= factor * matrix[c][k];
                    }
                }
            }
        }
        return true;
    }

    private void evaluateBound() {
        double[] clamped = new double[rows];
        double bound = 0;
        for (int r = 0; r < rows; r++) {
            clamped[r] = Math.max(0, Math.min(penalty[r], prices[r]));
            bound -= clamped[r] * program.limit(r);
        }
        for (int b = 0; b < key.length; b++) {
            bound += blocks.get(b)
                    .cheapest(clamped, costWeight, first[b], last[b])
                    .price();
        }
        if (bound > bestBound) {
            bestBound = bound;
            bestPrices = clamped;
        }
    }
}
