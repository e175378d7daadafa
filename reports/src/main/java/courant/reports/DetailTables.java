package courant.reports;

import courant.engine.fleet.Unit;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.Action;
import courant.engine.plan.ActionKind;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Sensitivity;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import courant.reports.ReportTable.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The detailed tables of the report, each cell rounded and worded once.
final class DetailTables {
    /// Classes that one cell of the purchases names, so that the decision stays on its two pages.
    private static final int MOST_CLASSES = 4;

    private final PlanResult result;
    private final Wording wording;
    private final Map<String, ReportTable> tables = new LinkedHashMap<>();

    DetailTables(PlanResult result, Wording wording) {
        this.result = result;
        this.wording = wording;
    }

    /// The three years of the capital programme (fewer when the horizon is shorter).
    static List<YearLine> programme(PlanResult result) {
        return result.years().stream().limit(3).toList();
    }

    Map<String, ReportTable> all(Collection<Figure> figures) {
        keyFigures(figures);
        pti();
        options();
        years();
        classes();
        purchases();
        units();
        sensitivity();
        assumptions();
        new FactTables(result.facts(), wording).addTo(tables);
        return tables;
    }

    private void keyFigures(Collection<Figure> figures) {
        add(
                "figures",
                columns("item", FigureUnit.TEXT, 60, "value", FigureUnit.TEXT, 18),
                figures.stream()
                        .map(f -> List.of(text(f.label()), new Cell(f.text(), f.value())))
                        .toList(),
                false);
    }

    private void pti() {
        List<List<Cell>> rows = new ArrayList<>();
        long capex = 0;
        long grants = 0;
        for (YearLine line : programme(result)) {
            rows.add(List.of(
                    year(line.year()),
                    money(line.capexCents()),
                    money(line.grantCents()),
                    money(line.capexCents() - line.grantCents()),
                    budget(line.budgetCents())));
            capex += line.capexCents();
            grants += line.grantCents();
        }
        rows.add(List.of(text(wording.say("total")), money(capex), money(grants), money(capex - grants), Cell.EMPTY));
        add(
                "pti",
                columns(
                        "year",
                        FigureUnit.YEAR,
                        10,
                        "capex",
                        FigureUnit.CAD,
                        18,
                        "grants",
                        FigureUnit.CAD,
                        18,
                        "net",
                        FigureUnit.CAD,
                        18,
                        "budget",
                        FigureUnit.CAD,
                        18),
                rows,
                true);
    }

    private void options() {
        List<YearLine> years = result.years();
        List<List<Cell>> rows = List.of(
                option(
                        "objective",
                        money(result.certificate().objectiveCents()),
                        money(result.referenceObjectiveCents())),
                option(
                        "capex",
                        money(result.capexCents()),
                        money(years.stream()
                                .mapToLong(YearLine::referenceCapexCents)
                                .sum())),
                option(
                        "operating",
                        money(years.stream().mapToLong(YearLine::operatingCents).sum()),
                        money(years.stream()
                                .mapToLong(YearLine::referenceOperatingCents)
                                .sum())),
                option(
                        "ghg",
                        tonnes(years.stream().mapToDouble(YearLine::ghgT).sum()),
                        tonnes(years.stream()
                                .mapToDouble(YearLine::referenceGhgT)
                                .sum())));
        add(
                "options",
                columns("item", FigureUnit.TEXT, 48, "with", FigureUnit.NUMBER, 20, "without", FigureUnit.NUMBER, 20),
                rows,
                false);
    }

    private List<Cell> option(String key, Cell with, Cell without) {
        return List.of(text(wording.say("option." + key)), with, without);
    }

    private void years() {
        List<List<Cell>> rows = result.years().stream()
                .map(y -> List.of(
                        year(y.year()),
                        budget(y.budgetCents()),
                        money(y.capexCents()),
                        money(y.grantCents()),
                        money(y.resaleCents()),
                        money(y.operatingCents()),
                        money(y.referenceOperatingCents()),
                        tonnes(y.ghgT()),
                        tonnes(y.referenceGhgT()),
                        count(result.electrifiedIn(y.year())),
                        count(y.replacedCombustion()),
                        count(y.electricUnits()),
                        count(y.unitsPresent())))
                .toList();
        add(
                "years",
                columns(
                        "year",
                        FigureUnit.YEAR,
                        9,
                        "budget",
                        FigureUnit.CAD,
                        15,
                        "capex",
                        FigureUnit.CAD,
                        15,
                        "grants",
                        FigureUnit.CAD,
                        15,
                        "resale",
                        FigureUnit.CAD,
                        15,
                        "operating",
                        FigureUnit.CAD,
                        15,
                        "reference-operating",
                        FigureUnit.CAD,
                        15,
                        "ghg",
                        FigureUnit.TONNES,
                        13,
                        "reference-ghg",
                        FigureUnit.TONNES,
                        13,
                        "new-electric",
                        FigureUnit.COUNT,
                        12,
                        "new-combustion",
                        FigureUnit.COUNT,
                        12,
                        "electric",
                        FigureUnit.COUNT,
                        12,
                        "present",
                        FigureUnit.COUNT,
                        12),
                rows,
                false);
    }

