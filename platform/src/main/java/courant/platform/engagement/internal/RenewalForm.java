package courant.platform.engagement.internal;

import courant.platform.web.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a town typed to renew. Nothing of it is dropped: what cannot be read is refused, field by field.
///
/// @param vehicles how many, empty when it does not know
/// @param electric of them, empty when it does not know
/// @param plan day of its adoption, empty when there is none
/// @param text on the year
public record RenewalForm(String vehicles, String electric, String plan, String text) {
    private static final int MOST_VEHICLES = 100_000;

    /// @param typed by the name of the field
    public static RenewalForm of(Map<String, String> typed) {
        return new RenewalForm(
                typed.getOrDefault("vehicules", ""),
                typed.getOrDefault("electriques", ""),
                typed.getOrDefault("plan", ""),
                typed.getOrDefault("texte", ""));
    }

    /// As it was typed to say this.
    static RenewalForm of(YearReport said) {
        return new RenewalForm(
                Objects.toString(said.vehicles(), ""),
                Objects.toString(said.electric(), ""),
                Objects.toString(said.planAdoptedOn(), ""),
                said.text());
    }

    /// Keys of what is wrong, by the name of the field.
    Map<String, String> faults(LocalDate today) {
        Map<String, String> faults = new LinkedHashMap<>();
        note(faults, "vehicules", countFault(vehicles));
        note(faults, "electriques", electricFault());
        note(faults, "plan", planFault(today));
        note(faults, "texte", text.isBlank() ? "commitment.report.error" : "");
        return faults;
    }

    private static void note(Map<String, String> faults, String field, String fault) {
        if (!fault.isEmpty()) {
            faults.put(field, fault);
        }
    }

    private static String countFault(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        Integer count = count(typed);
        if (count == null) {
            return "commitment.count.error";
        }
        return count > MOST_VEHICLES ? "commitment.count.most" : "";
    }

    private String electricFault() {
        String fault = countFault(electric);
        if (!fault.isEmpty() || electric.isBlank()) {
            return fault;
        }
        if (vehicles.isBlank()) {
            return "commitment.electric.alone";
        }
        Integer all = count(vehicles);
        Integer ofThem = count(electric);
        return all != null && ofThem != null && ofThem > all ? "commitment.electric.error" : "";
    }

    private String planFault(LocalDate today) {
        if (plan.isBlank()) {
            return "";
        }
        return Typed.date(plan)
                .map(day -> day.isAfter(today) ? "commitment.plan.future" : "")
                .orElse("commitment.plan.error");
    }

    /// When nothing is wrong.
    YearReport report() {
        return new YearReport(count(vehicles), count(electric), Typed.date(plan).orElse(null), text.strip());
    }

    /// Null for what is no whole number.
    private static @Nullable Integer count(String typed) {
        String digits = typed.replaceAll("[\\s\u00a0\u202f]", "");
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
    }
}
