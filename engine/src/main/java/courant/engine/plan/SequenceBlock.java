package courant.engine.plan;

import courant.engine.cost.Ownership;
import courant.engine.optimise.ChoiceBlock;
import java.util.ArrayList;
import java.util.List;

/// One unit as a block of a multiple-choice program: a column per sequence of at most two actions.
///
/// Columns stand in order of the year of the first action, then of its kind, so that branching cuts the years; keeping
/// comes last. Costs are whole cents. With `n` replacements and `T` years there are about `n² T² / 2` columns; pricing
/// all of them costs that many additions.
final class SequenceBlock implements ChoiceBlock {
    static final int KEEP = -1;
    static final int RETIRE = -2;
    static final int SHARE = -3;
    private static final int NO_SECOND = -9;

    private final UnitOptions options;
    private final Coupling coupling;
    private final List<Coupling.TargetRow> targets;
    private final int years;
    private final boolean electricToday;
    private final int[] firstKind;
    private final int[] firstYear;
    private final int[] secondKind;
    private final int[] secondYear;
    private final int[] electricFromYear;
    private final int[] electricUntilYear;
    private final boolean[] secondIsFirstElectric;
    private final double[] cost;

    /// A sequence of actions: kinds are `KEEP`, `RETIRE`, `SHARE` or the index of a replacement.
    record Sequence(int firstKind, int firstYear, int secondKind, int secondYear) {
        boolean hasSecond() {
            return secondKind != NO_SECOND;
        }
    }

