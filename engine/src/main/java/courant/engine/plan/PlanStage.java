package courant.engine.plan;

/// What a planner is busy with, for whoever shows progress.
public enum PlanStage {
    /// Looking for the plan and its bound.
    SEARCH,
    /// No plan exists: looking for the smallest change that makes one possible.
    REMEDY,
    /// Looking for the best plan without electrification, to compare with.
    REFERENCE
}
