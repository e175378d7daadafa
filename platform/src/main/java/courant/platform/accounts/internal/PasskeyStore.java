package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keys that devices of people keep, and the challenges those devices have still to answer.
@Component
public class PasskeyStore {
    static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Clock clock;

    PasskeyStore(JdbcClient database, AuditTrail audit, HeldLink held, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /// @param account the account it may be added to, null when it is to sign in
    record Challenge(@Nullable Long account, byte[] value) {}

    @Transactional
    public Secret keep(Challenge challenge) {
        Secret browser = Secret.fresh();
        held.hold(browser);
        database.sql("""
                        insert into passkey_challenge (link_hash, account_id, challenge, expires_at)
                        values (decode(:hash, 'hex'), :account, :challenge, :expires)
                        """)
                .param("hash", browser.hashHex())
                .param("account", challenge.account())
                .param("challenge", challenge.value())
                .param("expires", Timestamp.from(Instant.now(clock).plus(CHALLENGE_LIFE)))
                .update();
        return browser;
    }

    /// Takes the challenge of a browser: whatever the answer is worth, it is heard once.
    @Transactional
    public Optional<Challenge> take(Secret browser) {
        held.hold(browser);
        return database.sql("""
                        delete from passkey_challenge where link_hash = decode(:hash, 'hex')
                        returning account_id, challenge, expires_at > :now as runs
                        """)
                .param("hash", browser.hashHex())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query((row, index) -> row.getBoolean("runs")
                        ? Optional.of(new Challenge(row.getObject("account_id", Long.class), row.getBytes("challenge")))
                        : Optional.<Challenge>empty())
                .optional()
                .flatMap(taken -> taken);
    }

    /// How devices name the account.
    @Transactional(readOnly = true)
    public byte[] handle(Person person) {
        return bytes(database.sql("select handle from account where id = :id")
                .param("id", person.id())
                .query(UUID.class)
                .single());
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /// A key as a device showed it when it was made, and as it was last used.
    ///
    /// @param credential attested credential data of WebAuthn
    /// @param uses how often the device says it was used; many devices do not count
    record Key(
            byte[] credentialId,
            byte[] credential,
            long uses,
            boolean userVerified,
            boolean backupEligible,
            boolean backedUp) {}

    /// A key with the account it opens.
    record Known(long id, long account, byte[] handle, Key key) {}

    /// @return false when some account has this key already
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(Person person, Key key, String label) {
        int added = database.sql("""
                        insert into passkey
                          (account_id, credential_id, credential, label, uses, user_verified, backup_eligible, backed_up)
                        values (:account, :id, :credential, :label, :uses, :verified, :eligible, :backed)
                        on conflict (credential_id) do nothing
                        """)
                .param("account", person.id())
                .param("id", key.credentialId())
                .param("credential", key.credential())
                .param("label", label)
                .param("uses", key.uses())
                .param("verified", key.userVerified())
                .param("eligible", key.backupEligible())
                .param("backed", key.backedUp())
                .update();
        if (added > 0) {
            audit.record(person.actor(), "passkey.added", person.actor());
        }
        return added > 0;
    }

    @Transactional(readOnly = true)
    public Optional<Known> find(byte[] credentialId) {
        present(credentialId);
        return database.sql("""
                        select p.*, a.handle from passkey p join account a on a.id = p.account_id
                        where credential_id = :id
                        """)
                .param("id", credentialId)
                .query((row, index) -> new Known(
                        row.getLong("id"),
                        row.getLong("account_id"),
                        bytes(row.getObject("handle", UUID.class)),
                        key(row)))
                .optional();
    }

    private void present(byte[] credentialId) {
        database.sql("select set_config('courant.task', 'sign-in', true), set_config('courant.credential', :id, true)")
                .param("id", HexFormat.of().formatHex(credentialId))
                .query((row, index) -> row.getString(1))
                .single();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getBytes("credential_id"),
                row.getBytes("credential"),
                row.getLong("uses"),
                row.getBoolean("user_verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }

    /// Notes a use.
    ///
    /// @param seen what the device said of the key this time
    /// @return false when the key was taken away, or used once more by another, since it was read
    @Transactional(propagation = Propagation.MANDATORY)
    boolean used(Known known, Key seen) {
        present(seen.credentialId());
        int used = database.sql("""
                        update passkey set uses = :uses, user_verified = :verified, backed_up = :backed, used_at = :now
                        where id = :id and uses <= :uses
                        """)
                .param("uses", seen.uses())
                .param("verified", seen.userVerified())
                .param("backed", seen.backedUp())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("id", known.id())
                .update();
        if (used > 0) {
            audit.record("compte/" + known.account(), "passkey.used", "compte/" + known.account());
        }
        return used > 0;
    }

    /// A key as its owner sees it.
    ///
    /// @param backedUp whether the device says that a copy exists elsewhere
    public record Listed(
            long id,
            String label,
            boolean backedUp,
            Instant created,
            @Nullable Instant used) {}

    @Transactional(readOnly = true)
    public List<Listed> list(Person person) {
        return database.sql("select * from passkey where account_id = :person order by created_at")
                .param("person", person.id())
                .query((row, index) -> {
                    Timestamp used = row.getTimestamp("used_at");
                    return new Listed(
                            row.getLong("id"),
                            row.getString("label"),
                            row.getBoolean("backed_up"),
                            row.getTimestamp("created_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /// Identifiers of the keys of a person: a device that has one is not asked for another.
    @Transactional(readOnly = true)
    public List<byte[]> credentialIds(Person person) {
        return database.sql("select credential_id from passkey where account_id = :person")
                .param("person", person.id())
                .query((row, index) -> row.getBytes(1))
                .list();
    }

    /// @return false when the person has no such key
    @Transactional(propagation = Propagation.MANDATORY)
    boolean remove(Person person, long id) {
        int removed = database.sql("delete from passkey where id = :id and account_id = :person")
                .param("id", id)
                .param("person", person.id())
                .update();
        if (removed > 0) {
            audit.record(person.actor(), "passkey.removed", person.actor());
        }
        return removed > 0;
    }
}
