package courant.engine.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MultipleChoiceSolverTest {
    @Test
    void withoutRowsEachBlockTakesItsCheapestColumn() {
        var program = new MultipleChoiceProgram(
                List.of(block(new double[] {5, 3, 4}), block(new double[] {2, 9})), new double[0]);

        ChoiceResult result = MultipleChoiceSolver.solve(program, SearchLimits.complete(1));

        assertEquals(5, result.cost());
        assertEquals(5, result.bound());
        assertEquals(1, result.choice().orElseThrow()[0]);
    }

    @Test
    void aBudgetForTwoOfThreePurchasesLeavesOutTheOneThatSavesLeast() {
        // Each block: keep at 10, or buy (use 1) at 4, 6 or 7. The budget allows two purchases: 4 + 6 + 10 = 20.
        var program = new MultipleChoiceProgram(List.of(buyAt(4), buyAt(6), buyAt(7)), new double[] {2});

        ChoiceResult result = MultipleChoiceSolver.solve(program, SearchLimits.complete(1));

        assertEquals(20, result.cost());
        assertEquals(20, result.bound());
        assertTrue(result.exhausted());
    }

    @Test
    void aTargetThatCannotBeMetIsProvedInfeasible() {
        // At least 3 purchases (−use ≤ −3) among two blocks.
        TableBlock block = new TableBlock(new double[] {0, 1}, new double[][] {{0}, {-1}});
        var program = new MultipleChoiceProgram(List.of(block, block), new double[] {-3});

        ChoiceResult result = MultipleChoiceSolver.solve(program, SearchLimits.complete(1));

        assertTrue(result.provedInfeasible());
    }

    @Property(tries = 400)
    void findsTheOptimumThatExhaustionFinds(@ForAll long seed) {
        MultipleChoiceProgram program = random(new SplittableRandom(seed));

        ChoiceResult result = MultipleChoiceSolver.solve(program, SearchLimits.complete(1));

        double best = exhaust(program, new int[program.blocks().size()], 0);
        assertEquals(best, result.cost(), "seed " + seed);
        assertEquals(best, result.bound(), "seed " + seed);
        assertEquals(Double.isInfinite(best), result.provedInfeasible(), "seed " + seed);
    }

    @Property(tries = 100)
    void theBoundOfAnInterruptedSearchIsNeverAboveTheOptimum(@ForAll long seed) {
        MultipleChoiceProgram program = random(new SplittableRandom(seed));

        ChoiceResult result = MultipleChoiceSolver.solve(program, new SearchLimits(1, () -> false, 0, 1));

        assertTrue(result.bound() <= exhaust(program, new int[program.blocks().size()], 0));
    }

    @Property(tries = 200)
    void theRelaxationOfATightProgramMeetsItsOwnBound(@ForAll long seed) {
        MultipleChoiceProgram program = tight(new SplittableRandom(seed));
        double[] penalty = new double[program.rows()];
        Arrays.fill(penalty, 1e5);
        int[] last = new int[program.blocks().size()];
        Arrays.fill(last, program.blocks().getFirst().columns() - 1);

        LinearRelaxation relaxation = new LinearRelaxation(
                        program, new int[last.length], last, new double[program.rows()], penalty, 1)
                .solve(1000, 1e-12);

        assertEquals(relaxation.value(), relaxation.bound(), 1e-5 * relaxation.value(), "seed " + seed);
    }

    @Test
    void theLeastStretchIsProvedByItsPrices() {
        // Two blocks use 1 or 2 of a row that allows 1: at least 1 too much, each unit of price 1.
        TableBlock block = new TableBlock(new double[] {5, 0}, new double[][] {{1}, {2}});
        var program = new MultipleChoiceProgram(List.of(block, block), new double[] {1});

        MultipleChoiceSolver.Stretch stretch = MultipleChoiceSolver.leastStretch(program, new double[1]);

        assertEquals(1, stretch.total(), 1e-9);
        assertEquals(1, stretch.prices()[0], 1e-9);
        assertTrue(stretch.provesInfeasible());
    }

    /// Sixty units that each must buy in one of eight years, under yearly budgets that just suffice.
    private static MultipleChoiceProgram tight(SplittableRandom random) {
        int rows = 8;
        List<TableBlock> blocks = new ArrayList<>();
        double total = 0;
        for (int b = 0; b < 60; b++) {
            double price = random.nextDouble(0.5, 4);
            double[] costs = new double[2 * rows];
            double[][] uses = new double[2 * rows][rows];
            for (int j = 0; j < costs.length; j++) {
                costs[j] = random.nextDouble(100, 2000);
                uses[j][j / 2] = j % 2 == 0 ? price : 1.5 * price;
            }
            blocks.add(new TableBlock(costs, uses));
            total += price;
        }
        double[] limits = new double[rows];
        Arrays.fill(limits, total / rows * random.nextDouble(1.0, 1.1));
        return new MultipleChoiceProgram(blocks, limits);
    }

    private static MultipleChoiceProgram random(SplittableRandom random) {
        int rows = random.nextInt(1, 5);
        int blockCount = random.nextInt(1, 6);
        List<TableBlock> blocks = new ArrayList<>();
        double[] limits = new double[rows];
        for (int b = 0; b < blockCount; b++) {
            int columns = random.nextInt(1, 7);
            double[] costs = new double[columns];
            double[][] uses = new double[columns][rows];
            for (int j = 0; j < columns; j++) {
                costs[j] = random.nextInt(0, 200);
                for (int r = 0; r < rows; r++) {
                    uses[j][r] = random.nextInt(4) == 0 ? random.nextInt(-4, 9) : 0;
                }
            }
            blocks.add(new TableBlock(costs, uses));
        }
        for (int r = 0; r < rows; r++) {
            limits[r] = random.nextInt(-2, 6);
        }
        return new MultipleChoiceProgram(blocks, limits);
    }

    private static double exhaust(MultipleChoiceProgram program, int[] choice, int block) {
        if (block == choice.length) {
            return program.isFeasible(choice) ? program.cost(choice) : Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < program.blocks().get(block).columns(); j++) {
            choice[block] = j;
            best = Math.min(best, exhaust(program, choice, block + 1));
        }
        return best;
    }

    private static TableBlock block(double[] costs) {
        return new TableBlock(costs, new double[costs.length][0]);
    }

    private static TableBlock buyAt(double cost) {
        return new TableBlock(new double[] {10, cost}, new double[][] {{0}, {1}});
    }
}
