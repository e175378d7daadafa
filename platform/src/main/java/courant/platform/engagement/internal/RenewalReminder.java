package courant.platform.engagement.internal;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.Figures;
import courant.platform.web.Words;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells a town, once, that its renewal comes due.
@Component
class RenewalReminder {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    private static final Figures FIGURES = Figures.of(Locale.CANADA_FRENCH);

    private final JdbcClient database;
    private final Outbox outbox;
    private final Clock clock;
    private final String publicUrl;

    RenewalReminder(JdbcClient database, Outbox outbox, Clock clock, @Value("${courant.public-url}") String publicUrl) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    private record Due(String organisation, String email, LocalDate until) {}

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    @Transactional
    public void remind() {
        database.sql("select * from commitments_to_remind(:today)")
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, index) -> new Due(
                        row.getString("organisation"),
                        row.getString("email"),
                        row.getDate("renewed_until").toLocalDate()))
                .list()
                .forEach(due -> outbox.post(new Letter(
                        due.email(),
                        FRENCH.say("commitment.reminder.subject", due.organisation()),
                        FRENCH.say("commitment.reminder.text", due.organisation(), FIGURES.date(due.until()))
                                + "\n\n"
                                + publicUrl + "/espace/engagement",
                        "")));
    }
}
