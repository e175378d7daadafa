package courant.engine.cost;

/// Conversions between Canadian dollars and the integer cents in which plans are priced.
public final class Money {
    private Money() {}

    /// The nearest cent.
    public static long cents(double cad) {
        return Math.round(cad * 100);
    }

    public static double cad(long cents) {
        return cents / 100.0;
    }
}
