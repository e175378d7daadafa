package courant.engine.optimise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The public multi-year schedule instance (illustrative data): keep, or replace once within ten years by a combustion
/// vehicle or one of three electric options, under a yearly budget and a cap on the last year's emissions.
///
/// Reference objectives and bounds were proved by another solver (HiGHS, one thread): see `docs/reference`.
class ScheduleBenchmarkTest {
    private static final double[][] CLASSES = {
        {38, .55, 24, 9, 52, 18}, {58, .40, 22, 13.5, 78, 26}, {62, .18, 20, 14, 80, 30}, {95, .10, 18, 20, 150, 36}
    };
    private static final int YEARS = 10;
    private static final int OPTIONS = 4;
    private long state = 1;

    @Test
    void aHundredVehiclesComeWithinOneThousandthOfTheReferenceOptimum() {
        check(100, 6_303.03, 6_302.40);
    }

    @Test
    void twoThousandVehiclesComeWithinOneThousandthOfTheReferenceOptimum() {
        check(2_000, 128_832.19, 128_830.41);
    }

    private void check(int vehicles, double objective, double bound) {
        ChoiceResult result =
                MultipleChoiceSolver.solve(instance(vehicles), new SearchLimits(100, () -> false, 1e-5, 0));

        System.out.printf(
                "schedule %d: objective %.2f bound %.2f gap %.1e nodes %d%n",
                vehicles, result.cost(), result.bound(), 1 - result.bound() / result.cost(), result.nodes());
        assertTrue(result.cost() <= objective * (1 + 1e-3), "objective " + result.cost());
        assertTrue(result.bound() >= bound * (1 - 1e-3), "bound " + result.bound());
        assertTrue(result.bound() <= objective, "bound " + result.bound() + " above a known objective");
    }

    private MultipleChoiceProgram instance(int vehicles) {
        List<TableBlock> blocks = new ArrayList<>();
        double[] limits = new double[YEARS + 1];
        double budget = vehicles * 58.0 / 14 * 1.15;
        double cap = 0;
        for (int v = 0; v < vehicles; v++) {
            double[] kind = draw(CLASSES, draw());
            double km = kind[2] * (.4 + 1.2 * draw());
            int age = (int) (draw() * 14);
            blocks.add(vehicle(kind, km, age, budget, vehicles));
            cap += .5 * km * 10 * kind[3] * 2.32 / 1000;
        }
        java.util.Arrays.fill(limits, 0, YEARS, 1);
        limits[YEARS] = cap / vehicles;
        return new MultipleChoiceProgram(blocks, limits);
    }

    private static TableBlock vehicle(double[] kind, double km, int age, double budget, int vehicles) {
        int columns = YEARS * OPTIONS + 1;
        double[] costs = new double[columns];
        double[][] uses = new double[columns][YEARS + 1];
        for (int j = 0; j < columns; j++) {
            int bought = j / OPTIONS;
            int option = j % OPTIONS;
            double purchase = bought == YEARS ? 0 : purchase(kind, bought, option);
            for (int y = 0; y < YEARS; y++) {
                double[] year = y < bought ? kept(kind, km, age + y) : held(kind, km, y - bought, option);
                costs[j] += (year[0] + (y == bought ? purchase : 0)) / Math.pow(1.04, y);
                if (y == YEARS - 1) {
                    uses[j][YEARS] = year[1] / vehicles;
                }
            }
            if (bought < YEARS) {
                uses[j][bought] = purchase / budget;
            }
        }
        return new TableBlock(costs, uses);
    }

    private static double purchase(double[] kind, int year, int option) {
        return option == 0
                ? kind[0] * Math.pow(1.02, year)
                : kind[4] * (.90 + .12 * (option - 1)) * Math.pow(.975, year) + 3.5;
    }

    /// Cost (k$) and emissions (t) of a year with the old vehicle.
    private static double[] kept(double[] kind, double km, int age) {
        double litres = km * 10 * kind[3];
        return new double[] {litres * 1.55 / 1000 + 1.2 + .28 * age * kind[0] / 58, litres * 2.32 / 1000};
    }

    /// Cost (k$) and emissions (t) of a year with a new vehicle.
    private static double[] held(double[] kind, double km, int age, int option) {
        if (option == 0) {
            double litres = .93 * km * 10 * kind[3];
            return new double[] {litres * 1.55 / 1000 + .8 + .22 * age * kind[0] / 58, litres * 2.32 / 1000};
        }
        double kwh = km * 10 * kind[5];
        return new double[] {
            kwh * (1 + .06 * (option - 1)) * .09 / 1000 * 1.15 + .5 + .13 * age * kind[0] / 58, kwh * .0013 / 1000
        };
    }

    private double draw() {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return (state >>> 33) / (double) (1L << 31);
    }

    private static double[] draw(double[][] classes, double u) {
        double sum = 0;
        for (double[] kind : classes) {
            sum += kind[1];
            if (sum > u) {
                return kind;
            }
        }
        throw new IllegalStateException("shares sum to " + sum);
    }
}
