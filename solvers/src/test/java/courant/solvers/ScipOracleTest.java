package courant.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.optimise.ChoiceResult;
import courant.engine.optimise.MultipleChoiceProgram;
import courant.engine.optimise.MultipleChoiceSolver;
import courant.engine.optimise.SearchLimits;
import courant.engine.optimise.TableBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Fleets too large to exhaust, solved by ours and by SCIP: the same optimum.
class ScipOracleTest {
    private static final int YEARS = 6;

    @Test
    void sixtyFleetsOfTwelveUnitsHaveTheSameOptimumByScip() {
        ScipChoiceSolver scip = scip();
        SearchLimits limits = new SearchLimits(20_000, () -> false, 0, 1);
        int feasible = 0;
        int proved = 0;
        for (int seed = 0; seed < 60; seed++) {
            MultipleChoiceProgram program = fleet(new SplittableRandom(seed), 12);

            ChoiceResult theirs = scip.solve(program, limits);
            ChoiceResult ours = MultipleChoiceSolver.solve(program, limits);

            assertTrue(ours.bound() <= theirs.cost() * (1 + 1e-9), "seed " + seed);
            if (!ours.exhausted()) {
                continue;
            }
            proved++;
            assertEquals(theirs.choice().isPresent(), ours.choice().isPresent(), "seed " + seed);
            if (ours.choice().isPresent()) {
                feasible++;
                assertEquals(theirs.cost(), ours.cost(), 1e-6 * Math.abs(ours.cost()), "seed " + seed);
            }
        }
        System.out.printf(
                "Against SCIP: %d of 60 fleets proved by us within 20,000 nodes, %d feasible%n", proved, feasible);
        assertTrue(proved >= 50, "only " + proved + " proofs were completed");
        assertTrue(feasible >= 20, "only " + feasible + " fleets were feasible: the test says little");
    }

    private static ScipChoiceSolver scip() {
        try {
            return new ScipChoiceSolver();
        } catch (SolverUnavailableException e) {
            return Assumptions.abort(e.toString());
        }
    }

    /// Keep, or buy in a year one of two options; a budget per year, and a share of option 1 at the end.
    private static MultipleChoiceProgram fleet(SplittableRandom random, int units) {
        List<TableBlock> blocks = new ArrayList<>();
        for (int b = 0; b < units; b++) {
            double running = random.nextInt(2_000, 9_000);
            double[] costs = new double[2 * YEARS + 1];
            double[][] uses = new double[2 * YEARS + 1][YEARS + 1];
            for (int j = 0; j < 2 * YEARS; j++) {
                int year = j / 2;
                int price = j % 2 == 0 ? 30 + random.nextInt(20) : 40 + random.nextInt(40);
                double saved = j % 2 == 0 ? 0.2 : 0.7;
                costs[j] = Math.rint(1000.0 * price / (1 + 0.1 * year) * 0.5
                        + running * year
                        + running * (1 - saved) * (YEARS - year));
                uses[j][year] = price / 64.0;
                uses[j][YEARS] = j % 2 == 0 ? 0 : -1;
            }
            costs[2 * YEARS] = running * YEARS;
            blocks.add(new TableBlock(costs, uses));
        }
        double[] limits = new double[YEARS + 1];
        for (int y = 0; y < YEARS; y++) {
            limits[y] = units * (4 + random.nextInt(8)) / 64.0;
        }
        limits[YEARS] = -random.nextInt(units);
        return new MultipleChoiceProgram(blocks, limits);
    }
}
