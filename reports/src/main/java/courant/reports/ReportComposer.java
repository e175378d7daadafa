package courant.reports;

import courant.engine.climate.Municipality;
import courant.engine.energy.Evidence;
import courant.engine.energy.Verdict;
import courant.engine.fleet.Fleet;
import courant.engine.plan.Action;
import courant.engine.plan.ActionKind;
import courant.engine.plan.PlanResult;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import courant.reports.CouncilReport.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the figures and the sentences of the decision from a plan.
final class ReportComposer {
    private final PlanResult result;
    private final Wording wording;
    private final Numerals numerals;
    private final ReportOptions options;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    ReportComposer(PlanResult result, Wording wording, ReportOptions options) {
        this.result = result;
        this.wording = wording;
        this.numerals = wording.numerals();
        this.options = options;
    }

    CouncilReport compose() {
        addFigures();
        DetailTables details = new DetailTables(result, wording);
        Municipality town = result.request().municipality();
        return new CouncilReport(
                wording,
                options,
                town.invented() ? wording.say("municipality.invented", town.name()) : town.name(),
                town.code(),
                lead("lead"),
                lead("lead.tabled"),
                figures,
                sections(),
                details.all(figures.values()),
                new Charts(result, wording).all(),
                result);
    }

    private void addFigures() {
        Fleet fleet = result.request().fleet();
        count("units.rows", fleet.rows());
        count("units.vehicles", fleet.vehicles().size());
        count("units.machines", plannedBeyondRoad());
        count("units.other", fleet.rows() - fleet.planned().size());
        count("plan.electric", result.recommended());
        count("plan.electric.vehicles", electric(true));
        count("plan.electric.machines", electric(false));
        count(
                "plan.renewed",
                result.units().stream()
                        .filter(u -> u.unit().isElectric()
                                && u.actions().stream().anyMatch(a -> a.kind() == ActionKind.REPLACE))
                        .count());
        count("plan.combustion", unitsWith(a -> a.kind() == ActionKind.REPLACE && !a.electric()));
        count("plan.retired", unitsWith(a -> a.kind() == ActionKind.RETIRE));
        count("plan.shared", unitsWith(a -> a.kind() == ActionKind.SHARE));
        count(
                "plan.kept",
                result.units().stream()
                        .filter(u -> u.actions().stream().allMatch(a -> a.kind() == ActionKind.KEEP))
                        .count());
        money("plan.capex", result.capexCents());
        long grants = result.years().stream().mapToLong(YearLine::grantCents).sum();
        money("plan.grants", grants);
        money("plan.net", result.capexCents() - grants);
        money(
                "plan.possible-grants",
                actions().stream().mapToLong(Action::possibleGrantCents).sum());
        money(
                "plan.operating",
                result.years().stream().mapToLong(YearLine::operatingCents).sum());
        money(
                "reference.capex",
                result.years().stream().mapToLong(YearLine::referenceCapexCents).sum());
        money(
                "reference.operating",
                result.years().stream()
                        .mapToLong(YearLine::referenceOperatingCents)
                        .sum());
        money("plan.objective", result.certificate().objectiveCents());
        money("reference.objective", result.referenceObjectiveCents());
        money("plan.saving", result.savingCents());
        money("plan.saving.low", result.savingLowCents());
        money("plan.saving.high", result.savingHighCents());
        money("plan.bound", result.certificate().boundCents());
        number("plan.gap", Numerals.rounded(100 * result.certificate().gap(), 2), FigureUnit.PERCENT);
        number("plan.ghg.tonnes", Numerals.rounded(result.ghgReductionT(), 1), FigureUnit.TONNES);
        number("plan.ghg.share", Numerals.rounded(-100 * result.ghgReductionShare(), 0), FigureUnit.PERCENT);
        number(
                "plan.ghg.total",
                Numerals.rounded(
                        result.years().stream().mapToDouble(YearLine::ghgT).sum(), 1),
                FigureUnit.TONNES);
        number(
                "reference.ghg.total",
                Numerals.rounded(
                        result.years().stream()
                                .mapToDouble(YearLine::referenceGhgT)
                                .sum(),
                        1),
                FigureUnit.TONNES);
        for (Verdict verdict : Verdict.values()) {
            count(
                    "winter." + verdict.id(),
                    result.units().stream()
                            .filter(u -> u.feasibility().verdict() == verdict)
                            .count());
        }
        count(
                "winter.measured",
                result.units().stream()
                        .filter(u -> u.feasibility().evidence() == Evidence.MEASURED)
                        .count());
        count("facts.count", result.facts().size());
        count(
                "facts.to-confirm",
                result.facts().stream().filter(f -> f.grade().toConfirm()).count());
        for (YearLine line : programme()) {
            String id = "pti." + line.year();
            String label = wording.say("figure.pti", line.year());
            put(
                    id + ".capex",
                    label + wording.say("figure.pti.capex"),
                    Numerals.dollars(line.capexCents()),
                    FigureUnit.CAD);
            put(
                    id + ".grants",
                    label + wording.say("figure.pti.grants"),
                    Numerals.dollars(line.grantCents()),
                    FigureUnit.CAD);
            put(
                    id + ".net",
                    label + wording.say("figure.pti.net"),
                    Numerals.dollars(line.capexCents() - line.grantCents()),
                    FigureUnit.CAD);
        }
        long capex = programme().stream().mapToLong(YearLine::capexCents).sum();
        long aid = programme().stream().mapToLong(YearLine::grantCents).sum();
        money("pti.total.capex", capex);
        money("pti.total.grants", aid);
        money("pti.total.net", capex - aid);
    }

