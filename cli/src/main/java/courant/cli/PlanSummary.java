package courant.cli;

import courant.engine.climate.Municipality;
import courant.engine.fact.Fact;
import courant.engine.fleet.Fleet;
import courant.engine.plan.Certificate;
import courant.engine.plan.PlanResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The summary of a plan, as the contract of the command line names its figures and as one plain sentence.
///
/// @param result the plan
record PlanSummary(PlanResult result) {

    /// Keys in the order of the contract; money in CAD with at most two decimals.
    SequencedMap<String, Object> json() {
        Fleet fleet = result.request().fleet();
        Certificate certificate = result.certificate();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("rows", fleet.rows());
        json.put("vehicles", fleet.vehicles().size());
        json.put("machines", fleet.machines().size());
        json.put("recommended", result.recommended());
        json.put("capexCad", cad(result.capexCents()));
        json.put("lifetimeSavingCad", cad(result.savingCents()));
        json.put("ghgReductionT", result.ghgReductionT());
        json.put("objective", cad(certificate.objectiveCents()));
        json.put("bound", cad(certificate.boundCents()));
        json.put("gap", certificate.gap());
        json.put("feasible", certificate.checkerAgrees());
        json.put("facts", result.facts().stream().map(PlanSummary::json).toList());
        json.put("seconds", result.seconds());
        return json;
    }

    private static Map<String, @Nullable Object> json(Fact fact) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", fact.id());
        json.put("value", fact.value());
        json.put("unit", fact.unit());
        json.put(
                "valid_from", fact.validFrom() == null ? null : fact.validFrom().toString());
        json.put("source", fact.source());
        json.put("grade", fact.grade().id());
        return json;
    }

    private static BigDecimal cad(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /// The plan in a few lines; `files` are named last.
    String text(Messages messages, List<String> files) {
        int units = result.request().fleet().planned().size();
        String saving = messages.say(
                result.savingCents() >= 0 ? "plan.done.saving" : "plan.done.cost",
                messages.dollars(Math.abs(result.savingCents())),
                messages.dollars(result.savingLowCents()),
                messages.dollars(result.savingHighCents()));
        Certificate certificate = result.certificate();
        Municipality town = result.request().municipality();
        String invented = town.invented() ? messages.say("plan.done.invented", town.name()) + "\n" : "";
        return invented
                + String.join(
                        "\n",
                        messages.say(
                                "plan.done.recommended",
                                result.recommended(),
                                units,
                                String.valueOf(result.request().lastYear())),
                        saving,
                        messages.say(
                                "plan.done.ghg",
                                messages.decimal(result.ghgReductionT(), 0),
                                messages.dollars(result.capexCents())),
                        messages.say(
                                "plan.done.proof",
                                messages.dollars(certificate.objectiveCents()),
                                messages.dollars(certificate.boundCents()),
                                messages.decimal(100 * certificate.gap(), 3)),
                        messages.say(certificate.checkerAgrees() ? "plan.done.checked" : "plan.done.disputed"),
                        messages.say("plan.done.files", String.join(", ", files)));
    }
}
