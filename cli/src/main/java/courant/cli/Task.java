package courant.cli;

/// A command once its options are read.
interface Task {
    /// Does the work and says what came of it. What it throws is turned into an answer by `Failures`.
    Answer perform(Context context) throws Exception;
}
