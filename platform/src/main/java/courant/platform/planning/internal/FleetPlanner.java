package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.engine.optimise.SearchLimits;
import courant.engine.plan.InfeasiblePlanException;
import courant.engine.plan.PlanInputs;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Planner;
import courant.engine.plan.UndecidedPlanException;
import courant.engine.plan.YearLine;
import courant.facts.FactTables;
import courant.facts.PlanBasis;
import courant.reports.CouncilReport;
import courant.reports.ReportOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Turns an analysis and a question into a plan: assesses the fleet once, then solves for each question.
@Component
class FleetPlanner {
    private static final long MOST_NODES = 1_000_000;
    private static final Duration EXPLORING = Duration.ofSeconds(20);

    private final Towns towns;
    private final PlanningLimits limits;

    FleetPlanner(Towns towns, PlanningLimits limits) {
        this.towns = towns;
        this.limits = limits;
    }

    /// @param municipality whose plan it is: chosen before any plan is asked
    PlanWork plan(Analysis analysis, Municipality municipality, Plans plans, Question question) {
        return new Work(analysis, municipality, plans, question);
    }

    private final class Work implements PlanWork {
        private final Analysis analysis;
        private final Municipality municipality;
        private final Plans plans;
        private final Question question;
        private final Horizon horizon;

        Work(Analysis analysis, Municipality municipality, Plans plans, Question question) {
            this.analysis = analysis;
            this.municipality = municipality;
            this.plans = plans;
            this.question = question;
            this.horizon = Horizon.from(plans.today());
        }

        @Override
        public PlanOutcome perform(Progress progress) {
            long began = System.nanoTime();
            progress.at(PlanStep.ASSESSING);
            PlanBasis basis = plans.basis(this::assess);
            progress.at(PlanStep.SOLVING);
            try {
                if (plans.range().isEmpty()) {
                    plans.setRange(
                            new Plans.Range(null, dearestYear(solve(basis, Question.FREE, progress::isStopped))));
                }
                PlanResult result = solve(basis, question, progress::isStopped);
                progress.at(PlanStep.WRITING);
                PlanResult timed = result.took((System.nanoTime() - began) / 1e9);
                return new PlanOutcome.Planned(
                        basis,
                        timed,
                        CouncilReport.of(timed, Locale.CANADA_FRENCH, ReportOptions.dated(plans.today())));
            } catch (InfeasiblePlanException impossible) {
                return new PlanOutcome.Impossible(remedy(basis, impossible, progress));
            } catch (UndecidedPlanException | CancellationException undecided) {
                return new PlanOutcome.Undecided();
            }
        }

        /// The smallest change that helps, searched without the haste of the usual answer: cut short, the planner
        /// proposes more than is needed.
        private InfeasiblePlanException.Remedy remedy(
                PlanBasis basis, InfeasiblePlanException hasty, Progress progress) {
            try {
                solve(basis, question, progress::isStopped, limits.longSearch());
                throw new IllegalStateException("A question proved impossible has a plan.");
            } catch (InfeasiblePlanException impossible) {
                return impossible.remedy();
            } catch (UndecidedPlanException stopped) {
                return hasty.remedy();
            }
        }

        private PlanBasis assess() {
            return PlanBasis.of(
                    analysis.fleet(), municipality, towns.weather(municipality), FactTables.facts(), plans.today());
        }

        private PlanResult solve(PlanBasis basis, Question asked, BooleanSupplier stopped) {
            return solve(basis, asked, stopped, asked.isThorough() ? limits.longSearch() : limits.search());
        }

        private PlanResult solve(PlanBasis basis, Question asked, BooleanSupplier stopped, Duration most) {
            PlanInputs inputs = basis.inputs(asked.over(horizon));
            long stop = System.nanoTime() + most.toNanos();
            return Planner.plan(inputs, new SearchLimits(MOST_NODES, () -> isOver(stopped, stop), 0, 1));
        }

        /// Whether the time is up. Who gives up waits for nothing more, not even for the way out of an impossible
        /// question, which the planner looks for after its time.
        private static boolean isOver(BooleanSupplier stopped, long stop) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            return System.nanoTime() > stop;
        }

        private long dearestYear(PlanResult free) {
            return free.years().stream().mapToLong(YearLine::capexCents).max().orElse(0) / 100;
        }

        @Override
        public void explore(BooleanSupplier stopped) {
            if (plans.beginExploring()) {
                try {
                    leastBudget(stopped).ifPresent(this::setLeast);
                } finally {
                    plans.endExploring();
                }
            }
        }

        /// The least yearly budget with which a plan exists, for the lower end of the control; none when someone
        /// needed the processor meanwhile.
        private OptionalLong leastBudget(BooleanSupplier stopped) {
            try {
                solve(plans.basis(this::assess), Question.FREE.withBudget(0L), stopped, EXPLORING);
                return OptionalLong.of(0);
            } catch (InfeasiblePlanException impossible) {
                Long least = impossible.remedy().leastYearlyBudgetCents();
                return least == null || stopped.getAsBoolean() ? OptionalLong.empty() : OptionalLong.of(least / 100);
            } catch (UndecidedPlanException | CancellationException interrupted) {
                return OptionalLong.empty();
            }
        }

        private void setLeast(long dollars) {
            plans.range().ifPresent(known -> plans.setRange(new Plans.Range(dollars, known.mostDollars())));
        }
    }
}
