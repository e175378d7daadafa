package courant.engine.optimise;

/// A block whose columns are written out: costs, and uses as one dense table.
///
/// @param costs cost of each column
/// @param uses use of each row by each column, `uses[column][row]`
public record TableBlock(double[] costs, double[][] uses) implements ChoiceBlock {
    public TableBlock {
        if (costs.length == 0 || costs.length != uses.length) {
            throw new IllegalArgumentException(
                    "A block of %d costs and %d rows of uses; as many of each are expected, at least one."
                            .formatted(costs.length, uses.length));
        }
    }

    @Override
    public int columns() {
        return costs.length;
    }

    @Override
    public double cost(int column) {
        return costs[column];
    }

    @Override
    public void addUse(int column, double times, double[] rows) {
        double[] use = uses[column];
        for (int r = 0; r < rows.length; r++) {
            rows[r] += times * use[r];
        }
    }

    @Override
    public double price(int column, double[] prices, double costWeight) {
        double price = costWeight * costs[column];
        double[] use = uses[column];
        for (int r = 0; r < prices.length; r++) {
            price += prices[r] * use[r];
        }
        return price;
    }

    @Override
    public Priced cheapest(double[] prices, double costWeight, int first, int last) {
        int best = first;
        double least = price(first, prices, costWeight);
        for (int j = first + 1; j <= last; j++) {
            double price = price(j, prices, costWeight);
            if (price < least) {
                least = price;
                best = j;
            }
        }
        return new Priced(best, least);
    }
}
