package courant.platform.planning.internal;

import courant.engine.incentive.Expense;
import courant.engine.incentive.PlanFunding;
import courant.engine.incentive.PlanFunding.ProgrammeDraw;
import courant.engine.plan.PlanExpenses;
import courant.engine.plan.PlanInputs;
import courant.platform.funding.StandingProgramme;
import courant.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// « Ce que votre plan pourrait obtenir » : each programme with the lines of the plan it covers and what they could
/// draw.
///
/// @param back address of the plan
/// @param confirmed that a municipality may count on, greatest first
/// @param toConfirm that may pay something, greatest first; never added up
/// @param missed not open when the plan buys what they cover
/// @param closed that would have covered lines of the plan
/// @param confirmedCents what the confirmed ones pay together, cents
/// @param planCents confirmed grants that the plan itself counts, cents
/// @param lines lines of the plan for which something electric is bought
/// @param today the day of the plan
public record FundingPage(
        String back,
        List<Card> confirmed,
        List<Card> toConfirm,
        List<Card> missed,
        List<Card> closed,
        long confirmedCents,
        long planCents,
        long lines,
        LocalDate today) {
    /// @param units lines of the plan, each with what it could draw
    public record Card(StandingProgramme standing, ProgrammeDraw draw, List<UnitShare> units) {
        /// Lines of the plan that are eligible: a vehicle and its charger are one.
        public long lines() {
            return units.stream().map(UnitShare::unit).distinct().count();
        }

        /// What it pays for in this plan, as the finder names it.
        public String object() {
            List<String> objects =
                    units.stream().map(UnitShare::object).distinct().toList();
            return objects.size() == 1 ? objects.getFirst() : "";
        }

        /// Whether the building of a line is not known.
        public boolean lacksBuilding() {
            return draw.lines().stream()
                    .anyMatch(line -> line.expense().building().isEmpty());
        }

        /// Sentences on the purchases that it would cover at another time, empty without any.
        public String outside(Page page) {
            PlanFunding.Outside outside = draw.outside();
            return Stream.of(
                            sentence(page, "before", outside.before()),
                            sentence(page, "during", outside.during()),
                            sentence(page, "after", outside.after()))
                    .filter(sentence -> !sentence.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String sentence(Page page, String when, int purchases) {
            return purchases == 0 ? "" : page.say("plan.funding.outside." + when, purchases) + ".";
        }
    }

    /// @param address of the line in the plan
    /// @param object what is bought, as the message bundle names it
    public record UnitShare(String unit, String address, String object, int year, long expenseCents, long cents) {}

    static FundingPage of(
            AnalysisStore.Visit visit, Question question, PlanOutcome.Planned planned, List<StandingProgramme> listed) {
        LocalDate today = visit.plans().today();
        PlanInputs inputs = planned.basis().inputs(question.over(Horizon.from(today)));
        List<Expense> expenses = PlanExpenses.of(
                planned.result().units(), inputs.costs(), planned.basis().catalogue());
        Map<String, StandingProgramme> byId = listed.stream()
                .collect(Collectors.toMap(standing -> standing.programme().id(), Function.identity()));
        PlanFunding funding =
                PlanFunding.of(listed.stream().map(StandingProgramme::programme).toList(), expenses, today);
        String plan = "/analyser/" + visit.id() + "/plan";
        Map<String, String> addresses = planned.result().units().stream()
                .collect(Collectors.toMap(
                        unit -> unit.unit().id(),
                        unit -> question.at(plan + "/unites/" + unit.unit().sourceRow()),
                        (first, second) -> first));
        Function<ProgrammeDraw, Card> card = draw -> new Card(
                Objects.requireNonNull(byId.get(draw.programme().id())),
                draw,
                draw.lines().stream()
                        .map(line -> new UnitShare(
                                line.expense().line(),
                                addresses.getOrDefault(line.expense().line(), question.at(plan)),
                                line.expense().object().id(),
                                line.expense().year(),
                                line.expense().cents(),
                                line.cents()))
                        .toList());
        return new FundingPage(
                question.at(plan),
                funding.confirmed().stream().map(card).toList(),
                funding.toConfirm().stream().map(card).toList(),
                funding.missed().stream().map(card).toList(),
                funding.closed().stream().map(card).toList(),
                funding.confirmedCents(),
                planned.result().years().stream()
                        .mapToLong(year -> year.grantCents())
                        .sum(),
                expenses.stream().map(Expense::line).distinct().count(),
                today);
    }

    public boolean isEmpty() {
        return confirmed.isEmpty() && toConfirm.isEmpty();
    }
}
