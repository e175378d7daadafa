package courant.platform.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The dates of one invented commitment, as the site's own rules make them: a report is published by a renewal alone,
/// which opens thirty days before the term ends and opens the next.
///
/// @param session day of the council's session
/// @param renewedOn day of the only renewal, null before
/// @param until last day of the term that runs, or ran
record Term(LocalDate session, @Nullable LocalDate renewedOn, LocalDate until) {
    private static final int NOTICE_DAYS = 30;
    private static final int DUE_EVERY = 5;
    /// The first towns are in their first year.
    private static final int NEW_TOWNS = 6;

    /// A term of a town that has not withdrawn: one in five ends about today, most have ended once already.
    ///
    /// @param i place of the town among the invented ones
    static Term of(int i, LocalDate today) {
        return began(today.minusDays(i % DUE_EVERY == 0 && i > 0 ? 340 + 2 * i : 20 + 5 * i), i);
    }

    /// A term of a town that has withdrawn.
    static Term withdrawn(int i, LocalDate today) {
        return began(today.minusDays(400 + i), i);
    }

    /// @param start first day of the term
    private static Term began(LocalDate start, int i) {
        if (i < NEW_TOWNS || i % 3 == 1) {
            return first(start);
        }
        LocalDate session = start.minusYears(1);
        LocalDate end = session.plusYears(1);
        return new Term(session, end.minusDays(i % NOTICE_DAYS), end.plusYears(1));
    }

    /// Its first year, of which no renewal has told yet.
    static Term first(LocalDate session) {
        return new Term(session, null, session.plusYears(1));
    }
}
