package courant.ingest.classify;

/// A gross vehicle weight class of the North American scale: 1 to 8, class 2b written 2.5; 0 when nothing is known.
record WeightClass(double number) {
    static final WeightClass UNKNOWN = new WeightClass(0);

    /// From here up a pickup is a heavy pickup (class 2b), a truck is medium (class 4), a truck is heavy (class 7).
    private static final double FIRST_HEAVY_PICKUP = 2.5;

    private static final double FIRST_MEDIUM = 4;
    private static final double FIRST_HEAVY = 7;

    WeightClass {
        if (!(number == 0 || (number >= 1 && number <= 8))) {
            throw new IllegalArgumentException("Weight class %s is not between 1 and 8.".formatted(number));
        }
    }

    boolean isKnown() {
        return number > 0;
    }

    boolean isHeavyPickup() {
        return number >= FIRST_HEAVY_PICKUP && number < FIRST_MEDIUM;
    }

    boolean isMedium() {
        return number >= FIRST_MEDIUM && number < FIRST_HEAVY;
    }

    boolean isHeavy() {
        return number >= FIRST_HEAVY;
    }

    /// What is known when the sheet states this class and the model usually has that one: the sheet wins, but a plain
    /// « class 2 » does not say 2a or 2b, and then the model does.
    WeightClass orUsual(WeightClass usual) {
        boolean splitByModel = number == 2 && usual.number == FIRST_HEAVY_PICKUP;
        return isKnown() && !splitByModel ? this : usual;
    }
}