    /// @throws IllegalArgumentException when no sequence is allowed for the unit
    SequenceBlock(UnitOptions options, Coupling coupling, Discount discount) {
        this.options = options;
        this.coupling = coupling;
        this.targets = coupling.targetsOn(options.unitCase().unit().vehicleClass());
        this.years = coupling.years();
        this.electricToday = options.today().isElectric();
        List<Sequence> sequences = sequences();
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException(
                    """
                    Nothing may be done with unit %s: it must be replaced by year index %d and no replacement can be ordered.
                    Maybe the catalogue's dates of availability leave a hole.\
                    """.formatted(options.unitCase().unit().id(), options.deadline()));
        }
        int n = sequences.size();
        firstKind = new int[n];
        firstYear = new int[n];
        secondKind = new int[n];
        secondYear = new int[n];
        electricFromYear = new int[n];
        electricUntilYear = new int[n];
        secondIsFirstElectric = new boolean[n];
        cost = new double[n];
        SequencePrice price = new SequencePrice(options, discount, years);
        for (int j = 0; j < n; j++) {
            Sequence s = sequences.get(j);
            firstKind[j] = s.firstKind();
            firstYear[j] = s.firstYear();
            secondKind[j] = s.secondKind();
            secondYear[j] = s.secondYear();
            electricFromYear[j] = electricFrom(j);
            electricUntilYear[j] = electricUntil(j);
            secondIsFirstElectric[j] = s.hasSecond() && electricFromYear[j] == s.secondYear();
            cost[j] = price.cents(s);
        }
    }

    private List<Sequence> sequences() {
        List<Sequence> list = new ArrayList<>();
        int lastFirstYear = Math.min(options.deadline(), years - 1);
        for (int t = 0; t <= lastFirstYear; t++) {
            if (options.mayRetire()) {
                list.add(new Sequence(RETIRE, t, NO_SECOND, 0));
            }
            if (options.sharedWith() != null) {
                list.add(new Sequence(SHARE, t, NO_SECOND, 0));
            }
            for (int k = 0; k < options.replacements().size(); k++) {
                if (options.replacements().get(k).orderableIn(t)) {
                    addReplacements(list, t, k);
                }
            }
        }
        if (options.deadline() >= years) {
            list.add(new Sequence(KEEP, years, NO_SECOND, 0));
        }
        return list;
    }

    private void addReplacements(List<Sequence> list, int first, int k) {
        Ownership bought = options.replacements().get(k);
        if (years - first <= options.longestHold()) {
            list.add(new Sequence(k, first, NO_SECOND, 0));
        }
        for (int second = first + 1; second <= Math.min(years - 1, first + options.longestHold()); second++) {
            if (years - second > options.longestHold()) {
                continue;
            }
            for (int l = 0; l < options.replacements().size(); l++) {
                Ownership next = options.replacements().get(l);
                if (next.orderableIn(second) && (next.isElectric() || !bought.isElectric())) {
                    list.add(new Sequence(k, first, l, second));
                }
            }
        }
    }

    Sequence sequence(int column) {
        return new Sequence(firstKind[column], firstYear[column], secondKind[column], secondYear[column]);
    }

    /// The column of least cost, whatever it uses; the first of equals.
    int leastCost() {
        int best = 0;
        for (int j = 1; j < cost.length; j++) {
            if (cost[j] < cost[best]) {
                best = j;
            }
        }
        return best;
    }

    @Override
    public int columns() {
        return cost.length;
    }

    @Override
    public double cost(int column) {
        return cost[column];
    }

    @Override
    public void addUse(int column, double times, double[] rows) {
        int k = firstKind[column];
        if (k >= 0) {
            coupling.addCapital(firstYear[column], firstCapital(k, firstYear[column]), times, rows);
        }
        int l = secondKind[column];
        if (l != NO_SECOND) {
            coupling.addCapital(secondYear[column], secondCapital(k, l, secondYear[column]), times, rows);
        }
        for (Coupling.TargetRow target : targets) {
            double share = target.target().share();
            if (isPresent(column, target.year())) {
                rows[target.row()] += times * (share - (isElectric(column, target.year()) ? 1 : 0));
            }
        }
    }

    private boolean isPresent(int column, int year) {
        return !(firstKind[column] == RETIRE || firstKind[column] == SHARE) || firstYear[column] > year;
    }

    private boolean isElectric(int column, int year) {
        return year >= electricFromYear[column] && year < electricUntilYear[column];
    }

    /// The year from which the unit is electric under a column; the horizon's length when it never is.
    private int electricFrom(int column) {
        if (electricToday) {
            return 0;
        }
        if (firstKind[column] >= 0
                && options.replacements().get(firstKind[column]).isElectric()) {
            return firstYear[column];
        }
        if (secondKind[column] >= 0
                && options.replacements().get(secondKind[column]).isElectric()) {
            return secondYear[column];
        }
        return years;
    }

    /// The year from which an electric unit is so no longer: it left, or no electric model could take its place.
    private int electricUntil(int column) {
        int kind = firstKind[column];
        boolean stays = !electricToday
                || kind == KEEP
                || (kind >= 0 && options.replacements().get(kind).isElectric());
        return stays ? years : firstYear[column];
    }

    private long firstCapital(int k, int year) {
        return options.capitalCents(
                k, year, !electricToday && options.replacements().get(k).isElectric());
    }

    private long secondCapital(int k, int l, int year) {
        boolean had = electricToday || options.replacements().get(k).isElectric();
        return options.capitalCents(
                l, year, !had && options.replacements().get(l).isElectric());
    }

    @Override
    public double price(int column, double[] prices, double costWeight) {
        double[] use = new double[prices.length];
        addUse(column, 1, use);
        double price = costWeight * cost[column];
        for (int r = 0; r < use.length; r++) {
            price += prices[r] * use[r];
        }
        return price;
    }

    @Override
    public Priced cheapest(double[] prices, double costWeight, int first, int last) {
        Pricing pricing = new Pricing(prices);
        int best = first;
        double least = Double.POSITIVE_INFINITY;
        for (int j = first; j <= last; j++) {
            double price = costWeight * cost[j] + pricing.of(j);
            if (price < least) {
                least = price;
                best = j;
            }
        }
        return new Priced(best, least);
    }

    /// The prices folded by year, so that a column is priced in a few additions.
    private final class Pricing {
        private final double[][] first;
        private final double[][] again;
        private final double[] electricFrom = new double[years + 1];
        private final double[] absentFrom = new double[years + 1];
        private final double present;

        Pricing(double[] prices) {
            double[] capital = coupling.capitalPrices(prices);
            int n = options.replacements().size();
            first = new double[n][years];
            again = new double[n][years];
            for (int k = 0; k < n; k++) {
                Ownership replacement = options.replacements().get(k);
                boolean charger = !electricToday && replacement.isElectric();
                for (int t = 0; t < years; t++) {
                    first[k][t] = capital[t] * options.capitalCents(k, t, charger);
                    again[k][t] = capital[t] * options.capitalCents(k, t, false);
                }
            }
            double sum = 0;
            for (Coupling.TargetRow target : targets) {
                double price = prices[target.row()];
                sum += price * target.target().share();
                for (int t = 0; t <= target.year(); t++) {
                    electricFrom[t] -= price;
                    absentFrom[t] -= price * target.target().share();
                }
            }
            present = sum;
        }

        double of(int j) {
            int k = firstKind[j];
            double price = present + electricFrom[electricFromYear[j]] - electricFrom[electricUntilYear[j]];
            if (k >= 0) {
                price += first[k][firstYear[j]];
                int l = secondKind[j];
                if (l != NO_SECOND) {
                    price += secondIsFirstElectric[j] ? first[l][secondYear[j]] : again[l][secondYear[j]];
                }
            } else if (k != KEEP) {
                price += absentFrom[firstYear[j]];
            }
            return price;
        }
    }
}