    private void classes() {
        Map<VehicleClass, List<UnitPlan>> byClass = new EnumMap<>(VehicleClass.class);
        result.units()
                .forEach(u -> byClass.computeIfAbsent(u.unit().vehicleClass(), c -> new ArrayList<>())
                        .add(u));
        int last = result.request().lastYear();
        List<List<Cell>> rows = new ArrayList<>();
        byClass.forEach((c, units) -> rows.add(List.of(
                text(wording.scope(c.id())),
                count(units.size()),
                count(units.stream().filter(UnitPlan::recommendedElectric).count()),
                count(units.stream()
                        .filter(u -> u.presentAtEndOf(last) && u.electricAtEndOf(last))
                        .count()),
                money(units.stream()
                        .flatMap(u -> u.actions().stream())
                        .mapToLong(Action::capexCents)
                        .sum()),
                money(units.stream().mapToLong(UnitPlan::savingCents).sum()),
                tonnes(units.stream().mapToDouble(UnitPlan::ghgReductionT).sum()))));
        add(
                "classes",
                columns(
                        "class",
                        FigureUnit.TEXT,
                        34,
                        "units",
                        FigureUnit.COUNT,
                        10,
                        "new-electric",
                        FigureUnit.COUNT,
                        13,
                        "electric-end",
                        FigureUnit.COUNT,
                        15,
                        "capex",
                        FigureUnit.CAD,
                        18,
                        "saving",
                        FigureUnit.CAD,
                        16,
                        "ghg-avoided",
                        FigureUnit.TONNES,
                        14),
                rows,
                false);
    }

    /// What is bought in each year of the capital programme, counted by class.
    private void purchases() {
        List<List<Cell>> rows = programme(result).stream()
                .map(y -> List.of(
                        year(y.year()),
                        text(bought(y.year(), true)),
                        text(bought(y.year(), false)),
                        money(y.capexCents())))
                .toList();
        add(
                "purchases",
                columns(
                        "year",
                        FigureUnit.YEAR,
                        8,
                        "bought-electric",
                        FigureUnit.TEXT,
                        52,
                        "bought-combustion",
                        FigureUnit.TEXT,
                        36,
                        "capex",
                        FigureUnit.CAD,
                        17),
                rows,
                false);
    }

    /// The classes bought, most units first; beyond a few, the rest together.
    private String bought(int year, boolean electric) {
        Map<VehicleClass, Integer> counts = new EnumMap<>(VehicleClass.class);
        for (UnitPlan plan : result.units()) {
            for (Action action : plan.actions()) {
                if (action.kind() == ActionKind.REPLACE && action.year() == year && action.electric() == electric) {
                    counts.merge(plan.unit().vehicleClass(), 1, Integer::sum);
                }
            }
        }
        if (counts.isEmpty()) {
            return wording.say("bought.none");
        }
        List<String> words = new ArrayList<>();
        int named = counts.size() > MOST_CLASSES ? MOST_CLASSES - 1 : counts.size();
        int others = 0;
        for (Map.Entry<VehicleClass, Integer> count : counts.entrySet().stream()
                .sorted(Map.Entry.<VehicleClass, Integer>comparingByValue().reversed())
                .toList()) {
            if (words.size() < named) {
                words.add(wording.say("bought", wording.scope(count.getKey().id()), count.getValue()));
            } else {
                others += count.getValue();
            }
        }
        if (others > 0) {
            words.add(wording.say("bought", wording.say("bought.others"), others));
        }
        return String.join(wording.say("bought.separator"), words);
    }

