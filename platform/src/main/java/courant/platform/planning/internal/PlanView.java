package courant.platform.planning.internal;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fleet.Unit;
import courant.engine.plan.Action;
import courant.engine.plan.ActionKind;
import courant.engine.plan.PlanResult;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import courant.facts.FactTables;
import courant.platform.web.Figures;
import courant.reports.Cell;
import courant.reports.Chart;
import courant.reports.CouncilReport;
import courant.reports.Figure;
import courant.reports.ReportTable;
import courant.reports.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A plan as its page shows it: every number comes from the report that also makes the PDF, the DOCX and the XLSX.
///
/// @param id of the analysis
/// @param question what was asked
/// @param planned the plan with its report
/// @param shown the units of the table
public record PlanView(String id, Question question, PlanOutcome.Planned planned, UnitsShown shown) {
    private static final Figures FIGURES = Figures.of(Locale.CANADA_FRENCH);

    /// A key figure that can say where it comes from.
    ///
    /// @param value as the report words it
    /// @param why key of the formula in words
    /// @param arguments the formula's numbers
    /// @param facts rows of the facts it rests on
    public record KeyFigure(
            String id, String label, String value, String why, List<Object> arguments, List<List<Cell>> facts) {}

    /// One line of the table of units.
    ///
    /// @param availabilityToConfirm whether the catalogue doubts that the model can be had
    /// @param later what is done afterwards, empty for nothing
    /// @param funding address of the programmes for its electric model, empty for none
    public record UnitLine(
            String address,
            String id,
            String description,
            String usage,
            boolean usageMeasured,
            String action,
            String model,
            boolean availabilityToConfirm,
            String year,
            String later,
            String net,
            String grant,
            String possibleGrant,
            String funding,
            String winter,
            boolean winterWorks,
            String reason) {}

    static PlanView of(String id, Question question, PlanOutcome.Planned planned, UnitsShown.Asked units) {
        return new PlanView(
                id, question, planned, UnitsShown.of(planned.result().units(), units));
    }

    public CouncilReport report() {
        return planned.report();
    }

    public PlanResult result() {
        return planned.result();
    }

    private Wording wording() {
        return report().wording();
    }

    private String text(String figure) {
        return report().figure(figure).text();
    }

    public String worded(String key, Object... arguments) {
        return wording().say(key, arguments);
    }

    public List<KeyFigure> keyFigures() {
        int years = result().request().years();
        return List.of(
                key(
                        "plan.saving",
                        List.of(text("reference.objective"), text("plan.objective"), text("plan.saving"), years),
                        "plan.discount_rate",
                        "plan.price_drift",
                        "plan.resale",
                        "fuel.",
                        "hq.",
                        "tax.",
                        "uncertainty."),
                key(
                        "plan.capex",
                        List.of(vehicles(), chargers(), sites(), text("plan.capex")),
                        "tax.",
                        "charger.",
                        "site.",
                        "plan.price_drift"),
                key("plan.grants", List.of(text("plan.grants"), text("plan.possible-grants")), "grant."),
                key("plan.net", List.of(text("plan.capex"), text("plan.grants"), text("plan.net")), "tax."),
                key(
                        "plan.operating",
                        List.of(text("plan.operating"), text("reference.operating")),
                        "fuel.",
                        "hq.",
                        "plan.maintenance",
                        "charging."),
                key(
                        "plan.ghg.tonnes",
                        List.of(text("reference.ghg.total"), text("plan.ghg.total"), text("plan.ghg.tonnes"), years),
                        "ef."));
    }

    private KeyFigure key(String id, List<Object> arguments, String... facts) {
        Figure figure = report().figure(id);
        return new KeyFigure(id, figure.label(), figure.text(), "plan.why." + id, arguments, facts(facts));
    }

    /// Rows of the table of facts whose ids, in the last column, begin so.
    List<List<Cell>> facts(String... beginnings) {
        return report().table("facts").rows().stream()
                .filter(row -> Arrays.stream(beginnings).anyMatch(row.getLast().text()::startsWith))
                .toList();
    }

    private Stream<Action> actions() {
        return result().units().stream().flatMap(u -> u.actions().stream());
    }

    private String vehicles() {
        return dollars(actions()
                .mapToLong(a -> a.capexCents() - a.chargerCents() - a.siteCents())
                .sum());
    }

    private String chargers() {
        return dollars(actions().mapToLong(Action::chargerCents).sum());
    }

    private String sites() {
        return dollars(actions().mapToLong(Action::siteCents).sum());
    }

    private static String dollars(long cents) {
        return FIGURES.dollars(cents);
    }

    /// Those that the report's tables are: `years`, `sensitivity`, `facts`, `assumptions`, `pti`.
    public ReportTable table(String table) {
        return report().table(table);
    }

    /// A chart with the sentence that says what it shows, empty when the plan has none.
    public String chart(String name) {
        Chart chart = report().charts().get(name);
        return chart == null ? "" : chart.forScreen("graphique-" + name, description(name));
    }

    public String chartTitle(String name) {
        Chart chart = report().charts().get(name);
        return chart == null ? "" : chart.title();
    }