    private List<YearLine> programme() {
        return DetailTables.programme(result);
    }

    private List<Action> actions() {
        return result.units().stream().flatMap(u -> u.actions().stream()).toList();
    }

    private long plannedBeyondRoad() {
        Fleet fleet = result.request().fleet();
        return fleet.planned().size() - (long) fleet.vehicles().size();
    }

    private long electric(boolean road) {
        return result.units().stream()
                .filter(u -> u.recommendedElectric()
                        && u.unit().vehicleClass().group().isRoad() == road)
                .count();
    }

    private long unitsWith(java.util.function.Predicate<Action> test) {
        return result.units().stream()
                .filter(u -> u.actions().stream().anyMatch(test))
                .count();
    }

    private void count(String id, long value) {
        number(id, BigDecimal.valueOf(value), FigureUnit.COUNT);
    }

    private void money(String id, long cents) {
        number(id, Numerals.dollars(cents), FigureUnit.CAD);
    }

    private void number(String id, BigDecimal value, FigureUnit unit) {
        put(id, wording.say("figure." + id), value, unit);
    }

    private void put(String id, String label, BigDecimal value, FigureUnit unit) {
        figures.put(id, new Figure(id, label, value, numerals.text(value, unit), unit));
    }

    private String text(String id) {
        return figure(id).text();
    }

    private Figure figure(String id) {
        return java.util.Objects.requireNonNull(figures.get(id), id);
    }

    /// The sentence that comes first.
    ///
    /// @param form `lead` speaks to the town; `lead.tabled` speaks of it, as documents of its council do
    private String lead(String form) {
        String ghg =
                figure("plan.ghg.share").value().signum() > 0 ? "+" + text("plan.ghg.share") : text("plan.ghg.share");
        BigDecimal all = figure("units.vehicles").value();
        BigDecimal vehicles = figure("plan.electric.vehicles").value();
        BigDecimal machines = figure("plan.electric.machines").value();
        int lastYear = result.request().lastYear();
        String what;
        if (result.recommended() == 0) {
            what = wording.say(form + ".none", all, lastYear);
        } else if (machines.signum() == 0) {
            what = wording.say(form + ".vehicles", vehicles, all, lastElectricYear());
        } else {
            what = wording.say(
                    form + ".both",
                    vehicles,
                    all,
                    machines,
                    figure("units.machines").value(),
                    lastElectricYear());
        }
        return wording.say("lead", what, saving(), ghg, lastYear);
    }

    private int lastElectricYear() {
        return result.units().stream()
                .filter(UnitPlan::recommendedElectric)
                .mapToInt(u -> u.actions().stream()
                        .filter(Action::electric)
                        .mapToInt(Action::year)
                        .min()
                        .orElse(0))
                .max()
                .orElse(result.request().lastYear());
    }

