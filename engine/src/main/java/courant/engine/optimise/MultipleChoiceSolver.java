package courant.engine.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Branch and bound over [LinearRelaxation], best bound first.
///
/// At the root: the relaxation's prices give the bound; rounding, exchange, and an exact search over the few blocks
/// that are not settled (the *core*, after Balas and Zemel 1980) give the incumbent. Then the column range of the least
/// settled block is cut in two, and columns whose price shows that they cannot be part of a better choice are cut off.
///
/// A node whose rows cannot be kept is dropped only on proof: the Lagrangian value of its stretch is positive.
public final class MultipleChoiceSolver {
    private static final int MAX_ROUNDS = 400;
    private static final int CORE_BLOCKS = 24;
    private static final int TIGHTENINGS = 3;
    private static final double INFEASIBLE_STRETCH = 1e-7;

    private final MultipleChoiceProgram program;
    private final SearchLimits limits;
    private final double[] penalty;
    private final double[] unitPenalty;
    private final int blockCount;
    private int @Nullable [] incumbent;
    private double incumbentCost = Double.POSITIVE_INFINITY;
    private long nodes;

    private MultipleChoiceSolver(MultipleChoiceProgram program, SearchLimits limits) {
        this.program = program;
        this.limits = limits;
        this.blockCount = program.blocks().size();
        this.penalty = new double[program.rows()];
        Arrays.fill(penalty, 100 * greatestSpread());
        this.unitPenalty = new double[program.rows()];
        Arrays.fill(unitPenalty, 1);
    }

    /// Solves a program within limits.
    ///
    /// @return the best choice found and a bound that holds whatever stopped the search
    public static ChoiceResult solve(MultipleChoiceProgram program, SearchLimits limits) {
        return new MultipleChoiceSolver(program, limits).search(true);
    }

    /// By how much the rows of a program must at least be stretched in all, and the prices that prove it.
    ///
    /// @param total a lower bound of the sum of the rows' excesses; above 0 no choice keeps every row
    /// @param prices one per row, 0 to 1: for any choice, Σ prices · (use − limit) ≥ total
    public record Stretch(double total, double[] prices) {
        /// Whether it is proved that no choice keeps every row.
        public boolean provesInfeasible() {
            return total > INFEASIBLE_STRETCH;
        }
    }

    /// The least stretch of a program's rows in its relaxation, by the simplex method's first phase.
    ///
    /// @param startPrices prices near which the proof may lie, such as those of a similar program; 0 when unknown
    public static Stretch leastStretch(MultipleChoiceProgram program, double[] startPrices) {
        MultipleChoiceSolver solver = new MultipleChoiceSolver(program, SearchLimits.complete(0));
        LinearRelaxation phaseOne = solver.phaseOne(new int[solver.blockCount], solver.lastColumns(), startPrices);
        return new Stretch(phaseOne.bound(), phaseOne.boundPrices());
    }

    private double greatestSpread() {
        double[] none = new double[program.rows()];
        double spread = 1;
        for (ChoiceBlock block : program.blocks()) {
            int last = block.columns() - 1;
            double least = block.cheapest(none, 1, 0, last).price();
            for (int j = 0; j <= last; j++) {
                spread = Math.max(spread, block.cost(j) - least);
            }
        }
        return spread;
    }

    /// A subproblem: the column ranges of its parent, with one block narrowed.
    private record Node(
            @Nullable Node parent, int block, int first, int last, double bound, double[] prices, int depth) {}

