package courant.platform.planning.internal;

import courant.engine.plan.Target;
import courant.facts.PlanBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a council asks of its plan on the screen.
///
/// @param budgetDollars capital allowed each year, whole dollars, null for no limit
/// @param sharePercent share of light vehicles to be electric, percent, 0 for no target
/// @param shareYear year of that target, 0 without target
/// @param isThorough whether to search longer for a smaller gap
public record Question(@Nullable Long budgetDollars, int sharePercent, int shareYear, boolean isThorough) {
    static final Question FREE = new Question(null, 0, 0, false);
    private static final String LIGHT = "light";
    private static final String THOROUGH = "longue";
    private static final long MOST_DOLLARS = 1_000_000_000;

    public Question {
        if (budgetDollars != null && (budgetDollars < 0 || budgetDollars > MOST_DOLLARS)) {
            throw new IllegalArgumentException("A yearly budget of %d $.".formatted(budgetDollars));
        }
        if (sharePercent < 0 || sharePercent > 100) {
            throw new IllegalArgumentException("A share of %d %%.".formatted(sharePercent));
        }
        shareYear = sharePercent == 0 ? 0 : shareYear;
    }

    /// A question as asked by an address or a form, or what is wrong with it, by field.
    sealed interface Reading {
        record Understood(Question question) implements Reading {}

        record Wrong(List<FieldError> errors) implements Reading {}
    }

    /// A question as it stands in an address.
    record Asked(String budget, String share, String year, String search) {}

    static Reading read(Asked asked, Horizon horizon) {
        List<FieldError> errors = new ArrayList<>();
        Long dollars = null;
        if (!asked.budget().isBlank()) {
            OptionalLong amount = whole(asked.budget(), MOST_DOLLARS);
            if (amount.isPresent()) {
                dollars = amount.getAsLong();
            } else {
                errors.add(new FieldError("budget", "plan.error.budget"));
            }
        }
        OptionalLong percent = asked.share().isBlank() ? OptionalLong.of(0) : whole(asked.share(), 100);
        if (percent.isEmpty()) {
            errors.add(new FieldError("cible", "plan.error.share"));
        }
        OptionalLong by = asked.year().isBlank() ? OptionalLong.of(usualYear(horizon)) : whole(asked.year(), 9999);
        if (percent.orElse(0) > 0 && (by.isEmpty() || !horizon.holds((int) by.getAsLong()))) {
            errors.add(new FieldError(
                    "annee",
                    "plan.error.year",
                    String.valueOf(horizon.firstYear()),
                    String.valueOf(horizon.lastYear())));
        }
        return errors.isEmpty()
                ? new Reading.Understood(new Question(
                        dollars,
                        (int) percent.orElse(0),
                        (int) by.orElse(0),
                        asked.search().equals(THOROUGH)))
                : new Reading.Wrong(errors);
    }

    /// The target's year proposed before anything is asked.
    static int usualYear(Horizon horizon) {
        return Math.min(horizon.firstYear() + 8, horizon.lastYear());
    }

    /// A whole number as people write it: spaces, dollar and percent signs and zero cents forgiven.
    private static OptionalLong whole(String text, long most) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f$%]", "").replaceFirst("[.,]0*$", "");
        if (!digits.matches("\\d{1,12}")) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(digits);
        return value <= most ? OptionalLong.of(value) : OptionalLong.empty();
    }

    Question withBudget(@Nullable Long dollars) {
        return new Question(dollars, sharePercent, shareYear, isThorough);
    }

    Question withTarget(int percent, int year) {
        return new Question(budgetDollars, percent, year, isThorough);
    }

    Question thorough() {
        return new Question(budgetDollars, sharePercent, shareYear, true);
    }

    PlanBasis.Question over(Horizon horizon) {
        Long dollars = budgetDollars;
        Map<Integer, Long> cents = dollars == null
                ? Map.of()
                : IntStream.rangeClosed(horizon.firstYear(), horizon.lastYear())
                        .boxed()
                        .collect(Collectors.toMap(y -> y, y -> 100 * dollars));
        List<Target> targets =
                sharePercent == 0 ? List.of() : List.of(new Target(LIGHT, sharePercent / 100.0, shareYear));
        return new PlanBasis.Question(horizon.firstYear(), horizon.years(), cents, targets);
    }

    /// The question as the query of an address, without its question mark; empty for the free question.
    public String query() {
        List<String> parts = new ArrayList<>();
        if (budgetDollars != null) {
            parts.add("budget=" + budgetDollars);
        }
        if (sharePercent > 0) {
            parts.add("cible=" + sharePercent);
            parts.add("annee=" + shareYear);
        }
        if (isThorough) {
            parts.add("recherche=" + THOROUGH);
        }
        return String.join("&", parts);
    }

    /// An address that asks this question.
    public String at(String path) {
        String query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
