package courant.engine.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a choice that may break rows into one that keeps them, then improves it by changing one block, or two blocks
/// at once, always by the change that helps most.
///
/// A broken row is charged a weight that grows as long as no change helps; each block looks only at a short list of
/// columns that are cheap at the relaxation's prices. Cost per change: the short lists × rows.
final class ExchangeSearch {
    private static final int MAX_CHANGES = 4000;
    private static final int MAX_WEIGHT_RISES = 60;
    private static final int MAX_PAIR_MOVES = 1500;

    private final MultipleChoiceProgram program;
    private final List<? extends ChoiceBlock> blocks;
    private final double[] prices;
    private final int[][] shortLists;
    private final int rows;

    /// @param prices the relaxation's prices, one per row
    /// @param shortListSize columns each block looks at
    ExchangeSearch(MultipleChoiceProgram program, double[] prices, int shortListSize) {
        this.program = program;
        this.blocks = program.blocks();
        this.prices = prices;
        this.rows = program.rows();
        this.shortLists = new int[blocks.size()][];
        for (int b = 0; b < shortLists.length; b++) {
            shortLists[b] = cheapestColumns(blocks.get(b), shortListSize);
        }
    }

    private int[] cheapestColumns(ChoiceBlock block, int size) {
        double[] price = new double[block.columns()];
        Integer[] columns = new Integer[price.length];
        for (int j = 0; j < price.length; j++) {
            columns[j] = j;
            price[j] = block.price(j, prices, 1);
        }
        Arrays.sort(columns, (x, y) -> Double.compare(price[x], price[y]));
        return Arrays.stream(columns).limit(size).mapToInt(Integer::intValue).toArray();
    }

    /// A choice that keeps every row, starting from `start`, or empty when none was found.
    Optional<int[]> improve(int[] start) {
        State state = new State(start);
        int rises = 0;
        for (int changes = 0; changes < MAX_CHANGES; changes++) {
            if (state.changeOne()) {
                continue;
            }
            if (program.violation(state.use) > 0) {
                if (++rises > MAX_WEIGHT_RISES) {
                    return Optional.empty();
                }
                state.raiseWeights();
            } else if (!state.changeTwo()) {
                break;
            }
        }
        return program.isFeasible(state.choice) ? Optional.of(state.choice) : Optional.empty();
    }

    /// A change of one block: what it costs, what it costs at the relaxation's prices, and what it uses.
    private record Move(int block, int column, double cost, double reducedCost, double[] use) {}

    private final class State {
        private final int[] choice;
        private final double[] use;
        private final double[] weight;
        private final Move[][] moves;

        State(int[] start) {
            choice = start.clone();
            use = program.use(choice);
            double typical = Arrays.stream(prices).max().orElse(0) / 100;
            weight = Arrays.stream(prices)
                    .map(price -> Math.max(1.2 * price, typical > 0 ? typical : 1))
                    .toArray();
            moves = new Move[choice.length][];
            for (int b = 0; b < choice.length; b++) {
                moves[b] = movesOf(b);
            }
        }

        private Move[] movesOf(int b) {
            ChoiceBlock block = blocks.get(b);
            double price = block.price(choice[b], prices, 1);
            List<Move> list = new ArrayList<>();
            for (int column : shortLists[b]) {
                if (column != choice[b]) {
                    double[] change = new double[rows];
                    block.addUse(column, 1, change);
                    block.addUse(choice[b], -1, change);
                    double reducedCost = block.price(column, prices, 1) - price;
                    list.add(new Move(b, column, block.cost(column) - block.cost(choice[b]), reducedCost, change));
                }
            }
            return list.toArray(Move[]::new);
        }

        private void apply(Move move) {
            choice[move.block()] = move.column();
            for (int r = 0; r < rows; r++) {
                use[r] += move.use()[r];
            }
            moves[move.block()] = movesOf(move.block());
        }

        /// Makes the single change that lowers cost plus charge most; false when there is none.
        boolean changeOne() {
            double current = charge(null);
            double best = -1e-6 * Math.max(1, current);
            Move chosen = null;
            for (Move[] list : moves) {
                for (Move move : list) {
                    if (move.cost() - current < best) {
                        double gain = move.cost() + charge(move) - current;
                        if (gain < best) {
                            best = gain;
                            chosen = move;
                        }
                    }
                }
            }
            if (chosen != null) {
                apply(chosen);
            }
            return chosen != null;
        }

        /// What broken rows are charged after a move (none when null). Once all rows are kept, no move may break one.
        private double charge(@Nullable Move move) {
            double charge = 0;
            for (int r = 0; r < rows; r++) {
                double excess = use[r] - program.limit(r) + (move == null ? 0 : move.use()[r]);
                if (excess > program.tolerance(r)) {
                    charge += excess * weight[r];
                }
            }
            return charge;
        }

        void raiseWeights() {
            for (int r = 0; r < rows; r++) {
                if (use[r] - program.limit(r) > program.tolerance(r)) {
                    weight[r] *= 1.5;
                }
            }
        }

        /// Makes the pair of changes that keeps every row and lowers the cost most; false when there is none.
        ///
        /// A pair can only gain what the rows' slack is worth at the prices, so that few moves come
        /// into question.
        boolean changeTwo() {
            double[] slack = new double[rows];
            double worth = 0;
            for (int r = 0; r < rows; r++) {
                slack[r] = program.limit(r) - use[r];
                worth += prices[r] * Math.max(0, slack[r]);
            }
            List<Move> candidates = promising(worth);
            double best = -1e-6;
            Move left = null;
            Move right = null;
            for (int i = 0; i < candidates.size(); i++) {
                Move a = candidates.get(i);
                for (int k = i + 1; k < candidates.size(); k++) {
                    Move c = candidates.get(k);
                    double cost = a.cost() + c.cost();
                    if (cost < best && a.block() != c.block() && fits(a, c, slack)) {
                        best = cost;
                        left = a;
                        right = c;
                    }
                }
            }
            if (left == null || right == null) {
                return false;
            }
            apply(left);
            apply(right);
            return true;
        }

        private List<Move> promising(double worth) {
            return Arrays.stream(moves)
                    .flatMap(Arrays::stream)
                    .filter(move -> move.reducedCost() < worth)
                    .sorted(Comparator.comparingDouble(Move::reducedCost))
                    .limit(MAX_PAIR_MOVES)
                    .toList();
        }

        private boolean fits(Move a, Move c, double[] slack) {
            for (int r = 0; r < rows; r++) {
                if (a.use()[r] + c.use()[r] > slack[r]) {
                    return false;
                }
            }
            return true;
        }
    }
}