    private String description(String name) {
        List<YearLine> years = result().years();
        YearLine first = years.getFirst();
        YearLine last = years.getLast();
        return switch (name) {
            case "capital" ->
                years.stream()
                        .filter(y -> y.capexCents() > 0)
                        .map(y -> y.year() + "\u00a0: " + dollars(y.capexCents()))
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("0\u00a0$");
            case "ghg" ->
                "%d\u00a0: %s\u00a0t; %d\u00a0: %s\u00a0t"
                        .formatted(
                                first.year(),
                                FIGURES.number(first.ghgT(), 1),
                                last.year(),
                                FIGURES.number(last.ghgT(), 1));
            default -> report().lead();
        };
    }

    /// What the proof says, the gap in percent to two decimals.
    public List<Object> proof() {
        return List.of(text("plan.bound"), text("plan.objective"), text("plan.gap"));
    }

    /// Where the same question is searched longer.
    public String longer() {
        return question.thorough().at("/analyser/" + id + "/plan");
    }

    public boolean isChecked() {
        return result().certificate().checkerAgrees();
    }

    public List<String> winter() {
        List<String> lines = new ArrayList<>();
        for (var verdict : courant.engine.energy.Verdict.values()) {
            var count = report().figure("winter." + verdict.id()).value();
            if (count.signum() > 0) {
                lines.add(worded("decision.winter." + verdict.id(), count));
            }
        }
        lines.add(worded(
                "decision.winter.evidence",
                report().figure("winter.measured").value(),
                result().units().size()));
        return lines;
    }

    public List<String> assumptions() {
        return result().assumptions().stream().map(wording()::reason).toList();
    }

    public long factsToConfirm() {
        return report().figure("facts.to-confirm").value().longValue();
    }

    public int count(UnitsShown.Filter filter) {
        return (int) result().units().stream().filter(filter::holds).count();
    }

    /// Address of the table with another filter, order or page.
    public String units(UnitsShown.Filter filter, UnitsShown.Order order, String page) {
        String path = question.at("/analyser/" + id + "/plan");
        List<String> parts = new ArrayList<>();
        if (filter != UnitsShown.Filter.ALL) {
            parts.add("action=" + filter.id());
        }
        if (order != UnitsShown.Order.SHEET) {
            parts.add("tri=" + order.id());
        }
        if (!page.isEmpty()) {
            parts.add("page=" + page);
        }
        String more = String.join("&", parts);
        return path + (more.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + more) + "#unites";
    }

    /// Where the programmes for all lines of the plan stand.
    public String wholeFunding() {
        return question.at("/analyser/" + id + "/plan/aide-financiere");
    }

    public List<UnitLine> lines() {
        return shown.units().stream().map(this::line).toList();
    }

    private UnitLine line(UnitPlan plan) {
        Action first = plan.actions().getFirst();
        boolean kept = first.kind() == ActionKind.KEEP;
        return new UnitLine(
                question.at("/analyser/" + id + "/plan/unites/" + plan.unit().sourceRow()),
                plan.unit().id(),
                description(plan.unit(), wording()),
                usage(plan),
                plan.usageMeasured(),
                action(first, wording()),
                first.modelName(),
                model(first).map(PlanView::isDoubtful).orElse(false),
                kept ? "" : String.valueOf(first.year()),
                plan.actions().stream()
                        .skip(1)
                        .map(a -> action(a, wording()) + "\u00a0" + a.year())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""),
                kept ? "" : dollars(first.netCents()),
                first.grantCents() > 0 ? dollars(first.grantCents()) : "",
                first.possibleGrantCents() > 0 ? dollars(first.possibleGrantCents()) : "",
                funding(plan),
                wording().verdict(plan.feasibility()),
                plan.feasibility().verdict().allowsElectric(),
                wording().reason(first.reason()));
    }

    private static Optional<ElectricModel> model(Action action) {
        return FactTables.catalogue().models().stream()
                .filter(model -> model.id().equals(action.modelId()))
                .findFirst();
    }

    private static boolean isDoubtful(ElectricModel model) {
        String note = model.note().toLowerCase(Locale.CANADA_FRENCH);
        return note.contains("disponibilité") && note.contains("à confirmer");
    }

    private static String funding(UnitPlan plan) {
        return plan.actions().stream()
                .filter(Action::electric)
                .findFirst()
                .flatMap(PlanView::model)
                .map(model -> "/aide-financiere?objet=electric-vehicle"
                        + (model.gvwrClass() == null ? "" : "&poids=" + model.gvwrClass()))
                .orElse("");
    }

    static String description(Unit unit, Wording wording) {
        String model = (unit.make() + " " + unit.model() + " " + (unit.modelYear() == null ? "" : unit.modelYear()))
                .strip()
                .replaceAll("\\s+", " ");
        String name = wording.scope(unit.vehicleClass().id());
        return model.isEmpty() ? name : name + " · " + model;
    }

    static String usage(UnitPlan plan) {
        return plan.unit().vehicleClass().worksByTheHour()
                ? FIGURES.number(plan.hoursPerYear(), 0) + "\u00a0h/an"
                : FIGURES.number(plan.kmPerYear(), 0) + "\u00a0km/an";
    }

    static String action(Action action, Wording wording) {
        String kind = "action." + action.kind().id();
        return wording.say(
                action.kind() == ActionKind.REPLACE ? kind + (action.electric() ? ".electric" : ".combustion") : kind);
    }
}
