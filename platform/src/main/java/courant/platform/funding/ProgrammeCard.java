package courant.platform.funding;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A programme as it stands on a day.
///
/// @param programme as it was read
/// @param today the day
public record ProgrammeCard(Programme programme, LocalDate today) {
    /// What was open and has passed its last day is closed, whatever the table says.
    public ProgrammeState state() {
        LocalDate last = programme.validTo();
        return last != null && last.isBefore(today) ? ProgrammeState.CLOSED : programme.state();
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? programme.nameEn() : programme.nameFr();
    }

    /// In English where it was translated, else in French.
    public String note(Locale locale) {
        String note = isNoteEnglish(locale) ? FactTables.englishNote(programme.id()) : programme.note();
        return note.replace("'", "’");
    }

    public boolean isNoteEnglish(Locale locale) {
        return locale.getLanguage().equals("en")
                && !FactTables.englishNote(programme.id()).isEmpty();
    }

    public boolean isClosed() {
        return state() == ProgrammeState.CLOSED;
    }

    /// Its last day when that is past; an envelope used up before its end has no known day.
    public @Nullable LocalDate closedOn() {
        LocalDate last = programme.validTo();
        return last != null && last.isBefore(today) ? last : null;
    }

    /// @param weight US weight class, 1 to 8; 0 for any
    boolean pays(String object, int weight) {
        return programme.amounts().stream()
                .filter(a -> object.isEmpty() || a.object().id().equals(object))
                .anyMatch(a -> weight == 0 || weight >= a.gvwrMin() && weight <= a.gvwrMax());
    }

    boolean pays(String object) {
        return pays(object, 0);
    }

    /// Objects it pays for, in the order of its table.
    public List<String> objects() {
        return programme.amounts().stream().map(a -> a.object().id()).distinct().toList();
    }

    /// The greatest amount of one grant from today on, cents; null when none was read.
    public @Nullable Long greatestCents() {
        return programme.amounts().stream()
                .filter(a -> a.year() == null || a.year() >= today.getYear())
                .map(GrantAmount::maxCents)
                .max(Long::compare)
                .orElse(null);
    }

    /// The source as addresses, or as the words that stand for it.
    public List<String> sources() {
        return Arrays.stream(programme.source().split(" ; ")).map(String::strip).toList();
    }

    public List<GrantAmount> amounts() {
        return programme.amounts();
    }
}
