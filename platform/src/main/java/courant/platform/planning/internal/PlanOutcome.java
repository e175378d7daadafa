package courant.platform.planning.internal;

import courant.engine.plan.InfeasiblePlanException;
import courant.engine.plan.PlanResult;
import courant.facts.PlanBasis;
import courant.reports.CouncilReport;

/// What became of a question.
public sealed interface PlanOutcome {
    /// A plan, with the report whose figures every page and file shows.
    record Planned(PlanBasis basis, PlanResult result, CouncilReport report) implements PlanOutcome {}

    /// Proved impossible, with what would make it possible.
    record Impossible(InfeasiblePlanException.Remedy remedy) implements PlanOutcome {}

    /// Neither a plan nor a proof within the time of the search.
    record Undecided() implements PlanOutcome {}
}
