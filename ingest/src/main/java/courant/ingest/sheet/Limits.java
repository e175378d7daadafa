package courant.ingest.sheet;

/// How much of a file is read before it is refused. A fleet of 100,000 units fits many times over.
final class Limits {
    /// Largest file, bytes as stored.
    static final long FILE_BYTES = 150_000_000;
    /// Largest content once inflated, bytes.
    static final long INFLATED_BYTES = 1_000_000_000;
    /// Content inflated by more than this ratio is a bomb, once it passes `RATIO_FROM_BYTES`.
    static final long RATIO = 150;

    static final long RATIO_FROM_BYTES = 30_000_000;
    /// Most columns of a sheet.
    static final int COLUMNS = 500;
    /// Most rows of a sheet.
    static final int ROWS = 400_000;

    private Limits() {}

    static void checkInflated(long inflated, long stored) throws UnreadableFileException {
        if (inflated > INFLATED_BYTES || inflated > RATIO_FROM_BYTES && inflated > RATIO * Math.max(1, stored)) {
            throw new UnreadableFileException("zip-bomb", inflated / 1_000_000, Math.max(1, stored / 1_000));
        }
    }
}
