package courant.engine.optimise;

/// One block of a multiple-choice program: exactly one of its columns is chosen.
///
/// Columns are numbered from 0 in an order in which neighbours resemble each other, since branching cuts that order
/// in two. A block answers questions about prices itself, so that it may use the structure of its columns.
public interface ChoiceBlock {
    /// Number of columns, at least 1.
    int columns();

    /// Cost of a column.
    double cost(int column);

    /// Adds `times` × the column's use of every shared row to `rows` (length: number of rows).
    void addUse(int column, double times, double[] rows);

    /// The column of `first..last` (inclusive) with the least `costWeight × cost + prices · use`; the first of equals.
    ///
    /// @param prices one per row, 0 or more
    /// @param costWeight 1, or 0 when only feasibility is sought
    Priced cheapest(double[] prices, double costWeight, int first, int last);

    /// The price `costWeight × cost + prices · use` of one column.
    double price(int column, double[] prices, double costWeight);

    /// A column and its price.
    record Priced(int column, double price) {}
}
