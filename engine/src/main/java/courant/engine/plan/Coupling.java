package courant.engine.plan;

import courant.engine.fleet.VehicleClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows that units share: one per budget year with a limit, one per target.
///
/// Uses are scaled near 1: money by a power of two, so that integer cents stay exact.
final class Coupling {
    private static final double CENTS_SCALE = 0x1p-23;
    private static final int NONE = -1;

    private final int[] budgetRow;
    private final List<TargetRow> targets = new ArrayList<>();
    private final double[] limits;

    /// A target as a row: share × present − electric ≤ 0 at the end of a year.
    record TargetRow(int row, int year, Target target) {}

    Coupling(PlanRequest request) {
        budgetRow = new int[request.years()];
        Arrays.fill(budgetRow, NONE);
        List<Double> limit = new ArrayList<>();
        request.budgetCents().forEach((year, cents) -> {
            int index = year - request.firstYear();
            if (index >= 0 && index < request.years()) {
                budgetRow[index] = limit.size();
                limit.add(cents * CENTS_SCALE);
            }
        });
        for (Target target : request.targets()) {
            targets.add(new TargetRow(limit.size(), target.year() - request.firstYear(), target));
            limit.add(0.0);
        }
        limits = limit.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] limits() {
        return limits.clone();
    }

    int years() {
        return budgetRow.length;
    }

    List<TargetRow> targetsOn(VehicleClass vehicleClass) {
        return targets.stream().filter(t -> t.target().covers(vehicleClass)).toList();
    }

    /// Adds capital spent in a year to its row, if that year has a limit.
    void addCapital(int year, long cents, double times, double[] rows) {
        if (budgetRow[year] != NONE) {
            rows[budgetRow[year]] += times * cents * CENTS_SCALE;
        }
    }

    /// The price of a cent of capital in each year.
    double[] capitalPrices(double[] prices) {
        double[] byYear = new double[budgetRow.length];
        for (int y = 0; y < byYear.length; y++) {
            byYear[y] = budgetRow[y] == NONE ? 0 : prices[budgetRow[y]] * CENTS_SCALE;
        }
        return byYear;
    }
}