    private ChoiceResult search(boolean withCore) {
        int[] first = new int[blockCount];
        int[] last = lastColumns();
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(Node::bound)
                .thenComparing(Comparator.comparingInt(Node::depth).reversed()));
        open.add(new Node(null, -1, 0, 0, Double.NEGATIVE_INFINITY, new double[program.rows()], 0));
        double droppedBound = Double.POSITIVE_INFINITY;
        while (!open.isEmpty()) {
            Node node = open.peek();
            if (nodes > 0
                    && (nodes >= limits.maxNodes() || limits.deadline().getAsBoolean() || isClosed(node.bound()))) {
                break;
            }
            open.poll();
            if (canDrop(node.bound())) {
                droppedBound = Math.min(droppedBound, node.bound());
                continue;
            }
            nodes++;
            restore(node, first, last);
            LinearRelaxation relaxation =
                    new LinearRelaxation(program, first, last, node.prices(), penalty, 1).solve(MAX_ROUNDS, 1e-12);
            double bound = Math.max(node.bound(), relaxation.bound());
            if (relaxation.stretch() > INFEASIBLE_STRETCH && cannotKeepRows(first, last)) {
                continue;
            }
            offer(relaxation.rounded());
            if (node.parent() == null && withCore) {
                seekIncumbent(relaxation);
            }
            if (canDrop(bound)) {
                droppedBound = Math.min(droppedBound, bound);
                continue;
            }
            int block = relaxation.mostFractionalBlock();
            if (block >= 0 && first[block] < last[block]) {
                int cut = Math.clamp(relaxation.cut(block), first[block], last[block] - 1);
                branch(open, node, block, cut, bound, relaxation, first, last);
                continue;
            }
            block = settle(relaxation, bound, first, last);
            if (block >= 0) {
                branch(open, node, block, (first[block] + last[block]) / 2, bound, relaxation, first, last);
            } else {
                droppedBound = Math.min(droppedBound, bound);
            }
        }
        return result(open, droppedBound);
    }

    /// The relaxation chose whole columns. Either it found a feasible choice at its own bound, and nothing is left
    /// here; or tolerances hide a broken row: cut the widest block.
    private int settle(LinearRelaxation relaxation, double bound, int[] first, int[] last) {
        int[] choice = relaxation.rounded();
        if (program.isFeasible(choice) && program.cost(choice) <= bound + closeEnough(bound)) {
            return -1;
        }
        int widest = -1;
        for (int b = 0; b < blockCount; b++) {
            if (last[b] > first[b] && (widest < 0 || last[b] - first[b] > last[widest] - first[widest])) {
                widest = b;
            }
        }
        return widest;
    }

    private void branch(
            PriorityQueue<Node> open,
            Node node,
            int block,
            int cut,
            double bound,
            LinearRelaxation relaxation,
            int[] first,
            int[] last) {
        double[] prices = relaxation.boundPrices();
        open.add(new Node(node, block, first[block], cut, bound, prices, node.depth() + 1));
        open.add(new Node(node, block, cut + 1, last[block], bound, prices, node.depth() + 1));
    }

    private int[] lastColumns() {
        return IntStream.range(0, blockCount)
                .map(b -> program.blocks().get(b).columns() - 1)
                .toArray();
    }

    private void restore(Node node, int[] first, int[] last) {
        Arrays.fill(first, 0);
        System.arraycopy(lastColumns(), 0, last, 0, blockCount);
        for (Node n = node; n != null && n.block() >= 0; n = n.parent()) {
            first[n.block()] = Math.max(first[n.block()], n.first());
            last[n.block()] = Math.min(last[n.block()], n.last());
        }
    }

    private boolean cannotKeepRows(int[] first, int[] last) {
        return phaseOne(first, last, new double[program.rows()]).bound() > INFEASIBLE_STRETCH;
    }

    private LinearRelaxation phaseOne(int[] first, int[] last, double[] startPrices) {
        return new LinearRelaxation(program, first, last, startPrices, unitPenalty, 0).solve(MAX_ROUNDS, 1e-12);
    }

    private void offer(int[] choice) {
        double cost = program.cost(choice);
        if (cost < incumbentCost && program.isFeasible(choice)) {
            incumbent = choice.clone();
            incumbentCost = cost;
        }
    }

    private void seekIncumbent(LinearRelaxation root) {
        double[] prices = root.boundPrices();
        double bound = root.bound();
        ExchangeSearch exchange = new ExchangeSearch(program, prices, Math.clamp(60_000 / blockCount, 12, 200));
        exchange.improve(root.rounded()).ifPresent(this::offer);
        double[] tightened = program.limits();
        for (int i = 0; i < TIGHTENINGS && incumbent == null; i++) {
            tighten(tightened, root.rounded());
            root = relaxation(new MultipleChoiceProgram(program.blocks(), tightened), root.boundPrices());
            exchange.improve(root.rounded()).ifPresent(this::offer);
        }
        if (incumbent != null && !canDrop(bound)) {
            core(prices).ifPresent(this::offer);
        }
        if (incumbent != null) {
            exchange.improve(incumbent).ifPresent(this::offer);
        }
    }

    /// Lowers the limit of each row that a rounded choice breaks, by what it breaks it.
    private void tighten(double[] tightened, int[] rounded) {
        double[] use = program.use(rounded);
        for (int r = 0; r < use.length; r++) {
            tightened[r] -= Math.max(0, use[r] - program.limit(r));
        }
    }

    private LinearRelaxation relaxation(MultipleChoiceProgram tightened, double[] prices) {
        return new LinearRelaxation(tightened, new int[blockCount], lastColumns(), prices, penalty, 1)
                .solve(MAX_ROUNDS, 1e-9);
    }

    /// The best choice that differs from the incumbent only in the blocks where prices nearly tie or disagree with it.
    private Optional<int[]> core(double[] prices) {
        int[] start = incumbent;
        if (start == null || blockCount <= CORE_BLOCKS) {
            return Optional.empty();
        }
        int[] chosen = IntStream.range(0, blockCount)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer b) -> settledness(b, start[b], prices)))
                .limit(CORE_BLOCKS)
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] free = new boolean[blockCount];
        Arrays.stream(chosen).forEach(b -> free[b] = true);
        double[] left = program.limits();
        for (int b = 0; b < blockCount; b++) {
            if (!free[b]) {
                program.blocks().get(b).addUse(start[b], -1, left);
            }
        }
        MultipleChoiceProgram core = new MultipleChoiceProgram(
                Arrays.stream(chosen).mapToObj(program.blocks()::get).toList(), left);
        MultipleChoiceSolver solver =
                new MultipleChoiceSolver(core, new SearchLimits(400, limits.deadline(), 1e-9, limits.costStep()));
        solver.offer(Arrays.stream(chosen).map(b -> start[b]).toArray());
        return solver.search(false).choice().map(found -> {
            int[] whole = start.clone();
            for (int i = 0; i < chosen.length; i++) {
                whole[chosen[i]] = found[i];
            }
            return whole;
        });
    }

    /// How much a block would lose by leaving its cheapest column: small or negative means unsettled.
    private double settledness(int b, int column, double[] prices) {
        ChoiceBlock block = program.blocks().get(b);
        int last = block.columns() - 1;
        int cheapest = block.cheapest(prices, 1, 0, last).column();
        double best = block.price(cheapest, prices, 1);
        if (cheapest != column) {
            return best - block.price(column, prices, 1);
        }
        double second = Double.POSITIVE_INFINITY;
        if (cheapest > 0) {
            second = Math.min(second, block.cheapest(prices, 1, 0, cheapest - 1).price());
        }
        if (cheapest < last) {
            second = Math.min(
                    second, block.cheapest(prices, 1, cheapest + 1, last).price());
        }
        return second - best;
    }

    private double closeEnough(double value) {
        return 1e-9 * Math.max(1, Math.abs(value));
    }

    /// No choice below a node with this bound beats the incumbent.
    private boolean canDrop(double bound) {
        return bound > incumbentCost - Math.max(limits.costStep() * 0.999, closeEnough(incumbentCost));
    }

    private boolean isClosed(double bound) {
        return incumbentCost - bound <= limits.gap() * Math.abs(incumbentCost);
    }

    private ChoiceResult result(PriorityQueue<Node> open, double droppedBound) {
        boolean exhausted = open.isEmpty();
        double bound = open.isEmpty()
                ? droppedBound
                : Math.min(droppedBound, open.peek().bound());
        if (limits.costStep() > 0 && Double.isFinite(bound)) {
            bound = Math.ceil(bound / limits.costStep() - 1e-3) * limits.costStep();
        }
        bound = exhausted ? incumbentCost : Math.min(bound, incumbentCost);
        return new ChoiceResult(Optional.ofNullable(incumbent), incumbentCost, bound, nodes, exhausted);
    }
}
