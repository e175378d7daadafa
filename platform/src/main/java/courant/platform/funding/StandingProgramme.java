package courant.platform.funding;

import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A programme as it stands: the fact that ships, or what an editor of this instance published over it.
///
/// @param programme what is shown
/// @param noteEn its note in English, empty when there is none
/// @param shipped the fact of the same id that ships, null when there is none
/// @param version number of the version entered here, 0 when the fact that ships stands
/// @param enteredAt when that version was entered, null when the fact that ships stands
/// @param withdrawn whether it was withdrawn: its page stays, the finder lists it no more
public record StandingProgramme(
        Programme programme,
        String noteEn,
        @Nullable Programme shipped,
        long version,
        @Nullable Instant enteredAt,
        boolean withdrawn) {
    /// The fact that ships, with nothing entered over it.
    public static StandingProgramme shipped(Programme programme) {
        return new StandingProgramme(programme, FactTables.englishNote(programme.id()), programme, 0, null, false);
    }

    public boolean isEntered() {
        return version != 0;
    }

    /// Whether a plan counts it: plans rest on the facts that ship, and count what is confirmed for new electric
    /// vehicles.
    public boolean isCountedInPlans(LocalDate today) {
        return shipped != null
                && shipped.stateOn(today) == ProgrammeState.CONFIRMED
                && shipped.amounts().stream().anyMatch(amount -> amount.object() == GrantObject.ELECTRIC_VEHICLE);
    }

    public String name(Locale locale) {
        return curly(isEnglish(locale) ? programme.nameEn() : programme.nameFr());
    }

    /// In English where it was translated, else in French.
    public String note(Locale locale) {
        return curly(isNoteEnglish(locale) ? noteEn : programme.note());
    }

    /// Tables are typed with the straight apostrophe and printed with the curly one.
    private static String curly(String text) {
        return text.replace("'", "’");
    }

    public boolean isNoteEnglish(Locale locale) {
        return isEnglish(locale) && !noteEn.isEmpty();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
