package courant.platform.planning.internal;

import java.time.Duration;

/// Where a plan stands.
public sealed interface JobState {
    /// @param place 1 for the next one to be taken
    /// @param left estimated time until the plan is there
    record Waiting(int place, Duration left) implements JobState {}

    /// @param fraction done so far, 0 to 1
    /// @param left estimated time until the plan is there
    record Running(PlanStep step, double fraction, Duration left) implements JobState {}

    /// There is an answer, be it that there is no plan.
    record Done() implements JobState {}

    /// @param number the error number that the reader and the log share
    record Failed(String number) implements JobState {}

    /// @param isReplaced whether a newer question of the same person took its place
    record Cancelled(boolean isReplaced) implements JobState {}
}
