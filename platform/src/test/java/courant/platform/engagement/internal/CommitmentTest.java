package courant.platform.engagement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import courant.platform.engagement.internal.Commitment.NotAllowedException;
import courant.platform.engagement.internal.Commitment.Resolution;
import courant.platform.engagement.internal.Commitment.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What can become of a commitment, by hand-made dates.
class CommitmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate SESSION = LocalDate.of(2026, 11, 9);
    private static final Commitment DRAFT =
            new Commitment(1, 2, State.DRAFT, "1.0", null, "", "", "", null, null, "", 0);

    private static Commitment submitted() {
        return DRAFT.submit(new Resolution(" 2026-11-245 ", SESSION), TODAY);
    }

    @Test
    void isSubmittedPublishedAndRenewedForAYear() {
        Commitment published = submitted().publish();
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.resolutionNumber()).isEqualTo("2026-11-245");
        assertThat(published.renewedUntil()).isEqualTo(LocalDate.of(2027, 11, 9));
        assertThat(published.renewalDue(LocalDate.of(2027, 10, 9))).isFalse();
        assertThat(published.renewalDue(LocalDate.of(2027, 10, 10))).isTrue();
        Commitment renewed = published.renew(LocalDate.of(2027, 10, 20));
        assertThat(renewed.renewedUntil()).isEqualTo(LocalDate.of(2028, 11, 9));
        Commitment late = published.renew(LocalDate.of(2028, 2, 1));
        assertThat(late.renewedUntil()).isEqualTo(LocalDate.of(2029, 2, 1));
    }

    @Test
    void aSessionToComeIsRefused() {
        assertThatThrownBy(() -> DRAFT.submit(new Resolution("1", TODAY.plusDays(1)), TODAY))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("commitment.session.future");
    }

    @Test
    void aResolutionHasANumber() {
        assertThatThrownBy(() -> DRAFT.submit(new Resolution("  ", SESSION), TODAY))
                .hasMessage("commitment.number.error");
    }

    @Test
    void aResolutionWhoseYearIsOverIsRefused() {
        assertThatThrownBy(() -> DRAFT.submit(new Resolution("2025-5", LocalDate.of(2025, 11, 24)), TODAY))
                .hasMessage("commitment.session.old");
        Commitment last = DRAFT.submit(new Resolution("2025-5", LocalDate.of(2025, 11, 25)), TODAY)
                .publish();
        assertThat(last.renewedUntil()).isEqualTo(TODAY);
        assertThat(last.overdue(TODAY)).isFalse();
        assertThat(last.overdue(TODAY.plusDays(1))).isTrue();
        assertThat(last.word(TODAY)).isEqualTo("deed.committed");
        assertThat(last.word(TODAY.plusDays(1))).isEqualTo("deed.renewal-due");
    }

    @Test
    void theTermOfALeapDayIsCountedFromTheSession() {
        LocalDate leap = LocalDate.of(2024, 2, 29);
        assertThat(Commitment.endOfTerm(leap)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(Commitment.oldestSession(LocalDate.of(2025, 2, 28))).isEqualTo(LocalDate.of(2024, 2, 28));
        assertThat(Commitment.oldestSession(LocalDate.of(2025, 3, 1))).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void aWithdrawalToComeSpeaksOfTheWithdrawal() {
        assertThatThrownBy(() -> submitted().publish().withdraw(new Resolution("2", TODAY.plusDays(1)), TODAY))
                .hasMessage("commitment.withdrawal.future");
    }

    @Test
    void isGivenBackWithWhatToCorrect() {
        assertThatThrownBy(() -> submitted().giveBack(" ")).hasMessage("commitment.note.error");
        Commitment back = submitted().giveBack("La date ne concorde pas.");
        assertThat(back.state()).isEqualTo(State.DRAFT);
        assertThat(back.reviewNote()).isEqualTo("La date ne concorde pas.");
    }

    @Test
    void isWithdrawnByAResolutionThatFollowsIt() {
        Commitment published = submitted().publish();
        assertThatThrownBy(() -> published.withdraw(new Resolution("2", SESSION.minusDays(1)), TODAY))
                .hasMessage("commitment.withdrawal.early");
        Commitment withdrawn = published.withdraw(new Resolution("2", TODAY), TODAY);
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.withdrawnOn()).isEqualTo(TODAY);
        assertThat(withdrawn.withdrawalNumber()).isEqualTo("2");
        assertThatThrownBy(() -> withdrawn.renew(TODAY)).hasMessage("commitment.not.due");
    }

    @Test
    void onlyADraftIsRefusedByTheCouncil() {
        assertThat(DRAFT.refuse().state()).isEqualTo(State.REFUSED);
        assertThatThrownBy(() -> submitted().refuse()).hasMessage("commitment.not.draft");
    }

    @Test
    void nothingIsPublishedTwice() {
        assertThatThrownBy(() -> submitted().publish().publish()).hasMessage("commitment.not.submitted");
    }
}