    /// « économie nette de X (de A à B) », or « coût net de X » when the plan costs more than the reference; an
    /// estimate is not written to the dollar, the tables are.
    private String saving() {
        BigDecimal middle = figure("plan.saving").value();
        BigDecimal low = figure("plan.saving.low").value();
        BigDecimal high = figure("plan.saving.high").value();
        boolean cost = middle.signum() < 0;
        String range;
        if (cost ? high.signum() <= 0 : low.signum() >= 0) {
            range = wording.say("lead.range", about(cost ? high : low), about(cost ? low : high));
        } else {
            range = wording.say("lead.range.mixed", about(low), about(high));
        }
        return wording.say(cost ? "lead.cost" : "lead.saving", about(middle), range);
    }

    private String about(BigDecimal dollars) {
        return numerals.money(Numerals.significant(dollars.abs()));
    }

    /// The two pages: what is proposed and what it costs, then what to know before signing.
    private List<Section> sections() {
        return List.of(
                section("proposal", proposal()),
                new Section(say("decision.pti.title"), List.of(say("decision.pti")), "pti", "capital", false),
                new Section(
                        say("decision.options.title"),
                        List.of(say("decision.options", saving())),
                        "options",
                        "",
                        false),
                new Section(say("decision.purchases.title"), List.of(say("decision.purchases")), "purchases", "", true),
                section("winter", winter()),
                section(
                        "risks",
                        List.of(
                                say("decision.risk.range", text("plan.saving.low"), text("plan.saving.high")),
                                say("decision.risk.supply"),
                                say("decision.risk.site"),
                                say("decision.risk.usage"))),
                section("confirm", confirm()),
                section("proof", proof()),
                section("asked", asked()));
    }

    private Section section(String key, List<String> lines) {
        return new Section(say("decision." + key + ".title"), lines, "", "", false);
    }

    private List<String> asked() {
        return List.of(
                say("decision.asked.adopt"),
                say("decision.asked.pti", text("pti.total.capex"), text("pti.total.grants"), text("pti.total.net")),
                say("decision.asked.mandate"));
    }

    private String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }

    private List<String> proposal() {
        List<String> lines = new ArrayList<>();
        for (String id : List.of(
                "plan.electric", "plan.renewed", "plan.combustion", "plan.retired", "plan.shared", "plan.kept")) {
            BigDecimal value = figure(id).value();
            if (value.signum() > 0) {
                lines.add(say("decision." + id, value));
            }
        }
        lines.add(say("decision.ghg", text("plan.ghg.tonnes"), result.request().years()));
        result.request()
                .targets()
                .forEach(t -> lines.add(say("decision.target", t.scope(), 100 * t.share(), t.year())));
        lines.add(result.request().budgetCents().isEmpty() ? say("decision.no-budget") : say("decision.budget"));
        return lines;
    }

    private List<String> winter() {
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            BigDecimal value = figure("winter." + verdict.id()).value();
            if (value.signum() > 0) {
                lines.add(say("decision.winter." + verdict.id(), value));
            }
        }
        lines.add(say(
                "decision.winter.evidence",
                figure("winter.measured").value(),
                result.units().size()));
        return lines;
    }

    private List<String> confirm() {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "decision.confirm.facts",
                figure("facts.to-confirm").value(),
                figure("facts.count").value()));
        lines.add(
                figure("plan.possible-grants").value().signum() > 0
                        ? say("decision.confirm.grants", text("plan.possible-grants"))
                        : say("decision.confirm.no-grants"));
        return lines;
    }

    private List<String> proof() {
        List<String> lines = new ArrayList<>();
        lines.add(say("decision.proof.bound", text("plan.bound"), text("plan.objective")));
        lines.add(say(
                figure("plan.gap").value().signum() == 0 ? "decision.proof.optimal" : "decision.proof.gap",
                text("plan.gap")));
        lines.add(say(result.certificate().checkerAgrees() ? "decision.proof.checked" : "decision.proof.disagrees"));
        return lines;
    }
}
