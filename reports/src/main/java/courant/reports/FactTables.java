package courant.reports;

import courant.engine.fact.Fact;
import courant.engine.fact.Grade;
import courant.engine.fleet.VehicleClass;
import courant.reports.ReportTable.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The facts a plan used: one table of all, and the same facts as they are printed.
///
/// Most facts are one parameter of one class. In print they stand in tables of a row per class and a column per
/// parameter, where a letter refers to the source of a value and no letter means « à confirmer ».
final class FactTables {
    /// Parameters of a class that are printed side by side.
    private static final List<String> USE = List.of(
            "working_days",
            "season_first_month",
            "season_last_month",
            "km_per_day_median",
            "km_per_day_p95",
            "mean_speed_kmh",
            "hours_per_day_median",
            "hours_per_day_p95",
            "storm_hours_median",
            "storm_hours_p95",
            "low_use_km",
            "low_use_hours");

    private static final List<String> COSTS = List.of(
            "life_years",
            "upfit_cad",
            "charger_kw",
            "heater_kw",
            "maintenance_combustion_cad_per_km",
            "maintenance_electric_cad_per_km",
            "maintenance_combustion_cad_per_hour",
            "maintenance_electric_cad_per_hour");

    private static final Map<String, VehicleClass> CLASSES =
            Arrays.stream(VehicleClass.values()).collect(Collectors.toMap(VehicleClass::id, c -> c));

    private final List<Fact> facts;
    private final Wording wording;
    private final Map<Source, String> marks = new LinkedHashMap<>();

    FactTables(List<Fact> facts, Wording wording) {
        this.facts = facts;
        this.wording = wording;
    }

    /// Adds `facts` (all), `facts-general`, `facts-use`, `facts-costs` and `facts-sources` (what the letters mean).
    void addTo(Map<String, ReportTable> tables) {
        add(tables, list("facts", f -> true));
        add(tables, byClass("facts-use", USE));
        add(tables, byClass("facts-costs", COSTS));
        add(tables, list("facts-general", f -> !isIn(f, USE) && !isIn(f, COSTS)));
        add(tables, sources());
    }

    private static void add(Map<String, ReportTable> tables, ReportTable table) {
        tables.put(table.id(), table);
    }

    private ReportTable list(String id, Predicate<Fact> shown) {
        Map<String, List<List<Cell>>> byTheme = new LinkedHashMap<>();
        facts.stream().filter(shown).forEach(f -> {
            String theme = theme(f);
            byTheme.computeIfAbsent(theme, t -> new ArrayList<>()).add(row(theme, f));
        });
        return new ReportTable(
                id,
                wording.say("table.facts"),
                List.of(
                        column("theme", FigureUnit.TEXT, 26),
                        column("fact-label", FigureUnit.TEXT, 66),
                        column("value", FigureUnit.NUMBER, 14),
                        column("unit-of", FigureUnit.TEXT, 20),
                        column("valid-from", FigureUnit.TEXT, 20),
                        column("source", FigureUnit.TEXT, 66),
                        column("source-date", FigureUnit.TEXT, 22),
                        column("grade", FigureUnit.TEXT, 21),
                        column("fact", FigureUnit.TEXT, 42)),
                byTheme.values().stream().flatMap(List::stream).toList(),
                false);
    }

    private List<Cell> row(String theme, Fact fact) {
        return List.of(
                Cell.text(theme),
                Cell.text(label(fact)),
                value(fact, ""),
                Cell.text(unit(fact.unit())),
                Cell.text(validFrom(fact)),
                Cell.text(source(fact)),
                Cell.text(sourceDate(fact)),
                Cell.text(wording.say("grade." + fact.grade().id())),
                Cell.text(fact.id()));
    }

