package courant.platform.newsletter;

import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who agreed to receive the newsletter, to which words, when. The database shows a row only to who holds one of its
/// links.
@Component
class ConsentLedger {
    private static final String READER = "lecteur";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;

    ConsentLedger(JdbcClient database, AuditTrail audit, HeldLink held) {
        this.database = database;
        this.audit = audit;
        this.held = held;
    }

    /// @param confirm link that confirms
    /// @param leave link that ends the subscription
    /// @param email address in lower case
    /// @param wording what the person agreed to, word for word
    /// @param language of that wording
    /// @param originHash hash of where the request came from, hexadecimal
    record Request(Secret confirm, Secret leave, String email, String wording, String language, String originHash) {}

    /// @return whether a letter must leave; the person is never told, so that nobody learns who subscribes
    @Transactional(propagation = Propagation.MANDATORY)
    boolean ask(Request request) {
        boolean noted = database.sql("""
                        select ask_for_newsletter(decode(:confirm, 'hex'), decode(:leave, 'hex'), :email, :wording,
                          :language, decode(:origin, 'hex'))
                        """)
                .param("confirm", request.confirm().hashHex())
                .param("leave", request.leave().hashHex())
                .param("email", request.email())
                .param("wording", request.wording())
                .param("language", request.language())
                .param("origin", request.originHash())
                .query(Boolean.class)
                .single();
        if (noted) {
            audit.record(READER, "newsletter.asked", request.confirm().shortHash());
        }
        return noted;
    }

    /// Whether a link still leads to a request that can be confirmed.
    @Transactional(readOnly = true)
    public boolean canConfirm(Secret confirm) {
        held.hold(confirm);
        return database.sql("""
                        select count(*) from newsletter_consent
                        where confirm_hash = decode(:hash, 'hex') and withdrawn_at is null
                          and asked_at > now() - interval '7 days'
                        """)
                        .param("hash", confirm.hashHex())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Confirms once; doing it again changes nothing.
    @Transactional
    public boolean confirm(Secret confirm) {
        if (!canConfirm(confirm)) {
            return false;
        }
        int changed = database.sql("""
                        update newsletter_consent set confirmed_at = now()
                        where confirm_hash = decode(:hash, 'hex') and confirmed_at is null
                        """).param("hash", confirm.hashHex()).update();
        if (changed > 0) {
            audit.record(READER, "newsletter.confirmed", confirm.shortHash());
        }
        return true;
    }

    /// Whether a link belongs to a subscription, ended or not.
    @Transactional(readOnly = true)
    public boolean knows(Secret leave) {
        held.hold(leave);
        boolean ofTheRequest =
                database.sql("select count(*) from newsletter_consent where leave_hash = decode(:hash, 'hex')")
                                .param("hash", leave.hashHex())
                                .query(Long.class)
                                .single()
                        > 0;
        return ofTheRequest || ofAnIssue(leave, false);
    }

    /// Each issue that was sent has a link of its own.
    private boolean ofAnIssue(Secret leave, boolean really) {
        return database.sql("select leave_newsletter_by_letter(decode(:hash, 'hex'), :really)")
                .param("hash", leave.hashHex())
                .param("really", really)
                .query(Boolean.class)
                .single();
    }

    /// Ends every subscription of the address; doing it again changes nothing.
    @Transactional
    public boolean leave(Secret leave) {
        if (!knows(leave)) {
            return false;
        }
        long changed = database.sql("select leave_newsletter_by_request(decode(:hash, 'hex'))")
                .param("hash", leave.hashHex())
                .query(Long.class)
                .single();
        if (changed > 0 || ofAnIssue(leave, true)) {
            audit.record(READER, "newsletter.left", leave.shortHash());
        }
        return true;
    }

    @Scheduled(fixedDelayString = "PT6H")
    @Transactional
    public void forgetUnconfirmed() {
        long forgotten = database.sql("select forget_unconfirmed_newsletter_requests()")
                .query(Long.class)
                .single();
        if (forgotten > 0) {
            audit.record("courant", "newsletter.unconfirmed-forgotten", String.valueOf(forgotten));
        }
    }
}
