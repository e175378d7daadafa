package courant.platform.engagement.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A commitment of one organisation, and what can become of it. Each change gives the next state or refuses with a
/// reason.
///
/// @param id internal number
/// @param organisation internal number of the organisation
/// @param state where it stands
/// @param declarationVersion version of the text that was declared
/// @param sessionDate day of the council's session, null before the resolution is attached
/// @param resolutionNumber as the minutes give it
/// @param fileName of the resolution, empty before
/// @param reviewNote what the reviewer asked to correct
/// @param renewedUntil last day before a renewal is due, null before publication
/// @param withdrawnOn day of withdrawal
/// @param withdrawalNumber of the resolution that withdrew it, empty before
/// @param version counts changes, so that two people do not overwrite one another
public record Commitment(
        long id,
        long organisation,
        State state,
        String declarationVersion,
        @Nullable LocalDate sessionDate,
        String resolutionNumber,
        String fileName,
        String reviewNote,
        @Nullable LocalDate renewedUntil,
        @Nullable LocalDate withdrawnOn,
        String withdrawalNumber,
        int version) {
    /// A renewal is asked for this many days before its day.
    public static final int NOTICE_DAYS = 30;

    public enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        WITHDRAWN,
        /// The council said no: known to the town alone.
        REFUSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id().equals(id))
                    .findFirst();
        }
    }

    /// A change that the commitment, as it stands, does not allow.
    static final class NotAllowedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String reason;

        /// @param reason key of the sentence that says why
        NotAllowedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// @param number as the minutes give it
    /// @param session day of the council's session
    record Resolution(String number, LocalDate session) {
        boolean isNumbered() {
            return isNumbered(number);
        }

        static boolean isNumbered(String number) {
            return number.chars().anyMatch(Character::isDigit);
        }
    }

    /// The council adopted it: the resolution goes to review.
    Commitment submit(Resolution resolution, LocalDate today) {
        only(state == State.DRAFT, "commitment.not.draft");
        only(resolution.isNumbered(), "commitment.number.error");
        only(!resolution.session().isAfter(today), "commitment.session.future");
        only(!resolution.session().isBefore(oldestSession(today)), "commitment.session.old");
        return with(State.SUBMITTED, resolution.session(), resolution.number().strip(), "", renewedUntil);
    }

    /// The review found it in order: it runs for a year from the session.
    Commitment publish() {
        only(state == State.SUBMITTED && sessionDate != null, "commitment.not.submitted");
        return with(
                State.PUBLISHED,
                sessionDate,
                resolutionNumber,
                "",
                endOfTerm(java.util.Objects.requireNonNull(sessionDate)));
    }

    /// Last day of its term: of the renewal, or of the year that its resolution opens; null before a resolution.
    public @Nullable LocalDate term() {
        return renewedUntil != null || sessionDate == null ? renewedUntil : endOfTerm(sessionDate);
    }

    /// Last day of the year that a resolution opens, counted from the council's session.
    static LocalDate endOfTerm(LocalDate session) {
        return session.plusYears(1);
    }

    /// The review found something to correct.
    Commitment giveBack(String note) {
        only(state == State.SUBMITTED, "commitment.not.submitted");
        only(!note.isBlank(), "commitment.note.error");
        return with(State.DRAFT, sessionDate, resolutionNumber, note.strip(), null);
    }

    /// The town takes it back before the review has ended.
    Commitment takeBack() {
        only(state == State.SUBMITTED, "commitment.not.submitted");
        return with(State.DRAFT, sessionDate, resolutionNumber, "", null);
    }

    /// Key of the word for where it stands: that which everybody reads, once it is public.
    public String word(LocalDate today) {
        if (overdue(today)) {
            return "deed.renewal-due";
        }
        if (state == State.PUBLISHED) {
            return "deed.committed";
        }
        if (state == State.WITHDRAWN) {
            return "deed.withdrawn";
        }
        boolean corrected = state == State.DRAFT && !reviewNote.isEmpty();
        return corrected ? "commitment.state.to-correct" : "commitment.state." + state.id();
    }

    /// Whether its year has ended without a renewal.
    public boolean overdue(LocalDate today) {
        return state == State.PUBLISHED && isOver(renewedUntil, today);
    }

    /// Day of the oldest session whose term still runs.
    static LocalDate oldestSession(LocalDate today) {
        LocalDate day = today.minusYears(1);
        return endOfTerm(day).isBefore(today) ? day.plusDays(1) : day;
    }

    static boolean isOver(@Nullable LocalDate until, LocalDate today) {
        return until != null && until.isBefore(today);
    }

    /// Whether the form of the renewal is open.
    public boolean renewalDue(LocalDate today) {
        return state == State.PUBLISHED
                && renewedUntil != null
                && !renewedUntil.minusDays(NOTICE_DAYS).isAfter(today);
    }

    /// Renewed for a year from the day it was due, or from today when that is past.
    Commitment renew(LocalDate today) {
        only(renewalDue(today), "commitment.not.due");
        LocalDate due = java.util.Objects.requireNonNull(renewedUntil);
        return with(
                State.PUBLISHED, sessionDate, resolutionNumber, "", (due.isAfter(today) ? due : today).plusYears(1));
    }

    /// The council withdrew it, by resolution. What was published stays readable, with its end.
    Commitment withdraw(Resolution withdrawal, LocalDate today) {
        only(state == State.PUBLISHED, "commitment.not.published");
        only(withdrawal.isNumbered(), "commitment.number.error");
        only(!withdrawal.session().isAfter(today), "commitment.withdrawal.future");
        only(sessionDate != null && !withdrawal.session().isBefore(sessionDate), "commitment.withdrawal.early");
        return new Commitment(
                id,
                organisation,
                State.WITHDRAWN,
                declarationVersion,
                sessionDate,
                resolutionNumber,
                fileName,
                "",
                renewedUntil,
                withdrawal.session(),
                withdrawal.number().strip(),
                version);
    }

    /// The council said no.
    Commitment refuse() {
        only(state == State.DRAFT, "commitment.not.draft");
        return with(State.REFUSED, null, "", "", null);
    }

    private static void only(boolean allowed, String reason) {
        if (!allowed) {
            throw new NotAllowedException(reason);
        }
    }

    private Commitment with(
            State next, @Nullable LocalDate session, String number, String note, @Nullable LocalDate until) {
        return new Commitment(
                id, organisation, next, declarationVersion, session, number, fileName, note, until, null, "", version);
    }
}
