package courant.reports;

import courant.engine.fact.Fact;
import courant.engine.fleet.Fleet;
import courant.engine.plan.Action;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Target;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import courant.reports.json.JsonText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes `plan.csv` and `plan.json`, the files that other programs read: exact cents, fixed keys and columns.
public final class PlanFiles {
    private PlanFiles() {}

    /// The keys `./courant plan --json` promises, money in CAD from integer cents, fractions as fractions.
    public static Map<String, Object> summary(PlanResult result) {
        Fleet fleet = result.request().fleet();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rows", fleet.rows());
        keys.put("vehicles", fleet.vehicles().size());
        keys.put("machines", fleet.machines().size());
        keys.put("recommended", result.recommended());
        keys.put("capexCad", cad(result.capexCents()));
        keys.put("lifetimeSavingCad", cad(result.savingCents()));
        keys.put(
                "savingRange",
                Map.of("lowCad", cad(result.savingLowCents()), "highCad", cad(result.savingHighCents())));
        keys.put("ghgReductionT", Numerals.rounded(result.ghgReductionT(), 3));
        keys.put("ghgReductionShare", Numerals.rounded(result.ghgReductionShare(), 4));
        keys.put("objective", cad(result.certificate().objectiveCents()));
        keys.put("bound", cad(result.certificate().boundCents()));
        keys.put("gap", result.certificate().gap());
        keys.put("repriced", cad(result.certificate().repricedCents()));
        keys.put("checkerAgrees", result.certificate().checkerAgrees());
        keys.put("feasible", result.certificate().violations().isEmpty());
        keys.put("facts", result.facts().stream().map(PlanFiles::fact).toList());
        keys.put("seconds", Numerals.rounded(result.seconds(), 3));
        return keys;
    }

    static void json(PlanResult result, Wording wording, OutputStream out) throws IOException {
        Map<String, Object> keys = summary(result);
        keys.put(
                "municipality",
                Map.of(
                        "code",
                        result.request().municipality().code(),
                        "name",
                        result.request().municipality().name(),
                        "invented",
                        result.request().municipality().invented()));
        keys.put("asOf", result.request().asOf().toString());
        Map<String, Object> budget = new LinkedHashMap<>();
        result.request().budgetCents().forEach((year, cents) -> budget.put(year.toString(), cad(cents)));
        keys.put("budget", budget);
        Map<String, Object> capex = new LinkedHashMap<>();
        Map<String, Object> grants = new LinkedHashMap<>();
        for (YearLine line : result.years()) {
            capex.put(Integer.toString(line.year()), cad(line.capexCents()));
            grants.put(Integer.toString(line.year()), cad(line.grantCents()));
        }
        keys.put("capex", capex);
        keys.put("grants", grants);
        keys.put(
                "targets",
                result.request().targets().stream().map(PlanFiles::target).toList());
        keys.put("sites", sites(result));
        keys.put(
                "assumptions",
                result.assumptions().stream()
                        .map(a -> Map.of("key", a.key(), "text", wording.reason(a)))
                        .toList());
        keys.put("violations", result.certificate().violations());
        JsonText.write(keys, out);
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("scope", target.scope());
        keys.put("share", target.share());
        keys.put("year", target.year());
        return keys;
    }

    /// By depot as the town names it: units made electric, chargers and electrical steps bought.
    private static List<Map<String, Object>> sites(PlanResult result) {
        Map<String, long[]> byDepot = new TreeMap<>();
        for (UnitPlan plan : result.units()) {
            long[] sums = byDepot.computeIfAbsent(plan.unit().depot(), d -> new long[3]);
            sums[0] += plan.recommendedElectric() ? 1 : 0;
            for (Action action : plan.actions()) {
                sums[1] += action.chargerCents();
                sums[2] += action.siteCents();
            }
        }
        List<Map<String, Object>> sites = new ArrayList<>();
        byDepot.forEach((depot, sums) -> {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("depot", depot);
            keys.put("recommended", sums[0]);
            keys.put("chargerCad", cad(sums[1]));
            keys.put("siteCad", cad(sums[2]));
            sites.add(keys);
        });
        return sites;
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", fact.id());
        keys.put("value", fact.value());
        keys.put("unit", fact.unit());
        keys.put(
                "valid_from", fact.validFrom() == null ? null : fact.validFrom().toString());
        keys.put("source", fact.source());
        keys.put("grade", fact.grade().id());
        return keys;
    }

    static void csv(PlanResult result, Wording wording, OutputStream out) throws IOException {
        java.io.StringWriter text = new java.io.StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    "unit",
                    "class",
                    "action",
                    "year",
                    "model",
                    "electric",
                    "capex_cad",
                    "grant_cad",
                    "net_cad",
                    "km_per_year",
                    "electric_feasible",
                    "measured_or_estimated",
                    "reason");
            for (UnitPlan plan : result.units()) {
                for (Action action : plan.actions()) {
                    csv.writeRecord(
                            harmless(plan.unit().id()),
                            plan.unit().vehicleClass().id(),
                            action.kind().id(),
                            Integer.toString(action.year()),
                            action.modelId(),
                            Boolean.toString(action.electric()),
                            cad(action.capexCents()).toPlainString(),
                            cad(action.grantCents()).toPlainString(),
                            cad(action.netCents()).toPlainString(),
                            BigDecimal.valueOf(plan.kmPerYear())
                                    .setScale(1, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            plan.feasibility().verdict().id(),
                            plan.feasibility().evidence().id(),
                            harmless(wording.reason(action.reason())));
                }
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it.
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// Cents as dollars with at most two decimals: 4 120 000 is `41200`, 1 050 is `10.5`.
    static BigDecimal cad(long cents) {
        BigDecimal dollars = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
    }
}
