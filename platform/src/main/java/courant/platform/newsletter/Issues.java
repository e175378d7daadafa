package courant.platform.newsletter;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.editorial.CitedPictures;
import courant.platform.editorial.PictureSource;
import courant.platform.mail.Bounced;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.mail.Sender;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.io.Serial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Issues of the newsletter: written, looked at, sent little by little, stopped when asked.
@Component
public class Issues implements PictureSource {
    private static final int BATCH = 100;
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Sender sender;
    private final NewsletterSettings settings;
    private final CitedPictures pictures;

    Issues(
            JdbcClient database,
            AuditTrail audit,
            Outbox outbox,
            Sender sender,
            NewsletterSettings settings,
            CitedPictures pictures) {
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
        this.pictures = pictures;
    }

    /// Somebody else saved, sent or deleted the issue in between.
    static final class OvertakenException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /// @param state `draft`, `sending`, `sent` or `stopped`
    /// @param version how often it was saved
    public record Issue(long id, String subject, String body, String state, Instant written, int version) {
        /// With other words, not yet kept.
        Issue with(IssueForm other) {
            return new Issue(id, other.subject(), other.body(), state, written, version);
        }

        /// Whether it can be sent, or gone on with.
        public boolean isSendable() {
            return isDraft() || state.equals("stopped");
        }

        /// Whether nobody has received any of it: it can be corrected and deleted.
        public boolean isDraft() {
            return state.equals("draft");
        }
    }

    /// @param sent letters that are on their way or gone
    /// @param subscribers addresses that have subscribed today
    /// @param bounced addresses that subscribed and take no letters
    public record Progress(long sent, long subscribers, long bounced) {
        /// Addresses that are still to have it.
        public long remaining() {
            return Math.max(0, subscribers - sent);
        }

        /// Addresses that will have it in the end, those that left since included.
        public long total() {
            return sent + remaining();
        }
    }

