package courant.platform.funding.internal;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.funding.StandingProgramme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A programme as it stands on a day.
///
/// @param standing as it stands
/// @param today the day
public record ProgrammeCard(StandingProgramme standing, LocalDate today) {
    private static final int YEARS_RELIED_ON = 2;

    public Programme programme() {
        return standing.programme();
    }

    /// What was open and has passed its last day is closed, whatever the table says.
    public ProgrammeState state() {
        return programme().stateOn(today);
    }

    public String name(Locale locale) {
        return standing.name(locale);
    }

    public boolean isCountedInPlans() {
        return standing.isCountedInPlans(today);
    }

    public boolean isClosed() {
        return state() == ProgrammeState.CLOSED;
    }

    /// Its last day when that is past; an envelope used up before its end has no known day.
    public @Nullable LocalDate closedOn() {
        LocalDate last = programme().validTo();
        return last != null && last.isBefore(today) ? last : null;
    }

    /// Its last day as readers are shown it: none where it closed for another reason before that day.
    public @Nullable LocalDate lastDay() {
        return isClosed() ? closedOn() : programme().validTo();
    }

    /// The year of a source that is too old to be relied on, when the programme counts on it to be confirmed; else
    /// null.
    public @Nullable Integer staleYear() {
        String sourceDate = programme().sourceDate();
        if (state() != ProgrammeState.CONFIRMED || !sourceDate.matches("\\d{4}.*")) {
            return null;
        }
        int year = Integer.parseInt(sourceDate.substring(0, 4));
        LocalDate read =
                sourceDate.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(sourceDate) : LocalDate.of(year, 12, 31);
        return read.plusYears(YEARS_RELIED_ON).isBefore(today) ? year : null;
    }

    /// @param weight US weight class, 1 to 8; 0 for any
    boolean pays(String object, int weight) {
        return programme().amounts().stream()
                .filter(a -> object.isEmpty() || a.object().id().equals(object))
                .anyMatch(a -> weight == 0 || weight >= a.gvwrMin() && weight <= a.gvwrMax());
    }

    /// Objects it pays for, in the order of its table.
    public List<String> objects() {
        return programme().amounts().stream()
                .map(a -> a.object().id())
                .distinct()
                .toList();
    }

    /// The greatest amount of one grant from today on; null when none was read.
    public @Nullable GrantAmount greatest() {
        return programme().amounts().stream()
                .filter(a -> a.year() == null || a.year() >= today.getYear())
                .max(Comparator.comparingLong(GrantAmount::maxCents))
                .orElse(null);
    }

    /// The source as addresses, or as the words that stand for it.
    public List<String> sources() {
        return ProgrammeStore.sources(programme());
    }

    public List<GrantAmount> amounts() {
        return programme().amounts();
    }
}