    /// One row per unit and action.
    private void units() {
        List<List<Cell>> rows = new ArrayList<>();
        for (UnitPlan plan : result.units()) {
            for (Action action : plan.actions()) {
                rows.add(unitRow(plan, action));
            }
        }
        add(
                "units",
                columns(
                        "unit",
                        FigureUnit.TEXT,
                        20,
                        "class",
                        FigureUnit.TEXT,
                        26,
                        "vehicle",
                        FigureUnit.TEXT,
                        28,
                        "action",
                        FigureUnit.TEXT,
                        22,
                        "year",
                        FigureUnit.YEAR,
                        11,
                        "model",
                        FigureUnit.TEXT,
                        28,
                        "capex",
                        FigureUnit.CAD,
                        24,
                        "grants",
                        FigureUnit.CAD,
                        17,
                        "net",
                        FigureUnit.CAD,
                        17,
                        "winter",
                        FigureUnit.TEXT,
                        34,
                        "reason",
                        FigureUnit.TEXT,
                        58),
                rows,
                false);
    }

    private List<Cell> unitRow(UnitPlan plan, Action action) {
        Unit unit = plan.unit();
        String vehicle = (unit.make() + " " + unit.model() + " " + (unit.modelYear() == null ? "" : unit.modelYear()))
                .strip()
                .replaceAll("\\s+", " ");
        return List.of(
                text(unit.id()),
                text(wording.scope(unit.vehicleClass().id())),
                text(vehicle),
                text(wording.say("action." + action.kind().id()
                        + (action.kind() == ActionKind.REPLACE
                                ? (action.electric() ? ".electric" : ".combustion")
                                : ""))),
                action.kind() == ActionKind.KEEP ? Cell.EMPTY : year(action.year()),
                text(model(action)),
                money(action.capexCents()),
                money(action.grantCents()),
                money(action.netCents()),
                text(wording.verdict(plan.feasibility())),
                text(wording.reason(action.reason())));
    }

    /// A combustion unit is replaced like for like: no catalogue names its model.
    private String model(Action action) {
        return action.kind() == ActionKind.REPLACE && action.modelName().isEmpty()
                ? wording.say("model.same-class")
                : action.modelName();
    }

    private void sensitivity() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Sensitivity s : result.sensitivities()) {
            rows.add(List.of(
                    text(wording.say("plan.sensitivity." + s.key())),
                    percent(s.low()),
                    percent(s.high()),
                    money(s.savingAtLowCents()),
                    money(s.savingAtHighCents())));
        }
        add(
                "sensitivity",
                columns(
                        "item",
                        FigureUnit.TEXT,
                        40,
                        "low",
                        FigureUnit.PERCENT,
                        14,
                        "high",
                        FigureUnit.PERCENT,
                        14,
                        "saving-low",
                        FigureUnit.CAD,
                        20,
                        "saving-high",
                        FigureUnit.CAD,
                        20),
                rows,
                false);
    }

    private void assumptions() {
        add(
                "assumptions",
                columns("item", FigureUnit.TEXT, 110),
                result.assumptions().stream()
                        .map(r -> List.of(text(wording.reason(r))))
                        .toList(),
                false);
    }

    private void add(String id, List<Column> columns, List<List<Cell>> rows, boolean totalRow) {
        tables.put(id, new ReportTable(id, wording.say("table." + id), columns, rows, totalRow));
    }

    private List<Column> columns(Object... keyUnitWidth) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < keyUnitWidth.length; i += 3) {
            columns.add(new Column(wording.say("column." + keyUnitWidth[i]), (FigureUnit) keyUnitWidth[i + 1], (Integer)
                    keyUnitWidth[i + 2]));
        }
        return columns;
    }

    private static Cell text(String text) {
        return Cell.text(text);
    }

    private Cell cell(BigDecimal value, FigureUnit unit) {
        return new Cell(wording.numerals().text(value, unit), value);
    }

    private Cell year(int year) {
        return cell(BigDecimal.valueOf(year), FigureUnit.YEAR);
    }

    private Cell count(long count) {
        return cell(BigDecimal.valueOf(count), FigureUnit.COUNT);
    }

    private Cell money(long cents) {
        return cell(Numerals.dollars(cents), FigureUnit.CAD);
    }

    private Cell budget(@Nullable Long cents) {
        return cents == null ? text(wording.say("no-limit")) : money(cents);
    }

    private Cell tonnes(double tonnes) {
        return cell(Numerals.rounded(tonnes, 1), FigureUnit.TONNES);
    }

    private Cell percent(double share) {
        return cell(Numerals.rounded(100 * share, 0), FigureUnit.PERCENT);
    }
}