    @Transactional(readOnly = true)
    public List<Issue> all() {
        return database.sql("select * from newsletter_issue order by id desc")
                .query((row, index) -> issue(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Issue> find(long id) {
        return database.sql("select * from newsletter_issue where id = :id")
                .param("id", id)
                .query((row, index) -> issue(row))
                .optional();
    }

    /// Those that were sent too: the letters still ask for their pictures.
    @Override
    @Transactional(readOnly = true)
    public List<Writing> writings() {
        return all().stream()
                .map(issue -> new Writing(issue.subject(), "/admin/infolettre/" + issue.id(), issue.body()))
                .toList();
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("state"),
                row.getTimestamp("written_at").toInstant(),
                row.getInt("version"));
    }

    @Transactional(readOnly = true)
    public Progress progress(long id) {
        return database.sql("select * from newsletter_progress(:id)")
                .param("id", id)
                .query((row, index) ->
                        new Progress(row.getLong("sent"), row.getLong("subscribers"), row.getLong("bounced")))
                .single();
    }

    /// @throws CitedPictures.AbsentException when it cites a picture that is not in the library
    @Transactional
    long write(Person by, IssueForm written) {
        pictures.hold(written.body());
        long id = database.sql("""
                        insert into newsletter_issue (subject, body, written_by) values (:subject, :body, :by) returning id
                        """)
                .param("subject", written.subject())
                .param("body", written.body())
                .param("by", by.id())
                .query(Long.class)
                .single();
        audit.record(by.actor(), "issue.written", "infolettre/" + id);
        return id;
    }

    /// Only a draft changes: what was sent stays as it was sent.
    ///
    /// @return the version that is kept now
    /// @throws OvertakenException when it was saved or sent since: nothing is overwritten
    /// @throws CitedPictures.AbsentException when it cites a picture that is not in the library
    @Transactional
    int rewrite(Person by, long id, IssueForm written) {
        pictures.hold(written.body());
        int version = database.sql("""
                        update newsletter_issue set subject = :subject, body = :body,
                          version = version + case when subject = :subject and body = :body then 0 else 1 end
                        where id = :id and state = 'draft' and version = :base returning version
                        """)
                .param("id", id)
                .param("subject", written.subject())
                .param("body", written.body())
                .param("base", written.base())
                .query(Integer.class)
                .optional()
                .orElseThrow(OvertakenException::new);
        if (version != written.base()) {
            audit.record(by.actor(), "issue.rewritten", "infolettre/" + id);
        }
        return version;
    }

    /// Only a draft is deleted: what somebody received stays.
    ///
    /// @param base version the person saw when confirming
    /// @throws OvertakenException when it was saved, sent or deleted since
    @Transactional
    void delete(Person by, long id, int base) {
        int deleted = database.sql(
                        "delete from newsletter_issue where id = :id and state = 'draft' and version = :base")
                .param("id", id)
                .param("base", base)
                .update();
        if (deleted == 0) {
            throw new OvertakenException();
        }
        audit.record(by.actor(), "issue.deleted", "infolettre/" + id);
    }

    /// The issue as subscribers will have it, to who writes it alone; it is no letter one can leave.
    @Transactional
    public void tryOut(Person by, Issue issue) {
        Letter letter = letter(issue, by.email(), settings.publicUrl() + "/infolettre");
        outbox.post(new Letter(
                by.email(), FRENCH.say("issue.trial.subject", letter.subject()), letter.body(), letter.html(), ""));
        audit.record(by.actor(), "issue.tried", "infolettre/" + issue.id());
    }

    /// @param base version the person saw when confirming
    /// @throws OvertakenException when it was saved since
    @Transactional
    public void send(Person by, long id, int base) {
        Optional<Integer> seen = database.sql(
                        "select version from newsletter_issue where id = :id and version = :base for update")
                .param("id", id)
                .param("base", base)
                .query(Integer.class)
                .optional();
        if (seen.isEmpty()) {
            throw new OvertakenException();
        }
        move(by, id, "sending", "issue.sent");
    }

    @Transactional
    public void stop(Person by, long id) {
        move(by, id, "stopped", "issue.stopped");
    }

    private void move(Person by, long id, String state, String event) {
        int moved = database.sql("""
                        update newsletter_issue set state = :state, begun_at = coalesce(begun_at, now())
                        where id = :id and state in ('draft', 'sending', 'stopped') and state <> :state
                        """).param("id", id).param("state", state).update();
        if (moved > 0) {
            audit.record(by.actor(), event, "infolettre/" + id);
        }
    }

    /// The letter as one subscriber receives it.
    Letter letter(Issue issue, String to, String leaving) {
        String howToLeave = FRENCH.say("newsletter.letter.leave");
        String from = sender.named(FRENCH);
        return new Letter(
                to,
                issue.subject(),
                String.join("\n\n", page(issue).plain(), howToLeave, leaving, from),
                page(issue).html(howToLeave, leaving, from),
                leaving);
    }

    IssuePage page(Issue issue) {
        return new IssuePage(issue.subject(), issue.body(), settings.publicUrl());
    }

    /// An address that takes no letters is written to no more.
    @EventListener
    void forget(Bounced bounced) {
        database.sql("select newsletter_bounced(:address)")
                .param("address", bounced.recipient())
                .query(row -> {});
    }

    private record Subscriber(String confirmHash, String email) {}

    /// Posts the next letters of the issues on their way; one letter to an address, however often it subscribed.
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
    @Transactional
    public void sendNext() {
        database.sql("select set_config('courant.task', 'newsletter', true)")
                .query(String.class)
                .single();
        List<Issue> sending = database.sql(
                        "select * from newsletter_issue where state = 'sending' order by id for update skip locked")
                .query((row, index) -> issue(row))
                .list();
        sending.forEach(this::sendNext);
    }

    private void sendNext(Issue issue) {
        List<Subscriber> next = database.sql("""
                        select distinct on (c.email) encode(c.confirm_hash, 'hex') as hash, c.email
                        from newsletter_consent c
                        where c.confirmed_at is not null and c.withdrawn_at is null and c.bounced_at is null
                          and not exists (select from newsletter_delivery d
                            join newsletter_consent had on had.confirm_hash = d.confirm_hash
                            where d.issue_id = :issue and had.email = c.email)
                        order by c.email limit :most
                        """)
                .param("issue", issue.id())
                .param("most", BATCH)
                .query((row, index) -> new Subscriber(row.getString("hash"), row.getString("email")))
                .list();
        for (Subscriber subscriber : next) {
            Secret leave = Secret.fresh();
            database.sql("""
                            insert into newsletter_delivery (issue_id, confirm_hash, leave_hash)
                            values (:issue, decode(:confirm, 'hex'), decode(:leave, 'hex'))
                            """)
                    .param("issue", issue.id())
                    .param("confirm", subscriber.confirmHash())
                    .param("leave", leave.hashHex())
                    .update();
            outbox.post(
                    letter(issue, subscriber.email(), settings.publicUrl() + "/infolettre/retrait/" + leave.text()));
        }
        if (next.size() < BATCH) {
            database.sql("update newsletter_issue set state = 'sent' where id = :id")
                    .param("id", issue.id())
                    .update();
            audit.record("courant", "issue.finished", "infolettre/" + issue.id());
        }
    }
}
