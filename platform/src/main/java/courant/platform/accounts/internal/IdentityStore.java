package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Identities that other organisations vouch for, and the requests sent to them that have still to come back.
@Component
public class IdentityStore {
    static final Duration REQUEST_LIFE = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Clock clock;

    IdentityStore(JdbcClient database, AuditTrail audit, HeldLink held, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /// A request to a provider, as the browser that sent it is known by.
    ///
    /// @param account the account the identity is to be attached to, null when it is to sign in
    /// @param state what must come back
    /// @param nonce what the identity must carry
    /// @param codeVerifier what proves to the provider that we asked (RFC 7636)
    /// @param wanted path of the page to open afterwards
    record Asked(
            @Nullable Long account, String provider, String state, String nonce, String codeVerifier, String wanted) {}

    @Transactional
    public Secret keep(Asked asked) {
        Secret browser = Secret.fresh();
        held.hold(browser);
        database.sql("""
                        insert into provider_request
                          (link_hash, account_id, provider, state, nonce, code_verifier, wanted, expires_at)
                        values (decode(:hash, 'hex'), :account, :provider, :state, :nonce, :verifier, :wanted, :expires)
                        """)
                .param("hash", browser.hashHex())
                .param("account", asked.account())
                .param("provider", asked.provider())
                .param("state", asked.state())
                .param("nonce", asked.nonce())
                .param("verifier", asked.codeVerifier())
                .param("wanted", asked.wanted())
                .param("expires", Timestamp.from(Instant.now(clock).plus(REQUEST_LIFE)))
                .update();
        return browser;
    }

    /// Takes the request of a browser: whatever came back, it is heard once.
    @Transactional
    public Optional<Asked> take(Secret browser) {
        held.hold(browser);
        return database.sql("""
                        delete from provider_request where link_hash = decode(:hash, 'hex')
                        returning *, expires_at > :now as runs
                        """)
                .param("hash", browser.hashHex())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query((row, index) -> row.getBoolean("runs")
                        ? Optional.of(new Asked(
                                row.getObject("account_id", Long.class),
                                row.getString("provider"),
                                row.getString("state"),
                                row.getString("nonce"),
                                row.getString("code_verifier"),
                                row.getString("wanted")))
                        : Optional.<Asked>empty())
                .optional()
                .flatMap(taken -> taken);
    }

    /// The account an identity opens.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> account(Identity identity) {
        return read(identity).filter(row -> !row.removed()).map(Row::account);
    }

    /// Whether its owner took it away.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean wasRemoved(Identity identity) {
        return read(identity).filter(Row::removed).isPresent();
    }

    private record Row(long account, boolean removed) {}

    private Optional<Row> read(Identity identity) {
        present(identity);
        return database.sql("""
                        select account_id, removed_at is not null as removed from provider_identity
                        where issuer = :issuer and subject = :subject
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query((row, index) -> new Row(row.getLong("account_id"), row.getBoolean("removed")))
                .optional();
    }

    private void present(Identity identity) {
        database.sql("select set_config('courant.identity', :identity, true)")
                .param("identity", identity.issuer() + " " + identity.subject())
                .query(String.class)
                .single();
    }

    /// @return false when it opens an account already
    @Transactional(propagation = Propagation.MANDATORY)
    boolean attach(long account, Identity identity) {
        present(identity);
        int attached = database.sql("""
                        insert into provider_identity as known (account_id, provider, issuer, subject)
                        values (:account, :provider, :issuer, :subject)
                        on conflict (issuer, subject) do update
                          set account_id = excluded.account_id, provider = excluded.provider,
                            created_at = now(), used_at = null, removed_at = null
                          where known.removed_at is not null
                        """)
                .param("account", account)
                .param("provider", identity.provider())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
        if (attached > 0) {
            audit.record("compte/" + account, "identity.attached", "compte/" + account + " " + identity.provider());
        }
        return attached > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void used(Identity identity, long account) {
        present(identity);
        database.sql("update provider_identity set used_at = :now where issuer = :issuer and subject = :subject")
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
        audit.record("compte/" + account, "identity.used", "compte/" + account + " " + identity.provider());
    }

    /// An identity as its owner sees it.
    public record Listed(
            long id,
            String provider,
            Instant created,
            @Nullable Instant used) {}

    @Transactional(readOnly = true)
    public List<Listed> list(Person person) {
        return database.sql("""
                        select * from provider_identity where account_id = :person and removed_at is null
                        order by created_at
                        """)
                .param("person", person.id())
                .query((row, index) -> {
                    Timestamp used = row.getTimestamp("used_at");
                    return new Listed(
                            row.getLong("id"),
                            row.getString("provider"),
                            row.getTimestamp("created_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /// @return false when the person has no such identity
    @Transactional(propagation = Propagation.MANDATORY)
    boolean remove(Person person, long id) {
        int removed = database.sql("""
                        update provider_identity set removed_at = :now
                        where id = :id and account_id = :person and removed_at is null
                        """)
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("id", id)
                .param("person", person.id())
                .update();
        if (removed > 0) {
            audit.record(person.actor(), "identity.removed", person.actor());
        }
        return removed > 0;
    }
}
