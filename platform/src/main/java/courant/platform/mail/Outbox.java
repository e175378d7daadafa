package courant.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Letters on their way.
@Component
public class Outbox {
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    Outbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Leaves with the transaction that is open, or not at all.
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        database.sql("""
                        insert into mail (recipient, subject, body, html, unsubscribe_address)
                        values (:recipient, :subject, :body, :html, :unsubscribe)
                        """)
                .param("recipient", letter.recipient())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("html", letter.html())
                .param("unsubscribe", letter.unsubscribeAddress())
                .update();
    }

    /// A letter and its number in the outbox.
    record Posted(long id, Letter letter) {}

    /// The oldest letter whose turn has come; other senders leave it alone until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Posted> next() {
        workAsPostman();
        return database.sql("""
                        select id, recipient, subject, body, html, unsubscribe_address from mail
                        where sent_at is null and attempts < :attempts and next_attempt_at <= now()
                        order by id limit 1 for update skip locked
                        """)
                .param("attempts", MOST_ATTEMPTS)
                .query((row, index) -> posted(row))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sent(Posted posted) {
        database.sql("update mail set sent_at = now(), attempts = attempts + 1, last_error = '' where id = :id")
                .param("id", posted.id())
                .update();
    }

    /// Tried again after 1, 2, 4 … minutes.
    @Transactional(propagation = Propagation.MANDATORY)
    void failed(Posted posted, String error) {
        database.sql("""
                        update mail set attempts = attempts + 1, last_error = :error,
                          next_attempt_at = now() + :step::interval * power(2, attempts)
                        where id = :id
                        """)
                .param("id", posted.id())
                .param("error", error)
                .param("step", Duration.ofMinutes(1).toString())
                .update();
    }

    /// Tried no more, unless somebody of the team asks.
    @Transactional(propagation = Propagation.MANDATORY)
    void abandoned(Posted posted, String error) {
        database.sql("update mail set attempts = :most, last_error = :error where id = :id")
                .param("most", MOST_ATTEMPTS)
                .param("id", posted.id())
                .param("error", error)
                .update();
    }

    /// The newest letters, for the demonstration, where none leaves.
    @Transactional
    public List<Letter> newest(int most) {
        workAsPostman();
        return database.sql("""
                        select id, recipient, subject, body, html, unsubscribe_address from mail order by id desc limit :most
                        """)
                .param("most", most)
                .query((row, index) -> posted(row).letter())
                .list();
    }

    /// A letter that is gone, or was given up, is kept long enough to answer « I received nothing », and no longer.
    @Scheduled(fixedDelayString = "PT6H")
    @Transactional
    public void forgetOld() {
        workAsPostman();
        database.sql("""
                        delete from mail where created_at < :before and (sent_at is not null or attempts >= :attempts)
                        """)
                .param("before", Timestamp.from(Instant.now(clock).minus(KEPT)))
                .param("attempts", MOST_ATTEMPTS)
                .update();
    }

    private void workAsPostman() {
        database.sql("select set_config('courant.task', 'mail', true)")
                .query(String.class)
                .single();
    }

    private static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                row.getLong("id"),
                new Letter(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("html"),
                        row.getString("unsubscribe_address")));
    }
}
