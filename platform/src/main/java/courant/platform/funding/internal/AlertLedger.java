package courant.platform.funding.internal;

import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.mail.Bounced;
import courant.platform.web.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who asked to be told of which programmes, and to which words the person agreed. The database shows an alert to who
/// holds one of its links.
@Component
class AlertLedger {
    private static final String READER = "lecteur";

    /// By the link of the letter that asked to confirm, or of any letter since.
    private static final String LEFT_BY = """
            (leave_hash = decode(:hash, 'hex') or confirm_hash in (
              select confirm_hash from funding_alert_leave where leave_hash = decode(:hash, 'hex')))
            """;

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Clock clock;

    AlertLedger(JdbcClient database, AuditTrail audit, HeldLink held, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /// What a person wants to be told of.
    ///
    /// @param search the query of the finder, empty for all programmes
    /// @param rhythm `daily` or `weekly`
    record Wish(String email, String search, String rhythm, String wording, String language) {}

    /// @return whether a letter must leave; the person is never told
    @Transactional(propagation = Propagation.MANDATORY)
    boolean ask(Wish wish, Secret confirm, Secret leave, String originHash) {
        boolean noted = database.sql("""
                        select ask_for_funding_alert(decode(:confirm, 'hex'), decode(:leave, 'hex'), :email, :search,
                          :rhythm, :wording, :language, decode(:origin, 'hex'))
                        """)
                .param("confirm", confirm.hashHex())
                .param("leave", leave.hashHex())
                .param("email", wish.email())
                .param("search", wish.search())
                .param("rhythm", wish.rhythm())
                .param("wording", wish.wording())
                .param("language", wish.language())
                .param("origin", originHash)
                .query(Boolean.class)
                .single();
        if (noted) {
            audit.record(READER, "funding-alert.asked", confirm.shortHash());
        }
        return noted;
    }

    /// What a link asks to be told of, as a query of the finder; nothing when it can be confirmed no more.
    @Transactional(readOnly = true)
    public Optional<String> toConfirm(Secret confirm) {
        held.hold(confirm);
        return database.sql("""
                        select search from funding_alert where confirm_hash = decode(:hash, 'hex') and withdrawn_at is null
                          and asked_at > now() - interval '7 days'
                        """)
                .param("hash", confirm.hashHex())
                .query(String.class)
                .optional();
    }

    /// Confirms once; doing it again changes nothing.
    @Transactional
    public boolean confirm(Secret confirm) {
        return toConfirm(confirm).isPresent() && change(confirm, "funding-alert.confirmed", """
                update funding_alert set confirmed_at = now()
                where confirm_hash = decode(:hash, 'hex') and confirmed_at is null
                """);
    }

    private boolean change(Secret link, String event, String sql) {
        if (database.sql(sql).param("hash", link.hashHex()).update() > 0) {
            audit.record(READER, event, link.shortHash());
        }
        return true;
    }

    /// Whether a link belongs to an alert, ended or not.
    @Transactional(readOnly = true)
    public boolean knows(Secret leave) {
        held.hold(leave);
        return database.sql("select count(*) from funding_alert where " + LEFT_BY)
                        .param("hash", leave.hashHex())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Ends an alert; doing it again changes nothing.
    @Transactional
    public boolean leave(Secret leave) {
        return knows(leave) && change(leave, "funding-alert.left", """
                update funding_alert set withdrawn_at = now() where withdrawn_at is null and
                """ + LEFT_BY);
    }

    /// An alert whose day to be told has come.
    record Due(String confirmHash, String email, String search, String language, long lastChange) {}

    @Transactional(propagation = Propagation.MANDATORY)
    List<Due> due() {
        return database.sql("""
                        select encode(confirm_hash, 'hex') as hash, email, search, language, last_change_id
                        from funding_alert
                        where confirmed_at is not null and withdrawn_at is null and bounced_at is null and (last_sent_at is null or last_sent_at
                          <= cast(:now as timestamptz) - case rhythm when 'daily' then interval '23 hours' else interval '6 days 23 hours' end)
                        for update skip locked
                        """)
                .param("now", Timestamp.from(Instant.now(clock)))
                .query((row, index) -> new Due(
                        row.getString("hash"),
                        row.getString("email"),
                        row.getString("search"),
                        row.getString("language"),
                        row.getLong("last_change_id")))
                .list();
    }

    /// Moves on past changes that the search does not hold.
    @Transactional(propagation = Propagation.MANDATORY)
    void passed(Due due, long lastChange) {
        database.sql("update funding_alert set last_change_id = :change where confirm_hash = decode(:hash, 'hex')")
                .param("change", lastChange)
                .param("hash", due.confirmHash())
                .update();
    }

    /// A letter leaves: nothing is told twice, and the letter carries a link of its own to leave by.
    @Transactional(propagation = Propagation.MANDATORY)
    void told(Due due, long lastChange, Secret leave) {
        passed(due, lastChange);
        database.sql("update funding_alert set last_sent_at = :now where confirm_hash = decode(:hash, 'hex')")
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("hash", due.confirmHash())
                .update();
        database.sql("""
                        insert into funding_alert_leave (leave_hash, confirm_hash)
                        values (decode(:leave, 'hex'), decode(:hash, 'hex'))
                        """)
                .param("leave", leave.hashHex())
                .param("hash", due.confirmHash())
                .update();
    }

    /// An address that takes no letters is written to no more, until it asks again.
    @EventListener
    void forget(Bounced bounced) {
        database.sql("select funding_alert_bounced(:address)")
                .param("address", bounced.recipient())
                .query(row -> {});
    }

    @Scheduled(fixedDelayString = "PT6H")
    @Transactional
    public void forgetUnconfirmed() {
        database.sql("select forget_unconfirmed_funding_alerts()")
                .query(Long.class)
                .single();
    }
}
