package courant.platform.engagement.internal;

import courant.platform.accounts.Person;
import courant.platform.accounts.TeamLetters;
import courant.platform.web.Words;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a reviewer decides of a resolution; the town is told of it.
@Component
class Reviews {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);

    private final CommitmentStore store;
    private final ReportStore reports;
    private final TeamLetters letters;
    private final String publicUrl;

    Reviews(
            CommitmentStore store,
            ReportStore reports,
            TeamLetters letters,
            @Value("${courant.public-url}") String publicUrl) {
        this.store = store;
        this.reports = reports;
        this.letters = letters;
        this.publicUrl = publicUrl;
    }

    @Transactional
    public void publish(Person by, Commitment commitment) {
        store.save(by, commitment.publish(), "commitment.published");
        tell(commitment, "commitment.published", "");
    }

    @Transactional
    public void giveBack(Person by, Commitment commitment, String note) {
        store.save(by, commitment.giveBack(note), "commitment.given-back");
        tell(commitment, "commitment.given-back", note.strip());
    }

    /// A published report leaves public view; its town is told why.
    @Transactional
    public void withhold(Person by, ReportStore.Listed listed, String reason, LocalDate today) {
        reports.withhold(by, listed.report(), reason, today);
        letters.post(
                listed.report().organisation(),
                "",
                FRENCH.say("report.withheld.subject", listed.organisation()),
                FRENCH.say("report.withheld.letter", listed.organisation(), reason) + "\n\n" + publicUrl
                        + "/espace/engagement");
    }

    private void tell(Commitment commitment, String outcome, String note) {
        String name = store.nameOf(commitment.organisation());
        String said = FRENCH.say(outcome + ".letter", name, commitment.resolutionNumber());
        letters.post(
                commitment.organisation(),
                "",
                FRENCH.say(outcome + ".subject", name),
                said + (note.isEmpty() ? "" : "\n\n" + FRENCH.say("commitment.note", note)) + "\n\n" + publicUrl
                        + "/espace/engagement");
    }
}
