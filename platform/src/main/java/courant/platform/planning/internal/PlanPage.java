package courant.platform.planning.internal;

import courant.engine.plan.InfeasiblePlanException;
import courant.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Mon plan » as its page shows it, whatever became of the question.
///
/// @param id of the analysis
/// @param analysis whose plan it is
/// @param horizon the budget years
/// @param question what is asked
/// @param controls the two controls
/// @param errors what is wrong with the question, empty for nothing
/// @param state where the plan is, null when the question is wrong
/// @param plan the plan, null when there is none
/// @param wayOuts what would make an impossible question possible
/// @param isUndecided whether the search ended with neither plan nor proof
public record PlanPage(
        String id,
        Analysis analysis,
        Horizon horizon,
        Question question,
        Controls controls,
        List<FieldError> errors,
        @Nullable JobState state,
        @Nullable PlanView plan,
        List<WayOut> wayOuts,
        boolean isUndecided) {
    /// The two controls with their bounds and what stands in them.
    ///
    /// @param budget text of the number field
    /// @param least left end of the budget's range, dollars
    /// @param most right end, dollars: there, without limit
    /// @param step of the range, dollars
    /// @param position of the range, dollars
    /// @param share percent of light vehicles
    /// @param year of the target
    public record Controls(
            String budget,
            long least,
            long most,
            long step,
            long position,
            String share,
            int sharePosition,
            String year) {}

    /// One change that leads on.
    ///
    /// @param key sentence of the link
    /// @param arguments its arguments
    /// @param address of the changed question
    public record WayOut(String key, List<Object> arguments, String address) {}

    static PlanPage wrong(AnalysisStore.Visit visit, Horizon horizon, Question.Asked asked, List<FieldError> errors) {
        return new PlanPage(
                visit.id(),
                visit.analysis(),
                horizon,
                Question.FREE,
                controls(visit.plans(), horizon, asked, Question.FREE),
                errors,
                null,
                null,
                List.of(),
                false);
    }

    static PlanPage of(
            AnalysisStore.Visit visit, Horizon horizon, Question question, PlanJob job, UnitsShown.Asked units) {
        JobState state = job.state();
        PlanOutcome outcome = state instanceof JobState.Done ? job.outcome().orElseThrow() : null;
        Long budget = question.budgetDollars();
        Question.Asked asked = new Question.Asked(
                budget == null ? "" : budget.toString(),
                String.valueOf(question.sharePercent()),
                question.sharePercent() == 0 ? "" : String.valueOf(question.shareYear()),
                "");
        return new PlanPage(
                visit.id(),
                visit.analysis(),
                horizon,
                question,
                controls(visit.plans(), horizon, asked, question),
                List.of(),
                state,
                outcome instanceof PlanOutcome.Planned planned
                        ? PlanView.of(visit.id(), question, planned, units)
                        : null,
                wayOuts(visit, question, outcome),
                outcome instanceof PlanOutcome.Undecided);
    }

    private static List<WayOut> wayOuts(AnalysisStore.Visit visit, Question question, @Nullable PlanOutcome outcome) {
        return switch (outcome) {
            case null -> List.of();
            case PlanOutcome.Planned planned -> List.of();
            case PlanOutcome.Impossible(InfeasiblePlanException.Remedy remedy) -> wayOuts(visit.id(), question, remedy);
            case PlanOutcome.Undecided() -> {
                Long least =
                        visit.plans().range().map(Plans.Range::leastDollars).orElse(null);
                Long budget = question.budgetDollars();
                Long helps = least == null || budget == null || budget >= least ? null : 100 * least;
                yield wayOuts(visit.id(), question, new InfeasiblePlanException.Remedy(helps, null, null, null));
            }
        };
    }

    private static Controls controls(Plans plans, Horizon horizon, Question.Asked asked, Question question) {
        Plans.Range range = plans.range().orElse(new Plans.Range(null, 1_000_000));
        long step = niceStep(range.mostDollars() / 60);
        Long known = range.leastDollars();
        long least = known == null ? 0 : (known + step - 1) / step * step;
        long most = Math.max(least + step, (range.mostDollars() + step - 1) / step * step);
        Long budget = question.budgetDollars();
        return new Controls(
                asked.budget(),
                least,
                most,
                step,
                budget == null ? most : Math.clamp(budget, least, most),
                asked.share().isEmpty() ? "0" : asked.share(),
                question.sharePercent(),
                asked.year().isEmpty() ? String.valueOf(Question.usualYear(horizon)) : asked.year());
    }

    /// 1, 2 or 5 times a power of ten, at least 1 000 $.
    private static long niceStep(long wanted) {
        long power = 1_000;
        while (power * 10 <= wanted) {
            power *= 10;
        }
        long times = wanted / power;
        return power * (times < 1 ? 1 : times < 2 ? 2 : times < 5 ? 5 : 10);
    }

    private static List<WayOut> wayOuts(String id, Question question, InfeasiblePlanException.Remedy remedy) {
        String plan = "/analyser/" + id + "/plan";
        List<WayOut> ways = new ArrayList<>();
        Long least = remedy.leastYearlyBudgetCents();
        if (least != null) {
            long dollars = (least + 99) / 100;
            ways.add(new WayOut(
                    "plan.way.budget",
                    List.of(dollars),
                    question.withBudget(dollars).at(plan)));
        }
        Target share = remedy.largestShare();
        if (share != null) {
            int percent = (int) Math.floor(100 * share.share() + 1e-9);
            ways.add(new WayOut(
                    percent > 0 ? "plan.way.share" : "plan.way.no-share",
                    List.of(percent, String.valueOf(share.year())),
                    question.withTarget(percent, share.year()).at(plan)));
        }
        Target later = remedy.earliestYear();
        if (later != null) {
            ways.add(new WayOut(
                    "plan.way.later",
                    List.of(String.valueOf(later.year())),
                    question.withTarget(question.sharePercent(), later.year()).at(plan)));
        }
        if (question.budgetDollars() != null) {
            ways.add(new WayOut(
                    "plan.way.unlimited", List.of(), question.withBudget(null).at(plan)));
        }
        if (question.sharePercent() > 0) {
            ways.add(new WayOut(
                    "plan.way.no-target", List.of(), question.withTarget(0, 0).at(plan)));
        }
        return ways;
    }

    public boolean isFailed() {
        return state instanceof JobState.Failed;
    }

    public boolean isOnItsWay() {
        return state instanceof JobState.Waiting || state instanceof JobState.Running;
    }

    public boolean isImpossible() {
        return !wayOuts.isEmpty() && !isUndecided;
    }

    /// An address below the plan's, with its question.
    public String at(String below) {
        return question.at("/analyser/" + id + "/plan" + below);
    }

    /// Where the same question is searched longer.
    public String longer() {
        return question.thorough().at("/analyser/" + id + "/plan");
    }

    public String municipality() {
        return analysis.municipality() == null ? "" : analysis.municipality().name();
    }

    public boolean isOfInventedTown() {
        return analysis.municipality() != null && analysis.municipality().invented();
    }
}