    private ReportTable byClass(String id, List<String> parameters) {
        Map<VehicleClass, Map<String, Fact>> byClass = new EnumMap<>(VehicleClass.class);
        for (Fact fact : facts) {
            if (isIn(fact, parameters)) {
                byClass.computeIfAbsent(CLASSES.get(segment(fact, 1)), c -> new HashMap<>())
                        .put(segment(fact, 2), fact);
            }
        }
        List<String> used = parameters.stream()
                .filter(p -> byClass.values().stream().anyMatch(c -> c.containsKey(p)))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(column("class", FigureUnit.TEXT, 34)));
        for (String parameter : used) {
            String unit = byClass.values().stream()
                    .filter(c -> c.containsKey(parameter))
                    .map(c -> c.get(parameter).unit())
                    .findFirst()
                    .orElseThrow();
            columns.add(new Column(
                    wording.say("column.with-unit", wording.say("fact.short." + parameter), unit(unit)),
                    FigureUnit.NUMBER,
                    14));
        }
        List<List<Cell>> rows = new ArrayList<>();
        byClass.forEach((vehicleClass, values) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(wording.scope(vehicleClass.id()))));
            used.forEach(p -> row.add(values.containsKey(p) ? value(values.get(p), mark(values.get(p))) : Cell.EMPTY));
            rows.add(row);
        });
        return new ReportTable(id, wording.say("table." + id), columns, rows, false);
    }

    private ReportTable sources() {
        List<List<Cell>> rows = new ArrayList<>();
        marks.forEach((source, mark) -> rows.add(List.of(
                Cell.text(mark),
                Cell.text(source.text()),
                Cell.text(source.validFrom()),
                Cell.text(source.date()),
                Cell.text(wording.say("grade." + source.grade().id())))));
        return new ReportTable(
                "facts-sources",
                wording.say("table.facts-sources"),
                List.of(
                        column("mark", FigureUnit.TEXT, 10),
                        column("source", FigureUnit.TEXT, 90),
                        column("valid-from", FigureUnit.TEXT, 20),
                        column("source-date", FigureUnit.TEXT, 20),
                        column("grade", FigureUnit.TEXT, 20)),
                rows,
                false);
    }

    private record Source(String text, String validFrom, String date, Grade grade) {}

    /// The letter of a fact's source, a new one for a source not met before; empty for a planning value.
    private String mark(Fact fact) {
        if (fact.grade().toConfirm()) {
            return "";
        }
        Source source = new Source(source(fact), validFrom(fact), sourceDate(fact), fact.grade());
        String mark = marks.get(source);
        if (mark == null) {
            mark = letters(marks.size());
            marks.put(source, mark);
        }
        return mark;
    }

    /// a to z, then aa, ab and so on.
    private static String letters(int index) {
        String last = Character.toString((char) ('a' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private Cell value(Fact fact, String mark) {
        BigDecimal value = BigDecimal.valueOf(fact.value());
        BigDecimal shown = (isShare(fact.unit()) ? value.movePointRight(2) : value).stripTrailingZeros();
        BigDecimal plain = shown.scale() < 0 ? shown.setScale(0) : shown;
        String number = wording.numerals().number(plain);
        return new Cell(mark.isEmpty() ? number : number + Numerals.NO_BREAK + "(" + mark + ")", plain);
    }

    private static boolean isShare(String unit) {
        return unit.startsWith("fraction") || unit.equals("share");
    }

    /// The unit in the reader's words: each part between strokes is looked up, a symbol stays as it is.
    private String unit(String unit) {
        return Arrays.stream(unit.split("/"))
                .map(part -> wording.has("unit." + part) ? wording.say("unit." + part) : part)
                .collect(Collectors.joining("/"));
    }

    private String source(Fact fact) {
        return fact.source().equals("none")
                ? wording.say(fact.grade() == Grade.MUNICIPAL ? "fact.municipal" : "fact.no-source")
                : fact.source();
    }

    private String validFrom(Fact fact) {
        return fact.validFrom() == null ? "" : wording.numerals().date(fact.validFrom());
    }

    /// A full date is written out; « 2025 » or « 2025-11 » stays as the source states it.
    private String sourceDate(Fact fact) {
        return fact.sourceDate().matches("\\d{4}-\\d{2}-\\d{2}")
                ? wording.numerals().date(LocalDate.parse(fact.sourceDate()))
                : fact.sourceDate();
    }

    private String theme(Fact fact) {
        String key = "theme." + segment(fact, 0);
        return wording.say(wording.has(key) ? key : "theme.other");
    }

    /// The fact in words. A fact the bundles do not know is shown by its id, with the note of its table.
    private String label(Fact fact) {
        if (isIn(fact, USE) || isIn(fact, COSTS)) {
            return wording.say(
                    "fact.of-class", wording.scope(segment(fact, 1)), wording.say("fact.short." + segment(fact, 2)));
        }
        if (wording.has("fact." + fact.id())) {
            return wording.say("fact." + fact.id());
        }
        String family = "fact." + segment(fact, 0) + ".*." + segment(fact, 2);
        if (wording.has(family)) {
            return wording.say(family, segment(fact, 1));
        }
        return fact.note().isEmpty() ? fact.id() : fact.id() + " – " + fact.note();
    }

    private static boolean isIn(Fact fact, List<String> parameters) {
        return segment(fact, 0).equals("class")
                && CLASSES.containsKey(segment(fact, 1))
                && parameters.contains(segment(fact, 2));
    }

    private static String segment(Fact fact, int index) {
        String[] segments = fact.id().split("\\.", 3);
        return index < segments.length ? segments[index] : "";
    }

    private Column column(String key, FigureUnit unit, int width) {
        return new Column(wording.say("column." + key), unit, width);
    }
}
