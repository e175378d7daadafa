package courant.ingest.classify;

/// How often a class of this score was right, as a share; under 0.5 a person should be asked.
final class Confidence {
    private static final double MOST = 0.93;
    private static final double FULL_POINTS = 9;
    private static final double MODEL_POINTS = 5;
    private static final double LOSS_PER_POINT_ABOVE_MODEL = 0.03;
    private static final double LOSS_PER_POINT_BELOW_MODEL = 0.15;
    private static final double CLEAR_LEAD = 2;
    private static final double LOSS_PER_POINT_OF_LEAD_MISSING = 0.12;

    private Confidence() {}

    /// @param score points of the class that won
    /// @param rival points of the next class, 0 when there is none
    /// @param doubt what an unknown weight takes away, 0 to 1
    static double of(double score, double rival, double doubt) {
        double aboveModel = Math.clamp(FULL_POINTS - Math.max(score, MODEL_POINTS), 0, FULL_POINTS - MODEL_POINTS);
        double belowModel = Math.max(0, MODEL_POINTS - score);
        double lead = score - rival;
        double base = MOST - LOSS_PER_POINT_ABOVE_MODEL * aboveModel - LOSS_PER_POINT_BELOW_MODEL * belowModel;
        double close = LOSS_PER_POINT_OF_LEAD_MISSING * Math.max(0, CLEAR_LEAD - lead);
        return Math.clamp(base - close - doubt, 0.05, MOST);
    }
}
